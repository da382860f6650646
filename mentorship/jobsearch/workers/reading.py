"""The worker that reads postings which came as files: one file, one limited child process.

What the converters say of a file refuses it, and its owner may have it tried again. Anything else is
ours to mend: the bytes stay, and tries go on.
"""

import logging
import re
import secrets
import tempfile
from datetime import timedelta
from pathlib import Path

from django.conf import settings
from django.db import transaction

from mentorship.documents.formats import flow
from mentorship.documents.formats.manuscript import Limits, Manuscript, Unreadable
from mentorship.documents.formats.sandbox import prepare_in_child
from mentorship.documents.text.folding import SOFT_HYPHEN
from mentorship.jobsearch.lengths import MAX_POSTING, MAX_POSTING_FILE
from mentorship.jobsearch.models import PostingFile, Pursuit
from mentorship.toolbox.clock.moments import Now
from mentorship.toolbox.work.bulkheads import each

log = logging.getLogger(__name__)

LIMITS = Limits(
    file_bytes=MAX_POSTING_FILE,
    memory_bytes=settings.MAX_MEGABYTES_OF_MEMORY_PER_DOCUMENT * 1024 * 1024,
)
LEASE = timedelta(seconds=2 * LIMITS.wall_seconds + 30)
PAUSES = (timedelta(seconds=20), timedelta(minutes=5), timedelta(hours=1))  # then a day, each time
AT_ONCE = 20
ITEM = re.compile(r"[-*•·‣▪◦–]\s")  # of a list


def read_due() -> None:
    """Read each file whose time has come, as far as a sweep should take."""
    each(list(PostingFile.objects.due().values_list("pk", flat=True)[:AT_ONCE]), read)


def read(pk: int) -> None:
    """Put the text of this file to its pursuit, or write down why there is none.

    Safe to run twice: the file is claimed under a lease, and only the holder of the lease writes. A
    worker that dies leaves the claim; when its lease is over the sweep finds the row.
    """
    file = claim(pk)
    if file is None:
        return
    try:
        text = _text_of(file)
    except Unreadable as unreadable:
        _refuse(file, {"code": unreadable.code, "facts": unreadable.facts})
    except Exception:
        log.exception("posting file %s was not read", pk)
        mine = PostingFile.objects.filter(pk=pk, lease=file.lease)
        mine.update(due_at=Now() + pause(file.attempts), lease="")
    else:
        _take(file, text)


def claim(pk: int) -> PostingFile | None:
    """The file, under a lease of ours; None when it is not due, or another worker has it."""
    lease = secrets.token_hex(16)
    found = PostingFile.objects.due().filter(pk=pk).only("attempts").first()
    if found is None:
        return None
    mine = PostingFile.objects.due().filter(pk=pk, attempts=found.attempts).order_by()
    mine.update(lease=lease, due_at=Now() + LEASE, attempts=found.attempts + 1)
    return PostingFile.objects.filter(pk=pk, lease=lease).first()


def _text_of(file: PostingFile) -> str:
    with tempfile.TemporaryDirectory(prefix="posting-") as folder:
        original = Path(folder) / "original"
        original.write_bytes(bytes(file.content))
        images = Path(folder) / "images"  # made on the way, and wanted by nobody
        images.mkdir()
        manuscript = prepare_in_child(
            original,
            file.filename,
            images,
            limits=LIMITS,
            soffice=settings.SOFFICE,
            hidden=[settings.STATE_DIR],
        )
    return flowing(manuscript)


def flowing(manuscript: Manuscript) -> str:
    """Its text with the lines of each paragraph as one, and a blank line where it sets one apart."""
    parts: list[str] = []
    for page in manuscript.pages:
        for line, goes_on in zip(
            page.lines, flow.goes_on(page.lines, manuscript.text), strict=True
        ):
            words = manuscript.text[line.start : line.end]
            if not goes_on:
                is_next_item = bool(ITEM.match(words) and parts and ITEM.match(parts[-1]))
                parts += ["\n\n" if line.new_block and not is_next_item else "\n", words]
            elif parts[-1].endswith(SOFT_HYPHEN):
                parts[-1] = parts[-1].removesuffix(SOFT_HYPHEN) + words
            else:
                parts[-1] += f" {words}"
    return "".join(parts).strip()


def _take(file: PostingFile, text: str) -> None:
    """What was read becomes the posting, and the file goes; or it is refused for what it says."""
    if not text:
        _refuse(file, {"code": "no-words", "facts": {}})
    elif len(text) > MAX_POSTING:
        _refuse(file, {"code": "too-long", "facts": {"more": len(text) - MAX_POSTING}})
    else:
        _keep(file, text)


@transaction.atomic
def _keep(file: PostingFile, text: str) -> None:
    pursuit = Pursuit.objects.select_for_update(no_key=True).filter(pk=file.pursuit_id).first()
    gone, _rows = PostingFile.objects.filter(pk=file.pk, lease=file.lease).delete()
    if pursuit and gone:
        pursuit.posting = text
        pursuit.revision += 1
        pursuit.save(update_fields=["posting", "revision"])


def _refuse(file: PostingFile, refusal: dict[str, object]) -> None:
    mine = PostingFile.objects.filter(pk=file.pk, lease=file.lease)
    mine.update(state=PostingFile.State.REFUSED, refusal=refusal, lease="")


def pause(attempts: int) -> timedelta:
    """How long after so many tries the next one comes."""
    return PAUSES[attempts - 1] if attempts <= len(PAUSES) else timedelta(days=1)
