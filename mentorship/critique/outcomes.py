"""What became of a thread's words in a later version: as the margin says it, and what is asked about it."""

from dataclasses import dataclass
from html import escape

from django.utils.translation import gettext as _

from mentorship.critique.models import Placement

How = Placement.How
# Of places with less than half one in six is wrong, of those above one in four hundred
# (`./run bench carrying`, 27 November 2026).
SURE, FAIRLY_SURE = 0.75, 0.5


@dataclass(frozen=True, slots=True)
class Outcome:
    """What was found out about one thread's words.

    was         the words as they were, when they have changed or gone
    address     where a person puts the thread elsewhere; empty for whoever may not
    settlement  where the seeker says whether the change was about the point; empty when nobody asks
    """

    how: str
    confidence: float
    was: str
    address: str
    settlement: str

    @property
    def is_gone(self) -> bool:
        """Whether the thread has no place in this version."""
        return self.how == How.GONE


def outcome_of(
    how: str, confidence: float, was: str, *, address: str, is_asked: bool
) -> Outcome | None:
    """None when nothing is to be said: the words stand where somebody pointed, as they were.

    address   of the thread's place in this version, for whoever may change it
    is_asked  whether the reader is the one to say what the change meant, and has not
    """
    is_sure = confidence >= SURE
    if how == How.POINTED or (how == How.UNCHANGED and is_sure):
        return None
    changed = how in {How.REWORDED, How.GONE}
    settlement = f"{address}settlement/" if changed and is_asked else ""
    return Outcome(how, confidence, was, address, settlement)


def outcome_html(outcome: Outcome) -> str:
    """One sentence with how sure it is, the words before, the question, and a way to do better."""
    words = {
        str(How.UNCHANGED): _("In the same place as before"),
        str(How.MOVED): _("Moved along with its words"),
        str(How.REWORDED): _("These words have changed since"),
        str(How.GONE): _("These words are no longer there"),
        str(How.BY_HAND): _("Put here by hand"),
    }
    said = escape(words[outcome.how])
    if sureness := _sureness(outcome):
        said += f' <span class="quiet">· {escape(sureness)}</span>'
    html = f'<p class="outcome-said">{said}</p>'
    if outcome.was:
        before = escape(_("Before"))
        html += (
            f'<p class="outcome-was quiet">{before}:</p>'
            f'<blockquote class="thread-quote was" dir="auto">{escape(outcome.was)}</blockquote>'
        )
    return f'<div class="outcome is-{outcome.how}">{html}{_acts(outcome)}</div>'


def _sureness(outcome: Outcome) -> str:
    if outcome.how == How.BY_HAND:
        return ""
    if outcome.confidence >= SURE:
        return _("sure")
    if outcome.confidence >= FAIRLY_SURE:
        return _("fairly sure")
    return _("not sure, have a look")


def _acts(outcome: Outcome) -> str:
    acts = ""
    if outcome.settlement:
        acts += (
            f'<p class="outcome-question">{escape(_("Does that settle the point?"))}</p>'
            f'<p class="thread-acts">{_button(outcome, "yes", _("Yes, it does"))}'
            f"{_button(outcome, 'no', _('No, still open'))}</p>"
        )
    if outcome.address:
        words = _("Find its place") if outcome.is_gone else _("Place it elsewhere")
        link = f'<a class="thread-move" href="{outcome.address}">{escape(words)}</a>'
        acts += f'<p class="thread-acts">{link}</p>'
    return acts


def _button(outcome: Outcome, value: str, words: str) -> str:
    return (
        f'<button class="thread-settle" form="acts" type="submit" data-press="resolve"'
        f' name="addressed" value="{value}"'
        f' formaction="{outcome.settlement}">{escape(words)}</button>'
    )
