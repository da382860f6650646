"""What stands around a version besides its threads: the way up, and the verdicts it has got."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from accounts.reader import Reader
from mentorship.circle.models import Invitation, Round
from mentorship.circle.people import Names
from mentorship.critique.margin.cards import Bar, Margin
from mentorship.critique.models import Review
from mentorship.critique.reviews.people import version_of
from mentorship.critique.steps.asking import very_next
from mentorship.documents.access import Rights
from mentorship.documents.models import Document
from mentorship.jobsearch.checklist import is_for
from mentorship.jobsearch.models import Pursuit, Sending, Tailoring
from mentorship.toolbox.pages.addresses import address
from mentorship.toolbox.pages.next_step import NextStep
from mentorship.toolbox.questions.composed import composed
from mentorship.toolbox.questions.in_step import Asking, only, side_by_side
from mentorship.toolbox.words.spoken import once_a_language

_MENTOR = ("round_id", "mentor_id", "mentor__display_name", "mentor__email")


@dataclass(frozen=True, slots=True)
class Way:
    """The page above this one."""

    url: str
    label: str


@dataclass(frozen=True, slots=True)
class Asked:
    """Rows of `_finished`, the next step with the document, and the ref of its latest job."""

    said: Sequence[tuple[Any, ...]] = ()
    next_step: NextStep | None = None
    job: str = ""


@dataclass(frozen=True, slots=True)
class Heard:
    """What one mentor says of the whole, and about which version; none for a version that is gone."""

    name: str
    word: str
    summary: str
    finished_at: datetime
    is_passed_on: bool
    version: int | None = None


def asked_around(document: Document, reader: Reader, held: Rights) -> Asking[Asked]:
    """What is asked for `around`, in the statement of the margin. Nothing of anybody but its owner."""
    if not held.own:
        return Asked()
    said, step, job = yield from side_by_side(
        only(_finished(document, held)), very_next(document, reader), _job(document)
    )
    return Asked(said, step, job)


def around(
    document: Document, reader: Reader, held: Rights, margin: Margin, asked: Asked
) -> dict[str, Any]:
    """What a page needs of it: `document`, `rights`, `up`, `heard`, and to its owner `next_step` and `job`."""
    return {
        "document": document,
        "rights": held,
        "up": way_up(document, reader, held, bar=margin.bar),
        "heard": _heard(asked.said, margin.names),
        "next_step": asked.next_step,
        "job": asked.job,
    }


def way_up(document: Document, reader: Reader, held: Rights, *, bar: Bar | None = None) -> Way:
    """Her document's page, her desk, or the letter that a visitor came by."""
    if held.own:
        return Way(document.get_absolute_url(), _("Document"))
    if reader.owns:
        return Way(reverse("home:desk"), _("Desk"))
    if bar:
        return Way(address("circle:cover", bar.letter), _("Letter"))
    asked = Invitation.objects.visible_to(reader).filter(round__documents=document)
    newest = asked.order_by("-pk").only("ref").first()
    return Way(newest.get_absolute_url() if newest else reverse("home:landing"), _("Letter"))


def heard(document: Document, held: Rights, names: Names) -> list[Heard]:
    """For the seeker: the verdicts and summaries of those who finished, the newest first.

    names  of everybody who was asked about the document
    """
    return _heard(list(_finished(document, held)), names) if held.own else []


def _heard(rows: Sequence[tuple[Any, ...]], names: Names) -> list[Heard]:
    called = names.of_rows([row[: len(_MENTOR)] for row in rows])
    words = _verdicts()
    return [
        Heard(name, words.get(verdict, ""), summary, finished_at, hand is not None, version)
        for name, (*_person, verdict, summary, finished_at, hand, version) in zip(
            called, rows, strict=True
        )
    ]


@once_a_language
def _verdicts() -> dict[str, str]:
    return {str(one): str(one.label) for one in Review.Verdict}


def _job(document: Document) -> Asking[str]:
    """The ref of the latest job that it is for and whose posting is kept; of a debrief none."""
    [rows] = yield (_jobs(document.pk, document.owner_id),)
    return rows[0][0] if rows and is_for(document.kind) else ""


@composed
def _jobs(document: int, owner: int) -> QuerySet[Pursuit, tuple[Any, ...]]:
    named = Round.objects.filter(documents=document).values("pursuit")
    made = Tailoring.objects.filter(document=document).values("pursuit")
    sent = Sending.objects.filter(version__document=document).values("pursuit")
    kept = Pursuit.objects.filter(owner=owner).exclude(posting="").order_by("-pk")
    return kept.filter(Q(pk__in=named) | Q(pk__in=made) | Q(pk__in=sent)).values_list("ref")[:1]


@composed
def _finished(document: Document, held: Rights) -> QuerySet[Review, tuple[Any, ...]]:
    reviews = Review.objects.seen_on(document, held)
    finished = reviews.exclude(finished_at=None).exclude(verdict="", summary="")
    says = ("verdict", "summary", "finished_at", "hand_id", "about")
    known = finished.annotate(about=version_of(document))
    return known.order_by("-finished_at", "-pk").values_list(*_MENTOR, *says)
