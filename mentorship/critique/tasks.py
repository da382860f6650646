"""What Celery does for critique: it carries threads along, and looks whether something waits."""

from celery import shared_task

from mentorship.critique.workers import carrying, reminders
from mentorship.toolbox.work.doorbell import Doorbell


@shared_task(name="critique.carry", base=Doorbell)
def carry(version_id: int) -> None:
    """Give the threads of earlier versions their places in this one."""
    carrying.carry(version_id)


@shared_task(name="critique.sweep", base=Doorbell)
def sweep() -> None:
    """Carry what was not yet carried, and remind of drafts."""
    carrying.carry_all()
    reminders.remind()
