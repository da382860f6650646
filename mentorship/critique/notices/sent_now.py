"""One comment was sent by itself: the seeker is told."""

from typing import Any

from django.utils.translation import gettext as _

from mentorship.critique.models import Comment
from mentorship.critique.notices import comments, pace
from mentorship.critique.notices.quoting import letter_about
from mentorship.critique.notices.things import comment_thing, review_thing
from mentorship.notifications import kinds
from mentorship.notifications.kinds import Kind, Told
from mentorship.notifications.models import Notice
from mentorship.notifications.notices import tell
from mentorship.notifications.topics import Topic

SENT_NOW = "critique.sent_now"


def register() -> None:
    """Make the kind known."""
    kinds.register(
        Kind(
            SENT_NOW,
            comments.is_seen,
            _letter,
            topic=Topic.REVIEWS,
            quiet=pace.QUIET,
            at_most=pace.AT_MOST,
            told=_sentences,
        )
    )


def tell_seeker(comment: Comment) -> None:
    """Tell of one comment: in the page at once, by letter with those that follow soon."""
    assert comment.review is not None  # noqa: S101 - it was a draft of one
    tell(
        SENT_NOW,
        thing=comment_thing(comment),
        actor=comment.author,
        people=[comment.thread.document.owner],
        gathering=review_thing(comment.review),
    )


def _letter(notices: list[Notice]) -> dict[str, Any]:
    return letter_about(notices)


def _sentences(notices: list[Notice]) -> dict[int, Told]:
    return comments.sentences(notices, _("%(name)s has sent you a comment on %(titles)s"))
