"""A sign of life from the worker."""

from celery import shared_task

from mentorship.home import health
from mentorship.toolbox.doorbell import Doorbell


@shared_task(name="home.heartbeat", base=Doorbell)
def heartbeat() -> None:
    """Say that beat rings and a worker answers."""
    health.note_heartbeat()
