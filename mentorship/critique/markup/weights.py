"""What a thread weighs, in a few lines under what was said."""

from html import escape

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from mentorship.critique.margin.weights import Weight


def weight_html(weight: Weight) -> str:
    """A few lines under what was said; empty when there is nothing to say."""
    return _overlap(weight) + _decided(weight) + _became(weight)


def _overlap(weight: Weight) -> str:
    if not weight.beside:
        return ""
    words = ngettext(
        "%(count)s point about the same words",
        "%(count)s points about the same words",
        weight.beside,
    )
    said = escape(words % {"count": weight.beside})
    if weight.url:
        said = f'<a href="{weight.url}">{said}</a>'
    return f'<p class="thread-beside">{said}</p>'


def _decided(weight: Weight) -> str:
    if not weight.decision:
        return ""
    who = _("%(name)s decided:") % {"name": weight.seeker} if weight.seeker else _("You decided:")
    return (
        f'<p class="thread-decision"><b>{escape(who)}</b>'
        f' <span dir="auto">{escape(weight.decision)}</span>{_why(weight.decision_why)}</p>'
    )


def _why(why: str) -> str:
    return f' <span class="quiet" dir="auto">{escape(why)}</span>' if why else ""


def _became(weight: Weight) -> str:
    if not weight.use_word:
        return ""
    word = escape(weight.use_word)
    if weight.reason:
        word += f': <span dir="auto">{escape(weight.reason)}</span>'
    return f'<p class="thread-use">{word}</p>'
