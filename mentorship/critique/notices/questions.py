"""The seeker asks everybody in a round at a place in her text: they are told once."""

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext as _

from accounts.models import User
from mentorship.circle.models import Invitation
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

QUESTIONS = "critique.questions"


def register() -> None:
    """Make the kind known."""
    kinds.register(
        Kind(
            QUESTIONS,
            comments.is_seen,
            _letter,
            topic=Topic.INVITATIONS,
            quiet=pace.QUIET,
            at_most=pace.AT_MOST,
            told=_sentences,
            **comments.WAY.facts,
        )
    )


def tell_asked(comment: Comment, *, but: Iterable[User] = ()) -> None:
    """Tell those it asks, without who has declined or left: in the page at once, by letter when it is quiet.

    but  who hears of it in another way
    """
    thread = comment.thread
    asked = Invitation.objects.live().filter(round=thread.round, left_at=None, declined_at=None)
    known = {one.pk for one in but}
    invited = [one.person for one in asked.select_related("person").order_by("pk")]
    people = [one for one in invited if one.pk not in known and reads(one, comment)]
    if people:
        tell(
            QUESTIONS,
            thing=comment_thing(comment),
            actor=comment.author,
            people=people,
            gathering=document_thing(thread.document),
        )


def _letter(notices: list[Notice]) -> dict[str, Any]:
    return {**letter_about(notices), "link": ways.link()}


def _sentences(notices: list[Notice]) -> dict[int, Told]:
    return comments.sentences(notices, _("%(name)s asks a question about %(titles)s"))
