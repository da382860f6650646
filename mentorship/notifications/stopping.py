"""The link in every letter that stops letters like it: it needs no signing in, and opens nothing."""

from dataclasses import dataclass

from accounts.models import User
from mentorship.notifications import codes
from mentorship.notifications.models import Preference
from mentorship.notifications.topics import Topic


@dataclass(frozen=True, slots=True)
class Subscription:
    """One person's letters about one topic."""

    person: User
    topic: Topic

    @property
    def is_stopped(self) -> bool:
        """Whether none come."""
        return Preference.objects.stops(self.person, self.topic)


def for_token(ref: str, topic: str, token: str) -> Subscription | None:
    """The letters that a link with this token stops, or None."""
    person = User.objects.filter(ref=ref).first()
    if person is None or topic not in Topic or not codes.stops(token, person, topic):
        return None
    return Subscription(person, Topic(topic))
