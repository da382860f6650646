"""How soon a story comes to rest, as sweeps count it.

Whatever falls due, a sweep that begins after it has to find it. A second may be needed, for somebody
else may just have had it; one that two whole sweeps left is found by luck. Sweeps pass over rows that
somebody has locked, as over those that somebody has leased: these are at work. And while the mail
server answers too late, as on a busy machine, what went wrong has not ended.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from itertools import pairwise
from typing import Any

from django.db import connection
from django.db.models import QuerySet

from mentorship.documents.models import Version
from mentorship.home.models import Heartbeat
from mentorship.notifications import kinds
from mentorship.notifications.delivery import gathering
from mentorship.notifications.models import Letter, Notice
from mentorship.toolbox.clock.moments import now
from tests.faults.judge import UNDER_WAY, letters_of, notices_of, versions_of
from tests.faults.story import Story

MAIL, DOCUMENTS = "notifications.sweep", "documents.sweep"
WITHIN = 2  # whole sweeps
UNANSWERED = "^(out of reach|cut off|no answer)"  # how the reason begins for which a letter waits


@dataclass(frozen=True)
class Due:
    """Something that a sweep has to find, since it fell due; what falls due again is due anew."""

    sweep: str
    what: str
    since: datetime
    is_locked: bool = field(compare=False)


class Sweeps:
    """Which whole sweeps left what was due, since this began: what went wrong had ended by then."""

    def __init__(self) -> None:
        self._began = now()
        self._ends = defaultdict(list, {name: [at] for name, at in _heard()})
        self._kept_back: dict[Due | str, datetime] = {}  # until then: one thing, or a sweep
        self._unanswered: set[tuple[int, datetime]] = set()
        self._left: defaultdict[Due, int] = defaultdict(int)

    def look(self, story: Story) -> None:
        """Note which sweeps have ended since the look before, and what is still due."""
        for name, at in _heard():  # first: what is due afterwards was so when they ended
            if self._ends[name][-1:] != [at]:
                self._ends[name].append(at)
        moment = now()
        if unanswered := _unanswered(story) - self._unanswered:
            self._unanswered |= unanswered
            self._kept_back[MAIL] = moment
        for one in waiting(story):
            if one.is_locked:
                self._kept_back[one] = moment
            elif one.since <= moment:
                count = whole(self._ends[one.sweep], since=self._free_since(one))
                self._left[one] = max(self._left[one], count)

    def _free_since(self, one: Due) -> datetime:
        kept_back = [self._kept_back.get(of, self._began) for of in (one, one.sweep)]
        return max(one.since, *kept_back)

    @property
    def most(self) -> int:
        """How many whole sweeps left one and the same thing that was due, at most."""
        return max(self._left.values(), default=0)

    def wrong(self) -> Iterator[str]:
        """A sentence for each thing that two whole sweeps left."""
        for one, count in self._left.items():
            if count >= WITHIN:
                yield f"{one.what} was due, and {count} whole sweeps left it"


def whole(ends: Iterable[datetime], *, since: datetime) -> int:
    """How many sweeps that ended at these moments had begun after `since`.

    One begins after the one before has ended, so the first to end may have begun earlier.
    """
    return sum(before >= since for before, _ in pairwise(ends))


def waiting(story: Story) -> Iterator[Due]:
    """All of the story that waits for a sweep, with when it falls due or has."""
    letters = letters_of(story).filter(state__in=UNDER_WAY)
    locked = _locked(letters)
    for letter in letters:
        since = letter.due_at if letter.state == Letter.State.WAITING else letter.lease_until
        what = f"{letter.kind} {letter.ref}, {letter.state},"
        if since:
            yield Due(MAIL, what, since, letter.pk in locked)
    yield from _untold(notices_of(story).waiting_for_a_letter().select_related("event"))
    versions = versions_of(story).filter(state__in=Version.UNDER_WAY)
    locked = _locked(versions)
    for version in versions:
        what = f"version {version.pk}, {version.state},"
        yield Due(DOCUMENTS, what, version.due_at, version.pk in locked)


def _unanswered(story: Story) -> set[tuple[int, datetime]]:
    """Letters that wait for another try, for the mail server did not answer; and until when."""
    tries = letters_of(story).filter(state=Letter.State.WAITING, reason__regex=UNANSWERED)
    return set(tries.values_list("pk", "due_at"))


def _untold(notices: QuerySet[Notice]) -> Iterator[Due]:
    """What waits for its letter: each by itself, or all of a gathering, when it has been quiet."""
    together, locked = defaultdict(list), _locked(notices)
    for notice in notices:
        apart = 0 if notice.gathering else notice.pk
        together[notice.person_id, notice.event.kind, notice.gathering, apart].append(notice)
    for (_person, kind, is_gathered, _apart), some in together.items():
        due_at = min(one.due_at for one in some)
        if is_gathered:
            told_at, known = [one.event.happened_at for one in some], kinds.of(kind)
            quiet = gathering.falls_due(told_at, quiet=known.quiet, at_most=known.at_most)
            due_at = max(due_at, quiet)
        is_locked = any(one.pk in locked for one in some)
        yield Due(MAIL, f"{kind}, of which no letter is written,", due_at, is_locked)


def _locked(rows: QuerySet[Any]) -> set[int]:
    """The ids of those that a transaction under way has locked. SQLite locks no rows."""
    if connection.vendor != "postgresql":
        return set()
    table = rows.model._meta.db_table
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT id FROM {table} JOIN pg_locks ON transactionid = {table}.xmax"  # noqa: S608 - our table
            " WHERE id = ANY(%s)",
            [[row.pk for row in rows]],
        )
        return {pk for (pk,) in cursor.fetchall()}


def _heard() -> list[tuple[str, datetime]]:
    """When each sweep ended last, by the database's clock."""
    return list(Heartbeat.objects.order_by("name").values_list("name", "at"))
