"""Telling people: what happened and whom it concerns, written in the transaction that did it."""

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from accounts.models import User
from mentorship.notifications import kinds, tasks
from mentorship.notifications.models import Event, Notice

Channel = Notice.Channel


@transaction.atomic
def tell(
    kind: str,
    *,
    thing: str,
    actor: User | None,
    people: Iterable[User],
    channels: Iterable[Notice.Channel] = (Channel.PAGE, Channel.LETTER),
    due_at: datetime | None = None,
) -> Event:
    """Write the event, and one notice per person and channel. Nobody is told of her own doing.

    thing   kind and ref of what it is about: "thread:k3f9w2m8tq4x"
    due_at  when to tell it, if not now
    """
    kinds.of(kind)  # KeyError here, in a test, rather than in the sweep
    others = {person.pk: person for person in people if person != actor}.values()
    ways = list(dict.fromkeys(channels))
    event = Event.objects.create(
        kind=kind, actor=actor, thing=thing, audience=len(others) * len(ways)
    )
    Notice.objects.bulk_create(
        Notice(event=event, person=person, channel=way, due_at=due_at or timezone.now())
        for person in others
        for way in ways
    )
    if others and Channel.LETTER in ways:
        tasks.sweep.delay_on_commit()
    return event
