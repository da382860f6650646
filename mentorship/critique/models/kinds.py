"""The kinds of comment, each with all that is known of it: a new one is two lines here and its colour."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db import models
from django.utils.translation import gettext_lazy as _

from mentorship.toolbox.words.spoken import once_a_language

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise as StrPromise


@dataclass(frozen=True, slots=True)
class Facts:
    """What sets a kind of comment apart from the others.

    weight     what weighs most has the least, and is worked through first
    is_plain   it is what one says without choosing, and needs no word beside it
    is_urgent  the letter about a round begins with it
    is_to_stay it asks for nothing to be changed: it is kept or not, and stands at the end
    opposes    the value of the kind it contradicts about the same words; empty for none
    """

    weight: int
    is_plain: bool = False
    is_urgent: bool = False
    is_to_stay: bool = False
    opposes: str = ""


class Kind(models.TextChoices):
    """What a comment asks for, in the order in which a form offers it.

    The colour of each stands in `static/css/components/kinds.css`.
    """

    COMMENT = "comment", _("Comment")
    QUESTION = "question", _("Question")
    PRAISE = "praise", _("Keep this")
    MUST_FIX = "must_fix", _("Must fix")

    @property
    def facts(self) -> Facts:
        """What sets it apart. The types do not hold while a kind is left out here."""
        match self:
            case Kind.COMMENT:
                return Facts(weight=2, is_plain=True)
            case Kind.QUESTION:
                return Facts(weight=1)
            case Kind.PRAISE:
                return Facts(weight=3, is_to_stay=True, opposes=Kind.MUST_FIX)
            case Kind.MUST_FIX:
                return Facts(weight=0, is_urgent=True, opposes=Kind.PRAISE)

    @property
    def word(self) -> str:
        """What stands beside a comment of this kind; empty for a plain one."""
        return "" if self.facts.is_plain else str(self.label)


# What one press says, with words or without.
TO_STAY = Kind.PRAISE
# What the seeker's own question to everybody is.
ASKS = Kind.QUESTION
# The same of all kinds by their values, for whoever goes through a thousand rows.
OPPOSED = {str(kind): str(kind.facts.opposes) for kind in Kind}


@once_a_language
def kind_words() -> dict[str, str]:
    """What stands beside comments, by the values of their kinds."""
    return {str(kind): kind.word for kind in Kind}


def kinds() -> "list[tuple[str, StrPromise]]":
    """Values and words of all kinds. Asked when it is needed: a new kind changes no column."""
    return Kind.choices


class Use(models.TextChoices):
    """What became of a point."""

    USED = "used", _("Used")
    PARTLY = "partly", _("Partly used")
    NOT_USED = "not_used", _("Not used")


TAKEN = (Use.USED, Use.PARTLY)  # something of it is in the text, or will be
KEPT = {Use.USED: _("Kept"), Use.NOT_USED: _("Not kept")}  # of what is to stay
PARTLY_KEPT = {Use.PARTLY: _("Partly kept")}  # decided between several; no button says so
ON_BUTTONS = {Use.PARTLY: _("Partly")}  # "Partly used" elsewhere


def use_word(kind: str, use: str) -> str:
    """What became of a point of this kind, in a word; empty while nobody has said."""
    if not use:
        return ""
    words: dict[Use, StrPromise] = KEPT | PARTLY_KEPT if Kind(kind).facts.is_to_stay else {}
    return str(words.get(Use(use), Use(use).label))


def use_choices(kind: str) -> list[tuple[str, str]]:
    """What can become of a point of this kind: what is to stay is kept or not."""
    if Kind(kind).facts.is_to_stay:
        return [(str(use), str(word)) for use, word in KEPT.items()]
    return [(str(use), str(ON_BUTTONS.get(use, use.label))) for use in Use]
