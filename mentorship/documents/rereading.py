"""Versions that came before everything was kept which is kept today: their files are read once more.

The words stay those that were kept, for what was said about them counts in that text. What simple
software reads, and what the owner should know of the file, is put at those words.
"""

import logging
import secrets
import time
from bisect import bisect_right
from dataclasses import replace
from datetime import timedelta

from django.db import transaction
from django.db.models import QuerySet

from mentorship.documents import rendering
from mentorship.documents.formats import wire
from mentorship.documents.formats.manuscript import Manuscript, Unreadable
from mentorship.documents.formats.simple.kept import Places
from mentorship.documents.models import Page, Version
from mentorship.documents.opening import tries
from mentorship.toolbox.clock.moments import Now

log = logging.getLogger(__name__)

AGAIN = timedelta(days=1)  # after what failed for no fault of the file


def sweep() -> None:
    """Read some while nobody waits for a new version."""
    end = time.monotonic() + tries.SWEEP_SECONDS
    while time.monotonic() < end and not rendering.due() and read_next():
        pass


def read_next() -> bool:
    """Read the newest of them once more. False when there is none.

    Safe to run twice: it is claimed under a lease, and only the holder of the lease writes.
    """
    version = _claim()
    if version is None:
        return False
    try:
        with rendering.reading_copy(version) as manuscript:
            _keep(version, manuscript)
    except Unreadable:
        _mine(version).update(
            awaits_rereading=False, lease=""
        )  # it says so today, and did not then
    except Exception:
        log.exception("version %s was not read once more", version.pk)
        _mine(version).update(due_at=Now() + AGAIN, lease="")
    return True


def _waiting() -> QuerySet[Version]:
    return Version.objects.ready().filter(
        awaits_rereading=True, drawn_at__isnull=False, due_at__lte=Now()
    )


def _claim() -> Version | None:
    newest = _waiting().order_by("-pk").only("pk").first()
    if newest is None:
        return None
    lease = secrets.token_hex(16)
    _waiting().filter(pk=newest.pk).update(lease=lease, due_at=Now() + tries.lease_lasts())
    return Version.objects.filter(pk=newest.pk, lease=lease).first()


def _mine(version: Version) -> QuerySet[Version]:
    return Version.objects.filter(pk=version.pk, lease=version.lease)


def _keep(version: Version, manuscript: Manuscript) -> None:
    """Nothing of it where the file has other pages by the rules of today."""
    pages = list(version.pages.only("number", "lines"))
    is_alike = len(pages) == len(manuscript.pages)
    places = Places(manuscript.text, version.text)
    findings = _findings(manuscript, places, pages) if is_alike else version.findings
    with transaction.atomic():
        is_mine = _mine(version).update(awaits_rereading=False, findings=findings, lease="")
        if is_mine and is_alike:
            for page, read in zip(pages, manuscript.pages, strict=True):
                page.simple = [wire.piece_row(piece) for piece in places.pieces(read.simple)]
            Page.objects.bulk_update(pages, ["simple"])


def _findings(manuscript: Manuscript, places: Places, pages: list[Page]) -> list[list[object]]:
    """What the owner should know; left out are those at a line whose words were not kept."""
    lines = {line.number: line for page in manuscript.pages for line in page.lines}
    kept = [(start, number) for page in pages for number, start, *_rest in page.lines]
    found = []
    for finding in manuscript.findings:
        line = lines.get(int(finding.facts.get("line", 0)))
        place = places.of(line.start, line.end) if line else None
        if place is not None:
            number = kept[bisect_right(kept, (place, len(kept))) - 1][1]
            found.append(replace(finding, facts={**finding.facts, "line": number}))
        elif line is None:
            found.append(finding)
    return wire.findings_row(replace(manuscript, findings=tuple(found)))
