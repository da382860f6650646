"""What comes next for a document: rooms above know it, and its own page says it."""

from collections.abc import Callable

from accounts.reader import Reader
from mentorship.documents.models import Document
from mentorship.toolbox.pages.next_step import NextStep

Find = Callable[[Document, Reader], NextStep | None]

FINDERS: list[Find] = []


def register(find: Find) -> None:
    """Have `find(document, reader)` asked when the page of a document is shown. Called from `ready()`."""
    FINDERS.append(find)


def of(document: Document, reader: Reader) -> NextStep | None:
    """What its owner is to do next, if there is anything to do."""
    found = (find(document, reader) for find in FINDERS)
    return next(filter(None, found), None)
