"""When a letter to an employer is best sent, and what may be hoped of it."""

from datetime import date, timedelta

from django.utils import timezone
from django.utils.translation import gettext as _

from mentorship.jobsearch.models import EmployerLetter
from mentorship.toolbox.clock.dates import any_day

A_WEEK = 7  # days


def when(letter: EmployerLetter, today: date) -> str:
    """When to send it, as a sentence; for a follow-up letter counted from the day of their answer.

    today  where its reader is
    """
    if letter.is_thanks:
        return _(
            "Send it within a day of the interview, while they still remember the conversation."
        )
    ended_at = letter.pursuit.ended_at
    if ended_at is None:
        return _("A day or two after their answer is the best time; a week after it is too late.")
    return _after(timezone.localdate(ended_at), today)


def _after(answered: date, today: date) -> str:
    first, second, last = (answered + timedelta(days=days) for days in (1, 2, A_WEEK))
    facts = {"first": any_day(first), "second": any_day(second), "last": any_day(last)}
    if today <= second:
        return (
            _("The best time is a day or two after their answer: %(first)s, or %(second)s.") % facts
        )
    if today <= last:
        return (
            _(
                "A day or two after their answer is best. Send it soon: after %(last)s it is too late."
            )
            % facts
        )
    return _("Their answer is more than a week old. A letter so late is seldom answered.")


def hope(letter: EmployerLetter) -> str:
    """What may be hoped of it, honestly."""
    if letter.is_thanks:
        return _("It needs no answer, and most people don’t write one.")
    return _(
        "Many employers don’t answer, often because they are not allowed to. That says nothing about you."
    )
