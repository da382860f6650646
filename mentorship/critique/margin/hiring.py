"""What a mentor is asked beside a debrief, from the point of view of someone who hires; each begins a comment."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from mentorship.critique.margin.cards import Margin
from mentorship.documents.access import Rights
from mentorship.documents.models import Document
from mentorship.toolbox.words.spoken import once_a_language


@dataclass(frozen=True, slots=True)
class Prompt:
    """One question to a mentor; `begins` is how her comment begins."""

    number: int
    asks: str
    begins: str


def prompts(document: Document, held: Rights, margin: Margin) -> list[Prompt]:
    """All of them for whoever may comment on someone's debrief, else none."""
    if document.kind != Document.Kind.DEBRIEF or held.own or not margin.may_comment:
        return []
    return _all()


def beginning(number: str) -> str:
    """How a comment on the prompt with this number begins; empty where there is none."""
    return next((one.begins for one in _all() if str(one.number) == number), "")


@once_a_language
def _all() -> list[Prompt]:
    said = (
        (_("What would you have wanted to hear?"), _("I would have wanted to hear: ")),
        (_("What would have made you hesitate?"), _("This would have made me hesitate: ")),
        (_("What would have won you over?"), _("This would have won me over: ")),
        (_("What would you practise for next time?"), _("For next time I would practise: ")),
    )
    return [Prompt(number, *one) for number, one in enumerate(said, 1)]
