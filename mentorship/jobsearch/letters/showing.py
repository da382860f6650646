"""A letter to an employer as its page shows it."""

from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from mentorship.jobsearch.letters import beginnings, leaving, timing
from mentorship.jobsearch.models import EmployerLetter
from mentorship.toolbox.words.phrases import quoted


@dataclass(frozen=True, slots=True)
class ShownLetter:
    """One letter, ready to leave.

    text        its words as they are written now
    link        opens it in her mail program; empty where it is too long for that
    to_fill_in  what stands in brackets still, quoted
    when, hope  the best time for it, and what may be hoped of it
    reminded_on the day on which she is reminded that it has not left, if she is
    """

    letter: EmployerLetter
    text: str
    subject: str
    link: str
    to_fill_in: list[str]
    when: str
    hope: str
    reminded_on: date | None


def shown(letter: EmployerLetter) -> ShownLetter:
    """As of today where its reader is. No query."""
    text, remind_at = letter.document.draft, letter.remind_at
    subject = beginnings.subject(letter.document.kind, letter.pursuit)
    return ShownLetter(
        letter,
        text,
        subject,
        leaving.as_link(subject, text),
        [quoted(words) for words in leaving.to_fill_in(text)],
        timing.when(letter, timezone.localdate()),
        timing.hope(letter),
        timezone.localdate(remind_at) if remind_at else None,
    )
