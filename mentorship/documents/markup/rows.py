"""Documents as lines of a list, as HTML: made here and not in a template, for there may be many.

What a person typed is escaped; all else are words, numbers and addresses of our own.
"""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from html import escape

from django.utils import timezone
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from mentorship.documents.models import Document, Version
from mentorship.documents.sentences.status import Status, latest, status_of
from mentorship.toolbox.clock.dates import any_day
from mentorship.toolbox.pages.addresses import address, pattern

NO_FACTS: Mapping[int, str] = {}


def rows(documents: Iterable[Document], facts: Mapping[int, str] = NO_FACTS) -> SafeString:
    """An <li> for each document that came `with_latest()`, for <ul class="rows">.

    facts  what else there is to say of some of them, by their ids
    """
    words = _Words()
    return SafeString("\n".join([_row(one, facts.get(one.pk, ""), words) for one in documents]))


class _Words:
    """What rows say again and again, translated once for all of them."""

    def __init__(self) -> None:
        self.kinds = {value: escape(str(label)) for value, label in Document.Kind.choices}
        self.version = escape(_("Version %(number)s"))
        self.written = f'<span class="status waiting">{escape(_("Being written"))}</span>'
        self.days: dict[date, str] = {}
        self.states: dict[Status, str] = {}
        self.document = pattern("documents:document", str)
        self.reading = pattern("critique:reading", str, int)
        self.zone, self.now = timezone.get_current_timezone(), timezone.now()

    def state(self, standing: Status) -> str:
        """How far a version is, in a word."""
        if standing not in self.states:
            word = escape(str(standing.word))
            self.states[standing] = f'<span class="status {standing.shape}">{word}</span>'
        return self.states[standing]

    def ago(self, when: datetime) -> str:
        """A moment; a script makes "20 minutes ago" of it."""
        local = when.astimezone(self.zone)
        day = local.date()
        if day not in self.days:
            self.days[day] = escape(any_day(day))
        stamp = local.isoformat(timespec="seconds")
        return f'<local-time><time datetime="{stamp}">{self.days[day]}</time></local-time>'


def _row(document: Document, fact: str, words: _Words) -> str:
    version = latest(document)
    told = [words.kinds.get(document.kind, "")]
    if version:
        told.append(words.version % {"number": version.number})
        when, state = version.created_at, _state(version, words)
    else:
        when, state = document.draft_saved_at or document.created_at, words.written
    told += [escape(fact)] if fact else []
    spans = "".join([f"<span>{each}</span>" for each in told])
    return (
        f'<li class="row"><span class="row-title"><a href="{words.document % document.ref}">'
        f"{escape(document.title)}</a></span>"
        f'<div class="row-facts">{spans} {words.ago(when)} {state}</div></li>'
    )


def state_word(version: Version) -> SafeString:
    """How far a version is, in a word that leads to it once it is ready, and asks again until then."""
    return SafeString(_state(version, _Words()))


def _state(version: Version, words: _Words) -> str:
    standing = status_of(version, words.now)
    word, asks = words.state(standing), ""
    if standing.state == Version.State.READY:
        which = escape(f": {version.document.title}, {version.number}")
        word = (
            f'<a href="{words.reading % (version.document.ref, version.number)}">{word}'
            f'<span class="visually-hidden">{which}</span></a>'
        )
    if standing.is_under_way:
        here = address("documents:state", version.document.ref, version.number)
        seconds = 10 if standing.is_late or standing.trouble else 1
        asks = f' data-from="{here}?since={standing.token}&amp;brief=1" data-seconds="{seconds}"'
    return f'<live-part class="state"{asks}>{word}</live-part>'
