"""What a mentor hears of her points: that the seeker went through them, and how many are in a version."""

from dataclasses import dataclass

from django.db.models import Count, Exists, OuterRef, Q, Subquery
from django.utils.translation import gettext as _

from accounts.models import User
from mentorship.critique.models import Placement, Thread
from mentorship.critique.notices.things import document_thing, told_of_documents
from mentorship.documents.models import Version
from mentorship.notifications import kinds
from mentorship.notifications.kinds import Kind, Told
from mentorship.notifications.models import Notice
from mentorship.notifications.notices import Channel, tell

USED = "critique.used"
TAKEN = (Thread.Use.USED, Thread.Use.PARTLY)


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

    words  in so many places it says, since this version, what she suggested
    """

    number: int
    taken: int
    points: int
    words: int = 0


def summary(version: Version, mentor: User) -> Summary | None:
    """What became of her points on earlier versions that no earlier version has told of.

    None when nothing of it is used: what became of each stands beside it.
    """
    before = Version.objects.ready().filter(document=version.document, number__lt=version.number)
    previous = before.order_by("-number").values_list("number", "ready_at").first()
    if previous is None:
        return None
    number, ready_at = previous
    hers = Thread.objects.filter(document=version.document, author=mentor, deleted_at=None)
    placements = Placement.objects.filter(thread=OuterRef("pk")).order_by("version__number")
    points = hers.sent().annotate(begun_on=Subquery(placements.values("version__number")[:1]))
    not_told_of = Q(use_said_at=None) | Q(use_said_at__gt=ready_at)
    told_now = points.filter(not_told_of, begun_on__lte=number)
    taken = Q(use__in=TAKEN, use_said_at__lte=version.ready_at)
    holds = Placement.objects.filter(thread=OuterRef("pk"), version=version, is_suggested=True)
    words = taken & Q(Exists(holds))
    counts = told_now.aggregate(
        points=Count("pk"), taken=Count("pk", filter=taken), words=Count("pk", filter=words)
    )
    return Summary(version.number, **counts) if counts["taken"] else None
