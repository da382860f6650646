"""What became of a thread's words, in a sentence with how sure it is."""

from html import escape

from django.utils.translation import gettext as _

from mentorship.critique.margin.cards import FAIRLY_SURE, SURE, Relocation
from mentorship.critique.models import Placement
from mentorship.critique.models.placements import Offer

How = Placement.How


def relocation_html(relocation: Relocation) -> str:
    """One sentence with how sure it is, the words before, the question, and a way to do better."""
    words = {
        str(How.UNCHANGED): _("In the same place as before"),
        str(How.MOVED): _("Moved along with its words"),
        str(How.REWORDED): _("These words have changed since"),
        str(How.GONE): _("These words are no longer there"),
        str(How.BY_HAND): _("Placed by hand"),
    }
    said = escape(_suggested(relocation) or words[relocation.how])
    if sureness := _sureness(relocation):
        said += f' <span class="quiet">· {escape(sureness)}</span>'
    html = f'<p class="relocation-said">{said}</p>'
    if relocation.was:
        before = escape(_("Before"))
        html += (
            f'<p class="relocation-was quiet">{before}:</p>'
            f'<blockquote class="thread-quote was" dir="auto">{escape(relocation.was)}</blockquote>'
        )
    html += _offer(relocation)
    return f'<div class="relocation is-{relocation.how}">{html}{_acts(relocation)}</div>'


def _offer(relocation: Relocation) -> str:
    """Where its words may be, with the question whether they are; or that they are not."""
    if relocation.offer not in {Offer.OPEN, Offer.PUT_AWAY}:
        return ""
    words = (
        f'<blockquote class="thread-quote guess" dir="auto">{escape(relocation.guess)}</blockquote>'
    )
    if relocation.offer is Offer.PUT_AWAY:
        undo = f'<p class="thread-acts">{_guess(relocation, "undo", _("Undo"))}</p>'
        return (
            f'<p class="relocation-question quiet">{escape(_("It is not here:"))}</p>{words}{undo}'
        )
    line = ""
    if relocation.guess_line:
        where = escape(_("Line %(number)s") % {"number": relocation.guess_line})
        line = f' <a href="#line-{relocation.guess_line}">{where}</a>'
    return (
        f'<p class="relocation-question">{escape(_("Is it here?"))}{line}</p>{words}'
        f'<p class="thread-acts">{_guess(relocation, "yes", _("Yes, it is here"))}'
        f"{_guess(relocation, 'no', _('No, it is gone'))}</p>"
    )


def _guess(relocation: Relocation, value: str, words: str) -> str:
    return (
        f'<button form="acts" type="submit" data-press="guess" name="here" value="{value}"'
        f' formaction="{relocation.answer}">{escape(words)}</button>'
    )


def _suggested(relocation: Relocation) -> str:
    if not relocation.suggested_in:
        return ""
    number = {"number": relocation.suggested_in}
    if relocation.is_gone:
        if relocation.is_hers:
            return _("Gone from version %(number)s, as you suggested") % number
        return _("Gone from version %(number)s, as suggested") % number
    if relocation.is_hers:
        return _("Your words are in version %(number)s") % number
    return _("The suggested words are in version %(number)s") % number


def _sureness(relocation: Relocation) -> str:
    if relocation.how == How.BY_HAND or relocation.suggested_in or relocation.offer:
        return ""
    if relocation.confidence >= SURE:
        return _("sure")
    if relocation.confidence >= FAIRLY_SURE:
        return _("fairly sure")
    return _("unsure, please check")


def _acts(relocation: Relocation) -> str:
    acts = ""
    if relocation.settlement:
        acts += (
            f'<p class="relocation-question">{escape(_("Does that settle the point?"))}</p>'
            f'<p class="thread-acts">{_button(relocation, "yes", _("Yes, it does"))}'
            f"{_button(relocation, 'no', _('No, still open'))}</p>"
        )
    if relocation.address:
        words = _("Find its place") if relocation.is_gone else _("Place it elsewhere")
        link = f'<a class="thread-move" href="{relocation.address}">{escape(words)}</a>'
        undo = _guess(relocation, "undo", _("Undo")) if relocation.offer is Offer.TAKEN else ""
        acts += f'<p class="thread-acts">{undo}{link}</p>'
    return acts


def _button(relocation: Relocation, value: str, words: str) -> str:
    return (
        f'<button class="thread-settle" form="acts" type="submit" data-press="resolve"'
        f' name="addressed" value="{value}"'
        f' formaction="{relocation.settlement}">{escape(words)}</button>'
    )
