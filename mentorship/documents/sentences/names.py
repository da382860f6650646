"""What sentences call documents: by their kind in letters, by their titles in pages.

A subject line is read over shoulders and on locked screens, so it says what kind of text it is about,
and no word of it. How a kind stands in a sentence depends on the sentence: each has its own messages.
"""

from collections.abc import Iterable

from django.utils.functional import Promise
from django.utils.translation import ngettext, pgettext_lazy

from mentorship.documents.models import Document
from mentorship.toolbox.words.phrases import listed, quoted

Kind = Document.Kind

YOURS: dict[str, Promise] = {
    Kind.RESUME: pgettext_lazy("somebody has read …", "your résumé"),
    Kind.COVER_LETTER: pgettext_lazy("somebody has read …", "your cover letter"),
    Kind.DEBRIEF: pgettext_lazy("somebody has read …", "your debrief"),
    Kind.FOLLOW_UP: pgettext_lazy("somebody has read …", "your follow-up letter"),
    Kind.THANK_YOU: pgettext_lazy("somebody has read …", "your thank-you letter"),
    Kind.OTHER: pgettext_lazy("somebody has read …", "your text"),
}
KNOWN: dict[str, Promise] = {
    Kind.RESUME: pgettext_lazy("a comment on …", "the résumé"),
    Kind.COVER_LETTER: pgettext_lazy("a comment on …", "the cover letter"),
    Kind.DEBRIEF: pgettext_lazy("a comment on …", "the debrief"),
    Kind.FOLLOW_UP: pgettext_lazy("a comment on …", "the follow-up letter"),
    Kind.THANK_YOU: pgettext_lazy("a comment on …", "the thank-you letter"),
    Kind.OTHER: pgettext_lazy("a comment on …", "the text"),
}
UNKNOWN: dict[str, Promise] = {
    Kind.RESUME: pgettext_lazy("your opinion on …", "a résumé"),
    Kind.COVER_LETTER: pgettext_lazy("your opinion on …", "a cover letter"),
    Kind.DEBRIEF: pgettext_lazy("your opinion on …", "a debrief"),
    Kind.FOLLOW_UP: pgettext_lazy("your opinion on …", "a follow-up letter"),
    Kind.THANK_YOU: pgettext_lazy("your opinion on …", "a thank-you letter"),
    Kind.OTHER: pgettext_lazy("your opinion on …", "a text"),
}


def yours(documents: Iterable[Document]) -> str:
    """Told to their owner: "your résumé", "your 2 texts"."""
    kinds = _kinds(documents)
    if len(kinds) == 1:
        return str(YOURS[kinds[0]])
    return ngettext("your %(count)d text", "your %(count)d texts", len(kinds)) % {
        "count": len(kinds)
    }


def known(documents: Iterable[Document]) -> str:
    """Told to whoever has read them: "the résumé", "the 2 texts"."""
    kinds = _kinds(documents)
    if len(kinds) == 1:
        return str(KNOWN[kinds[0]])
    return ngettext("the %(count)d text", "the %(count)d texts", len(kinds)) % {"count": len(kinds)}


def unknown(documents: Iterable[Document]) -> str:
    """Told to whoever is asked to read them: "a résumé", "2 texts"."""
    kinds = _kinds(documents)
    if len(kinds) == 1:
        return str(UNKNOWN[kinds[0]])
    return ngettext("%(count)d text", "%(count)d texts", len(kinds)) % {"count": len(kinds)}


def titles(documents: Iterable[Document]) -> str:
    """By their titles: “Résumé” and “Letter to Northwind”. Pages alone, for their readers."""
    return listed(quoted(one.title) for one in documents)


def _kinds(documents: Iterable[Document]) -> list[str]:
    return [one.kind for one in {one.pk: one for one in documents}.values()]
