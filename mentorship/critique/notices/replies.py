"""Somebody answered in a thread: the others who spoke there are told."""

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext as _

from accounts.models import User
from mentorship.critique.comments.mentions import reads
from mentorship.critique.models import Comment
from mentorship.critique.notices import comments, pace, ways
from mentorship.critique.notices.quoting import letter_about
from mentorship.critique.notices.things import comment_thing, document_thing
from mentorship.notifications import kinds
from mentorship.notifications.kinds import Kind, Told
from mentorship.notifications.models import Notice
from mentorship.notifications.notices import tell
from mentorship.notifications.topics import Topic

REPLIES = "critique.replies"


def register() -> None:
    """Make the kind known."""
    kinds.register(
        Kind(
            REPLIES,
            comments.is_seen,
            _letter,
            topic=Topic.REPLIES,
            quiet=pace.QUIET,
            at_most=pace.AT_MOST,
            told=_sentences,
            **comments.WAY.facts,
        )
    )


def tell_others(comment: Comment, *, but: Iterable[User] = ()) -> None:
    """Tell the others who spoke in the thread: in the page at once, by letter when it is quiet.

    but  who hears of it in another way

    The seeker hears of a mentor's answers by the review they came with.
    """
    thread = comment.thread
    said = Comment.objects.sent().filter(thread=thread)
    others = User.objects.filter(pk__in=said.exclude(author=comment.author).values("author"))
    people = list(others.exclude(pk__in=[thread.document.owner_id, *(one.pk for one in but)]))
    if thread.asks_all:  # whoever answered it need not hear what others answer
        people = [one for one in people if reads(one, comment)]
    if people:
        tell(
            REPLIES,
            thing=comment_thing(comment),
            actor=comment.author,
            people=people,
            gathering=document_thing(thread.document),
        )


def _letter(notices: list[Notice]) -> dict[str, Any]:
    return {**letter_about(notices), "link": ways.link()}


def _sentences(notices: list[Notice]) -> dict[int, Told]:
    return comments.sentences(notices, _("%(name)s replied to your comment on %(titles)s"))
