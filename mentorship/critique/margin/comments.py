"""What was said in the threads of a version, comment by comment, as one reader sees it."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.db.models import BooleanField, ExpressionWrapper, Q, QuerySet
from django.utils.timezone import get_current_timezone

from accounts.reader import Reader
from mentorship.circle.people import Names
from mentorship.critique.margin.cards import ShownComment, ShownSuggestion, State
from mentorship.critique.models import Comment, Review, Thread
from mentorship.critique.models.comments import by_reader, told_to
from mentorship.critique.models.hands import came_by_link_of
from mentorship.documents.access import Rights
from mentorship.documents.models import Version
from mentorship.toolbox.clock.dates import full_day
from mentorship.toolbox.pages.addresses import address
from mentorship.toolbox.questions.composed import composed
from mentorship.toolbox.words.spoken import once_a_language

_AUTHOR = ("thread__round_id", "author_id", "author__display_name", "author__email")


def comments(
    rows: list[tuple[Any, ...]], version: Version, names: Names, held: Rights
) -> Iterator[tuple[int, ShownComment]]:
    """Each of these rows (`said_in`) with the id of its thread, as they were said; drafts last."""
    above = address("critique:comment", "x").removesuffix("x/")
    zone, days = get_current_timezone(), dict[date, str]()
    lenses = _lenses()
    came_by = came_by_link_of(version.document.owner.name)
    authors = names.of_rows([row[: len(_AUTHOR)] for row in rows])
    drafts = []
    for author, (
        *_author, pk, ref, who, html, created, published, edited, deleted, why,
        old, new, accepted, declined, done, replaced, resolved, lens, hand, is_mine,
    ) in zip(authors, rows, strict=True):  # fmt: skip
        is_note = _author[0] is None  # in no round, and never sent
        moment = (published or created).astimezone(zone)
        day = moment.date()
        if day not in days:
            days[day] = full_day(day)
        shown = ShownComment(
            ref=ref,
            address=f"{above}{ref}/",
            author=author,
            moment=moment.isoformat(timespec="seconds"),
            day=days[day],
            lens=lenses.get(lens, ""),
            passed_on=came_by if hand else "",
            html=html,
            is_draft=published is None and not is_note,
            is_mine=bool(is_mine),
            is_edited=edited is not None,
            is_deleted=deleted is not None,
            why=why,
            who=who or "",
        )
        if old is not None:
            state = _state(accepted, declined, done)
            is_asked = state is not State.OPEN or resolved is None
            may_decide = held.own and published is not None and is_asked
            is_accepted = held.own and state in {State.ACCEPTED, State.DONE}
            draft = _draft(version) if is_accepted else ""
            shown.suggestion = ShownSuggestion(
                old, new, state, may_decide, draft, is_in_draft=bool(replaced)
            )
        if published is None:
            drafts.append((pk, shown))
        else:
            yield pk, shown
    yield from drafts


@once_a_language
def _lenses() -> dict[str, str]:
    """From where people read, in words."""
    return {str(one): str(one.label) for one in Review.Lens}


@composed
def said_in(
    reader: Reader, within: Thread | Version, held: Rights
) -> QuerySet[Comment, tuple[Any, ...]]:
    """What was said in one thread, or in all of a version.

    Also of threads that she does not see: whoever asks knows which she does.
    """
    hers = by_reader(reader)
    # As `visible_to` says of a thread that is seen.
    seen = Comment.objects.filter(
        Q(published_at__isnull=False) | hers,
        Q() if held.own else told_to(reader),
        Q(thread=within) if isinstance(within, Thread) else Q(thread__placements__version=within),
    )
    marked = seen.annotate(is_mine=ExpressionWrapper(hers, output_field=BooleanField()))
    return marked.order_by("published_at", "pk").values_list(
        *_AUTHOR, "thread_id", "ref", "author__ref", "html", "created_at", "published_at",
        "edited_at", "deleted_at", "why", "suggestion__old", "suggestion__new",
        "suggestion__accepted_at", "suggestion__declined_at", "suggestion__done_at",
        "suggestion__replaced", "thread__resolved_at", "review__lens", "hand_id", "is_mine",
    )  # fmt: skip


def _draft(version: Version) -> str:
    """Where its text is written, if that is here."""
    document = version.document
    return address("documents:draft", document.ref) if document.draft_saved_at else ""


def _state(accepted: object, declined: object, done: object) -> State:
    """By which of its moments have come."""
    if done:
        return State.DONE
    if accepted:
        return State.ACCEPTED
    return State.DECLINED if declined else State.OPEN
