"""Which reminder an invitation still wants, and when."""

from datetime import date, datetime

from mentorship.circle.models import Invitation
from mentorship.circle.reminders.mornings import next_reminder
from mentorship.toolbox.clock.moments import now
from mentorship.toolbox.clock.mornings import humane, morning


def upcoming(invitation: Invitation) -> datetime | None:
    """When the next one is due that nobody picked; None for none."""
    if not invitation.round.sends_reminders:
        return None
    return next_reminder(
        invitation.due_on,
        asked_at=invitation.asked_again_at or invitation.created_at,
        now=now(),
        zone=invitation.person.zone,
        sent=invitation.reminders,
    )


def next_one(invitation: Invitation) -> datetime | None:
    """When the next one is due, on the day she picked, if that is still to come, or on one of ours."""
    if is_promised(invitation) and invitation.put_off_until and not has_come(invitation):
        return morning(invitation.put_off_until, invitation.person.zone)
    return upcoming(invitation)


def soonest(invitation: Invitation, now: datetime) -> datetime:
    """When one that is due may leave: by day where she lives, and not before the day she picked."""
    moment = humane(now, invitation.person.zone)
    if is_promised(invitation) and invitation.put_off_until:
        return max(moment, morning(invitation.put_off_until, invitation.person.zone))
    return moment


def waits(invitation: Invitation) -> bool:
    """Whether an answer is still to come."""
    is_over = invitation.revoked_at or invitation.disowned_at or invitation.left_at
    has_answered = invitation.declined_at or invitation.answered_at or invitation.round.closed_at
    return not (is_over or has_answered)


def is_promised(invitation: Invitation) -> bool:
    """Whether she picked a day, and the reminder for it has not been sent."""
    if not invitation.put_off_at:
        return False
    return invitation.reminded_at is None or invitation.reminded_at < invitation.put_off_at


def has_come(invitation: Invitation) -> bool:
    """Whether the day she picked is here."""
    return invitation.put_off_until is not None and invitation.put_off_until <= today(invitation)


def today(invitation: Invitation) -> date:
    """The day it is where she lives."""
    return now().astimezone(invitation.person.zone).date()


def may_be_sent(invitation: Invitation) -> bool:
    """Whether one may leave that nobody picked: drafts, once begun, have a letter of their own."""
    is_later = invitation.put_off_until is not None and not has_come(invitation)
    is_wanted = invitation.round.sends_reminders and not invitation.begun_at and not is_later
    return is_wanted and waits(invitation)
