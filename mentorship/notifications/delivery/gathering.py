"""Due notices become letters: one per person and kind, and only of what may still be told.

A kind may want them apart: see `Kind.together`. Notices with a `gathering` wait for one another:
their letter falls due after a silence, or when the first of them has waited long enough. That is
asked of the rows in the sweep, so that telling writes one row and moves no other.
"""

import logging
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime, timedelta
from itertools import count
from typing import Any

from django.conf import settings
from django.db import transaction
from django.db.models import Max, Min, OuterRef, QuerySet, Subquery

from mentorship.notifications import access, ceilings, codes, kinds
from mentorship.notifications.delivery import ledger
from mentorship.notifications.delivery.composing import STOPPED, compose, words_of
from mentorship.notifications.marks import Marks
from mentorship.notifications.models import Event, Letter, Notice, Preference
from mentorship.toolbox import tokens
from mentorship.toolbox.clock.moments import Now, now
from mentorship.toolbox.refs import derived_ref
from mentorship.toolbox.work.killpoints import killpoint

log = logging.getLogger(__name__)

GROUP = ("person", "kind", "gathering")


def gather(of: Iterable[str] | None = None) -> None:
    """Write all letters that due notices wait for, or those of some kinds."""
    for _ in one_by_one(of):
        pass


def one_by_one(of: Iterable[str] | None = None) -> Iterator[None]:
    """The same in small steps: those that have waited longest first.

    Each group by itself: one of which no letter can be made is put off, and stops no other. Kinds
    that a newer release has written wait for it.
    """
    known = _waiting(kinds.KINDS if of is None else of)
    due = known.filter(due_at__lte=Now()).values_list(*GROUP)
    groups = due.annotate(oldest=Min("due_at")).order_by("oldest").values_list(*GROUP)
    for person_id, kind, gathering in list(groups):
        facts = {"person": person_id, "gathering": gathering}
        try:
            _gather_group(kind, facts)
        except Exception:
            log.exception("no letter %s could be made", kind)
            _put_off(_waiting([kind]).filter(**facts))
        yield


def _waiting(of: Iterable[str]) -> QuerySet[Notice]:
    """Notices of these kinds that no letter carries yet, each with the `kind` of its event.

    Not by joining events: of what is due the database expects a share of all there ever was, and
    would read every event for it.
    """
    kind = Event.objects.filter(pk=OuterRef("event")).values("kind")
    waiting = Notice.objects.waiting_for_a_letter()
    return waiting.annotate(kind=Subquery(kind)).filter(kind__in=of)


@transaction.atomic
def _gather_group(kind: str, facts: dict[str, Any]) -> None:
    # Locked, so that two sweeps at once cannot put one notice into two letters.
    notices = (
        _waiting([kind])
        .filter(**facts)
        .select_related("person", "event__actor")
        .select_for_update(of=("self",), skip_locked=True)
        .order_by("pk")
    )
    killpoint("gathering-begun")
    bundles = defaultdict(list)
    for notice in _not_too_many(_due(kind, list(notices))):
        bundles[kinds.of(kind).together(notice)].append(notice)
    for bundle in bundles.values():
        write(kind, bundle)
    killpoint("gathering-uncommitted")


def _put_off(notices: QuerySet[Notice]) -> None:
    """These wait, longer each time."""
    tries = notices.aggregate(most=Max("attempts"))["most"] or 0
    pauses = settings.GATHERING_PAUSES
    pause = timedelta(seconds=pauses[min(tries, len(pauses) - 1)])
    notices.update(due_at=Now() + pause, attempts=tries + 1, reason="could not be made")


def _due(kind: str, notices: list[Notice]) -> list[Notice]:
    """Those to tell now: each by its own time, or all of a gathering at once."""
    moment = now()
    if not notices or not notices[0].gathering:
        return [notice for notice in notices if notice.due_at <= moment]
    told_at = [notice.event.happened_at for notice in notices]
    known = kinds.of(kind)
    return notices if falls_due(told_at, quiet=known.quiet, at_most=known.at_most) <= moment else []


def _not_too_many(notices: list[Notice]) -> list[Notice]:
    """The same; or none yet, where their person has got all the letters of a day."""
    if notices and ceilings.is_full(notices[0].person.email):
        return []
    return notices


def falls_due(times: Sequence[datetime], *, quiet: timedelta, at_most: timedelta) -> datetime:
    """When a letter about things told at these times is due, if nothing more is told."""
    return min(max(times) + quiet, min(times) + max(quiet, at_most))


def write(kind: str, notices: Iterable[Notice]) -> Letter | None:
    """One letter of these notices to their person; None when none of them may be told."""
    known = list(notices)
    told = tellable(kind, known)
    drop(notice for notice in known if notice not in told)
    if not told:
        return None
    person = told[0].person
    context, headers = kinds.of(kind).context(told), kinds.of(kind).headers(told)
    letter = compose(
        kind,
        address=person.email,
        person=person,
        context=context,
        headers=headers,
        ref=ref_of(told[0]),
    )
    Notice.objects.filter(pk__in=[notice.pk for notice in told]).update(letter=letter)
    return letter


def ref_of(first: Notice) -> str:
    """The ref of the next letter that begins with this notice, and so its Message-ID.

    Of the notice alone, and of no row's number: a letter written again out of an older database is
    the same letter to a mail program that has it, and never the same as another one.
    """
    event = first.event
    told = f"{event.kind} {event.thing} {event.happened_at.timestamp():.6f} {first.person.ref}"
    refs = (derived_ref(tokens.derive(codes.server_key(), "letter", told, n)) for n in count(1))
    return next(ref for ref in refs if not Letter.objects.filter(ref=ref).exists())


def tellable(kind: str, notices: list[Notice]) -> list[Notice]:
    """Those whose reader may still be told, and takes letters about what their actor does."""
    known = kinds.of(kind)
    pairs = {(notice.person, notice.event.actor) for notice in notices}
    takes = {pair: access.may_be_written_to(pair[0], by=pair[1]) for pair in pairs}
    return [
        notice
        for notice in notices
        if takes[notice.person, notice.event.actor] and known.may_still_be_told(notice)
    ]


def drop(notices: Iterable[Notice]) -> None:
    """These are not told by letter any more."""
    gone = [notice.pk for notice in notices]
    Notice.objects.filter(pk__in=gone).update(dropped_at=Now(), reason="may-no-longer-be-told")


def is_up_to_date(letter: Letter) -> bool:
    """Whether the letter may leave; its words then say what holds at this moment.

    Not when its reader stopped such letters, or one of its notices may no longer be told to her.
    What may have left already is never changed.
    """
    if _is_stopped(letter):
        return False
    if not letter.has_notices:  # none ever comes to a letter once it is written
        return True
    notices = list(letter.notices.select_related("person", "event__actor").order_by("pk"))
    if len(tellable(letter.kind, notices)) < len(notices):
        return False
    if notices and letter.nonce and not letter.ambiguous:
        _say_what_holds(letter, notices)
    return True


def _say_what_holds(letter: Letter, notices: list[Notice]) -> None:
    """What was quoted may have been edited or taken back since the letter was written."""
    context = kinds.of(letter.kind).context(notices)
    words = words_of(letter.kind, Marks(letter.nonce), letter.person, letter.address, context)
    changed = {name: now for name, now in words.items() if now != getattr(letter, name)}
    if changed:
        ledger.change(letter, **changed)


@transaction.atomic
def replace(letter: Letter) -> Letter | None:
    """End an overtaken letter that never left, and write a new one of what may still be told."""
    if _is_stopped(letter):
        ledger.end(letter, Letter.State.SUPPRESSED, STOPPED)
        return None
    notices = list(letter.notices.select_related("person", "event__actor").order_by("pk"))
    successor = write(letter.kind, notices)
    ledger.end(
        letter,
        Letter.State.REPLACED,
        "may no longer be told",
        replaced_by=successor,
        text="",
        html="",
    )
    return successor


def _is_stopped(letter: Letter) -> bool:
    person, topic = letter.person, kinds.of(letter.kind).topic
    return person is not None and Preference.objects.stops(person, topic)
