"""What rooms above have to say of a document, on its page or where it is written: templates of theirs."""

from collections.abc import Callable
from dataclasses import dataclass

from accounts.reader import Reader
from mentorship.documents.models import Document
from mentorship.toolbox.questions.in_step import Asking, side_by_side


@dataclass(frozen=True, slots=True)
class Aside:
    """A part of such a page.

    facts    what the template knows as `aside`, besides the `document`
    is_next  it holds the step that comes next, so that the page's own is the second
    """

    template: str
    facts: object
    is_next: bool = False


Find = Callable[[Document, Reader], Asking[Aside | None]]

FINDERS: list[Find] = []
FOR_WRITING: list[Find] = []


def register(find: Find) -> None:
    """Have `find(document, reader)` asked when the page of a document is shown. Called from `ready()`."""
    FINDERS.append(find)


def register_for_writing(find: Find) -> None:
    """Have it asked when the page is shown on which a document is written. Called from `ready()`."""
    FOR_WRITING.append(find)


def of(document: Document, reader: Reader) -> Asking[list[Aside]]:
    """All there is to say to its owner."""
    return _found(FINDERS, document, reader)


def for_writing(document: Document, reader: Reader) -> Asking[list[Aside]]:
    """All that stands beside it while its owner writes it."""
    return _found(FOR_WRITING, document, reader)


def _found(finders: list[Find], document: Document, reader: Reader) -> Asking[list[Aside]]:
    found = yield from side_by_side(*(find(document, reader) for find in finders))
    return [one for one in found if one]
