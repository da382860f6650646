"""What helped: the advice that was used in what was sent for a job, whose it was, and who may hear of it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from html import unescape

from django.utils.html import strip_tags
from django.utils.translation import gettext as _

from accounts.models import User
from accounts.reader import Reader
from mentorship.circle.models import Invitation
from mentorship.circle.people import names_by
from mentorship.critique.models import Comment, Thanks, Thread
from mentorship.critique.models.kinds import TAKEN
from mentorship.documents.models import Document
from mentorship.jobsearch.models import Pursuit, Sending

News = Thanks.News
Stage = Pursuit.Stage
STAGES = {Stage.INTERVIEW: News.INTERVIEW, Stage.OFFER: News.OFFER}


@dataclass(frozen=True, slots=True)
class Point:
    """One point that was used: its thread, and what its author wrote to begin it."""

    thread: Thread
    text: str


@dataclass(frozen=True, slots=True)
class Helper:
    """Somebody whose points were used.

    person  nobody for points that came by a link that was passed on, or whose author has gone
    asked   by which invitation this person may be told; None for whoever may not
    told    what was told before, the latest first
    """

    name: str
    points: list[Point]
    person: User | None = None
    asked: Invitation | None = None
    told: list[Thanks] | None = None

    def was_told(self, news: str) -> bool:
        """Whether she was told that much."""
        return any(one.news == news for one in self.told or [])


@dataclass(frozen=True, slots=True)
class Sent:
    """One version that was sent, and how many points had been used in its document by then."""

    sending: Sending
    count: int


@dataclass(frozen=True, slots=True)
class Helped:
    """Of one job: what was sent, and who helped with it, most points first.

    news  what there is to tell; empty when there is nothing
    """

    sent: list[Sent]
    helpers: list[Helper]
    news: str

    @property
    def count(self) -> int:
        """How many points were used before something was sent, each once."""
        return sum(len(one.points) for one in self.helpers)

    @property
    def to_tell(self) -> list[Helper]:
        """Who may be told the news, and was not."""
        may = [one for one in self.helpers if one.asked and self.news]
        return [one for one in may if not one.was_told(self.news)]


def news_of(pursuit: Pursuit) -> str:
    """How well it goes: an interview, an offer, the job; empty when there is no such thing to tell."""
    if pursuit.outcome == Pursuit.Outcome.HIRED:
        return News.HIRED
    return STAGES.get(Stage(pursuit.stage), "")


def helped(pursuit: Pursuit, reader: Reader) -> Helped:
    """What of her mentors' advice was in what she sent for it. Six queries, whatever was said.

    A point counts when she said that she used it, wholly or partly, before a version of its document
    was sent, or before the copy was made that was sent.
    """
    sendings = list(_sendings(pursuit, reader))
    until = _until(sendings)
    used = [one for one in _used(until, reader) if _is_before(one, until.get(one.document_id))]
    sent = [Sent(one, _count(one, used)) for one in sendings]
    return Helped(sent, _helpers(pursuit, used, reader), news_of(pursuit))


def _sendings(pursuit: Pursuit, reader: Reader) -> Iterable[Sending]:
    mine = Sending.objects.owned_by(reader).filter(pursuit=pursuit)
    above = "version__document__tailoring__from_version"
    return (
        mine.select_related("version__document", above)
        .defer("version__text", f"{above}__text")
        .order_by("-sent_at", "-pk")
    )


def _origin(document: Document) -> int | None:
    """The document that this one is a copy of, if it is one."""
    tailoring = getattr(document, "tailoring", None)
    return tailoring.from_version.document_id if tailoring and tailoring.from_version else None


def _cuts(sending: Sending) -> dict[int, datetime]:
    """Until when points counted for it, by documents: its own, and the one it is a copy of."""
    if sending.version is None:
        return {}
    document = sending.version.document
    cuts = {document.pk: sending.sent_at}
    if origin := _origin(document):
        cuts[origin] = document.created_at
    return cuts


def _until(sendings: Iterable[Sending]) -> dict[int, datetime]:
    found: dict[int, datetime] = {}
    for one in sendings:
        for document, moment in _cuts(one).items():
            found[document] = max(moment, found.get(document, moment))
    return found


def _used(until: Mapping[int, datetime], reader: Reader) -> Iterable[Thread]:
    used = Thread.objects.points().filter(
        deleted_at=None,
        use__in=TAKEN,
        document__in=Document.objects.owned_by(reader).filter(pk__in=list(until)),
    )
    return used.select_related("author").order_by("pk")


def _is_before(thread: Thread, moment: datetime | None) -> bool:
    said = thread.use_said_at
    return said is not None and moment is not None and said <= moment


def _count(sending: Sending, used: list[Thread]) -> int:
    cuts = _cuts(sending)
    return sum(_is_before(one, cuts.get(one.document_id)) for one in used)


def _helpers(pursuit: Pursuit, used: list[Thread], reader: Reader) -> list[Helper]:
    by_person: dict[int | None, list[Thread]] = defaultdict(list)
    for one in used:
        by_person[None if one.hand_id else one.author_id].append(one)
    people = [pk for pk in by_person if pk is not None]
    names = dict(names_by(reader.account, sorted(people)))
    asked, told, texts = _asked(used, reader), _told(pursuit), _texts(used, reader)
    found = []
    for pk, threads in by_person.items():
        points = [Point(one, texts.get(one.pk, "")) for one in threads]
        author = threads[0].author if pk else None
        if author is None:
            found.append(Helper(_("Someone whose name is not known"), points))
            continue
        invitation = next((asked[key] for one in threads if (key := _key(one)) in asked), None)
        name = names.get(author.pk, author.name)
        found.append(Helper(name, points, author, invitation, told[author.pk]))
    return sorted(found, key=lambda one: -len(one.points))


def _key(thread: Thread) -> tuple[int | None, int | None]:
    return thread.round_id, thread.author_id


def _asked(used: list[Thread], reader: Reader) -> dict[tuple[int | None, int | None], Invitation]:
    """The invitations that stand, by round and person."""
    mine = Invitation.objects.owned_by(reader).live().filter(left_at=None)
    rounds = {one.round_id for one in used}
    return {(one.round_id, one.person_id): one for one in mine.filter(round__in=rounds)}


def _told(pursuit: Pursuit) -> dict[int, list[Thanks]]:
    found = defaultdict(list)
    for one in pursuit.thanks.order_by("-told_at", "-pk"):
        found[one.person_id].append(one)
    return found


def _texts(used: list[Thread], reader: Reader) -> dict[int, str]:
    """What each thread's author wrote to begin it: the words, or those suggested instead of others."""
    said = Comment.objects.visible_to(reader).sent().standing().filter(thread__in=used)
    rows = said.order_by("-pk").values_list(
        "thread_id", "author_id", "thread__author_id", "html", "suggestion__new"
    )
    return {
        thread: unescape(strip_tags(html)).strip() or new or ""
        for thread, author, began, html, new in rows
        if author == began
    }
