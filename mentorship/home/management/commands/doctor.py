"""Look at every part of the service and say, in plain sentences, what is not well."""

import json
import sys

from django.core.management.base import BaseCommand, CommandParser

from mentorship.home.upkeep import checks, renderings


class Command(BaseCommand):
    """Ends with 0 when all is well, and with 1 when something has to be done."""

    help = "Look at database, files, Redis, workers, clocks and mail, and say what is not well."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        """How to say it."""
        parser.add_argument("--json", action="store_true", help="the same as JSON")

    def handle(self, *_words: str, **options: bool) -> None:
        """Ask every check."""
        found = checks.every()
        if options["json"]:
            self.stdout.write(json.dumps(renderings.as_json(found), indent=2))
        else:
            self.stdout.write("\n".join(renderings.as_sentences(found)))
        if not all(finding.is_well for finding in found.values()):
            sys.exit(1)
