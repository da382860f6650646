"""What a mentor hears of her points: that the seeker went through them, and how many are in a version."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Count, Exists, F, OuterRef, Q, Subquery
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.models import User
from mentorship.critique.models import Message, Placement, Thread
from mentorship.critique.models.kinds import TAKEN
from mentorship.critique.notices.things import document_thing, told_of_documents
from mentorship.documents.models import Version
from mentorship.notifications import kinds
from mentorship.notifications.kinds import Kind, Told
from mentorship.notifications.models import Notice
from mentorship.notifications.notices import Channel, tell

USED = "critique.used"


def register() -> None:
    """Make the kind known: told in the page alone."""
    kinds.register(Kind(USED, by_letter=False, told=_sentences))


def tell_author(thread: Thread, *, by: User | None) -> None:
    """Tell the author what became of her points, unless she said so; once until she has looked."""
    if thread.author in (None, by):
        return
    thing = document_thing(thread.document)
    hers = Notice.objects.unseen().filter(person=thread.author, channel=Channel.PAGE)
    if not hers.filter(event__kind=USED, event__thing=thing).exists():
        seeker = thread.document.owner
        tell(USED, thing=thing, actor=seeker, people=[thread.author], channels=[Channel.PAGE])


def _sentences(notices: list[Notice]) -> dict[int, Told]:
    return told_of_documents(notices, _("%(name)s has gone through your comments on %(titles)s"))


@dataclass(frozen=True, slots=True)
class Summary:
    """Of so many points of one mentor so many are in this version, wholly or partly.

    words  in so many places it is worded, since this version, as she suggested
    """

    number: int
    taken: int
    points: int
    words: int = 0


def summaries(version: Version, people: Iterable[int]) -> dict[int, Summary]:
    """What became of the points of each of these mentors on earlier versions, as far as she was not told.

    One query. Nobody is in it of whose points nothing is used: what became of each stands beside it.
    """
    threads = Thread.objects.filter(document=version.document, author__in=list(people))
    first = Placement.objects.filter(thread=OuterRef("pk")).order_by("version__number")
    earlier = Message.objects.filter(
        person=OuterRef("author"),
        telling__version__document=version.document,
        telling__version__number__lt=version.number,
    ).order_by("-telling__version__number")
    sent = threads.filter(deleted_at=None).sent().order_by()
    points = sent.annotate(
        begun_on=Subquery(first.values("version__number")[:1]),
        told_at=Subquery(earlier.values("telling__told_at")[:1]),
    )
    not_told_of = Q(use_said_at=None) | Q(told_at=None) | Q(use_said_at__gt=F("told_at"))
    taken = Q(use__in=TAKEN)
    holds = Placement.objects.filter(thread=OuterRef("pk"), version=version, is_suggested=True)
    told_now = points.filter(not_told_of, begun_on__lt=version.number).values_list("author")
    counted = told_now.annotate(
        taken=Count("pk", filter=taken),
        points=Count("pk"),
        words=Count("pk", filter=taken & Q(Exists(holds))),
    )
    return {
        author: Summary(version.number, *counts)
        for author, *counts in counted
        if author is not None and counts[0]
    }


def told(summary: Summary) -> str:
    """The same in sentences to the mentor, one in a line."""
    facts = {"number": summary.number, "points": summary.points, "taken": summary.taken}
    if summary.taken == summary.points:
        sentence = ngettext(
            "Your point is in version %(number)s.",
            "All your points are in version %(number)s.",
            summary.points,
        )
    else:
        sentence = ngettext(
            "%(taken)s of your %(points)s points is in version %(number)s.",
            "%(taken)s of your %(points)s points are in version %(number)s.",
            summary.taken,
        )
    if not summary.words:
        return sentence % facts
    words = ngettext(
        "Version %(number)s follows your suggestion.",
        "In %(words)s places version %(number)s follows your suggestions.",
        summary.words,
    )
    return "\n".join((sentence % facts, words % (facts | {"words": summary.words})))
