"""Letters somebody wants, or wants no more: new links, codes, silence."""

from collections.abc import Iterable

from django.db import transaction
from django.db.models import Q

from accounts.models import User
from accounts.reader import Reader
from mentorship.circle import asking, kinds, limits
from mentorship.circle.models import Code, Invitation, Pass, Silence
from mentorship.circle.visitors import pass_making, passes
from mentorship.notifications.letters import write_letter
from mentorship.notifications.marks import Secret
from mentorship.notifications.notices import Channel, tell
from mentorship.toolbox.access import open_to_all


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


@open_to_all("a letter to the invited address alone; answers the same whether there is one")
@transaction.atomic
def send_fresh_link(ref: str, *, by: Reader) -> None:
    """A letter with a new link to the invited address, if there is such an invitation and it is
    time; whoever asked is told the same in any case. Links that are good stay so.
    """
    invitation = pass_making.locked(Invitation.objects.live(), ref=ref)
    if invitation and limits.may_ask_for_mail(invitation, kinds.FRESH_LINK, by=by):
        asking.freshen(invitation)
        tell(
            kinds.FRESH_LINK,
            thing=invitation.thing,
            actor=None,
            people=[invitation.person],
            channels=[Channel.LETTER],
        )


@open_to_all("a letter to the invited address alone; answers the same whether there is one")
@transaction.atomic
def send_code(ref: str, *, by: Reader) -> None:
    """A letter with a code to the invited address, under the same rules as `send_fresh_link`."""
    invitation = pass_making.locked(Invitation.objects.live(), ref=ref)
    if invitation and limits.may_ask_for_mail(invitation, kinds.CODE, by=by):
        made = Code.objects.create(invitation=invitation)
        write_letter(
            kinds.CODE,
            address=invitation.person.email,
            person=invitation.person,
            context={"code": Secret("code"), "name": invitation.name},
            is_about_signing_in=True,
            ref=made.ref,
        )


@open_to_all("the mailed code itself is what gives the right")
@transaction.atomic
def enter_code(
    ref: str, code: str, *, by: Reader, shown: Iterable[str], browser: str
) -> Pass | None:
    """The pass for this browser, once a code of the last ten minutes was typed; None for a wrong one.

    by  whoever types it, as the browser came

    Raises Refused "too-many-tries" for whoever typed too many from one network; the codes stay good.

    One that this browser shows already stays the same, unless it came by a copied link: what was
    written through that stays marked, so the proof is a pass of its own.
    """
    pass_making.require_try(ref, by=by)
    invitation = pass_making.locked(Invitation.objects.live(), ref=ref)
    used = pass_making.use_code(code, invitation) if invitation else None
    if not invitation or not used:
        return None
    proved = Pass.objects.live().filter(invitation=invitation, is_passed_on=False)
    if open_here := proved.filter(ref__in=list(shown)).first():
        return open_here
    hers = passes.as_visitor(invitation)
    made_by = f"code {used.ref}"
    return pass_making.make_pass(invitation, made_by, browser, is_passed_on=False, by=hers)
