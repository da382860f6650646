"""“Never write to me” holds for every kind of letter about what somebody does."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest
import time_machine

from accounts.models import User
from accounts.reader import NOBODY, Reader, as_account
from mentorship.circle import actions as circle
from mentorship.circle import tasks as circle_tasks
from mentorship.circle.asking import Ask, Invitee
from mentorship.circle.models import Invitation, Round
from mentorship.circle.visitors.passes import as_visitor
from mentorship.critique import actions as critique
from mentorship.critique import tasks as critique_tasks
from mentorship.documents import actions as documents
from mentorship.documents.models import Grant, Version
from mentorship.notifications import access
from mentorship.notifications.delivery import gathering, sweeping
from mentorship.notifications.kinds import KINDS
from mentorship.notifications.models import Event, Letter
from tests import make
from tests.infrastructure.smtp import Sink
from tests.make import looks, saying, thanks

pytestmark = pytest.mark.django_db

NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)
SOON, TOMORROW, IN_TWO_DAYS = timedelta(minutes=6), timedelta(days=1), timedelta(days=2)
# What nobody but the reader causes, and what a seeker has to know though nobody may have done it.
WITHOUT_AN_ACTOR = {
    *("circle.fresh_link", "circle.code", "circle.disowned"),
    *("jobsearch.next_step", "jobsearch.unsent_letter"),
}
LETTERS = {name for name, kind in KINDS.items() if kind.by_letter}
OF_SIGNING_IN = {name for name in LETTERS if name.startswith("notifications.")}


@dataclass(frozen=True)
class Scene:
    """Ada asked Ben and Eve for critique of a text."""

    version: Version
    asked: Round

    @property
    def ada(self) -> Reader:
        """The seeker."""
        return as_account(self.asked.owner)

    @property
    def invitation(self) -> Invitation:
        """Ben's."""
        return self.asked.invitations.select_related("person", "round__owner").get(name="Ben")

    @property
    def ben(self) -> Reader:
        """A mentor."""
        return as_visitor(self.invitation)

    @property
    def eve(self) -> Reader:
        """Another."""
        return as_visitor(self.asked.invitations.get(name="Eve"))

    def ben_comes(self) -> None:
        """He presses “Continue”."""
        make.visitor_pass(Grant.objects.get(person=self.ben.person))


@pytest.fixture
def scene() -> Scene:
    """On a Tuesday, a minute before anything is done; an answer is wanted by Saturday."""
    with time_machine.travel(NOON - timedelta(minutes=1), tick=True):
        version = make.ready_version(make.person("Ada", zone="UTC"))
        people = [Invitee(name, make.invited(name).email) for name in ("Ben", "Eve")]
        ask = Ask(openness=Round.Openness.BLIND_FIRST, wanted_by=NOON.date() + timedelta(days=4))
        by = as_account(version.document.owner)
        asked = circle.ask([version.document], by=by, people=people, ask=ask, key=uuid4())
    return Scene(version, asked)


def nothing_more(scene: Scene) -> None:
    """Asking was enough."""


def ask_again(scene: Scene) -> None:
    saying.point(scene.version, scene.ben)
    circle.ask_again(scene.invitation, by=scene.ada)


def put_off(scene: Scene) -> None:
    circle.postpone(scene.invitation, by=scene.ben, until=(NOON + TOMORROW).date())


def revoke(scene: Scene) -> None:
    scene.ben_comes()
    circle.revoke(scene.invitation, by=scene.ada)


def delete(scene: Scene) -> None:
    scene.ben_comes()
    documents.delete(scene.version.document, by=scene.ada)


def copy_link(scene: Scene) -> None:
    circle.copy_link(scene.invitation, by=scene.ada)


def decline(scene: Scene) -> None:
    circle.decline(scene.invitation, by=scene.ben)


def finish(scene: Scene) -> None:
    saying.point(scene.version, scene.ben)


def draft(scene: Scene) -> None:
    saying.draft(scene.version, scene.ben)


def change(scene: Scene) -> None:
    scene.ben_comes()
    circle.change(scene.asked, by=scene.ada, name="", wanted_by=None)


def close(scene: Scene) -> None:
    scene.ben_comes()
    circle.close(scene.asked, by=scene.ada)


def reopen(scene: Scene) -> None:
    gathering.gather()  # who was never written to is asked anew instead
    close(scene)
    gathering.gather()
    Letter.objects.filter(kind="circle.closed").update(state=Letter.State.SENT)
    circle.reopen(scene.asked, by=scene.ada)


def send_now(scene: Scene) -> None:
    saying.ahead(scene.version, scene.ben)


def reply(scene: Scene) -> None:
    saying.reply(saying.point(scene.version, scene.ben), scene.ada)


def open_up(scene: Scene) -> None:
    saying.point(scene.version, scene.ben)
    critique.choose_openness(scene.asked, by=scene.ada, openness=Round.Openness.TABLE)


def ask_all(scene: Scene) -> None:
    scene.ben_comes()
    saying.ask_all(scene.version, scene.asked)


def mention(scene: Scene) -> None:
    open_up(scene)
    saying.reply(saying.point(scene.version, scene.eve), scene.ada, "What does @Ben say?")


def tell_of_version(scene: Scene) -> None:
    scene.ben_comes()
    newer = make.ready(make.version(scene.version.document, text="Another text.\n"))
    told = [critique.Words(scene.invitation.person_id, "All of it is new.")]
    critique.tell(newer, told, by=scene.ada)


def look(scene: Scene) -> None:
    """Ben takes a ten-second look, and says what he recalls."""
    looks.showing(scene.version)
    looks.recalled_by(scene.invitation)


def thank(scene: Scene) -> None:
    """A point of Ben's is used in what is sent, and the job comes to an interview."""
    scene.ben_comes()
    thanks.told(thanks.used_and_sent(scene.version, scene.ben), scene.ben)


# Of each kind: what is done, whether the seeker or Ben is told of it, and after how long.
DEEDS: dict[str, tuple[Callable[[Scene], None], str, timedelta]] = {
    "circle.invitation": (nothing_more, "Ben", SOON),
    "circle.another_look": (ask_again, "Ben", SOON),
    "circle.reminder": (put_off, "Ben", TOMORROW),
    "circle.due": (nothing_more, "Ben", IN_TWO_DAYS),
    "circle.revoked": (revoke, "Ben", SOON),
    "circle.changed": (change, "Ben", SOON),
    "circle.closed": (close, "Ben", SOON),
    "circle.reopened": (reopen, "Ben", SOON),
    "circle.gone": (delete, "Ben", SOON),
    "circle.copied": (copy_link, "Ben", SOON),
    "circle.declined": (decline, "Ada", SOON),
    "critique.finished": (finish, "Ada", SOON),
    "critique.drafts": (draft, "Ben", IN_TWO_DAYS),
    "critique.sent_now": (send_now, "Ada", SOON),
    "critique.replies": (reply, "Ben", SOON),
    "critique.questions": (ask_all, "Ben", SOON),
    "critique.opened_up": (open_up, "Ben", SOON),
    "critique.mentioned": (mention, "Ben", SOON),
    "critique.new_version": (tell_of_version, "Ben", SOON),
    "critique.thanked": (thank, "Ben", SOON),
    "looks.looked": (look, "Ada", SOON),
}


def silence(scene: Scene, told: str, whom: str) -> None:
    """The one who is told wants no letters."""
    ada, ben = scene.asked.owner, scene.invitation.person
    person, other = (ada, ben) if told == "Ada" else (ben, ada)
    circle.silence(person, seeker=None if whom == "everybody" else other, by=NOBODY)


def letters(scene: Scene, kind: str, told: str) -> list[Letter]:
    """Of this kind to that person, once everything due is swept."""
    circle_tasks.sweep()
    critique_tasks.sweep()
    gathering.gather()
    person = scene.asked.owner if told == "Ada" else scene.invitation.person
    return list(Letter.objects.filter(kind=kind, person=person))


def test_every_letter_is_known_here() -> None:
    assert set(DEEDS) | WITHOUT_AN_ACTOR == LETTERS - OF_SIGNING_IN


@pytest.mark.parametrize("kind", DEEDS)
def test_it_comes_and_says_who_did_it(scene: Scene, kind: str) -> None:
    act, told, after = DEEDS[kind]
    with time_machine.travel(NOON, tick=True):
        act(scene)
    with time_machine.travel(NOON + after, tick=True):
        assert len(letters(scene, kind, told)) == 1

    assert not Event.objects.filter(kind=kind, actor=None).exists()


@pytest.mark.parametrize("kind", DEEDS)
def test_it_is_not_written_to_whoever_wants_none_of_that_person(scene: Scene, kind: str) -> None:
    act, told, after = DEEDS[kind]
    with time_machine.travel(NOON, tick=True):
        act(scene)
        silence(scene, told, "whoever did it")
    with time_machine.travel(NOON + after, tick=True):
        assert letters(scene, kind, told) == []


@pytest.mark.parametrize("kind", DEEDS)
def test_it_does_not_leave_once_its_reader_wants_none_at_all(
    scene: Scene, mail: Sink, kind: str
) -> None:
    act, told, after = DEEDS[kind]
    with time_machine.travel(NOON, tick=True):
        act(scene)
    with time_machine.travel(NOON + after, tick=True):
        (letter,) = letters(scene, kind, told)
        silence(scene, told, "everybody")
        sweeping.sweep()

    letter.refresh_from_db()
    assert letter.state == Letter.State.REPLACED
    assert letter.subject not in [str(one.message["Subject"]) for one in mail.to(letter.address)]


@pytest.mark.parametrize("is_silent", [False, True])
def test_what_others_say_on_her_text_is_not_written_either(scene: Scene, is_silent: bool) -> None:
    with time_machine.travel(NOON, tick=True):
        open_up(scene)
        saying.point(scene.version, scene.eve, "What does @Ben say?")
        if is_silent:
            silence(scene, "Ben", "whoever did it")
    with time_machine.travel(NOON + SOON, tick=True):
        assert len(letters(scene, "critique.mentioned", "Ben")) == (not is_silent)


def test_nobody_else_falls_silent(scene: Scene) -> None:
    ben, eve = scene.invitation.person, scene.eve.person
    assert eve

    circle.silence(ben, seeker=eve, by=NOBODY)

    ada: User = scene.asked.owner
    asked = [(ben, eve), (ben, ada), (eve, ada), (eve, ben), (ben, None), (ben, ben)]
    assert [access.may_be_written_to(one, by=by) for one, by in asked] == [False] + [True] * 5
