"""How often letters may be asked for, counted in the rows they leave."""

from datetime import datetime, timedelta

from django.db.models import Q
from django.db.models.expressions import Combinable
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.models import User
from accounts.reader import Reader
from mentorship.circle import kinds
from mentorship.circle.models import Invitation, Silence
from mentorship.notifications import ceilings
from mentorship.notifications.access import may_be_written_to
from mentorship.notifications.ceilings import Asker, TooMany
from mentorship.notifications.models import Event, Letter, Notice
from mentorship.toolbox.clock.moments import Now, now
from mentorship.toolbox.refused import Refused

A_DAY = timedelta(days=1)
DAILY_PER_SEEKER = 20  # invitations a day
KINDS_OF_ASKS = [kinds.INVITATION, kinds.ANOTHER_LOOK]
BETWEEN = timedelta(minutes=1)
MAX_CODE_TRIES = 5


def lock(seeker: User, people: list[User]) -> None:
    """Lock these rows, always in the same order, so that what is counted stays counted."""
    known = sorted({seeker.pk, *(person.pk for person in people)})
    list(User.objects.select_for_update(no_key=True).filter(pk__in=known).order_by("pk"))


def left_today(seeker: User) -> int:
    """How many more invitations the seeker may send today."""
    sent = Event.objects.filter(actor=seeker, kind__in=KINDS_OF_ASKS, happened_at__gt=_yesterday())
    return max(DAILY_PER_SEEKER - sent.count(), 0)


def why_not(seeker: User, person: User) -> str:
    """Why the seeker may not write to this person now; empty when she may."""
    if seeker.pk == person.pk:
        return _("This is your own address.")
    if not may_be_written_to(person, by=seeker):
        return _("This person doesn’t accept emails from you here. Ask in another way.")
    if not ceilings.may_be_invited(person.email):
        return _("This address has had enough emails for today. Ask again tomorrow.")
    return ""


def require_letters(seeker: User, people: list[User], *, by: Reader) -> None:
    """Count an invitation to each of these people, before it is written.

    Raises Refused "too-many" when they are more than the seeker may send today, TooMany when they
    are more than anybody may, or than may come from where she is.
    """
    left = left_today(seeker)
    if len(people) <= left:
        ceilings.invite([person.email for person in people], by=Asker(by.network))
        return
    sentence = ngettext(
        "You can invite 20 people a day, and %(left)s is left today. Ask fewer now.",
        "You can invite 20 people a day, and %(left)s are left today. Ask fewer now.",
        left,
    )
    raise Refused("too-many", sentence % {"left": left}, status=429)


def may_ask_for_mail(invitation: Invitation, kind: str, *, by: Reader) -> bool:
    """Whether the invited address may be sent one more of `kind`, for whoever asks at the page.

    Counts it, if so. A minute after one of them there is none: that one serves whoever asks.
    """
    if Silence.objects.filter(person=invitation.person, seeker=None).exists():
        return False
    last = _last_fresh(invitation) if kind == kinds.FRESH_LINK else _last_code(invitation)
    if last and last > now() - BETWEEN:
        return False
    is_known = by.person == invitation.person and bool(by.owns or by.proved)
    try:
        ceilings.ask(invitation.person.email, by=Asker(by.network, is_known=is_known))
    except TooMany:
        return False
    return True


def _last_fresh(invitation: Invitation) -> datetime | None:
    fresh = Event.objects.filter(
        kind=kinds.FRESH_LINK, thing__startswith=f"invitation:{invitation.ref}/"
    )
    return fresh.order_by("-happened_at").values_list("happened_at", flat=True).first()


def _last_code(invitation: Invitation) -> datetime | None:
    newest = invitation.codes.order_by("-sent_at")
    return newest.values_list("sent_at", flat=True).first()


def may_tell_once_a_day(kind: str, invitation: Invitation) -> bool:
    """Whether its person was told nothing of this kind within a day."""
    told = Event.objects.filter(kind=kind, happened_at__gt=_yesterday())
    return not told.filter(thing__startswith=f"invitation:{invitation.ref}/").exists()


def is_about_to_hear(kind: str, invitation: Invitation) -> bool:
    """Whether a letter of this kind waits, which will say what is so when it leaves."""
    notices = Notice.objects.filter(event__kind=kind, event__thing=invitation.thing)
    letters = notices.filter(channel=Notice.Channel.LETTER, dropped_at=None)
    return letters.filter(Q(letter=None) | Q(letter__state=Letter.State.WAITING)).exists()


def _yesterday() -> Combinable:
    return Now() - A_DAY
