"""A seeker's jobs by where they stand, each with its next step, and what of it is late."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.reader import Reader
from mentorship.jobsearch.models import Pursuit
from mentorship.toolbox.clock.dates import any_day
from mentorship.toolbox.questions.composed import composed
from mentorship.toolbox.questions.in_step import Asking

SHOWN = 8  # of each stage; the list has them all
Stage = Pursuit.Stage


@dataclass(frozen=True, slots=True)
class Card:
    """One job as the board and the list show it.

    step      its next step with its day, as a sentence; empty when nothing is planned
    is_late   whether that day has passed
    apply_by  until when to apply, as long as that is still to be done
    """

    pursuit: Pursuit
    step: str
    is_late: bool
    is_today: bool
    apply_by: str


@dataclass(frozen=True, slots=True)
class Column:
    """One stage: its cards, the nearest step first, and how many more there are."""

    stage: Pursuit.Stage
    cards: list[Card]
    more: int

    @property
    def count(self) -> int:
        """How many stand here."""
        return len(self.cards) + self.more


def board(reader: Reader) -> Asking[list[Column]]:
    """Every stage in its order. Two steps, whatever the number of jobs."""
    [every] = yield (standing(reader),)
    stood = defaultdict(list)
    for pk, stage in every:
        stood[stage].append(pk)
    [rows] = yield (_shown(reader, [pk for of in stood.values() for pk in of[:SHOWN]]),)
    shown, today = {one.pk: one for one in rows}, timezone.localdate()
    return [
        Column(
            stage,
            [card(shown[pk], today) for pk in stood[stage][:SHOWN] if pk in shown],
            max(0, len(stood[stage]) - SHOWN),
        )
        for stage in Stage
    ]


def card(pursuit: Pursuit, today: date | None = None) -> Card:
    """The job with its next step, as of today where its reader is."""
    today, day = today or timezone.localdate(), pursuit.next_on
    goes_on = pursuit.stage != Stage.ENDED
    return Card(
        pursuit,
        step_of(pursuit) if goes_on else "",
        is_late=bool(goes_on and day and day < today),
        is_today=bool(goes_on and day == today),
        apply_by=_apply_by(pursuit),
    )


def step_of(pursuit: Pursuit) -> str:
    """ "Thursday, 26 November: ring Jo", or the half of it that is known."""
    if pursuit.next_on is None:
        return pursuit.next_step
    facts = {"day": any_day(pursuit.next_on), "step": pursuit.next_step}
    return _("%(day)s: %(step)s") % facts if pursuit.next_step else facts["day"]


def _apply_by(pursuit: Pursuit) -> str:
    if pursuit.stage != Stage.INTERESTED or pursuit.deadline is None:
        return ""
    return _("Apply by %(day)s") % {"day": any_day(pursuit.deadline)}


def cards_of(reader: Reader, which: list[int]) -> list[Card]:
    """The cards of these of her jobs, in this order. One query."""
    found = {one.pk: one for one in _shown(reader, which)}
    today = timezone.localdate()
    return [card(found[pk], today) for pk in which if pk in found]


@composed
def standing(reader: Reader) -> QuerySet[Pursuit, tuple[int, str]]:
    """All her jobs by their ids, each with its stage, the nearest step first."""
    return Pursuit.objects.owned_by(reader).nearest_first().values_list("pk", "stage")


@composed
def _shown(reader: Reader, which: list[int]) -> QuerySet[Pursuit]:
    return Pursuit.objects.owned_by(reader).filter(pk__in=which).without_posting()
