"""Telling mentors of the next version, which is the seeker's to do: uploading it tells nobody."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.reader import Reader
from mentorship.circle import actions as circle
from mentorship.circle.models import Invitation
from mentorship.critique.models import Message, Telling
from mentorship.critique.notices import new_version
from mentorship.critique.steps.tellings import Listener, listeners
from mentorship.critique.threads.changes import hold
from mentorship.documents.access import require
from mentorship.documents.models import Version
from mentorship.toolbox.refused import Refused
from mentorship.trail.actions import write


@dataclass(frozen=True, slots=True)
class Words:
    """What one mentor is to read, and whether she is asked for another look in the same letter."""

    person: int
    words: str
    asks_again: bool = False


@transaction.atomic
def tell(version: Version, people: Sequence[Words], *, by: Reader) -> Telling:
    """Tell these people of it, or nobody, in one letter each; once: told already, nothing is sent again.

    Whoever may no longer be told is left out.

    Raises Refused "deleted", "newer" when there is a later version to tell of, and what asking for
    another look raises; then nobody is told.
    """
    require(by, "own", on=version.document)
    if hold(version):
        raise Refused("newer", _("There is a newer version. Tell people of that one."))
    telling, is_new = Telling.objects.get_or_create(version=version)
    if not is_new:
        return telling
    known = {one.person_id: one for one in listeners(version, by)}
    told = [(one, known[one.person]) for one in people if one.person in known]
    Message.objects.bulk_create(
        Message(
            telling=telling,
            person_id=one.person,
            words=one.words,
            asks_again=_again(one, listener) is not None,
        )
        for one, listener in told
    )
    for one, listener in told:
        if again := _again(one, listener):
            circle.ask_again(again, by=by, words=one.words)
    plainly = [known.invitation.person for one, known in told if _again(one, known) is None]
    if plainly:
        new_version.tell_mentors(version, plainly)
    write(
        "told",
        f"version:{version.document.ref}/{version.number}",
        owner=version.document.owner,
        by=by,
    )
    return telling


def _again(one: Words, listener: Listener) -> Invitation | None:
    return listener.again if one.asks_again else None
