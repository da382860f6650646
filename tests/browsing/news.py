"""What people are told of a critique."""

from django.utils import timezone

from accounts.models import User
from accounts.reader import Reader
from mentorship.circle.models import Invitation
from mentorship.notifications import bell
from mentorship.notifications.models import Notice


def lines(person: User) -> list[str]:
    """What the page tells her, the newest first."""
    hers = Notice.objects.filter(person=person, channel=Notice.Channel.PAGE).order_by("-pk")
    return [line.told.sentence for line in bell.shown_notices(hers.select_related("event__actor"))]


def came_in(mentor: Reader) -> None:
    """She pressed "Continue"."""
    Invitation.objects.filter(person=mentor.person).update(pressed_at=timezone.now())
