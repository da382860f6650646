"""What a seeker asks of people, asks once more, and takes back."""

from collections.abc import Iterable, Sequence
from datetime import date
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.reader import Reader
from mentorship.circle import asking, kinds, limits
from mentorship.circle.access import require, require_open
from mentorship.circle.asking import Ask, AskedBefore, Invitee
from mentorship.circle.models import Invitation, Round
from mentorship.circle.visitors import pass_making
from mentorship.documents import actions as documents
from mentorship.documents.models import Document
from mentorship.jobsearch import access as jobsearch
from mentorship.notifications.notices import tell
from mentorship.toolbox.access import open_to_all
from mentorship.toolbox.refused import Refused
from mentorship.toolbox.web.once import once
from mentorship.toolbox.work.killpoints import killpoint
from mentorship.trail.actions import write


@open_to_all("whoever is signed in may ask; each of the documents is granted by its owner only")
@transaction.atomic
def ask(
    to_read: Sequence[Document], *, by: Reader, people: Iterable[Invitee], ask: Ask, key: UUID
) -> Round:
    """One round: `people` are asked to read these documents, all of them or nobody.

    key  of the form: sent twice it makes one round

    Raises AskedBefore when the form was sent before and said something else: letters have left,
    and nobody is to get a second one unseen. Refused: "unproved" before the seeker proved her
    address, "too-many" (429) over twenty a day; RowsRefused when some of the people may not be
    written to now.
    """
    owner, people = by.account, list(people)
    sent = once(key, [document.pk for document in to_read], people, ask)
    known = Round.objects.owned_by(by).filter(key=key).first()
    if known and known.sent in {sent, None}:
        return known
    if known:
        raise AskedBefore(known)
    if not owner.claimed_at:
        raise Refused(
            "unproved", _("Confirm your address first: sign in with a code we email you.")
        )
    if ask.pursuit:
        jobsearch.require(by, "own", on=ask.pursuit)
    met = asking.meet(owner, people)
    limits.require_letters(owner, [person for person, _called in met], by=by)
    asked = Round.objects.create(
        owner=owner,
        key=key,
        sent=sent,
        name=ask.name,
        sentence=ask.sentence,
        questions=ask.questions,
        minutes=ask.minutes,
        wanted_by=ask.wanted_by,
        openness=ask.openness,
        sends_reminders=ask.sends_reminders,
        pursuit=ask.pursuit,
    )
    asked.documents.set(to_read)
    for person, called in met:
        asking.invite(asked, person, called, ask, list(to_read), by=by)
    return asked


@transaction.atomic
def send_again(invitation: Invitation, *, by: Reader) -> Invitation:
    """One more letter with a new link; also after somebody said that she is not the one meant.

    Raises Refused: "over" after she declined or answered or it was taken back, "closed" with the
    round, "people" as `ask`.
    """
    require(by, "own", on=invitation)
    invitation = pass_making.locked_as_it_is(invitation)
    require_open(invitation.round)
    if invitation.revoked_at or invitation.declined_at or invitation.answered_at:
        raise Refused("over", _("This invitation is over. Ask again in a new round."))
    sentence = limits.why_not(invitation.seeker, invitation.person)
    if sentence:
        raise Refused("people", sentence, status=429)
    limits.require_letters(invitation.seeker, [invitation.person], by=by)
    invitation.disowned_at = None
    invitation.save(update_fields=["disowned_at"])
    asking.renew(invitation)
    asking.send(invitation)
    write("invited", invitation.thing, owner=invitation.seeker, by=by)
    return invitation


@transaction.atomic
def ask_again(
    invitation: Invitation, *, by: Reader, words: str = "", wanted_by: date | None = None
) -> None:
    """Ask whoever has finished for another look, by a letter with a new link. What she sent stays.

    Asked and not answered yet, nothing changes. Raises Refused "over" when there is nothing to ask
    again, "closed" with the round, "people" and "too-many" as `ask`.
    """
    require(by, "own", on=invitation)
    invitation = pass_making.locked_as_it_is(invitation)
    require_open(invitation.round)
    if invitation.waits_for_another_look:
        return
    is_over = invitation.revoked_at or invitation.disowned_at or invitation.left_at
    if is_over or invitation.declined_at or not invitation.answered_at:
        raise Refused("over", _("Only someone who has finished can be asked for another look."))
    if sentence := limits.why_not(invitation.seeker, invitation.person):
        raise Refused("people", sentence, status=429)
    limits.require_letters(invitation.seeker, [invitation.person], by=by)
    invitation.asked_again_at, invitation.again = timezone.now(), words
    invitation.wanted_by, invitation.answered_at, invitation.begun_at = wanted_by, None, None
    invitation.put_off_at, invitation.put_off_until = None, None
    invitation.reminders, invitation.reminded_at = 0, None
    invitation.save()
    asking.renew(invitation)
    asking.send(invitation)
    write("asked-again", invitation.thing, owner=invitation.seeker, by=by)


@transaction.atomic
def copy_link(invitation: Invitation, *, by: Reader) -> Invitation:
    """A link the seeker may send by other means; the one she copied before ends.

    Its pass is marked as passed on, for nobody knows who presses it. Whom it is for is told, at most
    once a day: it writes in her name. Raises Refused "closed" with the round.
    """
    require(by, "own", on=invitation)
    invitation = pass_making.locked_as_it_is(invitation)
    require_open(invitation.round)
    invitation.copies += 1
    invitation.copied_at = timezone.now()
    invitation.save(update_fields=["copies", "copied_at"])
    write("copied-link", invitation.thing, owner=invitation.seeker, by=by)
    if limits.may_tell_once_a_day(kinds.COPIED, invitation):
        tell(kinds.COPIED, thing=invitation.thing, actor=by.person, people=[invitation.person])
    return invitation


@transaction.atomic
def revoke(invitation: Invitation, *, by: Reader) -> None:
    """Take it back: its grants and passes end now, its letter does not leave any more.

    She is told only if she may have heard of it.
    """
    require(by, "own", on=invitation)
    invitation = pass_making.locked_as_it_is(invitation)
    if invitation.revoked_at:
        return
    for document in invitation.round.documents.all():
        documents.end_grant(document, by=by, **pass_making.source(invitation))
    invitation.revoked_at = timezone.now()
    invitation.save(update_fields=["revoked_at"])
    pass_making.end_passes(invitation)
    write("revoked", invitation.thing, owner=invitation.seeker, by=by)
    if pass_making.may_have_heard(invitation):
        tell(kinds.REVOKED, thing=invitation.thing, actor=by.person, people=[invitation.person])
    killpoint("revoke-uncommitted")
