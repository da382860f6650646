"""A sign of life from those who open files."""

from celery import shared_task

from mentorship.home.upkeep import heartbeats
from mentorship.toolbox.doorbell import Doorbell


@shared_task(name="home.heartbeat", base=Doorbell)
def heartbeat() -> None:
    """Say that converters run, and whether without network."""
    heartbeats.note_converters()
