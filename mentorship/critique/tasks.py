"""What Celery does for critique: it looks whether something waits."""

from celery import shared_task

from mentorship.critique import reminding
from mentorship.toolbox.doorbell import Doorbell


@shared_task(name="critique.sweep", base=Doorbell)
def sweep() -> None:
    """Remind of drafts, and tell of versions that became ready."""
    reminding.remind()
    reminding.announce()
