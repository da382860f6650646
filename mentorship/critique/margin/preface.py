"""What stands folded before a text, told in one line: whose note, how many questions, what is new."""

from collections.abc import Sequence

from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from mentorship.critique.margin.cards import Margin
from mentorship.critique.margin.surroundings import Heard
from mentorship.documents.access import Rights
from mentorship.documents.models import Version
from mentorship.documents.reading.changes_since import Since
from mentorship.toolbox.words.phrases import listed


def told(
    version: Version,
    held: Rights,
    margin: Margin,
    *,
    since: Since,
    heard: Sequence[Heard],
    notes: Sequence[str],
) -> str:
    """ "Ada's note, 2 questions and what is new"; empty when there is nothing to unfold.

    since  what is new in the version
    heard  what mentors say of the whole, for the seeker
    notes  what is told about its file
    """
    parts = [
        _note(version, held),
        _questions(margin),
        _lessons(margin),
        _news(version, since),
        _said(heard),
    ]
    parts.append(_about_file(len(notes)))
    if margin.bar and not any(parts):
        parts = [_("who sees your comments")]
    return capfirst(listed(filter(None, parts)))


def _note(version: Version, held: Rights) -> str:
    if not version.document.note:
        return ""
    return (
        _("your note") if held.own else _("%(name)s’s note") % {"name": version.document.owner.name}
    )


def _questions(margin: Margin) -> str:
    count = len(margin.questions)
    return (
        ngettext("%(count)s question", "%(count)s questions", count) % {"count": count}
        if count
        else ""
    )


def _lessons(margin: Margin) -> str:
    count = len(margin.lessons)
    told = ngettext(
        "%(count)s lesson from earlier applications",
        "%(count)s lessons from earlier applications",
        count,
    )
    return told % {"count": count} if count else ""


def _news(version: Version, since: Since) -> str:
    if since.base or version.change:
        return _("what is new")
    return _("when it was sent") if version.sent_at else ""


def _said(heard: Sequence[Heard]) -> str:
    if not heard:
        return ""
    people = list(dict.fromkeys(one.name for one in heard))
    said = ngettext("what %(name)s says", "what %(count)s people say", len(people))
    return said % {"name": people[0], "count": len(people)}


def _about_file(count: int) -> str:
    if not count:
        return ""
    return ngettext("a note on the file", "%(count)s notes on the file", count) % {"count": count}
