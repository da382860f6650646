"""What comes first: of how far a document is, its owner's next steps, the very next one first.

Upload, ask, read what they answer as one letter, work through it, upload the next version, tell them.
"""

from collections.abc import Iterator, Mapping
from datetime import datetime

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from mentorship.critique.steps.moments import Letter, Moment, Overdue, Untold
from mentorship.documents.models import Document
from mentorship.documents.sentences.status import latest
from mentorship.toolbox.clock.dates import full_day
from mentorship.toolbox.pages.addresses import address
from mentorship.toolbox.pages.next_step import NextStep
from mentorship.toolbox.words.phrases import listed


def next_steps(document: Document, moment: Moment, names: Mapping[int, str]) -> Iterator[NextStep]:
    """All of them.

    document  as it came `with_latest()`
    names     what its owner calls those who made the open points
    """
    if moment.untold:
        yield _tell(document, moment.untold)
    for letter in moment.letters:
        if not _is_worked_through(moment, since=letter.answered_at):
            yield _letter(document, letter)
    if moment.people:
        yield _points(document, moment, names)
    if moment.apart:
        yield _apart(document, moment.apart)
    for overdue in moment.overdue:
        yield _overdue(document, overdue)
    if _is_next_version_due(document, moment):
        sentence = _("Everything that was said about “%(title)s” is dealt with.")
        url = f"{document.get_absolute_url()}#next-title"
        facts = {"title": document.title}
        yield NextStep(sentence % facts, _("Upload the next version"), url)


def ask(document: Document) -> NextStep | None:
    """Of one that nobody was ever asked about: to ask, once there is something to read."""
    version = latest(document)
    if version is None or not version.is_ready:
        return None
    sentence = _("Nobody has been asked to read “%(title)s” yet.") % {"title": document.title}
    url = f"{address('circle:ask')}?document={document.ref}"
    return NextStep(sentence, _("Ask for critique"), url)


def _is_worked_through(moment: Moment, *, since: datetime | None) -> bool:
    """Whether she has dealt with everything, beside her words or in the list."""
    return bool(not moment.people and moment.dealt and since and moment.dealt >= since)


def _tell(document: Document, untold: Untold) -> NextStep:
    sentence = ngettext(
        "Version %(number)s of “%(title)s” can be read. %(names)s has not been told.",
        "Version %(number)s of “%(title)s” can be read. %(names)s have not been told.",
        len(untold.names),
    )
    names = listed(untold.names)
    facts = {"number": untold.number, "title": document.title, "names": names}
    url = address("critique:telling", document.ref, untold.number)
    step = ngettext("Tell %(names)s", "Tell them", len(untold.names)) % {"names": names}
    return NextStep(sentence % facts, step, url)


def _letter(document: Document, letter: Letter) -> NextStep:
    sentence = ngettext(
        "%(names)s has answered you about “%(title)s”.",
        "%(names)s have answered you about “%(title)s”.",
        len(letter.names),
    )
    facts = {"names": listed(letter.names), "title": document.title}
    url = address("critique:letter", letter.round)
    return NextStep(sentence % facts, _("Read it as one letter"), url)


def _points(document: Document, moment: Moment, names: Mapping[int, str]) -> NextStep:
    count = sum(moment.people.values())
    sentence = ngettext(
        "%(points)s point from %(names)s waits in “%(title)s”.",
        "%(points)s points from %(names)s wait in “%(title)s”.",
        count,
    )
    who = sorted({names.get(person or 0, _("somebody")) for person in moment.people})
    facts = {"points": count, "names": listed(who), "title": document.title}
    url = address("critique:points", document.ref)
    step = ngettext("Work through it", "Work through them", count)
    return NextStep(sentence % facts, step, f"{url}?left=1")


def _apart(document: Document, count: int) -> NextStep:
    sentence = ngettext(
        "At one place in “%(title)s” people disagree.",
        "At %(count)s places in “%(title)s” people disagree.",
        count,
    )
    facts = {"count": count, "title": document.title}
    return NextStep(sentence % facts, _("Decide"), address("critique:points", document.ref))


def _overdue(document: Document, overdue: Overdue) -> NextStep:
    sentence = ngettext(
        "%(names)s has not answered about “%(title)s”. You wanted to hear by %(day)s.",
        "%(names)s have not answered about “%(title)s”. You wanted to hear by %(day)s.",
        len(overdue.names),
    )
    facts = {"names": listed(overdue.names), "title": document.title, "day": full_day(overdue.day)}
    url = address("critique:round", overdue.round)
    return NextStep(sentence % facts, _("Remind or close"), url)


def _is_next_version_due(document: Document, moment: Moment) -> bool:
    """Points were used since the latest version, and nothing is left."""
    version = latest(document)
    return bool(
        not moment.people and moment.taken and version and moment.taken > version.created_at
    )
