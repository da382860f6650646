"""Comments kept to be used again, as they are put into a text."""

from collections.abc import Iterator
from dataclasses import dataclass

from accounts.reader import Reader
from mentorship.critique.models import SavedComment

NAME = "{name}"


@dataclass(frozen=True, slots=True)
class Saved:
    """One of them: what it is called, and its words with the seeker's name in them."""

    title: str
    text: str


def saved_for(reader: Reader, seeker: str) -> Iterator[Saved]:
    """Hers, by title, each as it is said to this seeker. One query; none for a pass."""
    for one in SavedComment.objects.owned_by(reader):
        yield Saved(one.title, one.text.replace(NAME, seeker))
