"""What comes next for a document: rooms above know it, and its own page says it."""

from collections.abc import Callable

from accounts.reader import Reader
from mentorship.documents.models import Document
from mentorship.toolbox.pages.next_step import NextStep
from mentorship.toolbox.questions.in_step import Asking, side_by_side

Find = Callable[[Document, Reader], Asking[NextStep | None]]

FINDERS: list[Find] = []


def register(find: Find) -> None:
    """Have `find(document, reader)` asked when the page of a document is shown. Called from `ready()`."""
    FINDERS.append(find)


def of(document: Document, reader: Reader) -> Asking[NextStep | None]:
    """What its owner is to do next, if there is anything to do."""
    found = yield from side_by_side(*(find(document, reader) for find in FINDERS))
    return next(filter(None, found), None)
