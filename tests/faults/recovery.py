"""How soon a story comes to rest, as sweeps count it.

Whatever falls due, a sweep that begins after it has to find it. A second may be needed, for somebody
else may just have had it; one that two whole sweeps left is found by luck.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise

from django.db.models import QuerySet

from mentorship.documents.models import Version
from mentorship.home.models import Heartbeat
from mentorship.notifications import kinds
from mentorship.notifications.delivery import gathering
from mentorship.notifications.models import Letter, Notice
from mentorship.toolbox.clock.moments import now
from tests.faults.judge import letters_of, notices_of, versions_of
from tests.faults.story import Story

MAIL, DOCUMENTS = "notifications.sweep", "documents.sweep"
WITHIN = 2  # whole sweeps
State = Letter.State


@dataclass(frozen=True)
class Due:
    """Something that a sweep has to find, since it fell due; what falls due again is due anew."""

    sweep: str
    what: str
    since: datetime


class Sweeps:
    """Which whole sweeps left what was due, since this began: what went wrong had ended by then."""

    def __init__(self) -> None:
        self._began = now()
        self._ends = {name: [at] for name, at in _heard()}
        self._left: defaultdict[Due, int] = defaultdict(int)

    def look(self, story: Story) -> None:
        """Note which sweeps have ended since the look before, and what is still due."""
        for name, at in _heard():  # first: what is due afterwards was so when they ended
            ends = self._ends.setdefault(name, [])
            if ends[-1:] != [at]:
                ends.append(at)
        moment = now()
        for one in waiting(story):
            if one.since <= moment:
                begun = max(one.since, self._began)
                self._left[one] = whole(self._ends.get(one.sweep, []), since=begun)

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
    for letter in letters_of(story).filter(state__in=[State.WAITING, State.CLAIMED, State.IN_DATA]):
        since = letter.due_at if letter.state == State.WAITING else letter.lease_until
        if since:
            yield Due(MAIL, f"{letter.kind} {letter.ref}, {letter.state},", since)
    yield from _untold(notices_of(story).waiting_for_a_letter().select_related("event"))
    for version in versions_of(story).filter(state__in=Version.UNDER_WAY):
        yield Due(DOCUMENTS, f"version {version.pk}, {version.state},", version.due_at)


def _untold(notices: QuerySet[Notice]) -> Iterator[Due]:
    """What waits for its letter: each by itself, or all of a gathering, when it has been quiet."""
    together = defaultdict(list)
    for notice in notices:
        apart = 0 if notice.gathering else notice.pk
        together[notice.person_id, notice.event.kind, notice.gathering, apart].append(notice)
    for (_person, kind, is_gathered, _apart), some in together.items():
        due_at = min(one.due_at for one in some)
        if is_gathered:
            told_at, known = [one.event.happened_at for one in some], kinds.of(kind)
            quiet = gathering.falls_due(told_at, quiet=known.quiet, at_most=known.at_most)
            due_at = max(due_at, quiet)
        yield Due(MAIL, f"{kind}, of which no letter is written,", due_at)


def _heard() -> list[tuple[str, datetime]]:
    """When each sweep ended last, by the database's clock."""
    return list(Heartbeat.objects.order_by("name").values_list("name", "at"))
