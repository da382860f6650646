"""Whom a seeker asks, and what the people she asked do with it."""

from collections.abc import Iterable, Sequence
from datetime import date
from uuid import UUID

from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from accounts.reader import Reader
from mentorship.circle import asking, limits, notices, opening, passes
from mentorship.circle.access import require
from mentorship.circle.asking import Ask, Asked
from mentorship.circle.links import Link
from mentorship.circle.models import Invitation, Pass, Round, Silence
from mentorship.documents import actions as documents
from mentorship.documents.models import Document, Grant
from mentorship.notifications import codes
from mentorship.notifications.letters import write_letter
from mentorship.notifications.notices import Channel, tell
from mentorship.toolbox.access import open_to_all
from mentorship.toolbox.refs import new_ref
from mentorship.toolbox.refused import Refused
from mentorship.trail.actions import write


@open_to_all("whoever is signed in may ask; each of the documents is granted by its owner only")
@transaction.atomic
def ask(
    to_read: Sequence[Document], *, by: Reader, people: Iterable[Asked], ask: Ask, key: UUID
) -> Round:
    """One round: `people` are asked to read these documents. Once per `key`, all of them or nobody.

    Raises Refused: "unproved" before the seeker proved her address, "too-many" (429) over twenty a
    day; RowsRefused when some of the people may not be written to now.
    """
    owner = by.account
    known = Round.objects.owned_by(by).filter(key=key).first()
    if known:
        return known
    if not owner.claimed_at:
        raise Refused("unproved", _("Prove your address first: sign in with a code we mail you."))
    met = asking.meet(owner, people)
    limits.require_letters(owner, len(met))
    asked = Round.objects.create(
        owner=owner,
        key=key,
        sentence=ask.sentence,
        questions=ask.questions,
        minutes=ask.minutes,
        wanted_by=ask.wanted_by,
    )
    asked.documents.set(to_read)
    for person, name in met:
        asking.invite(asked, person, name, ask, list(to_read), by=by)
    return asked


@transaction.atomic
def send_again(invitation: Invitation, *, by: Reader) -> Invitation:
    """One more letter with a fresh link; also after somebody said that she is not the one meant.

    Raises Refused: "over" after she declined or answered or it was taken back, "people" as `ask`.
    """
    require(by, "own", on=invitation)
    invitation = opening.locked_as_it_is(invitation)
    if invitation.revoked_at or invitation.declined_at or invitation.answered_at:
        raise Refused("over", _("This invitation is over. Ask again in a new round."))
    sentence = limits.why_not(invitation.seeker, invitation.person)
    if sentence:
        raise Refused("people", sentence, status=429)
    limits.require_letters(invitation.seeker, 1)
    invitation.disowned_at = None
    invitation.save(update_fields=["disowned_at"])
    asking.renew(invitation)
    asking.send(invitation)
    write("invited", invitation.thing, owner=invitation.seeker, by=by)
    return invitation


@transaction.atomic
def copy_link(invitation: Invitation, *, by: Reader) -> Invitation:
    """A link the seeker may send by other means; the one she copied before ends.

    Its pass is marked as passed on until a code mailed to the invited address was entered.
    """
    require(by, "own", on=invitation)
    invitation = opening.locked_as_it_is(invitation)
    invitation.copies += 1
    invitation.copied_at = timezone.now()
    invitation.save(update_fields=["copies", "copied_at"])
    write("copied-link", invitation.thing, owner=invitation.seeker, by=by)
    return invitation


@transaction.atomic
def revoke(invitation: Invitation, *, by: Reader) -> None:
    """Take it back: its grants and passes end now, its letter does not leave any more.

    She is told only if she may have heard of it.
    """
    require(by, "own", on=invitation)
    invitation = opening.locked_as_it_is(invitation)
    if invitation.revoked_at:
        return
    for document in invitation.round.documents.all():
        documents.end_grant(document, by=by, **opening.source(invitation))
    invitation.revoked_at = timezone.now()
    invitation.save(update_fields=["revoked_at"])
    opening.end_passes(invitation)
    write("revoked", invitation.thing, owner=invitation.seeker, by=by)
    if opening.may_have_heard(invitation):
        tell(notices.REVOKED, thing=invitation.thing, actor=by.person, people=[invitation.person])


@transaction.atomic
def press(invitation: Invitation, *, by: Reader, link: Link, browser: str) -> Pass:
    """Spend the link on a pass for this browser. Pressed twice in one browser it is the same pass.

    Raises Refused: "code" when this invitation opens by a mailed code only, "spent" (409).
    """
    require(by, "answer", on=invitation)
    invitation = opening.locked_as_it_is(invitation)
    if invitation.always_by_code:
        raise Refused("code", _("This invitation opens with a code that we mail you."))
    return opening.make_pass(invitation, link.name, browser, is_passed_on=link.is_passed_on, by=by)


@transaction.atomic
def decline(invitation: Invitation, *, by: Reader) -> None:
    """Not this time. The seeker is told; what is open stays open, in case she changes her mind."""
    require(by, "answer", on=invitation)
    invitation = opening.locked_as_it_is(invitation)
    if invitation.declined_at:
        return
    invitation.declined_at = timezone.now()
    invitation.save(update_fields=["declined_at"])
    write("declined", invitation.thing, owner=invitation.seeker, by=by)
    _tell_seeker(notices.DECLINED, invitation, actor=invitation.person)


@transaction.atomic
def put_off(invitation: Invitation, *, by: Reader, until: date) -> None:
    """Later: the seeker sees until when, and on that morning a reminder with the link is sent."""
    require(by, "answer", on=invitation)
    invitation = opening.locked_as_it_is(invitation)
    if invitation.put_off_until == until:
        return
    invitation.put_off_at, invitation.put_off_until = timezone.now(), until
    invitation.declined_at = None
    invitation.save(update_fields=["put_off_at", "put_off_until", "declined_at"])
    asking.remind(invitation, until)
    write("put-off", invitation.thing, owner=invitation.seeker, by=by)


@transaction.atomic
def disown(invitation: Invitation, *, by: Reader) -> None:
    """Whoever holds the letter is not the one it is for: it opens nothing until it is sent again."""
    require(by, "answer", on=invitation)
    invitation = opening.locked_as_it_is(invitation)
    invitation.disowned_at = timezone.now()
    invitation.save(update_fields=["disowned_at"])
    opening.end_passes(invitation)
    write("disowned", invitation.thing, owner=invitation.seeker, by=by)
    _tell_seeker(notices.DISOWNED, invitation, actor=None)


@transaction.atomic
def leave(invitation: Invitation, document: Document, *, by: Reader) -> None:
    """The mentor no longer wants to see this document; what other rounds opened stays open."""
    require(by, "answer", on=invitation)
    invitation = opening.locked_as_it_is(invitation)
    documents.end_grant(document, by=by, **opening.source(invitation))
    write("left", f"document:{document.ref}", owner=invitation.seeker, by=by)
    if not Grant.objects.live().filter(**opening.source(invitation)).exists():
        invitation.left_at = timezone.now()
        invitation.save(update_fields=["left_at"])


@open_to_all("a stop link may be followed by whoever holds the letter, also when it is over")
@transaction.atomic
def silence(person: User, *, seeker: User | None, by: Reader) -> None:
    """No more letters to `person` about what `seeker` asks; without a seeker, about anybody's asks."""
    Silence.objects.get_or_create(person=person, seeker=seeker)


@open_to_all("as `silence`, which it takes back")
@transaction.atomic
def end_silence(person: User, *, seeker: User, by: Reader) -> None:
    """Letters about what `seeker` asks, and about anybody's asks, may come again."""
    Silence.objects.filter(Q(seeker=seeker) | Q(seeker=None), person=person).delete()


@transaction.atomic
def send_fresh_link(ref: str) -> None:
    """A letter with a fresh link to the invited address, if there is such an invitation and it is
    time; whoever asked is told the same in any case.
    """
    invitation = opening.locked(Invitation.objects.live(), ref=ref)
    if invitation and limits.may_ask_for_mail(invitation, notices.FRESH_LINK):
        asking.renew(invitation)
        invitation.sent_at = timezone.now()
        invitation.save(update_fields=["sent_at"])
        tell(
            notices.FRESH_LINK,
            thing=invitation.thing,
            actor=None,
            people=[invitation.person],
            channels=[Channel.LETTER],
        )


@transaction.atomic
def send_code(ref: str) -> None:
    """A letter with a code to the invited address, under the same rules as `send_fresh_link`."""
    invitation = opening.locked(Invitation.objects.live(), ref=ref)
    if invitation and limits.may_ask_for_mail(invitation, notices.CODE):
        invitation.code_ref, invitation.code_tries = new_ref(), 0
        invitation.code_sent_at = timezone.now()
        invitation.save(update_fields=["code_ref", "code_tries", "code_sent_at"])
        write_letter(
            notices.CODE,
            address=invitation.person.email,
            person=invitation.person,
            context={"code": codes.marker("code"), "name": invitation.name},
            is_about_signing_in=True,
            ref=invitation.code_ref,
        )


@transaction.atomic
def enter_code(ref: str, code: str, *, shown: Iterable[str], browser: str) -> Pass | None:
    """The pass for this browser, once the code mailed last was typed; None for a wrong or old one.

    A pass this browser shows already, from a copied link, is hers from now on.
    """
    invitation = opening.locked(Invitation.objects.live(), ref=ref)
    if not invitation or not opening.is_right_code(code, invitation):
        return None
    name = f"code {invitation.code_ref}"
    invitation.code_ref = ""
    invitation.save(update_fields=["code_ref"])
    open_here = Pass.objects.live().filter(invitation=invitation, ref__in=list(shown)).first()
    if open_here:
        open_here.is_passed_on = False
        open_here.save(update_fields=["is_passed_on"])
        return open_here
    by = passes.as_visitor(invitation)
    return opening.make_pass(invitation, name, browser, is_passed_on=False, by=by)


def begun(invitation: Invitation) -> None:
    """Note that its person has written something, which only she sees. Called by critique."""
    Invitation.objects.filter(pk=invitation.pk, begun_at=None).update(begun_at=timezone.now())


def answered(invitation: Invitation) -> None:
    """Note that its person has finished and sent a review. Called by critique."""
    now = timezone.now()
    Invitation.objects.filter(pk=invitation.pk).update(answered_at=now, declined_at=None)


def _tell_seeker(kind: str, invitation: Invitation, *, actor: User | None) -> None:
    tell(kind, thing=invitation.thing, actor=actor, people=[invitation.seeker])
