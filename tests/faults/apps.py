"""What is changed in the service's own processes: one bug, if PLANTED names it."""

from django.apps import AppConfig
from django.conf import settings


class Planting(AppConfig):
    """Plants the bug."""

    name = "tests.faults"
    label = "planting"

    def ready(self) -> None:
        """When everything else is there."""
        from tests.faults import bugs

        if settings.PLANTED:
            bugs.BUGS[settings.PLANTED].plant()
