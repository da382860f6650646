"""What the person who was asked does with it."""

from datetime import date

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from accounts.reader import Reader
from mentorship.circle import kinds
from mentorship.circle.access import require, require_open
from mentorship.circle.links import Link
from mentorship.circle.models import Invitation, Pass
from mentorship.circle.visitors import pass_making
from mentorship.documents import actions as documents
from mentorship.documents.models import Document, Grant
from mentorship.notifications.notices import tell
from mentorship.toolbox.clock.mornings import morning
from mentorship.toolbox.refused import Refused
from mentorship.trail.actions import write


@transaction.atomic
def accept_link(invitation: Invitation, *, by: Reader, link: Link, browser: str) -> Pass:
    """Spend the link on a pass for this browser. Pressed twice in one browser it is the same pass.

    Raises Refused: "code" when a mailed code opens the invitation and this link does not, "spent"
    (409).
    """
    require(by, "answer", on=invitation)
    invitation = pass_making.locked_as_it_is(invitation)
    if pass_making.needs_code(invitation, link):
        raise Refused("code", _("This invitation opens with a code that we email you."))
    return pass_making.make_pass(
        invitation, link.name, browser, is_passed_on=link.is_passed_on, by=by
    )


@transaction.atomic
def continue_(invitation: Invitation, *, by: Reader) -> None:
    """Open it where no link is needed: by her account, or in a browser that has her pass.

    The first time the seeker is told, as after `press`; a "not this time" is over.
    """
    require(by, "answer", on=invitation)
    invitation = pass_making.locked_as_it_is(invitation)
    if not invitation.pressed_at or invitation.declined_at:
        pass_making.note_pressed(invitation, by=by)


@transaction.atomic
def decline(invitation: Invitation, *, by: Reader) -> None:
    """Not this time. The seeker is told; what is open stays open, in case she changes her mind.

    Raises Refused "closed" with the round.
    """
    require(by, "answer", on=invitation)
    invitation = pass_making.locked_as_it_is(invitation)
    require_open(invitation.round)
    if invitation.declined_at:
        return
    invitation.declined_at, invitation.remind_at = timezone.now(), None
    invitation.save(update_fields=["declined_at", "remind_at"])
    write("declined", invitation.thing, owner=invitation.seeker, by=by)
    _tell_seeker(kinds.DECLINED, invitation, actor=invitation.person)


@transaction.atomic
def postpone(invitation: Invitation, *, by: Reader, until: date) -> None:
    """Later: the seeker sees until when, and on that morning a reminder with the link is sent.

    Raises Refused "closed" with the round.
    """
    require(by, "answer", on=invitation)
    invitation = pass_making.locked_as_it_is(invitation)
    require_open(invitation.round)
    if invitation.put_off_until == until and not invitation.declined_at:
        return
    invitation.put_off_at, invitation.put_off_until = timezone.now(), until
    invitation.declined_at = None
    invitation.remind_at = morning(until, invitation.person.zone)
    invitation.save(update_fields=["put_off_at", "put_off_until", "declined_at", "remind_at"])
    write("put-off", invitation.thing, owner=invitation.seeker, by=by)


@transaction.atomic
def report_wrong_person(invitation: Invitation, *, by: Reader) -> None:
    """Whoever holds the letter is not the one it is for: it opens nothing until it is sent again."""
    require(by, "answer", on=invitation)
    invitation = pass_making.locked_as_it_is(invitation)
    invitation.disowned_at = timezone.now()
    invitation.save(update_fields=["disowned_at"])
    pass_making.end_passes(invitation)
    write("disowned", invitation.thing, owner=invitation.seeker, by=by)
    _tell_seeker(kinds.DISOWNED, invitation, actor=None)


@transaction.atomic
def leave(invitation: Invitation, document: Document, *, by: Reader) -> None:
    """The mentor no longer wants to see this document; what other rounds opened stays open.

    Whoever came by a link that was passed on leaves alone: the mentor's own ways in stay open.
    """
    require(by, "answer", on=invitation)
    invitation = pass_making.locked_as_it_is(invitation)
    if passed_on := invitation.passes.filter(pk__in=by.hands):
        passed_on.update(ended_at=timezone.now())
        return
    documents.end_grant(document, by=by, **pass_making.source(invitation))
    write("left", f"document:{document.ref}", owner=invitation.seeker, by=by)
    if not Grant.objects.live().filter(**pass_making.source(invitation)).exists():
        invitation.left_at = timezone.now()
        invitation.save(update_fields=["left_at"])


def _tell_seeker(kind: str, invitation: Invitation, *, actor: User | None) -> None:
    tell(kind, thing=invitation.thing, actor=actor, people=[invitation.seeker])
