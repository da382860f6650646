"""What the seeker began herself, as it stands beside her text."""

from django.utils.translation import gettext as _

from mentorship.critique.margin.cards import Begun
from mentorship.critique.threads.facts import ThreadFacts
from mentorship.documents.models import Document
from mentorship.toolbox.words.spoken import once_a_language


def what_was_begun(one: ThreadFacts) -> Begun | None:
    """Which of the two; None for a point of somebody else's."""
    if one.asks_all:
        return Begun.ASKED
    return Begun.NOTE if one.is_note else None


def begun_words(document: Document, *, is_seeker: bool) -> dict[Begun, str]:
    """What stands at what the seeker began."""
    note, hers, asks = _words()
    theirs = asks % {"name": document.owner.name}
    return {Begun.NOTE: note, Begun.ASKED: hers if is_seeker else theirs}


@once_a_language
def _words() -> tuple[str, str, str]:
    return (
        _("Your note, only you see it"),
        _("Your question to everyone"),
        _("%(name)s asks everyone"),
    )
