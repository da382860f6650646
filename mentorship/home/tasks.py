"""A sign of life from the worker."""

from celery import shared_task

from mentorship.home import health


@shared_task(name="home.heartbeat")
def heartbeat() -> None:
    """Say that beat rings and a worker answers."""
    health.note_heartbeat()
