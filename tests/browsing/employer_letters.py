"""The page of a letter to an employer, and the clock while it is there."""

from datetime import datetime
from zoneinfo import ZoneInfo

import time_machine
from django.urls import reverse

from mentorship.jobsearch.models import EmployerLetter

TUESDAY = datetime(2026, 11, 24, 15, tzinfo=ZoneInfo("Europe/Berlin"))


def at(moment: datetime) -> time_machine.travel:
    """The clock stands there."""
    return time_machine.travel(moment, tick=False)


def of(letter: EmployerLetter, name: str = "employer_letter") -> str:
    """The address of its page, or of what can be done there."""
    return reverse(f"jobsearch:{name}", args=[letter.document.ref])
