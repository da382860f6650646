"""`manage.py backup FOLDER`: everything that is kept, as one folder; taken while the service runs."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from mentorship.home.backups.manifest import BackupError
from mentorship.home.backups.taking import take


class Command(BaseCommand):
    help = "Copies database, files and keys into a folder, as one consistent set with hashes."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Where to."""
        parser.add_argument("folder", type=Path, help="is made; must be empty if it is there")

    def handle(self, *args: Any, **options: Any) -> None:
        """Take it, and say what it holds."""
        folder: Path = options["folder"]
        try:
            made = take(folder)
        except BackupError as reason:
            raise CommandError(str(reason)) from reason
        size = sum(entry.size for entry in made.entries) / 2**20
        self.stdout.write(f"Backup in {folder}: {len(made.entries)} files, {size:.1f} MB.")
        self.stdout.write("Whoever has it can read everything and sign in as anyone: encrypt it.")
        if made.missing:
            self.stderr.write(
                f"Not in the store, and so not in the backup: {len(made.missing)} files."
                " `python manage.py sanity` says whose."
            )
