"""The doorbell of delivery. The rows are the queue; these only say: look."""

from celery import shared_task

from mentorship.notifications.delivery import sending
from mentorship.toolbox.doorbell import Doorbell


@shared_task(name="notifications.deliver", base=Doorbell)
def deliver(letter_id: int) -> None:
    """Send one letter if it is due."""
    sending.deliver(letter_id)


@shared_task(name="notifications.sweep", base=Doorbell)
def sweep() -> None:
    """Bring back what was dropped, and send what is due."""
    sending.sweep()
