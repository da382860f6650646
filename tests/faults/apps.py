"""What is changed in the service's own processes: pauses are short, and one bug if PLANTED names it."""

from django.apps import AppConfig
from django.conf import settings


class Planting(AppConfig):
    """Shortens what waits, and plants the bug."""

    name = "tests.faults"
    label = "planting"

    def ready(self) -> None:
        """When everything else is there."""
        from tests.faults import bugs

        bugs.shorten()
        if settings.PLANTED:
            bugs.BUGS[settings.PLANTED].plant()
