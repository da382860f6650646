"""How soon a story comes to rest, as sweeps count it."""

from collections import Counter
from datetime import datetime

from mentorship.home.models import Heartbeat
from tests.faults.judge import awaited_sweeps
from tests.faults.story import Story


class Sweeps:
    """How many of each sweep have ended, since this began, and left something of a story that was due."""

    def __init__(self) -> None:
        self._heard = _heard()
        self._ended: Counter[str] = Counter()

    def look(self, story: Story) -> None:
        """Count what has ended since the look before."""
        heard, awaited = _heard(), awaited_sweeps(story)
        self._ended.update(name for name in awaited if heard.get(name) != self._heard.get(name))
        self._heard = heard

    @property
    def most(self) -> int:
        """Of the sweep that ended most often."""
        return max(self._ended.values(), default=0)


def _heard() -> dict[str, datetime]:
    return dict(Heartbeat.objects.values_list("name", "at"))
