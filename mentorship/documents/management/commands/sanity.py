"""`manage.py sanity`: do database and files belong together, and is every file where it should be?"""

from argparse import ArgumentParser
from typing import Any

from django.core.exceptions import ImproperlyConfigured
from django.core.management.base import BaseCommand, CommandError
from django.db import connection

from mentorship.documents.opening import telling, tries
from mentorship.documents.store import pairing, sanity


class Command(BaseCommand):
    help = "Says which files are missing, changed or without a row, and which uploads wait for us."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """What starts the service asks for the first; the others only a person may decide."""
        parser.add_argument(
            "--start",
            action="store_true",
            help="only ask whether database and files belong together, as each start does",
        )
        parser.add_argument(
            "--delete-orphans",
            action="store_true",
            help="delete now, for good, all files that no row names; look at the list first",
        )
        parser.add_argument(
            "--adopt",
            action="store_true",
            help="let this database and these files belong together from now on",
        )

        parser.add_argument(
            "--try-again",
            action="store_true",
            help="let uploads that wait for us be tried now, also those that were tried for days",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Do what was asked for, then say what is not as it should be; exit 1 if anything is."""
        if options["start"]:
            start()
            return
        if options["adopt"]:
            pairing.adopt()
        else:
            pairing.settle()
        if options["delete_orphans"]:
            self.stdout.write(f"Deleted: {sanity.delete_orphans()}")
        if options["try_again"]:
            self.stdout.write(f"To be tried now: {tries.start_again()}")
        found = [*sanity.findings(), *telling.each_in_trouble()]
        for line in found:
            self.stdout.write(line)
        if found:
            raise CommandError(f"Not as it should be: {len(found)}")
        self.stdout.write("Every row has its files, and every file its row.")


def start() -> None:
    """Raise CommandError, with what to do, when database and files do not belong together."""
    try:
        pairing.require_pair()
    except ImproperlyConfigured as reason:
        raise CommandError(str(reason)) from reason
    if not connection.in_atomic_block:
        connection.close()  # whoever starts goes on in other threads and processes
