"""What stands beside a version: its threads as one reader sees them, and what she may do there.

A handful of queries, however much was said. A page may show a thousand comments: so rows are read
as tuples, and what the template would ask a thousand times (dates, addresses) is made here.
"""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import NamedTuple

from django.db.models import Count, Max, Q, Subquery
from django.db.models.expressions import OuterRef
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from accounts.reader import Reader
from mentorship.circle.models import Round
from mentorship.circle.standing import who_sees
from mentorship.critique.access import asked_in
from mentorship.critique.agreeing import agreements
from mentorship.critique.asked import Asked, asked_about
from mentorship.critique.models import Comment, Placement, Review, Thread
from mentorship.critique.naming import PlaceNames
from mentorship.critique.outcomes import outcome_of
from mentorship.critique.shown import Bar, Margin, ShownComment, ShownThread
from mentorship.critique.taking_over import left_to_take
from mentorship.critique.weighed import Seen, weights
from mentorship.critique.wording import ShownSuggestion, state_of
from mentorship.documents.access import Rights
from mentorship.documents.models import Version
from mentorship.toolbox import sanitiser

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
    _fill(shown, _comments(version, known, reader, held, thread))
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
    rounds = asked_in(reader, version.document).annotate(
        draft_count=Subquery(count), finished_at=Subquery(review.values("finished_at"))
    )
    return rounds.first()


def _bar(asked: Round, version: Version) -> Bar:
    return Bar(
        round=asked.ref,
        seeker=version.document.owner.name,
        who_sees=who_sees(asked, version.document.owner.name),
        drafts=getattr(asked, "draft_count", 0) or 0,
        is_finished=getattr(asked, "finished_at", None) is not None,
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


def _rows(version: Version, reader: Reader, held: Rights, thread: Thread | None) -> list[_Row]:
    """The threads of the version that she sees, with those that are gone since.

    A thread that is given was seen by whoever gives it, and is not asked about once more.
    """
    if thread:
        threads = Thread.objects.filter(pk=thread.pk)
    else:
        threads = Thread.objects.seen_on(version.document, reader, held)
    facts = "ref kind question author_id changed_at resolved_at deleted_at use use_reason"
    rows = Placement.objects.filter(version=version, thread__in=threads).values_list(
        "thread_id",
        *(f"thread__{fact}" for fact in facts.split()),
        *("line", "start", "end", "quote", "how", "confidence", "was", "settled_at"),
        *("thread__round_id", "page", "box"),
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
        outcome = outcome_of(
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
            may_agree=may_reply and is_sent and not (is_seeker or is_hers),
        )
    return shown


def _seen(rows: list[_Row]) -> list[Seen]:
    """Those that were sent, as they weigh against each other."""
    return [
        Seen(row.pk, row.author, row.kind, row.start, row.end, row.use, row.use_reason)
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


def _comments(
    version: Version, known: Asked, reader: Reader, held: Rights, thread: Thread | None
) -> Iterator[tuple[int, ShownComment]]:
    """Each with the id of its thread, as they were said; drafts last.

    Also of threads that she does not see: whoever asks knows which she does.
    """
    names, seeker = known.names, {"name": version.document.owner.name}
    passed_on = dict.fromkeys(known.passed_on, _("came by a link %(name)s passed on") % seeker)
    person = reader.person.pk if reader.person else None
    above = reverse("critique:comment", args=["-"]).removesuffix("-/")
    days: dict[date, str] = {}
    # As `visible_to` says of a thread that is seen.
    seen = Q(published_at__isnull=False) | Q(author=reader.person)
    where = Q(thread=thread) if thread else Q(thread__placements__version=version)
    rows = Comment.objects.filter(seen, where).order_by("published_at", "pk").values_list(
        "thread_id", "thread__round_id", "ref", "author_id", "author__display_name",
        "author__email", "html", "created_at", "published_at", "edited_at", "deleted_at", "why",
        "suggestion__old", "suggestion__new", "suggestion__accepted_at", "suggestion__declined_at",
        "suggestion__done_at",
    )  # fmt: skip
    drafts = []
    for (
        pk, round_id, ref, author, name, email, html, created, published, edited, deleted, why,
        old, new, accepted, declined, done,
    ) in rows:  # fmt: skip
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
            passed_on=passed_on.get((round_id, author), ""),
            html=sanitiser.stored(html),
            is_draft=published is None,
            is_mine=author == person,
            is_edited=edited is not None,
            is_deleted=deleted is not None,
            why=why,
        )
        if old is not None:
            may_decide = held.own and published is not None
            shown.suggestion = ShownSuggestion(
                old, new, state_of(accepted, declined, done), may_decide
            )
        if published is None:
            drafts.append((pk, shown))
        else:
            yield pk, shown
    yield from drafts
