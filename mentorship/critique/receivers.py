"""News from below: a version can be read now, so the threads of those before it are carried along."""

from typing import Any

from mentorship.critique import tasks
from mentorship.documents.signals import version_ready


def connect() -> None:
    """Listen from now on."""
    version_ready.connect(_carry, dispatch_uid="critique.carry")


def _carry(*, version_id: int, **_rest: Any) -> None:
    tasks.carry.delay_on_commit(version_id)
