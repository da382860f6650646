"""Who agrees with a thread, in a line, and the button that says so."""

from dataclasses import dataclass
from html import escape

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from mentorship.critique.margin.agreements import Agreed
from mentorship.toolbox.phrases import listed


def line(agreed: Agreed) -> str:
    """One line with how many and who; empty for nobody."""
    if not agreed.names:
        return ""
    count = len(agreed.names)
    words = ngettext("%(count)s agrees: %(names)s", "%(count)s agree: %(names)s", count)
    said = words % {"count": count, "names": listed(agreed.names)}
    return f'<p class="thread-agreed quiet">{escape(said)}</p>'


@dataclass(frozen=True, slots=True)
class Words:
    """What the press says, translated once for all threads."""

    agree: str
    withdraw: str


def words() -> Words:
    """In the language of the reader."""
    return Words(agree=escape(_("Agree")), withdraw=escape(_("Agreed, undo")))


def press(agreed: Agreed, address: str, said: Words) -> str:
    """The button that agrees, or takes it back. `address` is the thread's."""
    path, word = ("withdrawal", said.withdraw) if agreed.is_hers else ("agreement", said.agree)
    return (
        f'<button form="acts" type="submit" data-press="agree" formaction="{address}{path}/">'
        f"{word}</button>"
    )
