"""Telling people: what happened and whom it concerns, written in the transaction that did it."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from django.db import transaction

from accounts.models import User
from mentorship.notifications import kinds, tasks
from mentorship.notifications.models import Event, Notice
from mentorship.toolbox.clock.moments import now

Channel = Notice.Channel


@transaction.atomic(savepoint=False)
def tell(
    kind: str,
    *,
    thing: str,
    actor: User | None,
    people: Iterable[User],
    channels: Iterable[Notice.Channel] = (Channel.PAGE, Channel.LETTER),
    due_at: datetime | None = None,
    gathering: str = "",
) -> Event:
    """Write the event, and one notice per person and channel. No one is told of their own action.

    thing      kind and ref of what it is about: "thread:k3f9w2m8tq4x"
    due_at     when to tell it, if not now
    gathering  what its letter is gathered by, if its kind waits for a silence: "document:k3f9w2m8tq4x"
    """
    known = kinds.of(kind)  # KeyError here, in a test, rather than in the sweep
    wait = known.quiet if gathering else timedelta()
    told_at = now()
    due_at = due_at or told_at
    due = {Channel.PAGE: due_at, Channel.LETTER: due_at + wait}
    others = {person.pk: person for person in people if person != actor}.values()
    ways = [way for way in dict.fromkeys(channels) if known.by_letter or way != Channel.LETTER]
    event = Event.objects.create(
        kind=kind,
        actor=actor,
        thing=thing,
        audience=len(others) * len(ways),
        happened_at=told_at,
    )
    Notice.objects.bulk_create(
        Notice(event=event, person=person, channel=way, due_at=due[way], gathering=gathering)
        for person in others
        for way in ways
    )
    if others and Channel.LETTER in ways and not wait:
        tasks.sweep.delay_on_commit()
    return event
