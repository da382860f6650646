"""What stands beside a version: its threads as one reader sees them, and what she may do there.

A handful of queries, however much was said. A page may show a thousand comments: so rows are read
as tuples, and what the template would ask a thousand times (dates, addresses) is made here.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime

from django.db.models import Count, Max, Q, QuerySet, Subquery
from django.db.models.expressions import OuterRef
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.safestring import SafeString
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from accounts.reader import Reader
from mentorship.circle.models import Invitation, Round
from mentorship.critique.access import asked_in
from mentorship.critique.forms import CommentForm, ReplyForm
from mentorship.critique.models import Comment, Placement, Review, Thread
from mentorship.documents.access import Rights
from mentorship.documents.models import Version
from mentorship.toolbox import sanitiser

BEGINNING = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(slots=True)
class ShownComment:
    """One comment as the page shows it; `moment` and `day` are in the reader's time zone."""

    ref: str
    address: str
    author: str
    moment: str
    day: str
    html: SafeString
    is_draft: bool
    is_mine: bool
    is_edited: bool
    is_deleted: bool


@dataclass(slots=True)
class ShownThread:
    """One thread as the page shows it. `page` is the address whose lines it points to."""

    ref: str
    address: str
    kind: str
    kind_word: str
    line: int | None
    start: int | None
    end: int | None
    question: int | None
    place: str
    quote: str
    is_resolved: bool
    may_reply: bool
    may_resolve: bool
    page: str = ""
    comments: list[ShownComment] = field(default_factory=list)

    @property
    def is_placed(self) -> bool:
        """Whether it is about words."""
        return self.start is not None


@dataclass(frozen=True, slots=True)
class Bar:
    """A mentor's own work in her round: how much of it is not sent, and whether some was."""

    round: str
    seeker: str
    drafts: int
    is_finished: bool


@dataclass(frozen=True, slots=True)
class Margin:
    """What one reader sees beside a version.

    after      what to ask for news with
    questions  of her round, for a mentor
    """

    threads: list[ShownThread]
    open_count: int
    after: str
    bar: Bar | None
    questions: list[str]
    may_comment: bool
    may_reply: bool
    last_line: int = 1

    @property
    def comment_form(self) -> CommentForm:
        """An empty form, for a script to fill in the place."""
        return CommentForm()

    @property
    def reply_form(self) -> ReplyForm:
        """An empty form, for a script to send to a thread."""
        return ReplyForm()

    @property
    def reply_word(self) -> str:
        """What the button under an answer says: a mentor's waits with her drafts."""
        return _("Save") if self.bar else _("Reply")


def margin_of(
    version: Version,
    *,
    reader: Reader,
    held: Rights,
    thread: Thread | None = None,
    page: str = "",
) -> Margin:
    """All threads of the version in the order of its text; with `thread`, that one alone.

    held  her rights on the document
    page  the address of the lines, when they are on another page than the threads
    """
    asked = _asked(reader, version) if held.comment and not held.own else None
    threads = Thread.objects.visible_to(reader).filter(placements__version=version)
    shown = threads.filter(pk=thread.pk) if thread else threads
    may_reply = held.own or asked is not None
    found = _threads(version, shown, reader, page, is_seeker=held.own, may_reply=may_reply)
    open_count, after = counts(version, reader)
    return Margin(
        threads=list(found.values()),
        open_count=open_count,
        after=after,
        bar=_bar(asked, version) if asked else None,
        questions=asked.questions if asked else [],
        may_comment=asked is not None,
        may_reply=may_reply,
    )


def counts(version: Version, reader: Reader) -> tuple[int, str]:
    """How many points are open in this version, and the moment of the latest change, as text."""
    seen = Thread.objects.seen_by(reader).filter(placements__version=version)
    is_open = Q(resolved_at=None, deleted_at=None)
    facts = seen.aggregate(open=Count("pk", filter=is_open), last=Max("changed_at"))
    return facts["open"], (facts["last"] or BEGINNING).isoformat()


def changed(version: Version, reader: Reader, *, after: datetime) -> dict[str, bool]:
    """The threads in which others have changed something since, each with whether it is gone."""
    seen = Thread.objects.seen_by(reader).filter(placements__version=version)
    rows = seen.changed_after(after).values_list("ref", "deleted_at")
    return {ref: deleted_at is not None for ref, deleted_at in rows}


def _asked(reader: Reader, version: Version) -> Round | None:
    """The round she comments in, with the count of her drafts and when she last finished."""
    drafts = Comment.objects.drafts().filter(review__round=OuterRef("pk"), author=reader.person)
    count = drafts.order_by().values("review").annotate(count=Count("pk")).values("count")
    review = Review.objects.filter(round=OuterRef("pk"), mentor=reader.person)
    rounds = asked_in(reader, version.document).annotate(
        draft_count=Subquery(count), finished_at=Subquery(review.values("finished_at"))
    )
    return rounds.first()


def _bar(asked: Round, version: Version) -> Bar:
    return Bar(
        round=asked.ref,
        seeker=version.document.owner.name,
        drafts=getattr(asked, "draft_count", 0) or 0,
        is_finished=getattr(asked, "finished_at", None) is not None,
    )


def _threads(
    version: Version,
    threads: "QuerySet[Thread]",
    reader: Reader,
    page: str,
    *,
    is_seeker: bool,
    may_reply: bool,
) -> dict[int, ShownThread]:
    words = {str(kind): str(kind.label) for kind in Thread.Kind if kind != Thread.Kind.COMMENT}
    person = reader.person.pk if reader.person else None
    above = reverse("critique:thread", args=["-"]).removesuffix("-/")
    on_line, on_whole = _("Line %(number)s"), _("Whole document")
    on_question = _("Question %(number)s")
    shown = {}
    rows = Placement.objects.filter(version=version, thread__in=threads).values_list(
        "thread_id", "thread__ref", "thread__kind", "thread__question", "thread__author_id",
        "thread__changed_at", "thread__resolved_at", "line", "start", "end", "quote",
    )  # fmt: skip
    for pk, ref, kind, question, author, changed_at, resolved_at, line, start, end, quote in rows:
        place = on_line % {"number": line} if line else on_whole
        shown[pk] = ShownThread(
            ref=ref,
            address=f"{above}{ref}/",
            kind=kind,
            kind_word=words.get(kind, ""),
            line=line,
            start=start,
            end=end,
            question=question,
            place=on_question % {"number": question} if question else place,
            quote=quote,
            is_resolved=resolved_at is not None,
            may_reply=may_reply and changed_at is not None,
            may_resolve=changed_at is not None and (is_seeker or author == person),
            page=page,
        )
    for pk, comment in _comments(version, threads, reader):
        if pk in shown:
            shown[pk].comments.append(comment)
    for thread in shown.values():
        while thread.comments and thread.comments[-1].is_deleted:  # nobody has answered it
            thread.comments.pop()
    return dict(sorted(shown.items(), key=lambda item: _order(item[1])))


def _order(thread: ShownThread) -> tuple[int, int, int]:
    """The whole first, then questions, then the words in their order."""
    is_placed = thread.start is not None
    return (is_placed, thread.question or 0, thread.start or 0)


def _comments(
    version: Version, threads: "QuerySet[Thread]", reader: Reader
) -> Iterator[tuple[int, ShownComment]]:
    """Each with the id of its thread, as they were said; drafts last."""
    names = _names(version)
    person = reader.person.pk if reader.person else None
    above = reverse("critique:comment", args=["-"]).removesuffix("-/")
    days: dict[date, str] = {}
    seen = Comment.objects.visible_to(reader).filter(thread__in=threads)
    rows = seen.order_by("published_at", "pk").values_list(
        "thread_id", "thread__round_id", "ref", "author_id", "author__display_name",
        "author__email", "html", "created_at", "published_at", "edited_at", "deleted_at",
    )  # fmt: skip
    drafts = []
    for pk, round_id, ref, author, name, email, html, created, published, edited, deleted in rows:
        moment = localtime(published or created)
        day = moment.date()
        if day not in days:
            days[day] = date_format(moment, "l, j F")
        shown = ShownComment(
            ref=ref,
            address=f"{above}{ref}/",
            author=names.get((round_id, author)) or name or (email or "").partition("@")[0],
            moment=moment.isoformat(timespec="seconds"),
            day=days[day],
            html=sanitiser.stored(html),
            is_draft=published is None,
            is_mine=author == person,
            is_edited=edited is not None,
            is_deleted=deleted is not None,
        )
        if published is None:
            drafts.append((pk, shown))
        else:
            yield pk, shown
    yield from drafts


def _names(version: Version) -> dict[tuple[int, int], str]:
    """What the seeker calls each person, by round and person."""
    asked = Invitation.objects.filter(round__documents=version.document_id)
    return {
        (round_id, person): name
        for round_id, person, name in asked.values_list("round_id", "person_id", "name")
    }
