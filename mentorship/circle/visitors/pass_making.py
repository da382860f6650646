"""What opens an invitation, and what shuts it: passes, codes, the locked row."""

import hmac
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.reader import Reader
from mentorship.circle import kinds
from mentorship.circle.limits import MAX_CODE_TRIES
from mentorship.circle.links import Link
from mentorship.circle.models import Code, Invitation, InvitationQuerySet, Pass, Round
from mentorship.circle.visitors import passes
from mentorship.documents.models import Grant
from mentorship.notifications import ceilings, codes
from mentorship.notifications.ceilings import Asker
from mentorship.notifications.models import Letter
from mentorship.notifications.notices import tell
from mentorship.toolbox.clock.moments import now
from mentorship.toolbox.refused import Refused
from mentorship.trail.actions import write

State = Letter.State
ON_ITS_WAY = [State.IN_DATA, State.SENT, State.UNCONFIRMED, State.KEPT]


def locked(invitations: InvitationQuerySet, **which: Any) -> Invitation | None:
    """The one of these invitations, as it is now, locked until the transaction ends."""
    whole = invitations.select_related("round__owner", "person", "event")
    return whole.select_for_update(of=("self",)).filter(**which).first()


def locked_as_it_is(invitation: Invitation) -> Invitation:
    """The same one, as it is now, locked. Raises Refused "not-found" when it is gone just now."""
    found = locked(Invitation.objects.all(), pk=invitation.pk)
    if found is None:
        raise Refused("not-found", _("There is nothing here."), status=404)
    return found


def locked_round(asked: Round) -> Round:
    """The same round as it is now, locked until the transaction ends."""
    whole = Round.objects.select_for_update(of=("self",)).select_related("owner")
    return whole.get(pk=asked.pk)


def source(invitation: Invitation) -> dict[str, Any]:
    """How grants name it as what they come from."""
    return {"source": Grant.Source.INVITATION, "source_id": invitation.pk}


def needs_code(invitation: Invitation, link: Link) -> bool:
    """Whether this link opens nothing by itself: the seeker wants it so, or it is a copied one and its
    person has claimed her address meanwhile.
    """
    is_over = link.is_passed_on and invitation.person.claimed_at is not None
    return invitation.always_by_code or is_over


def make_pass(
    invitation: Invitation, made_by: str, browser: str, *, is_passed_on: bool, by: Reader
) -> Pass:
    """The one pass of this link or code. The invitation must be locked.

    Raises Refused "spent" when another browser has it, or it is over.
    """
    made_at = now()
    facts = {"browser": browser, "is_passed_on": is_passed_on, "made_at": made_at}
    made, is_new = Pass.objects.get_or_create(
        invitation=invitation,
        made_by=made_by,
        defaults={**facts, "ends_at": made_at + passes.PASS_LASTS},
    )
    is_open = Pass.objects.live().filter(pk=made.pk, browser=browser).exists()
    if not is_open:
        raise Refused("spent", _("This link was used before. Ask for a new one."))
    if is_new:
        note_pressed(invitation, by=by)
    return made


def note_pressed(invitation: Invitation, *, by: Reader) -> None:
    """She has opened it. The first time her seeker is told, in the page alone. The invitation must be locked."""
    if not invitation.pressed_at:
        mentor, seeker = invitation.person, invitation.seeker
        tell(kinds.OPENED, thing=invitation.thing, actor=mentor, people=[seeker])
    invitation.pressed_at = invitation.pressed_at or timezone.now()
    invitation.declined_at = None
    invitation.save(update_fields=["pressed_at", "declined_at"])
    write("pressed", invitation.thing, owner=invitation.seeker, by=by)


def end_passes(invitation: Invitation) -> None:
    """Every browser forgets it with its next request."""
    invitation.passes.filter(ended_at=None).update(ended_at=timezone.now())


def require_try(ref: str, *, by: Reader) -> None:
    """Count one try at a code of the invitation with this ref, whether or not there is one.

    Raises Refused "too-many-tries" for one too many from where `by` is; elsewhere they are not used up.
    """
    what = f"code of {ref}"
    if not ceilings.may_try(what, by=Asker(by.network), most=MAX_CODE_TRIES):
        sentence = _("Too many wrong attempts. Wait ten minutes, then try again.")
        raise Refused("too-many-tries", sentence, status=429)


def use_code(code: str, invitation: Invitation) -> Code | None:
    """The code that this is, used now; None for a wrong or an old one. The invitation must be locked."""
    typed = "".join(filter(str.isalnum, code)).upper()
    for known in invitation.codes.live():
        right = codes.code_for(known.ref).replace("-", "")
        if hmac.compare_digest(typed.encode(), right.encode()):
            known.used_at = timezone.now()
            known.save(update_fields=["used_at"])
            return known
    return None


def may_have_heard(invitation: Invitation, *, of: str = kinds.INVITATION) -> bool:
    """Whether its person may know of it: by a letter, by a copied link, or by opening it.

    of  another kind than the invitation itself: by its letter alone
    """
    letters = Letter.objects.filter(
        person=invitation.person,
        kind=of,
        state__in=ON_ITS_WAY,
        notices__event__thing__startswith=f"invitation:{invitation.ref}/",
    )
    is_here = of == kinds.INVITATION and bool(invitation.pressed_at or invitation.copies)
    return is_here or letters.exists()
