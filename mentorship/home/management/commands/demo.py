"""`./run demo`: a critique in the middle of its life, to try the service with."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from mentorship.home.demo import EMAIL, PASSWORD, make_demo


class Command(BaseCommand):
    help = "Makes Ada with a résumé and a letter that people comment on, on this machine only."

    def handle(self, *args: Any, **options: Any) -> None:
        """Make the sample data and say how to sign in."""
        if settings.PRODUCTION:
            raise CommandError("Sample data is for trying the service out, not for production.")
        make_demo()
        self.stdout.write(f"Sign in as {EMAIL} with the password {PASSWORD}")
