"""The worker that makes reading copies: one version, one limited child process."""

import logging
import secrets
import shutil
import tempfile
from datetime import timedelta
from pathlib import Path

from django.conf import settings
from django.core.files.storage import default_storage
from django.db import transaction
from django.db.models import F
from django.utils import timezone

from mentorship.documents import files
from mentorship.documents.formats import wire
from mentorship.documents.formats.flow import goes_on
from mentorship.documents.formats.manuscript import (
    Limits,
    Manuscript,
    ManuscriptPage,
    Unreadable,
)
from mentorship.documents.formats.sandbox import prepare_in_child
from mentorship.documents.models import Page, Version
from mentorship.documents.signals import version_ready

log = logging.getLogger(__name__)

RECIPE = "1"  # counts up when the same bytes would give another reading copy
LIMITS = Limits(file_bytes=settings.UPLOAD_LIMIT)
LEASE = timedelta(seconds=2 * LIMITS.wall_seconds + 30)
MOST_ATTEMPTS = 3
UNDER_WAY = (Version.State.RECEIVED, Version.State.PREPARING)


def due() -> list[int]:
    """Ids of versions to prepare now, oldest first: never begun, failed, or left by a dead worker."""
    waiting = Version.objects.filter(state__in=UNDER_WAY, due_at__lte=timezone.now())
    return list(waiting.order_by("due_at").values_list("pk", flat=True)[:100])


def prepare(version_id: int) -> None:
    """Make the reading copy of this version, or write down why there is none.

    Safe to run twice: the version is claimed under a lease, and only the holder of the lease
    writes. A worker that dies leaves the claim; when its lease is over the sweep finds the row.
    """
    version = _claim(version_id)
    if version is None:
        return
    try:
        _make_copy(version)
    except Unreadable as unreadable:
        _refuse(version, unreadable)
    except Exception:
        log.exception("version %s was not prepared", version_id)
        _put_back(version)


def _claim(version_id: int) -> Version | None:
    lease, now = secrets.token_hex(16), timezone.now()
    claimed = Version.objects.filter(pk=version_id, state__in=UNDER_WAY, due_at__lte=now).update(
        state=Version.State.PREPARING,
        lease=lease,
        due_at=now + LEASE,
        attempts=F("attempts") + 1,
    )
    return Version.objects.get(pk=version_id, lease=lease) if claimed else None


def _make_copy(version: Version) -> None:
    if version.attempts > MOST_ATTEMPTS:
        raise Unreadable("too-complex")
    with tempfile.TemporaryDirectory(prefix="reading-copy-") as folder:
        original = Path(folder) / "original"
        with default_storage.open(version.original) as stored, original.open("wb") as local:
            shutil.copyfileobj(stored, local)
        images = Path(folder) / "images"
        images.mkdir()
        manuscript = prepare_in_child(
            original,
            version.filename,
            images,
            limits=LIMITS,
            soffice=settings.SOFFICE,
        )
        pages = [_page(version, page, manuscript.text) for page in manuscript.pages]
    _keep(version, manuscript, pages)


def _page(version: Version, page: ManuscriptPage, text: str) -> Page:
    rows = [wire.line_row(line) for line in page.lines]
    images = [
        {
            "scale": image.scale,
            "file": files.keep_image(image, beside=version.original),
            "width": image.width,
            "height": image.height,
        }
        for image in page.images
    ]
    return Page(
        version=version,
        number=page.number,
        width=page.width,
        height=page.height,
        start=page.start,
        end=page.end,
        lines=[
            [*facts, int(wrapped)]
            for (*facts, _words), wrapped in zip(rows, goes_on(page.lines, text), strict=True)
        ],
        words=[words for *_facts, words in rows],
        images=images,
    )


@transaction.atomic
def _keep(version: Version, manuscript: Manuscript, pages: list[Page]) -> None:
    ready = Version.objects.filter(pk=version.pk, lease=version.lease).update(
        state=Version.State.READY,
        recipe=RECIPE,
        text=manuscript.text,
        notes=list(manuscript.notes),
        ready_at=timezone.now(),
        lease="",
    )
    if ready:
        Page.objects.bulk_create(pages)
        version_ready.send(Version, version_id=version.pk)


def _refuse(version: Version, unreadable: Unreadable) -> None:
    """Nothing stays of a refused file but the reason; of images already made neither."""
    refused = Version.objects.filter(pk=version.pk, lease=version.lease).update(
        state=Version.State.REFUSED,
        refusal={"code": unreadable.code, "facts": unreadable.facts},
        original="",
        lease="",
    )
    if refused:
        files.forget([version.original])


def _put_back(version: Version) -> None:
    wait = timedelta(seconds=10 * 3**version.attempts)
    Version.objects.filter(pk=version.pk, lease=version.lease).update(
        state=Version.State.RECEIVED, due_at=timezone.now() + wait, lease=""
    )
