"""What people are told about a round: a comment sent by itself, and who sees whose from now on."""

from datetime import timedelta
from typing import Any

from accounts.models import User
from accounts.reader import as_account
from mentorship.circle.access import may_write
from mentorship.circle.models import Invitation, Round
from mentorship.critique import telling
from mentorship.critique.models import Comment
from mentorship.critique.notices import called, points
from mentorship.critique.telling import names_of
from mentorship.documents.models import Version
from mentorship.notifications import kinds
from mentorship.notifications import links as addresses
from mentorship.notifications.kinds import Kind
from mentorship.notifications.models import Notice
from mentorship.notifications.notices import tell
from mentorship.notifications.topics import Topic

SENT_NOW = "critique.sent_now"
OPENED_UP = "critique.opened_up"

QUIET = timedelta(minutes=5)
AT_MOST = timedelta(hours=1)


def register() -> None:
    """Make these kinds known."""
    kinds.register(
        Kind(
            SENT_NOW,
            _is_said,
            _sent_now,
            topic=Topic.REVIEWS,
            quiet=QUIET,
            at_most=AT_MOST,
            told=telling.sent_now,
        )
    )
    kinds.register(
        Kind(
            OPENED_UP,
            _is_open_to_her,
            _opened_up,
            together=_each,
            topic=Topic.REPLIES,
            told=telling.opened_up,
        )
    )


# ---- Telling -------------------------------------------------------------------------------------


def sent_now(comment: Comment) -> None:
    """Tell the seeker of one comment: in the page at once, by letter with those that follow soon."""
    assert comment.review is not None  # noqa: S101 - it was a draft of one
    tell(
        SENT_NOW,
        thing=f"comment:{comment.ref}",
        actor=comment.author,
        people=[comment.thread.document.owner],
        gathering=f"review:{comment.review.ref}",
    )


def opened_up(asked: Round) -> None:
    """Tell those who have sent something that more people see it now, and what they see themselves."""
    heard = Invitation.objects.live().filter(round=asked, left_at=None).exclude(heard_at=None)
    people = User.objects.filter(pk__in=heard.values("person"))
    if people:
        thing = f"round:{asked.ref}/{asked.openness}"
        tell(OPENED_UP, thing=thing, actor=asked.owner, people=people)


# ---- May it still be told? -----------------------------------------------------------------------


def _is_said(notice: Notice) -> bool:
    seen = Comment.objects.visible_to(as_account(notice.person)).standing()
    return seen.filter(ref=names_of(notice)[0]).exists()


def _is_open_to_her(notice: Notice) -> bool:
    """The round is as open as it says, and she still takes part in it."""
    ref, openness = names_of(notice)
    asked = Round.objects.visible_to(as_account(notice.person)).filter(ref=ref, openness=openness)
    return any(may_write(one.owner, notice.person) for one in asked.select_related("owner"))


def _each(notice: Notice) -> object:
    return notice.event_id


# ---- What the letters say ------------------------------------------------------------------------


def _sent_now(notices: list[Notice]) -> dict[str, Any]:
    refs = [names_of(notice)[0] for notice in notices]
    said = Comment.objects.filter(ref__in=refs)
    first = said.select_related("review__mentor").order_by("pk")[0]
    assert first.review is not None  # noqa: S101 - it was a draft of one
    shown = points(said)
    return {"name": called(first.review), "points": shown, "link": shown[0]["link"]}


def _opened_up(notices: list[Notice]) -> dict[str, Any]:
    """The round, and where the first of its documents that she may read is read."""
    notice = notices[0]
    asked = Round.objects.select_related("owner").get(ref=names_of(notice)[0])
    readable = Version.objects.visible_to(as_account(notice.person)).ready()
    here = readable.filter(document__rounds=asked).select_related("document").defer("text")
    first = here.order_by("document", "-number").first()
    page = first.get_absolute_url() if first else ""
    return {"round": asked, "seeker": asked.owner.name, "link": addresses.site() + page}
