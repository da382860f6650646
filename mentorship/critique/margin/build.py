"""What stands beside a version: its threads as one reader sees them, and what she may do there.

A handful of queries, however much was said. A page may show a thousand comments: so rows are read
as tuples, and what the template would ask a thousand times (dates, addresses) is made here.
"""

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import NamedTuple

from django.db.models import Count, Max, Q, Subquery, Value
from django.db.models.expressions import OuterRef
from django.urls import reverse

from accounts.reader import Reader
from mentorship.circle.models import Invitation, Round
from mentorship.circle.status import who_sees
from mentorship.critique.access import asked_in
from mentorship.critique.margin.agreements import agreements
from mentorship.critique.margin.cards import Bar, Margin, ShownComment, ShownThread
from mentorship.critique.margin.comments import comments
from mentorship.critique.margin.people import Asked, asked_about
from mentorship.critique.margin.relocations import relocation_of
from mentorship.critique.margin.weights import Seen, weights
from mentorship.critique.models import Comment, Placement, Review, Thread
from mentorship.critique.place_names import PlaceNames
from mentorship.critique.worklist.accepted_wording import left_to_take
from mentorship.documents.access import Rights
from mentorship.documents.models import Version

BEGINNING = datetime(1970, 1, 1, tzinfo=UTC)


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
    may_reply = held.own or asked is not None
    rows = _rows(version, reader, held, thread)
    known = asked_about(version.document_id)
    shown = _threads(
        rows, known, reader, page, number=version.number, is_seeker=held.own, may_reply=may_reply
    )
    _fill(shown, comments(version, known, reader, held, thread))
    for pk, agreed in agreements(version, known, reader, held, thread).items():
        if pk in shown:
            shown[pk].agreed = agreed
    all_rows = rows if thread is None else _rows(version, reader, held, None)
    for pk, weight in weights(version, _seen(all_rows), is_seeker=held.own).items():
        if pk in shown:
            shown[pk].weight = weight
    open_count, after = _counts_of(rows) if thread is None else _counts(version, reader, held)
    return Margin(
        threads=sorted(shown.values(), key=_order),
        open_count=open_count,
        after=(after or BEGINNING).isoformat(),
        bar=_bar(asked, version) if asked else None,
        questions=asked.questions if asked else [],
        may_comment=asked is not None,
        may_reply=may_reply,
        to_take=left_to_take(version.document) if held.own else None,
    )


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
    letter = Invitation.objects.filter(round=OuterRef("pk"), person=reader.person)
    rounds = asked_in(reader, version.document).annotate(
        draft_count=Subquery(count),
        finished_at=Subquery(review.values("finished_at")),
        letter=Subquery(letter.values("ref")),
    )
    return rounds.first()


def _bar(asked: Round, version: Version) -> Bar:
    return Bar(
        round=asked.ref,
        seeker=version.document.owner.name,
        who_sees=who_sees(asked, version.document.owner.name),
        drafts=getattr(asked, "draft_count", 0) or 0,
        is_finished=getattr(asked, "finished_at", None) is not None,
        letter=getattr(asked, "letter", ""),
    )


class _Row(NamedTuple):
    pk: int
    ref: str
    kind: str
    question: int | None
    author: int | None
    changed_at: datetime | None
    resolved_at: datetime | None
    deleted_at: datetime | None
    use: str
    use_reason: str
    line: int | None
    start: int | None
    end: int | None
    quote: str
    how: str
    confidence: float
    was: str
    settled_at: datetime | None
    round_id: int | None
    page: int | None
    box: list[float] | None
    made: int
    decided: str | None
    decided_why: str | None
    told_at: datetime | None


def _rows(version: Version, reader: Reader, held: Rights, thread: Thread | None) -> list[_Row]:
    """The threads of the version that she sees, with those that are gone since.

    A thread that is given was seen by whoever gives it, and is not asked about once more.
    """
    if thread:
        threads = Thread.objects.filter(pk=thread.pk)
    else:
        threads = Thread.objects.seen_on(version.document, reader, held)
    facts = "ref kind question author_id changed_at resolved_at deleted_at use use_reason"
    # What stands in the first version was made on it; in a later one each is asked where it began.
    began = Placement.objects.filter(thread=OuterRef("thread")).order_by("version__number")
    made = Subquery(began.values("version__number")[:1]) if version.number > 1 else Value(1)
    placed = Placement.objects.filter(version=version, thread__in=threads).annotate(made=made)
    rows = placed.values_list(
        "thread_id",
        *(f"thread__{fact}" for fact in facts.split()),
        *("line", "start", "end", "quote", "how", "confidence", "was", "settled_at"),
        *("thread__round_id", "page", "box", "made"),
        # A thread is decided on once at most (see `actions.decide`), so that no row comes twice.
        *(f"thread__decisions__{fact}" for fact in ("text", "why", "told_at")),
    )
    return [_Row(*row) for row in rows]


def _counts_of(rows: list[_Row]) -> tuple[int, datetime | None]:
    is_open = [row.resolved_at is None and row.deleted_at is None for row in rows]
    return sum(is_open), max((row.changed_at for row in rows if row.changed_at), default=None)


def _counts(version: Version, reader: Reader, held: Rights) -> tuple[int, datetime | None]:
    """The same of all rows, without reading them."""
    threads = Thread.objects.seen_on(version.document, reader, held)
    seen = threads.filter(placements__version=version)
    is_open = Q(resolved_at=None, deleted_at=None)
    facts = seen.aggregate(open=Count("pk", filter=is_open), last=Max("changed_at"))
    return facts["open"], facts["last"]


def _threads(
    rows: list[_Row],
    known: Asked,
    reader: Reader,
    page: str,
    *,
    number: int,
    is_seeker: bool,
    may_reply: bool,
) -> dict[int, ShownThread]:
    """By id, still without comments."""
    words = {str(kind): str(kind.label) for kind in Thread.Kind if kind != Thread.Kind.COMMENT}
    person = reader.person.pk if reader.person else None
    above = reverse("critique:thread", args=["-"]).removesuffix("-/")
    names = PlaceNames()
    shown = {}
    for row in rows:
        if row.deleted_at:
            continue
        is_sent = row.changed_at is not None
        is_hers = row.author == person
        outcome = relocation_of(
            row.how,
            row.confidence,
            row.was,
            address=f"{above}{row.ref}/placements/{number}/" if is_seeker or is_hers else "",
            is_asked=is_seeker and not (row.settled_at or row.resolved_at),
        )
        shown[row.pk] = ShownThread(
            ref=row.ref,
            address=f"{above}{row.ref}/",
            kind=row.kind,
            kind_word=words.get(row.kind, ""),
            line=row.line,
            start=row.start,
            end=row.end,
            question=row.question,
            place=names.of(
                is_gone=outcome is not None and outcome.is_gone,
                question=row.question,
                line=row.line,
                page=row.page,
                has_box=row.box is not None,
            ),
            quote=row.quote or known.question(row.round_id, row.question),
            is_resolved=row.resolved_at is not None,
            may_reply=may_reply and is_sent,
            may_resolve=is_sent and (is_seeker or is_hers),
            page=page,
            outcome=outcome,
            sheet=row.page,
            box=row.box,
            made=row.made,
            may_agree=may_reply and is_sent and not (is_seeker or is_hers),
        )
    return shown


def _seen(rows: list[_Row]) -> list[Seen]:
    """Those that were sent, as they weigh against each other."""
    return [
        Seen(
            *(row.pk, row.author, row.kind, row.start, row.end, row.use, row.use_reason),
            *((row.decided or "", row.decided_why or "") if row.told_at else ()),
        )
        for row in rows
        if row.changed_at and not row.deleted_at
    ]


def _fill(shown: dict[int, ShownThread], comments: Iterator[tuple[int, ShownComment]]) -> None:
    """Put the comments into their threads; a deleted one that nobody has answered is left out."""
    for pk, comment in comments:
        if pk in shown:
            shown[pk].comments.append(comment)
    for filled in shown.values():
        while filled.comments and filled.comments[-1].is_deleted:
            filled.comments.pop()


def _order(thread: ShownThread) -> tuple[int, int, int, float]:
    """The whole first, then questions, then page by page: itself, its parts, its words."""
    start = -1 if thread.start is None else thread.start
    return (thread.sheet or 0, thread.question or 0, start, thread.box[1] if thread.box else 0)
