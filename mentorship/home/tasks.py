"""A sign of life from those who open files, and what a database of files needs."""

from celery import shared_task
from django.db import connection

from mentorship.home.upkeep import heartbeats, write_ahead
from mentorship.toolbox.work.doorbell import Doorbell


@shared_task(name="home.heartbeat", base=Doorbell)
def heartbeat() -> None:
    """Say that converters run, and whether without network."""
    heartbeats.note_converters()


@shared_task(name="home.empty_log", base=Doorbell)
def empty_log() -> dict[str, bool]:
    """Let no deleted word stand in SQLite's write-ahead log."""
    return write_ahead.empty_log(connection)
