"""What stands beside a version: its threads as one reader sees them, and what she may do there.

A handful of queries, however much was said. A page may show a thousand comments: so rows are read
as tuples, and what the template would ask a thousand times (dates, addresses) is made here.
"""

from collections.abc import Iterator
from datetime import UTC, datetime

from django.db.models import Count, Max, Q, Subquery
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
from mentorship.critique.margin.weights import weights
from mentorship.critique.models import Comment, Review, Thread
from mentorship.critique.models.hands import wrote
from mentorship.critique.place_names import PlaceNames
from mentorship.critique.threads import ThreadFacts, threads_in
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
    facts = _facts(version, reader, held, thread)
    known = asked_about(version.document_id)
    shown = _threads(
        facts, known, reader, page, number=version.number, is_seeker=held.own, may_reply=may_reply
    )
    _fill(shown, comments(version, known, reader, held, thread))
    for pk, agreed in agreements(version, known, reader, held, thread).items():
        if pk in shown:
            shown[pk].agreed = agreed
    around = facts if thread is None else _facts(version, reader, held, None)
    for pk, weight in weights(version, around, is_seeker=held.own).items():
        if pk in shown:
            shown[pk].weight = weight
    open_count, after = _counts_of(facts) if thread is None else _counts(version, reader, held)
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
    drafts = Comment.objects.drafts().by(reader).filter(review__round=OuterRef("pk"))
    count = drafts.order_by().values("review__round").annotate(count=Count("pk")).values("count")
    review = Review.objects.own(reader).filter(round=OuterRef("pk")).order_by("pk")
    letter = Invitation.objects.filter(round=OuterRef("pk"), person=reader.person)
    rounds = asked_in(reader, version.document).annotate(
        draft_count=Subquery(count),
        finished_at=Subquery(review.values("finished_at")[:1]),
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


def _facts(
    version: Version, reader: Reader, held: Rights, thread: Thread | None
) -> list[ThreadFacts]:
    """The threads of the version that she sees, with those that are gone since.

    A thread that is given was seen by whoever gives it, and is not asked about once more.
    """
    if thread:
        return threads_in(version, Thread.objects.filter(pk=thread.pk))
    return threads_in(version, Thread.objects.seen_on(version.document, reader, held))


def _counts_of(facts: list[ThreadFacts]) -> tuple[int, datetime | None]:
    last = max((one.changed_at for one in facts if one.changed_at), default=None)
    return sum(one.is_open for one in facts), last


def _counts(version: Version, reader: Reader, held: Rights) -> tuple[int, datetime | None]:
    """The same of all rows, without reading them."""
    threads = Thread.objects.seen_on(version.document, reader, held)
    seen = threads.filter(placements__version=version)
    is_open = Q(resolved_at=None, deleted_at=None)
    facts = seen.aggregate(open=Count("pk", filter=is_open), last=Max("changed_at"))
    return facts["open"], facts["last"]


def _threads(
    facts: list[ThreadFacts],
    known: Asked,
    reader: Reader,
    page: str,
    *,
    number: int,
    is_seeker: bool,
    may_reply: bool,
) -> dict[int, ShownThread]:
    """By id, still without comments."""
    words = {str(kind): kind.word for kind in Thread.Kind}
    person = reader.person.pk if reader.person else None
    above = reverse("critique:thread", args=["-"]).removesuffix("-/")
    names = PlaceNames()
    shown = {}
    for one in facts:
        place = one.place
        if one.deleted_at or place is None:
            continue
        is_hers = wrote(reader, person=one.author, asked=one.round, hand=one.hand)
        relocation = relocation_of(
            place.how,
            place.confidence,
            place.was,
            address=f"{above}{one.ref}/placements/{number}/" if is_seeker or is_hers else "",
            is_asked=is_seeker and not (place.settled_at or one.is_dealt_with),
        )
        shown[one.pk] = ShownThread(
            ref=one.ref,
            address=f"{above}{one.ref}/",
            kind=one.kind,
            kind_word=words[one.kind],
            line=place.line,
            start=place.start,
            end=place.end,
            question=one.question,
            place=names.of(
                is_gone=place.is_gone,
                question=one.question,
                line=place.line,
                page=place.page,
                has_box=place.box is not None,
            ),
            quote=place.quote or known.question(one.round, one.question),
            is_resolved=one.is_dealt_with,
            may_reply=may_reply and one.is_sent,
            may_resolve=one.is_sent and (is_seeker or is_hers),
            page=page,
            relocation=relocation,
            sheet=place.page,
            box=place.box,
            made=one.made,
            may_agree=may_reply and one.is_sent and not (is_seeker or one.author == person),
        )
    return shown


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
