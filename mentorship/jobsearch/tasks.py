"""What Celery does for job search. Each task calls one worker."""

from celery import shared_task

from mentorship.jobsearch.workers import mapping, reading, reminding
from mentorship.toolbox.work.doorbell import Doorbell


@shared_task(name="jobsearch.read", base=Doorbell)
def read_next() -> None:
    """Read the postings that came as files; rung once for each that comes."""
    reading.read_due()


@shared_task(name="jobsearch.forget_refused", base=Doorbell)
def forget_refused() -> None:
    """Delete the files of postings that were refused long enough ago."""
    reading.forget_refused()


@shared_task(name="jobsearch.sweep", base=Doorbell)
def sweep() -> None:
    """Remind whoever has a next step today, or a letter that has not left."""
    reminding.remind()


@shared_task(name="jobsearch.map", base=Doorbell)
def keep_map(pursuit_id: int, version_id: int) -> None:
    """Keep where the terms of a posting stand in a version."""
    mapping.keep(pursuit_id, version_id)
