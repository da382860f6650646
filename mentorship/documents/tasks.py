"""What Celery does for documents. Each task is fed with ids and calls one worker."""

from celery import shared_task

from mentorship.documents import rendering
from mentorship.documents.store import orphans
from mentorship.toolbox.doorbell import Doorbell


@shared_task(name="documents.prepare_version", base=Doorbell)
def prepare_version(version_id: int) -> None:
    """Make the reading copy; when it fails, the row says when to try again."""
    rendering.prepare(version_id)


@shared_task(name="documents.sweep", base=Doorbell)
def sweep() -> None:
    """Ring again for every version whose time has come."""
    for version_id in rendering.due():
        prepare_version.delay_on_commit(version_id)


@shared_task(name="documents.forget_orphans", base=Doorbell)
def forget_orphans() -> None:
    """Mark files that no version names, and delete those that nobody missed for weeks."""
    orphans.sweep()


@shared_task(name="documents.forget_refused", base=Doorbell)
def forget_refused() -> None:
    """Delete what was refused long enough ago."""
    rendering.forget_refused()
