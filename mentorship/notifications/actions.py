"""What a person decides about what she is told."""

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction

from accounts.models import User
from accounts.reader import Reader
from mentorship.notifications.models import Notice, Preference
from mentorship.notifications.topics import Topic
from mentorship.toolbox.access import open_to_all
from mentorship.toolbox.clock.moments import Now, now
from mentorship.toolbox.work.killpoints import killpoint


@open_to_all("for the person's own settings, or by the token of a letter to the person")
@transaction.atomic
def set_pace(person: User, topic: str, pace: Preference.Pace) -> None:
    """How soon `person` gets letters about `topic` from now on. Twice is the same as once.

    Whoever calls it has shown that the letters are hers: signed in, or by the link in one of them.
    """
    facts = {"pace": pace, "chosen_at": now()}
    Preference.objects.update_or_create(person=person, topic=topic, defaults=facts)
    killpoint("pace-uncommitted")


@open_to_all("a person chooses only for herself; there is no object to ask about")
@transaction.atomic
def choose(wanted: Iterable[str], *, by: Reader) -> None:
    """Letters about the `wanted` topics at once, and about no other."""
    chosen = set(wanted)
    for topic in Topic:
        pace = Preference.Pace.AT_ONCE if topic in chosen else Preference.Pace.NEVER
        set_pace(by.account, topic, pace)


@open_to_all("only her own notices are marked; there is no object to ask about")
def note_seen(until: datetime, *, by: Reader) -> int:
    """Mark what the page showed her as seen, up to the newest of it. How many were new to her."""
    shown = Notice.objects.visible_to(by).unseen().filter(event__happened_at__lte=until)
    return shown.update(seen_at=Now())
