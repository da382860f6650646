"""The worker that reads postings which came as files; how each is tried is the rule of `documents.opening`."""

import re
from functools import partial
from pathlib import Path

from django.db import transaction
from django.db.models import F, Q, QuerySet

from mentorship.documents.formats import flow
from mentorship.documents.formats.manuscript import Limits, Manuscript, Unreadable
from mentorship.documents.opening import tries
from mentorship.documents.opening.converting import converted
from mentorship.documents.opening.queues import Queue
from mentorship.documents.opening.turns import REMEMBERED
from mentorship.documents.text.folding import SOFT_HYPHEN
from mentorship.jobsearch.lengths import MAX_POSTING, MAX_POSTING_FILE
from mentorship.jobsearch.models import PostingFile, Pursuit
from mentorship.toolbox.clock.moments import Now

LIMITS = Limits(file_bytes=MAX_POSTING_FILE)
ITEM = re.compile(r"[-*•·‣▪◦–]\s")  # of a list


def read_due() -> None:
    """Put the text of each file that is due to its pursuit, as far as a sweep should."""
    tries.sweep(POSTINGS)


def _read(file: PostingFile) -> None:
    """Raises Unreadable, also for what the text itself is: none at all, or too long."""
    with converted(file.filename, partial(_fetch, file), LIMITS) as manuscript:
        text = flowing(manuscript)
    if not text:
        raise Unreadable("no-words")
    if len(text) > MAX_POSTING:
        raise Unreadable("too-long", more=len(text) - MAX_POSTING)
    _keep(file, text)


def _fetch(file: PostingFile, to: Path) -> None:
    to.write_bytes(bytes(file.content))


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


@transaction.atomic
def _keep(file: PostingFile, text: str) -> None:
    """What was read becomes the posting, and the file goes."""
    pursuit = Pursuit.objects.select_for_update(no_key=True).filter(pk=file.pursuit_id)
    gone, _rows = file.held.delete() if pursuit else (0, {})
    if gone:
        pursuit.update(posting=text, revision=F("revision") + 1, posting_read_at=Now())


def _unfinished() -> QuerySet[PostingFile]:
    return PostingFile.objects.unfinished()


def _read_lately() -> QuerySet[Pursuit]:
    return Pursuit.objects.filter(posting_read_at__gt=Now() - REMEMBERED)


def _open_or_refused_lately() -> QuerySet[PostingFile]:
    is_held = ~Q(lease="") & Q(due_at__gt=Now())
    return PostingFile.objects.filter(is_held | Q(refused_at__gt=Now() - REMEMBERED))


def _called(file: PostingFile) -> str:
    return f"the posting of job {file.pursuit.ref}"


POSTINGS = Queue(
    unfinished=_unfinished,
    owner="pursuit__owner",
    had={"owner": _read_lately, "pursuit__owner": _open_or_refused_lately},
    called=_called,
    open=_read,
)


def forget_refused() -> None:
    """Delete the files that were refused so long ago that nobody will look into them any more."""
    PostingFile.objects.refused_long_ago().delete()
