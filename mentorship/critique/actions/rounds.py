"""How open a round is: what mentors see of each other; and when its seeker read what came of it."""

from datetime import datetime

from django.db import transaction
from django.db.models import Q

from accounts.reader import Reader
from mentorship.circle import actions as circle
from mentorship.circle.models import Round
from mentorship.critique.access import require
from mentorship.critique.models import Thread
from mentorship.critique.notices import opened_up
from mentorship.critique.threads.changes import lock, mark_changed


@transaction.atomic
def note_letter_read(asked: Round, *, by: Reader, at: datetime) -> None:
    """Its seeker has read, as one letter, what was said until `at`."""
    require(by, "own", on=asked)
    known = Round.objects.owned_by(by).filter(pk=asked.pk)
    known.filter(Q(letter_read_at=None) | Q(letter_read_at__lt=at)).update(letter_read_at=at)


@transaction.atomic
def choose_openness(asked: Round, *, by: Reader, openness: str) -> None:
    """Open it up, or close it while nothing was sent. Those whose words more people see now are told.

    Raises Refused "heard" (409) when it would close what was sent already.
    """
    require(by, "own", on=asked)
    if not circle.choose_openness(asked, by=by, openness=openness):
        return
    sent = Thread.objects.sent().filter(round=asked)
    for document in asked.documents.order_by("pk"):
        moment = lock(document)
        mark_changed(list(sent.filter(document=document)), moment)
    opened_up.tell_mentors(asked)
