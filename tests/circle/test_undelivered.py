"""What becomes of a letter on its way is told to whoever it concerns: by the bell, and on the desk."""

import pytest
import time_machine
from pytest_django import Settings

from accounts.models import User
from accounts.reader import as_account
from mentorship.circle import actions
from mentorship.circle.models import Invitation
from mentorship.circle.reminders.sending import remind
from mentorship.circle.status import status_of
from mentorship.home import waiting
from mentorship.notifications import bell
from mentorship.notifications.delivery import gathering, ledger, sweeping
from mentorship.notifications.letters import write_letter
from mentorship.notifications.models import Letter, Notice
from mentorship.toolbox.questions.in_step import ask_all
from tests import clock, make
from tests.browsing.invitations import letters
from tests.infrastructure.smtp import Sink
from tests.notifications.mail_servers import goes_to

pytestmark = pytest.mark.django_db

GONE = "550 5.1.1 no such person"


@pytest.fixture
def mail(settings: Settings, sink: Sink) -> Sink:
    """The mail server that letters leave through."""
    goes_to(settings, sink.port)
    return sink


@pytest.fixture
def ada() -> User:
    return make.person("Ada")


@pytest.fixture
def asked(ada: User) -> Invitation:
    version = make.ready_version(ada, title="Operations lead")
    return make.invitation(version.document, make.invited("Ben"), name="Ben Okri")


def rung(person: User) -> list[str]:
    """What the bell says to a person."""
    hers = Notice.objects.visible_to(as_account(person)).newest_first()
    return [line.told.sentence for line in bell.shown_notices(hers)]


def on_the_desk(person: User) -> list[str]:
    return [line.sentence for line in ask_all(waiting.next_steps(as_account(person)))]


def test_whoever_asked_hears_that_a_letter_came_back(
    mail: Sink, ada: User, asked: Invitation
) -> None:
    mail.answer(asked.person.email, GONE)

    sweeping.sweep()

    assert rung(ada) == ["Your email to Ben Okri about “Operations lead” came back"]
    assert on_the_desk(ada) == ["Your email to Ben Okri came back: please check the address."]
    assert rung(asked.person) == ["Ada asks for your opinion on “Operations lead”"]


def test_whoever_asked_hears_that_a_letter_was_not_taken(
    mail: Sink, ada: User, asked: Invitation
) -> None:
    mail.answer(asked.person.email, "552 5.3.4 too big")

    sweeping.sweep()

    assert rung(ada) == ["Your email to Ben Okri about “Operations lead” could not be delivered"]
    assert on_the_desk(ada) == [
        "Your email to Ben Okri could not be delivered: copy a link and send it another way."
    ]


def test_it_waits_on_the_desk_until_something_is_done(
    mail: Sink, ada: User, asked: Invitation
) -> None:
    mail.answer(asked.person.email, GONE)
    sweeping.sweep()

    actions.send_again(asked, by=as_account(ada))
    sweeping.sweep()

    assert on_the_desk(ada) == []
    assert len(mail.to(asked.person.email)) == 1


def came_back(mail: Sink, person: User) -> None:
    """Something else that was sent to this person, and told nobody."""
    mail.answer(person.email, GONE)
    write_letter("notifications.password_changed", address=person.email, person=person, context={})
    sweeping.sweep()
    clock.later()


def test_whoever_asks_again_hears_that_there_is_no_mailbox_any_more(
    mail: Sink, ada: User, asked: Invitation
) -> None:
    sweeping.sweep()
    actions.begun(asked)
    actions.answered(asked)
    came_back(mail, asked.person)
    asked.refresh_from_db()

    actions.ask_again(asked, by=as_account(ada), words="", wanted_by=None)
    sweeping.sweep()

    assert rung(ada) == ["Your email to Ben Okri about “Operations lead” came back"]
    assert on_the_desk(ada) == ["Your email to Ben Okri came back: please check the address."]
    assert str(status_of(Invitation.objects.with_letters().get()).word) == "Email came back"


def test_whoever_asked_hears_of_a_reminder_that_was_not_sent(
    mail: Sink, ada: User, asked: Invitation
) -> None:
    sweeping.sweep()
    came_back(mail, asked.person)
    with time_machine.travel(clock.noon(days=30), tick=False):
        remind()
        sweeping.sweep()

        assert Letter.objects.latest("pk").reason == "bounced before"
        assert rung(ada) == ["Your email to Ben Okri about “Operations lead” came back"]


def test_nobody_hears_of_a_letter_that_arrived(mail: Sink, ada: User, asked: Invitation) -> None:
    sweeping.sweep()

    assert len(mail.to(asked.person.email)) == 1
    assert rung(ada) == []
    assert on_the_desk(ada) == []


@pytest.mark.usefixtures("mail")
def test_what_is_taken_back_on_the_way_is_followed_by_a_letter_that_says_so(
    ada: User, asked: Invitation
) -> None:
    gathering.gather()
    letter = ledger.claim(Letter.objects.get().pk)
    assert letter is not None

    actions.revoke(asked, by=as_account(ada))
    ledger.end(letter, Letter.State.SENT)

    assert [words.splitlines()[0] for words in letters(asked.person.email, "circle.revoked")] != []


@pytest.mark.usefixtures("mail")
def test_it_is_said_once(ada: User, asked: Invitation) -> None:
    gathering.gather()
    letter = ledger.claim(Letter.objects.get().pk)
    assert letter is not None
    ledger.begin_data([letter])

    actions.revoke(asked, by=as_account(ada))
    ledger.end(letter, Letter.State.SENT)

    assert len(letters(asked.person.email, "circle.revoked")) == 1


@pytest.mark.usefixtures("mail")
def test_what_is_taken_back_and_never_left_is_followed_by_nothing(
    ada: User, asked: Invitation
) -> None:
    gathering.gather()
    letter = ledger.claim(Letter.objects.get().pk)
    assert letter is not None

    actions.revoke(asked, by=as_account(ada))
    ledger.end(letter, Letter.State.REPLACED)

    assert letters(asked.person.email, "circle.revoked") == []
