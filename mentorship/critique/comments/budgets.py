"""How much one person may say in one round, and note to herself on one document. Nobody honest meets it;
no page and no letter drowns in it.

Whoever came by a link that was passed on has an account of their own: they use up nothing of the mentor's.
"""

from typing import Any

from django.conf import settings
from django.db.models import Count, F, Q, QuerySet, Sum, Value
from django.db.models.functions import Coalesce, Length
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.models import User
from accounts.reader import Reader
from mentorship.circle.models import Pass, Round
from mentorship.critique.comments.content import Content
from mentorship.critique.models import Comment, EarlierWording, Placement
from mentorship.documents.models import Document
from mentorship.toolbox.questions.composed import Answer, composed
from mentorship.toolbox.questions.together import together
from mentorship.toolbox.refused import Refused

Sums = tuple[int, int]  # how many, and of how many characters
Used = list[list[Any]]


def lock(by: Reader) -> None:
    """What `by` says at once is counted one after the other, until the transaction ends."""
    assert by.person is not None  # noqa: S101 - rights were asked, and nobody has none
    User.objects.lock(by.person)


def require_room(
    asked: Round | Document,
    characters: int,
    *,
    by: Reader,
    hand: Pass | None,
    things: int = 1,
    used: Used | None = None,
) -> None:
    """Pass when `by` may say so many characters more in the round, under `lock`.

    asked   for notes the document: they are in no round
    things  comments, and earlier wordings of those that were sent: they are kept and shown
    used    what the questions `used_up` gave under the lock, where they were asked with others

    The words that were pointed at count as well, for they stand beside each comment.

    Raises Refused, field "text": "too-many-comments", "too-much-said" (422).
    """
    said, earlier, quoted = used or together(*used_up(asked, by, hand))
    [(count, length)], [(count_before, length_before)] = said or [(0, 0)], earlier or [(0, 0)]
    if things and count + count_before + things > settings.MAX_COMMENTS_PER_ROUND:
        raise Refused("too-many-comments", _too_many(asked), field="text", status=422)
    total = length + length_before + sum(quoted) + characters
    if characters > 0 and total > settings.MAX_CHARACTERS_PER_ROUND:
        told = _too_much(asked) % {"limit": settings.MAX_CHARACTERS_PER_ROUND}
        raise Refused("too-much-said", told, field="text", status=422)


def used_up(asked: Round | Document, by: Reader, hand: Pass | None) -> tuple[Answer[Any], ...]:
    """What `require_room` has to know."""
    return _said(asked, by, hand), _earlier(asked, by, hand), _quoted(asked, by, hand)


def _too_many(asked: Round | Document) -> str:
    limit = settings.MAX_COMMENTS_PER_ROUND
    if isinstance(asked, Document):
        told = ngettext(
            "You have written %(limit)s note on this document, and that is the limit. Delete one, "
            "then save this.",
            "You have written %(limit)s notes on this document, and that is the limit. Delete one, "
            "then save this.",
            limit,
        )
    else:
        told = ngettext(
            "You have written or changed %(limit)s comment in this round, and that is the limit. Copy "
            "these words, and go on in another round.",
            "You have written or changed %(limit)s comments in this round, and that is the limit. Copy "
            "these words, and go on in another round.",
            limit,
        )
    return told % {"limit": limit}


def _too_much(asked: Round | Document) -> str:
    if isinstance(asked, Document):
        return _(
            "Your notes on this document are as long as they may be: %(limit)s characters. Make this "
            "shorter, or delete another one."
        )
    return _(
        "You have written as much as one round takes: %(limit)s characters. Make this "
        "shorter, or copy it and go on in another round."
    )


def length_of(content: Content) -> int:
    """All its characters."""
    return len(content.text) + len(content.why) + len(content.wording or "")


def _hers(asked: Round | Document, by: Reader, hand: Pass | None) -> QuerySet[Comment]:
    return Comment.objects.filter(_in(asked, "thread__"), author=by.person, hand=hand)


def _in(asked: Round | Document, thread: str) -> Q:
    if isinstance(asked, Document):
        return Q(**{f"{thread}round": None, f"{thread}document": asked})
    return Q(**{f"{thread}round": asked})


@composed
def _said(asked: Round | Document, by: Reader, hand: Pass | None) -> QuerySet[Comment, Sums]:
    found: QuerySet[Comment, Sums] = _sums(_hers(asked, by, hand), F("suggestion__new"))
    return found


@composed
def _earlier(
    asked: Round | Document, by: Reader, hand: Pass | None
) -> QuerySet[EarlierWording, Sums]:
    earlier = EarlierWording.objects.filter(comment__in=_hers(asked, by, hand))
    found: QuerySet[EarlierWording, Sums] = _sums(earlier, F("wording"))
    return found


@composed
def _quoted(asked: Round | Document, by: Reader, hand: Pass | None) -> QuerySet[Placement, int]:
    """How many characters she pointed at; no row where she pointed at nothing."""
    within = _in(asked, "thread__")
    hers = Placement.objects.filter(within, placed_by=by.person, thread__hand=hand)
    one = hers.order_by().annotate(all=Value(1)).values("all")
    return one.annotate(sum=Sum(Length("quote"), default=0)).values_list("sum", flat=True)


def _sums(rows: Any, wording: F) -> Any:  # Any: querysets of two models
    """How many rows they are, and of how many characters; no row where there is none."""
    characters = Length("text") + Length("why") + Coalesce(Length(wording), Value(0))
    one = rows.order_by().annotate(all=Value(1)).values("all")
    return one.annotate(things=Count("pk"), sum=Sum(characters, default=0)).values_list(
        "things", "sum"
    )
