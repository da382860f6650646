"""What Celery does for job search. Each task calls one worker."""

from celery import shared_task

from mentorship.jobsearch.workers import reading
from mentorship.toolbox.doorbell import Doorbell


@shared_task(name="jobsearch.read", base=Doorbell)
def read_next() -> None:
    """Read the postings that came as files; rung once for each that comes."""
    reading.read_due()
