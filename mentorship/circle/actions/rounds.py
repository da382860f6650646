"""A round as a whole: it is closed, and opened again."""

from django.db import transaction
from django.utils import timezone

from accounts.reader import Reader
from mentorship.circle import asking, kinds, limits
from mentorship.circle.access import require
from mentorship.circle.models import Invitation, Round
from mentorship.circle.reminders import wanted
from mentorship.circle.visitors import pass_making
from mentorship.notifications.notices import Channel, tell
from mentorship.trail.actions import write


@transaction.atomic
def close(asked: Round, *, by: Reader) -> None:
    """Nobody is asked or reminded any more. All that was said stays, and can be read as before.

    Whoever was still asked, and may have heard of it, is told. Closed already, nothing changes.
    """
    require(by, "own", on=asked)
    kept = pass_making.locked_round(asked)
    if kept.closed_at:
        return
    kept.closed_at = asked.closed_at = timezone.now()
    kept.save(update_fields=["closed_at"])
    for invitation in _still_asked(kept):
        invitation.remind_at = None
        invitation.save(update_fields=["remind_at"])
        if pass_making.may_have_heard(invitation):
            _tell(kinds.CLOSED, invitation, by=by)
    write("closed", f"round:{asked.ref}", owner=kept.owner, by=by)


@transaction.atomic
def reopen(asked: Round, *, by: Reader) -> None:
    """It asks again whoever has not answered, with their reminders.

    Whoever heard that it was closed is told; whose letter turned back meanwhile gets it now. Open
    already, nothing changes.
    """
    require(by, "own", on=asked)
    kept = pass_making.locked_round(asked)
    if not kept.closed_at:
        return
    kept.closed_at = asked.closed_at = None
    kept.save(update_fields=["closed_at"])
    for invitation in _still_asked(kept):
        _ask_once_more(invitation, by=by)
    write("reopened", f"round:{asked.ref}", owner=kept.owner, by=by)


def _ask_once_more(invitation: Invitation, *, by: Reader) -> None:
    event = invitation.event
    if event and event.notices.exclude(dropped_at=None).filter(channel=Channel.LETTER).exists():
        asking.send(invitation)
        return
    invitation.remind_at = wanted.next_one(invitation)
    invitation.save(update_fields=["remind_at"])
    if pass_making.may_have_heard(invitation, of=kinds.CLOSED):
        _tell(kinds.REOPENED, invitation, by=by)


def _still_asked(asked: Round) -> list[Invitation]:
    """Those from whom an answer is to come, locked in the order in which all are locked."""
    hers = (
        Invitation.objects.live()
        .awaited()
        .filter(round=asked)
        .select_related("round__owner", "person", "event")
    )
    return list(hers.select_for_update(of=("self",)).order_by("pk"))


def _tell(kind: str, invitation: Invitation, *, by: Reader) -> None:
    if limits.may_tell_once_a_day(kind, invitation):
        tell(kind, thing=invitation.thing, actor=by.person, people=[invitation.person])
