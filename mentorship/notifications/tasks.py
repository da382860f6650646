"""The doorbell of delivery. The rows are the queue; these only say: look."""

from celery import shared_task

from mentorship.notifications.delivery import sweeping
from mentorship.toolbox.work.doorbell import Doorbell
from mentorship.toolbox.work.killpoints import killpoint

# A mail server may think for ten minutes about one letter: longer than any other task may take.
LIMIT = 1200
MORE = 30  # seconds to end by itself


@shared_task(
    name="notifications.deliver", base=Doorbell, soft_time_limit=LIMIT, time_limit=LIMIT + MORE
)
def deliver(letter_id: int) -> None:
    """Send one letter if it is due."""
    killpoint("task-begun")
    sweeping.deliver(letter_id)
    killpoint("task-done")


@shared_task(
    name="notifications.sweep", base=Doorbell, soft_time_limit=LIMIT, time_limit=LIMIT + MORE
)
def sweep() -> None:
    """Bring back what was dropped, and send what is due."""
    killpoint("task-begun")
    sweeping.sweep()
    killpoint("task-done")
