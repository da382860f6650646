"""What the page tells a person: the same notices as the letters."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, QuerySet, Value

from accounts.reader import Reader
from mentorship.notifications import kinds
from mentorship.notifications.kinds import Told
from mentorship.notifications.models import Notice
from mentorship.toolbox.questions.composed import composed


@dataclass(frozen=True, slots=True)
class ShownNotice:
    """One notice as the page shows it."""

    told: Told
    happened_at: datetime
    is_new: bool


@composed
def unseen(reader: Reader) -> QuerySet[Notice, int]:
    """How many notices she has not seen, in one row; in none when she has seen all.

    Every page's head asks it. A page that asks several questions at once may ask it among them, and
    give its rows to the head as `unseen`.
    """
    new = Notice.objects.visible_to(reader).unseen().order_by()
    together = new.annotate(all=Value(1)).values("all")
    return together.annotate(count=Count("*")).values_list("count", flat=True)


def shown_notices(notices: Iterable[Notice]) -> list[ShownNotice]:
    """Each notice that may still be told, in the same order; as many queries as there are kinds."""
    shown = list(notices)
    by_kind = defaultdict(list)
    for notice in shown:
        by_kind[notice.event.kind].append(notice)
    told: dict[int, Told] = {}
    for kind, of_kind in by_kind.items():
        if kind in kinds.KINDS:  # else of a newer release, which will tell it
            told |= kinds.of(kind).told(of_kind)
    return [
        ShownNotice(told[notice.pk], notice.event.happened_at, notice.seen_at is None)
        for notice in shown
        if notice.pk in told
    ]
