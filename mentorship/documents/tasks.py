"""What Celery does for documents. Each task calls one worker."""

from celery import shared_task

from mentorship.documents import rendering, rereading
from mentorship.documents.store import orphans
from mentorship.toolbox.work.doorbell import Doorbell


@shared_task(name="documents.prepare", base=Doorbell)
def prepare_next() -> None:
    """Make the reading copy of the version whose turn it is; rung once for each that comes."""
    rendering.prepare_next()


@shared_task(name="documents.sweep", base=Doorbell)
def sweep() -> None:
    """Make every reading copy whose time has come."""
    rendering.sweep()


@shared_task(name="documents.reread", base=Doorbell)
def reread() -> None:
    """Read older versions once more, for what was not kept of them."""
    rereading.sweep()


@shared_task(name="documents.forget_orphans", base=Doorbell)
def forget_orphans() -> None:
    """Mark files that no version names, and delete those that nobody missed for weeks."""
    orphans.sweep()


@shared_task(name="documents.forget_refused", base=Doorbell)
def forget_refused() -> None:
    """Delete what was refused long enough ago."""
    rendering.forget_refused()
