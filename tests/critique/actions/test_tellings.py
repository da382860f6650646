"""Uploading the next version tells nobody; its owner does, once, whom she likes."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.utils import timezone

from accounts.models import User
from accounts.reader import Reader
from mentorship.circle import actions as circle
from mentorship.circle import links
from mentorship.circle.asking import Ask, Invitee
from mentorship.circle.models import Invitation, Round
from mentorship.circle.visitors.passes import as_visitor
from mentorship.critique import actions, tasks
from mentorship.critique.actions import Words
from mentorship.critique.models import Message, Telling
from mentorship.critique.notices import new_version
from mentorship.critique.steps import tellings
from mentorship.critique.steps.tellings import Told, told_of
from mentorship.documents import actions as documents
from mentorship.documents.models import Version
from mentorship.notifications.models import Letter
from mentorship.toolbox.refused import Refused
from tests import make
from tests.browsing.invitations import letters
from tests.browsing.news import came_in, lines
from tests.make import saying

pytestmark = pytest.mark.django_db

NEW_VERSION = "critique.new_version"


@pytest.fixture
def ben(version: Version) -> Reader:
    """A mentor, by the name Ada gave."""
    return as_visitor(make.invitation(version.document, make.invited("Ben"), name="Ben"))


@pytest.fixture
def eve(version: Version) -> Reader:
    """Another, asked in a round of her own."""
    return as_visitor(make.invitation(version.document, make.invited("Eve"), name="Eve"))


@pytest.fixture
def newer(version: Version, ben: Reader, eve: Reader) -> Version:
    """The next version; Ben and Eve read the one before."""
    came_in(ben)
    came_in(eve)
    return make.ready(make.version(version.document))


def who(newer: Version, seeker: Reader) -> list[str]:
    return [one.invitation.name for one in tellings.listeners(newer, seeker)]


def words(mentor: Reader, text: str = "", *, asks_again: bool = False) -> Words:
    assert mentor.person
    return Words(mentor.person.pk, text, asks_again=asks_again)


def test_uploading_tells_nobody(newer: Version) -> None:
    tasks.sweep()

    assert letters("ben@example.org", NEW_VERSION) == []
    assert not Letter.objects.filter(kind=NEW_VERSION).exists()


def test_who_is_told_reads_the_words_and_what_is_new(
    newer: Version, seeker: Reader, ben: Reader, eve: Reader
) -> None:
    assert ben.person
    assert eve.person
    documents.say_what_is_new(newer, by=seeker, change="Results first & no “helped with”")

    actions.tell(newer, [words(ben, "1 of your 2 points is in version 2.")], by=seeker)

    (letter,) = letters(ben.person.email, NEW_VERSION)
    asked = Invitation.objects.get(person=ben.person)
    link = links.of_letter(asked, Letter.objects.get(kind=NEW_VERSION).ref)
    assert letter.partition("\nYou get this")[0] == (
        f"Ada has uploaded version 2 of “{newer.document.title}”.\n"
        "\n"
        "1 of your 2 points is in version 2.\n"
        "\n"
        "New in version 2:\n"
        "\n"
        "    Results first & no “helped with”\n"
        "\n"
        "If you like, have a look:\n"
        "\n"
        f"    {link}\n"
    )
    assert letters(eve.person.email, NEW_VERSION) == []
    assert lines(ben.person)[0] == f"Ada has a new version of “{newer.document.title}” for you"


def test_it_is_told_once(newer: Version, seeker: Reader, ben: Reader, eve: Reader) -> None:
    assert eve.person
    first = actions.tell(newer, [words(ben, "Look.")], by=seeker)
    again = actions.tell(newer, [words(eve, "Another tab.")], by=seeker)

    assert first == again
    assert letters(eve.person.email, NEW_VERSION) == []
    assert told_of(newer, seeker) == [Told("Ben", "Look.", asks_again=False)]


def test_nobody_is_an_answer(newer: Version, seeker: Reader) -> None:
    before = told_of(newer, seeker)
    actions.tell(newer, [], by=seeker)

    assert before is None
    assert told_of(newer, seeker) == []
    assert not Letter.objects.filter(kind=NEW_VERSION).exists()


def test_another_look_comes_in_one_letter_with_the_same_words(
    version: Version, seeker: Reader, ben: Reader
) -> None:
    assert ben.person
    came_in(ben)
    saying.finish(version, ben)
    newer = make.ready(make.version(version.document))

    actions.tell(newer, [words(ben, "Is it better?", asks_again=True)], by=seeker)

    (letter,) = letters(ben.person.email, "circle.another_look")
    assert "Is it better?" in letter
    assert letters(ben.person.email, NEW_VERSION) == []
    assert told_of(newer, seeker) == [Told("Ben", "Is it better?", asks_again=True)]
    assert Invitation.objects.get(person=ben.person).waits_for_another_look


def test_who_has_not_finished_is_told_and_not_asked_again(
    newer: Version, seeker: Reader, ben: Reader
) -> None:
    actions.tell(newer, [words(ben, asks_again=True)], by=seeker)

    assert told_of(newer, seeker) == [Told("Ben", "", asks_again=False)]
    assert Letter.objects.filter(kind="circle.another_look").count() == 0


def test_when_it_breaks_off_nobody_is_told_and_it_can_be_told_again(
    newer: Version, seeker: Reader, ben: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Killed(BaseException):
        pass

    def die(*_args: object) -> None:
        raise Killed

    assert ben.person
    with monkeypatch.context() as broken:
        broken.setattr(new_version, "tell_mentors", die)
        with pytest.raises(Killed):
            actions.tell(newer, [words(ben, "Look.")], by=seeker)
    left = (Telling.objects.count(), Message.objects.count())

    actions.tell(newer, [words(ben, "Look.")], by=seeker)

    assert left == (0, 0)
    assert len(letters(ben.person.email, NEW_VERSION)) == 1


def test_whoever_read_no_earlier_version_or_may_not_read_is_not_among_them(
    newer: Version, seeker: Reader, ben: Reader, ada: User
) -> None:
    assert ben.person
    found = [who(newer, seeker)]
    Invitation.objects.filter(person__email__startswith="eve").update(
        pressed_at=timezone.now() + timedelta(days=1)
    )
    found.append(who(newer, seeker))
    circle.revoke(Invitation.objects.get(person=ben.person), by=seeker)
    found.append(who(newer, seeker))

    assert found == [["Ben", "Eve"], ["Ben"], []]
    actions.tell(newer, [words(ben, "Too late.")], by=seeker)
    assert told_of(newer, seeker) == []


def test_of_a_closed_round_nobody_is_told(newer: Version, seeker: Reader) -> None:
    Round.objects.update(closed_at=timezone.now())

    assert who(newer, seeker) == []


def test_whoever_was_asked_twice_is_told_once(version: Version, seeker: Reader, ada: User) -> None:
    ben = Invitee("Ben", make.invited("Ben").email)
    for _ in range(2):
        asked = circle.ask([version.document], by=seeker, people=[ben], ask=Ask(), key=uuid4())
        Invitation.objects.filter(round=asked).update(pressed_at=timezone.now())
    first = Invitation.objects.order_by("pk")[0]
    actions.finish(first.round, by=as_visitor(first), verdict="ready", summary="")
    newer = make.ready(make.version(version.document))

    (one,) = tellings.listeners(newer, seeker)

    assert (one.invitation, one.again) == (Invitation.objects.latest("pk"), first)


def test_of_a_version_that_has_a_newer_one_nothing_is_told(
    newer: Version, seeker: Reader, ben: Reader
) -> None:
    make.ready(make.version(newer.document))

    with pytest.raises(Refused, match="newer"):
        actions.tell(newer, [words(ben)], by=seeker)


def test_a_mentor_tells_nothing(newer: Version, ben: Reader) -> None:
    with pytest.raises(Refused):
        actions.tell(newer, [words(ben)], by=ben)
