"""How often letters may be asked for, counted in the rows they leave."""

from datetime import datetime, timedelta

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.models import User
from mentorship.circle import kinds
from mentorship.circle.models import Invitation, Silence
from mentorship.notifications.access import may_be_written_to
from mentorship.notifications.models import Event, Letter, Notice
from mentorship.toolbox.refused import Refused

A_DAY = timedelta(days=1)
DAILY_PER_SEEKER = 20  # invitations a day
DAILY_PER_ADDRESS = 5  # invitations a day, whoever asks
DAILY_BY_THE_INVITED = 8  # fresh links and codes a day for one address
KINDS_OF_ASKS = [kinds.INVITATION, kinds.ANOTHER_LOOK]
BETWEEN = timedelta(minutes=1)
MAX_CODE_TRIES = 5


def lock(seeker: User, people: list[User]) -> None:
    """Lock these rows, always in the same order, so that what is counted stays counted."""
    known = sorted({seeker.pk, *(person.pk for person in people)})
    list(User.objects.select_for_update().filter(pk__in=known).order_by("pk"))


def left_today(seeker: User) -> int:
    """How many more invitations the seeker may send today."""
    sent = Event.objects.filter(actor=seeker, kind__in=KINDS_OF_ASKS, happened_at__gt=_yesterday())
    return max(DAILY_PER_SEEKER - sent.count(), 0)


def why_not(seeker: User, person: User) -> str:
    """Why the seeker may not write to this person now; empty when she may."""
    if seeker.pk == person.pk:
        return _("This is your own address.")
    if not may_be_written_to(person, by=seeker):
        return _("This address takes no letters from you here. Ask in another way.")
    if _written_to(person, KINDS_OF_ASKS).count() >= DAILY_PER_ADDRESS:
        return _("This address was written to five times since yesterday. Ask again tomorrow.")
    return ""


def require_letters(seeker: User, count: int) -> None:
    """Raises Refused "too-many" when `count` more invitations today are more than she may send."""
    left = left_today(seeker)
    if count <= left:
        return
    sentence = ngettext(
        "You can invite 20 people a day, and %(left)s is left today. Ask fewer now.",
        "You can invite 20 people a day, and %(left)s are left today. Ask fewer now.",
        left,
    )
    raise Refused("too-many", sentence % {"left": left}, status=429)


def may_ask_for_mail(invitation: Invitation, kind: str) -> bool:
    """Whether the invited address may be sent one more of `kind`, for whoever asks at the page."""
    if Silence.objects.filter(person=invitation.person, seeker=None).exists():
        return False
    asked = _written_to(invitation.person, [kinds.FRESH_LINK])
    codes = Letter.objects.filter(
        person=invitation.person, kind=kinds.CODE, written_at__gt=_yesterday()
    )
    if asked.count() + codes.count() >= DAILY_BY_THE_INVITED:
        return False
    fresh = asked.filter(event__thing__startswith=f"invitation:{invitation.ref}/")
    latest = fresh.order_by("-due_at").values_list("due_at", flat=True).first()
    last = latest if kind == kinds.FRESH_LINK else invitation.code_sent_at
    return last is None or last < timezone.now() - BETWEEN


def may_tell_of_copy(invitation: Invitation) -> bool:
    """Whether its person was not told within a day that a link was copied for her."""
    told = Event.objects.filter(kind=kinds.COPIED, happened_at__gt=_yesterday())
    return not told.filter(thing__startswith=f"invitation:{invitation.ref}/").exists()


def _written_to(person: User, of: list[str]) -> QuerySet[Notice]:
    letters = Notice.objects.filter(person=person, channel=Notice.Channel.LETTER)
    return letters.filter(event__kind__in=of, event__happened_at__gt=_yesterday())


def _yesterday() -> datetime:
    return timezone.now() - A_DAY
