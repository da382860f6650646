"""`manage.py restore FOLDER`: puts back what `backup` copied; mail is held afterwards."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from mentorship.documents.opening import telling
from mentorship.documents.store import sanity
from mentorship.home.backups.manifest import BackupError
from mentorship.home.backups.restoring import restore
from mentorship.notifications import holding


class Command(BaseCommand):
    help = "Puts back database, files and keys from a folder made by `backup`, and holds mail."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Where from, and whether rows that are here may go."""
        parser.add_argument("folder", type=Path, help="made by `manage.py backup`")
        parser.add_argument(
            "--replace",
            action="store_true",
            help="let all rows that are in this database now go for good",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Put it back, then say what is not as it should be, and what comes next."""
        folder: Path = options["folder"]
        try:
            made = restore(folder, replace=options["replace"])
        except BackupError as reason:
            raise CommandError(str(reason)) from reason
        self.stdout.write(f"Restored as it was on {holding.minute(made.made_at)}.")
        for line in (*sanity.findings(), *telling.each_in_trouble()):
            self.stdout.write(line)
        self.stdout.write(
            "Mail is held. Start the service, look around, then see what would be sent:"
            " `python manage.py release_mail`"
        )
