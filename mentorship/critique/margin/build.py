"""What stands beside a version: its threads as one reader sees them, and what she may do there.

A handful of queries, however much was said. A page may show a thousand comments: so rows are read
as tuples, what the template would ask a thousand times (dates, addresses) is made here, and other
modules are asked once for all rows and not for each.
"""

from collections.abc import Iterable
from datetime import UTC, datetime
from operator import itemgetter
from typing import Any

from django.db.models import (
    BooleanField,
    Exists,
    ExpressionWrapper,
    Q,
    QuerySet,
)
from django.utils.translation import gettext as _

from accounts.reader import Reader
from mentorship.circle.models import Invitation
from mentorship.circle.people import Names
from mentorship.critique.margin.asked import answers_of, bar_of, questions_of, rounds_of
from mentorship.critique.margin.audiences import audiences
from mentorship.critique.margin.begun import begun_words, what_was_begun
from mentorship.critique.margin.cards import Audience, Margin, ShownThread
from mentorship.critique.margin.comments import comments, said_in
from mentorship.critique.margin.counts import counted, counts_in
from mentorship.critique.margin.relocations import relocation_of
from mentorship.critique.margin.weights import agreed_in, agreements, weights
from mentorship.critique.models import (
    Agreement,
    Suggestion,
    Thread,
)
from mentorship.critique.models.kinds import kind_words
from mentorship.critique.threads.facts import (
    ThreadFacts,
    place_names,
    placed_in,
    threads_of,
)
from mentorship.documents.access import Rights
from mentorship.documents.models import Version
from mentorship.jobsearch import checklist
from mentorship.toolbox.pages.addresses import address
from mentorship.toolbox.questions.composed import composed
from mentorship.toolbox.questions.in_step import Asking, ask_all

BEGINNING = datetime(1970, 1, 1, tzinfo=UTC)


def margin_of(
    version: Version,
    *,
    reader: Reader,
    held: Rights,
    thread: Thread | None = None,
    is_draft: bool = False,
    page: str = "",
) -> Margin:
    """As `margin`, for who asks nothing beside it."""
    part = margin(version, reader=reader, held=held, thread=thread, is_draft=is_draft, page=page)
    return ask_all(part)


def margin(
    version: Version,
    *,
    reader: Reader,
    held: Rights,
    thread: Thread | None = None,
    is_draft: bool = False,
    page: str = "",
) -> Asking[Margin]:
    """All threads of the version in the order of its text; with `thread`, that one alone.

    One statement, and another where people agree.

    held      her rights on the document
    is_draft  nobody but its author knows of the thread, so that it weighs nothing beside others, which
              are only counted
    page      the address of the lines, when they are on another page than the threads
    """
    document, is_first = version.document, version.number == 1
    is_mentor = held.comment and not held.own
    has_lessons = not (held.own or thread) and checklist.is_for(document.kind)
    draft = thread if is_draft else None
    placed, people, said, *more = yield (
        placed_in(version, document, reader, held, is_first=is_first, alone=draft),
        _asked_about(version.document_id),
        said_in(reader, thread or version, held),
        *([_to_take(version.document_id)] if held.own else []),
        *((rounds_of(reader, document), answers_of(reader, version)) if is_mentor else ()),
        *([checklist.shown_on(version.document_id)] if has_lessons else []),
        *([counts_in(version, document, reader, held)] if is_draft else []),
    )
    rounds = list(more[0]) if is_mentor else []
    asked = next((one for one in rounds if not one.closed_at), None)
    open_rounds = {one.pk for one in rounds if not one.closed_at}
    may_reply = held.own or asked is not None
    known = threads_of(placed)
    names, questions, is_agreed = _people(people)
    about = [one for one in known if one.pk == thread.pk] if thread else known
    shown = _threads(
        about, version, reader, questions, page=page, is_seeker=held.own, may_reply=may_reply
    )
    may_send = {one.pk for one in about if one.round in open_rounds}
    for pk, comment in comments(said, version, names, held):
        if pk in shown:
            comment.may_send = comment.is_draft and pk in may_send
            shown[pk].comments.append(comment)
    if is_agreed and not is_draft:
        [rows] = yield (agreed_in(version.document, reader, held, thread or version),)
        for pk, agreed in agreements(rows, names).items():
            if pk in shown:
                shown[pk].agreed = agreed
    for pk, weight in weights(version, known, is_seeker=held.own).items():
        if pk in shown:
            shown[pk].weight = weight
    open_count, after = (more[-1] or [counted([])])[0] if is_draft else counted(known)
    return Margin(
        threads=_in_order(shown[pk] for pk in sorted(shown)),
        open_count=open_count,
        after=(after or BEGINNING).isoformat(),
        names=names,
        bar=bar_of(asked, version) if asked else None,
        closed=bar_of(rounds[0], version) if rounds and not asked else None,
        questions=questions_of(asked, more[1]) if asked else [],
        may_comment=may_reply,
        may_reply=may_reply,
        reply_word=_("Save") if asked else _("Reply"),
        to_take=len(more[0]) if held.own else None,
        audiences=audiences(people, names) if held.own else (),
        for_a_job=any(one.pursuit_id for one in rounds),
        lessons=checklist.shown(more[-1]) if has_lessons else (),
    )


def audiences_of(version: Version) -> list[Audience]:
    """Whom its seeker can ask."""
    rows = list(_asked_about(version.document_id))
    return audiences(rows, _people(rows)[0])


def _people(rows: list[tuple[Any, ...]]) -> tuple[Names, dict[int, list[str]], bool]:
    """Of everybody who was asked about the document: names, each round's questions, whether any agree."""
    given, questions, has_agreed = {}, {}, False
    for round_id, person_id, name, asks, is_agreed, *_more in rows:
        given[round_id, person_id] = name
        questions[round_id] = asks
        has_agreed = is_agreed
    return Names(given), questions, has_agreed


@composed
def _asked_about(document: int) -> QuerySet[Invitation, tuple[Any, ...]]:
    agreed = Exists(Agreement.objects.filter(thread__document=document))
    asked = Invitation.objects.filter(round__documents=document)
    is_over = ("round__closed_at", "revoked_at", "disowned_at", "left_at", "declined_at")
    is_asked = ExpressionWrapper(Q(**dict.fromkeys(is_over)), output_field=BooleanField())
    person = ("person__display_name", "person__email")
    called = ("round__ref", "round__name", "round__created_at")
    known = asked.annotate(is_asked=is_asked).order_by("round_id", "pk")
    rows = ("round_id", "person_id", "name", "round__questions", agreed)
    return known.values_list(*rows, *person, *called, "is_asked")


@composed
def _to_take(document: int) -> QuerySet[Suggestion, int]:
    """Accepted wording that is left to work in, in all versions."""
    left = Suggestion.objects.to_take().filter(comment__thread__document=document)
    return left.values_list("pk", flat=True)


def _threads(
    facts: list[ThreadFacts],
    version: Version,
    reader: Reader,
    questions: dict[int, list[str]],
    *,
    page: str,
    is_seeker: bool,
    may_reply: bool,
) -> dict[int, ShownThread]:
    """Those that are not gone, by id, still without comments."""
    person = reader.person.pk if reader.person else None
    above = address("critique:thread", "x").removesuffix("x/")
    words, kinds = begun_words(version.document, is_seeker=is_seeker), kind_words()
    shown = {}
    for one, where in zip(facts, place_names().of_all(facts), strict=True):
        place = one.place
        if one.deleted_at or place is None:
            continue
        moves = f"{above}{one.ref}/placements/{version.number}/"
        begun = what_was_begun(one)
        is_asked = is_seeker and not (begun or place.settled_at or one.is_dealt_with)
        asked = questions.get(one.round or 0, [])[(one.question or 0) - 1 :] if one.question else []
        shown[one.pk] = ShownThread(
            ref=one.ref,
            address=f"{above}{one.ref}/",
            kind=one.kind,
            kind_word=words[begun] if begun else kinds[one.kind],
            line=place.line,
            start=place.start,
            end=place.end,
            question=one.question,
            place=where,
            quote=place.quote or (asked[0] if asked else ""),
            is_resolved=one.is_dealt_with,
            is_gone=place.is_gone,
            is_about_page=bool(place.page and place.start is None and not one.question),
            may_reply=may_reply and one.is_sent,
            may_resolve=(one.is_sent or one.is_note) and (is_seeker or one.is_hers),
            may_agree=may_reply
            and one.is_sent
            and not (begun or is_seeker or one.author == person),
            page=page,
            relocation=relocation_of(
                place,
                address=moves if is_seeker or one.is_hers else "",
                is_asked=is_asked,
                is_open=not one.is_dealt_with,
                is_hers=one.is_hers,
            ),
            page_number=place.page,
            box=place.box,
            made=one.made,
            begun=begun,
        )
    return shown


def _in_order(threads: Iterable[ShownThread]) -> list[ShownThread]:
    """Without deleted comments that nobody has answered; in the order of the text.

    Answers to questions first, then the whole, then page by page: itself, its parts, its words.
    Of several at one place, the one that was begun first.
    """
    ordered: list[tuple[tuple[int, bool, int, int, float], ShownThread]] = []
    for thread in threads:
        while thread.comments and thread.comments[-1].is_deleted:
            thread.comments.pop()
        start = -1 if thread.start is None else thread.start
        top = thread.box[1] if thread.box else 0
        question = thread.question or 0
        place = (thread.page_number or 0, not question, question, start, top)
        ordered.append((place, thread))
    return [thread for _place, thread in sorted(ordered, key=itemgetter(0))]
