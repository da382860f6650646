"""What Celery does for circle: it looks whether a reminder is due."""

from celery import shared_task

from mentorship.circle.reminders import sending
from mentorship.toolbox.work.doorbell import Doorbell


@shared_task(name="circle.sweep", base=Doorbell)
def sweep() -> None:
    """Remind whoever has not answered."""
    sending.remind()
