"""What rooms above have to say on the page of a document: a template of theirs, and what it shows."""

from collections.abc import Callable
from dataclasses import dataclass

from accounts.reader import Reader
from mentorship.documents.models import Document


@dataclass(frozen=True, slots=True)
class Aside:
    """A part of that page. `facts` is what the template knows as `aside`, besides the `document`."""

    template: str
    facts: object


Find = Callable[[Document, Reader], Aside | None]

FINDERS: list[Find] = []


def register(find: Find) -> None:
    """Have `find(document, reader)` asked when the page of a document is shown. Called from `ready()`."""
    FINDERS.append(find)


def of(document: Document, reader: Reader) -> list[Aside]:
    """All there is to say to its owner."""
    found = (find(document, reader) for find in FINDERS)
    return [one for one in found if one]
