"""`manage.py release_mail`: what mail is held after a restore, and letting it go."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from mentorship.notifications import holding

ROW = "{:<34}{:<10}{:>7}  {:<24}{}"


class Command(BaseCommand):
    help = (
        "Shows what would be sent of the mail that is held after a restore; sends it when told to."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Without any of them it only shows."""
        chosen = parser.add_mutually_exclusive_group()
        chosen.add_argument("--send", action="store_true", help="let all of it leave from now on")
        chosen.add_argument(
            "--drop",
            action="store_true",
            help="drop what waited when the backup was taken, which has left long since, and let"
            " leave what came after",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Show what is held, then do what was asked for."""
        held_at = holding.since()
        if held_at is None:
            self.stdout.write("Mail is not held.")
            return
        self._show()
        if options["drop"]:
            self.stdout.write(f"Dropped: {holding.drop()}")
        if options["drop"] or options["send"]:
            holding.release()
            self.stdout.write("Mail leaves again, within half a minute while the worker runs.")
        else:
            self.stdout.write(
                f"Held since {holding.minute(held_at)}. Nothing was sent. `--send` lets all of it"
                " leave; `--drop` only what was written since then."
            )

    def _show(self) -> None:
        held = holding.held()
        if not held:
            self.stdout.write("Nothing waits to be sent.")
            return
        self.stdout.write(ROW.format("kind", "", "letters", "oldest", "to"))
        for some in held:
            standing = "written" if some.written else "to write"
            oldest = holding.minute(some.oldest)
            row = (some.kind, standing, some.count, oldest, " ".join(some.to))
            self.stdout.write(ROW.format(*row))
