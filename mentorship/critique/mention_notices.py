"""What people are told of a comment that is published: those whom it names, and who spoke before."""

from datetime import timedelta
from typing import Any

from accounts.models import User
from accounts.reader import as_account
from mentorship.critique import notices, telling
from mentorship.critique.mentions import readers_named_in
from mentorship.critique.models import Comment
from mentorship.critique.telling import names_of
from mentorship.notifications import kinds
from mentorship.notifications.kinds import Kind
from mentorship.notifications.models import Notice
from mentorship.notifications.notices import Channel, tell
from mentorship.notifications.topics import Topic

MENTIONED = "critique.mentioned"

QUIET = timedelta(minutes=5)
AT_MOST = timedelta(hours=1)


def register() -> None:
    """Make this kind known."""
    kinds.register(
        Kind(
            MENTIONED,
            _is_said,
            _mentioned,
            topic=Topic.MENTIONS,
            quiet=QUIET,
            at_most=AT_MOST,
            told=telling.mentioned,
        )
    )


def published(comment: Comment) -> None:
    """Tell whom it names, and the others in its thread: each of them once."""
    named = readers_named_in(comment) if comment.mentions.exists() else []
    mentioned(comment, named)
    notices.replied(comment, but=named)


def mentioned(comment: Comment, people: list[User]) -> None:
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
                thing=f"comment:{comment.ref}",
                actor=comment.author,
                people=who,
                channels=channels,
                gathering=f"document:{comment.thread.document.ref}",
            )


def _is_said(notice: Notice) -> bool:
    seen = Comment.objects.visible_to(as_account(notice.person)).standing()
    return seen.filter(ref=names_of(notice)[0]).exists()


def _mentioned(told: list[Notice]) -> dict[str, Any]:
    refs = [names_of(notice)[0] for notice in told]
    said = notices.points(Comment.objects.filter(ref__in=refs))
    names = ", ".join(dict.fromkeys(point["author"] for point in said))
    return {"points": said, "name": names, "link": said[0]["link"]}
