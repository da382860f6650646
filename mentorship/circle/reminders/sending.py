"""The worker that reminds whoever has not answered: at most twice unasked, and never at night."""

from django.db import transaction

from mentorship.circle import kinds
from mentorship.circle.models import Invitation
from mentorship.circle.reminders import wanted
from mentorship.circle.reminders.mornings import MAX_REMINDERS
from mentorship.circle.visitors import pass_making
from mentorship.notifications.access import may_be_written_to
from mentorship.notifications.models import Preference
from mentorship.notifications.notices import Channel, tell
from mentorship.notifications.topics import Topic
from mentorship.toolbox.clock.moments import now
from mentorship.toolbox.work.bulkheads import each


def remind() -> None:
    """One letter to each whose reminder is due, as far as it still makes sense."""
    each(list(Invitation.objects.to_remind().values_list("pk", flat=True)[:100]), _remind)


@transaction.atomic
def _remind(pk: int) -> None:
    invitation = pass_making.locked(Invitation.objects.to_remind(), pk=pk)
    if invitation is None:  # another sweep was here
        return
    right_now = now()
    moment = wanted.soonest(invitation, right_now)
    if moment > right_now:
        invitation.remind_at = moment
    elif kind := _kind(invitation):
        invitation.reminders, invitation.reminded_at = invitation.reminders + 1, right_now
        invitation.remind_at = wanted.upcoming(invitation)
        _tell(kind, invitation)
    else:
        invitation.remind_at = None
    invitation.save(update_fields=["remind_at", "reminders", "reminded_at"])


def _kind(invitation: Invitation) -> str:
    """Which reminder is due now; empty for none."""
    person = invitation.person
    if Preference.objects.stops(person, Topic.INVITATIONS):
        return ""
    if not may_be_written_to(person, by=invitation.seeker):
        return ""
    if wanted.is_promised(invitation):
        return kinds.REMINDER if wanted.waits(invitation) else ""
    is_left = invitation.reminders < MAX_REMINDERS
    return kinds.DUE if is_left and wanted.may_be_sent(invitation) else ""


def _tell(kind: str, invitation: Invitation) -> None:
    tell(
        kind,
        thing=invitation.thing,
        actor=invitation.seeker,
        people=[invitation.person],
        channels=[Channel.LETTER],
    )
