"""What stands around a job on its page, asked at once: its posting, what was sent and made for it, its lessons."""

from dataclasses import dataclass
from datetime import datetime
from itertools import groupby

from django.db.models import QuerySet

from accounts.reader import Reader
from mentorship.documents.models import Document, Version
from mentorship.jobsearch import checklist, postings
from mentorship.jobsearch.models import Pursuit, Sending, Tailoring
from mentorship.notifications import bell
from mentorship.toolbox.pages.addresses import address
from mentorship.toolbox.questions.composed import composed
from mentorship.toolbox.questions.in_step import Asking, ask_all, only, side_by_side

MAX_CHOICES = 200  # versions, of the newest
ABOUT_COPIES = ("document__employer_letter", "from_version")
Row = tuple[str | None, datetime, str | None]  # of a round: its ref, its day, one of its documents


@dataclass(frozen=True, slots=True)
class Asked:
    """One round about the job: where it is, about which documents, and since when."""

    url: str
    titles: list[str]
    created_at: datetime


@dataclass(frozen=True, slots=True)
class Around:
    """All that its page shows besides the job.

    choices  versions that may be sent for it
    copies   texts made for it, the latest first
    unseen   as `bell.unseen`
    """

    posting: postings.ShownPosting
    sendings: list[Sending]
    copies: list[Tailoring]
    rounds: list[Asked]
    lessons: checklist.Checklist
    choices: list[Version]
    unseen: list[int]


def around(pursuit: Pursuit, reader: Reader) -> Around:
    """What there is of it now. One statement."""
    asked = (
        postings.shown(pursuit, reader),
        only(_sendings(reader, pursuit.pk)),
        only(_copies(reader, pursuit.pk)),
        _asked(reader, pursuit.pk),
        checklist.of_pursuit(pursuit, reader),
        only(choices(reader)),
        only(bell.unseen(reader)),
    )
    return Around(*ask_all(side_by_side(*asked)))


@composed
def choices(reader: Reader) -> QuerySet[Version]:
    """Her versions that can be read, of texts that are written to get a job; the newest first."""
    hers = Version.objects.visible_to(reader).ready().filter(document__owner=reader.person)
    for_jobs = hers.exclude(document__kind__in=checklist.AFTERWARDS).select_related("document")
    known = for_jobs.only("number", "document__title", "document__ref", "document__owner")
    return known.order_by("-pk")[:MAX_CHOICES]


@composed
def _sendings(reader: Reader, pursuit: int) -> QuerySet[Sending]:
    mine = Sending.objects.owned_by(reader).filter(pursuit=pursuit)
    sent = mine.select_related("version__document")
    return sent.defer("version__text", "version__document__draft").order_by("-sent_at")


@composed
def _copies(reader: Reader, pursuit: int) -> QuerySet[Tailoring]:
    made = Tailoring.objects.filter(document__in=Document.objects.owned_by(reader))
    copies = made.filter(pursuit=pursuit).select_related(*ABOUT_COPIES)
    return copies.defer("document__draft", "from_version__text").order_by("-pk")


def _asked(reader: Reader, pursuit: int) -> Asking[list[Asked]]:
    [rows] = yield (_rounds(reader, pursuit),)
    return [
        Asked(address("critique:round", ref), [title for *_of, title in of if title], created_at)
        for (ref, created_at), of in groupby(rows, key=lambda row: row[:2])
    ]


@composed
def _rounds(reader: Reader, pursuit: int) -> QuerySet[Pursuit, Row]:
    """A row for each document of each round about it, the latest round first."""
    asked = Pursuit.objects.owned_by(reader).filter(pk=pursuit, rounds__isnull=False)
    known = asked.order_by("-rounds__created_at", "-rounds", "rounds__documents")
    return known.values_list("rounds__ref", "rounds__created_at", "rounds__documents__title")
