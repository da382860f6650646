"""A comment names somebody, who is told."""

from typing import Any

from django.utils.translation import gettext as _

from accounts.models import User
from mentorship.critique.models import Comment
from mentorship.critique.notices import comments, pace, ways
from mentorship.critique.notices.quoting import letter_about
from mentorship.critique.notices.things import comment_thing, document_thing
from mentorship.notifications import kinds
from mentorship.notifications.kinds import Kind, Told
from mentorship.notifications.models import Notice
from mentorship.notifications.notices import Channel, tell
from mentorship.notifications.topics import Topic

MENTIONED = "critique.mentioned"


def register() -> None:
    """Make the kind known."""
    kinds.register(
        Kind(
            MENTIONED,
            comments.is_seen,
            _letter,
            topic=Topic.MENTIONS,
            quiet=pace.QUIET,
            at_most=pace.AT_MOST,
            told=_sentences,
            **comments.WAY.facts,
        )
    )


def tell_named(comment: Comment, people: list[User]) -> None:
    """Tell these people, in the page at once, by letter when it is quiet.

    The seeker hears of a mentor's words by the review they came with, and needs no second letter.
    """
    owner = comment.thread.document.owner
    for channels, who in (
        ([Channel.PAGE, Channel.LETTER], [one for one in people if one != owner]),
        ([Channel.PAGE], [one for one in people if one == owner]),
    ):
        if who:
            tell(
                MENTIONED,
                thing=comment_thing(comment),
                actor=comment.author,
                people=who,
                channels=channels,
                gathering=document_thing(comment.thread.document),
            )


def _letter(notices: list[Notice]) -> dict[str, Any]:
    return {**letter_about(notices), "link": ways.link()}


def _sentences(notices: list[Notice]) -> dict[int, Told]:
    return comments.sentences(notices, _("%(name)s mentions you in a comment on %(titles)s"))
