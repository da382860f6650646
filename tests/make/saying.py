"""What tests say, said through the actions."""

from datetime import timedelta
from uuid import uuid4

from accounts.reader import Reader, as_account
from mentorship.circle import actions as circle
from mentorship.circle.asking import Ask, Invitee
from mentorship.circle.models import Round
from mentorship.circle.visitors.passes import as_visitor
from mentorship.critique import actions
from mentorship.critique.access import asked_in
from mentorship.critique.comments.targets import Target
from mentorship.critique.models import Comment, Review, Thread
from mentorship.documents.models import Version
from tests import make

DAY = timedelta(days=1)


def round_of(mentor: Reader, version: Version) -> Round:
    """The round that asks her."""
    return asked_in(mentor, version.document).get()


def draft(
    version: Version, mentor: Reader, text: str = "Lead with it.", line: int | None = 2, **more: str
) -> Comment:
    """A new thread at a line or on the whole; only she sees it. `more`: why, other wording, its kind."""
    place = Target(line=line)
    return actions.comment(version, by=mentor, place=place, text=text, key=uuid4(), **more)


def finish(version: Version, mentor: Reader, verdict: str = "small_fixes") -> Review:
    """Everything she has drafted is sent."""
    asked = round_of(mentor, version)
    return actions.finish(asked, by=mentor, verdict=verdict, summary="")


def point(
    version: Version, mentor: Reader, text: str = "Lead with it.", line: int | None = 2, **more: str
) -> Thread:
    """A thread that was sent."""
    said = draft(version, mentor, text, line, **more)
    finish(version, mentor)
    said.thread.refresh_from_db()
    return said.thread


def ahead(version: Version, mentor: Reader, text: str = "Lead with it.", **more: str) -> Thread:
    """A thread that was sent by itself, before its author has finished."""
    said = draft(version, mentor, text, **more)
    actions.send_now(said, by=mentor)
    said.thread.refresh_from_db()
    return said.thread


def reply(thread: Thread, by: Reader, text: str = "Done.") -> Comment:
    """An answer in it."""
    return actions.reply(thread, by=by, text=text, key=uuid4())


def note(version: Version, text: str = "Check this.", line: int | None = 2) -> Comment:
    """A note of the seeker's to herself."""
    by = as_account(version.document.owner)
    return actions.note(version, by=by, place=Target(line=line), text=text, key=uuid4())


def ask_all(
    version: Version, asked: Reader | Round, text: str = "Is this clear?", line: int | None = 2
) -> Comment:
    """A question of the seeker's to everybody in a round, or in that of this mentor."""
    by, place = as_account(version.document.owner), Target(line=line)
    asked = asked if isinstance(asked, Round) else round_of(asked, version)
    return actions.ask_all(version, asked, by=by, place=place, text=text, key=uuid4())


def two_at_one_table(version: Version, openness: str) -> tuple[Reader, Reader]:
    """Ben and Eve, asked in one round."""
    people = [Invitee(name, make.invited(name).email) for name in ("Ben", "Eve")]
    by = as_account(version.document.owner)
    asked = circle.ask([version.document], by=by, people=people, ask=Ask(), key=uuid4())
    Round.objects.filter(pk=asked.pk).update(openness=openness)
    ben, eve = (as_visitor(one) for one in asked.invitations.order_by("name"))
    return ben, eve
