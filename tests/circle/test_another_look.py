"""The seeker asks whoever has finished once more."""

from datetime import date, timedelta

import pytest
import time_machine

from accounts.models import User
from accounts.reader import NOBODY, Reader
from mentorship.circle import actions
from mentorship.circle.models import Invitation
from mentorship.circle.status import status_of
from mentorship.circle.visitors.passes import as_visitor
from mentorship.notifications.models import Letter, Notice
from mentorship.toolbox.refused import Refused
from tests.browsing.browsers import sign_in
from tests.browsing.invitations import at, follow, letters, links, press, reads
from tests.clock import TUESDAY, noon

pytestmark = pytest.mark.django_db

KIND = "circle.another_look"
FRIDAY = TUESDAY.date() + timedelta(days=10)


@pytest.fixture
def finished(invitation: Invitation) -> Invitation:
    """Ben's, who has answered."""
    actions.begun(invitation)
    actions.answered(invitation)
    return invitation


def word(invitation: Invitation) -> str:
    """How it stands, as the seeker reads it."""
    return str(status_of(Invitation.objects.with_letters().get(pk=invitation.pk)).word)


def test_one_press_asks_again_by_a_letter_with_a_fresh_link(
    finished: Invitation, ada: User
) -> None:
    before = links(finished)[0]
    browser = sign_in(ada)
    page = browser.get(finished.round.get_absolute_url()).content.decode()
    assert f'action="{at("another_look", finished)}"' in page

    page = browser.post(at("another_look", finished), follow=True).content.decode()

    assert "Ben is asked for another look." in page
    assert "Asked for another look" in page
    (words,) = letters(finished.person.email, KIND)
    assert "Ada would like you to have another look at this:" in words
    link = links(finished)[0]
    assert link != before
    mentor = follow(link)
    cover = mentor.get(at("cover", finished)).content.decode()
    assert "Ada would like you to have another look" in cover
    press(mentor, finished)
    assert reads(mentor, finished)


def test_the_letter_in_full(finished: Invitation, by_ada: Reader) -> None:
    with time_machine.travel("2026-11-24T10:00:00Z", tick=False):
        words, day = "I rewrote the first half.", date(2026, 12, 4)
        actions.ask_again(finished, by=by_ada, words=words, wanted_by=day)
        letters(finished.person.email)

    letter = Letter.objects.get(kind=KIND)
    assert letter.subject == "Ada asks for another look at the résumé, by Friday, 4 December"
    assert [line for line in letter.text.replace(f":{letter.nonce}", "").splitlines() if line][
        :7
    ] == [
        "Hello Ben,",
        "I rewrote the first half.",
        "Ada would like you to have another look at this:",
        "    Operations lead (Résumé)",
        "What you sent before stays as it is. Ada would like to hear from you by Friday, 4 December.",
        "Have a look (no account, no password):",
        "{{look}}",
    ]


def test_asked_many_times_it_is_one_letter(finished: Invitation, by_ada: Reader) -> None:
    for _press in range(5):
        actions.ask_again(finished, by=by_ada, words="Once more, please.")

    assert len(letters(finished.person.email, KIND)) == 1


def test_it_waits_for_her_again_until_she_finishes(finished: Invitation, by_ada: Reader) -> None:
    actions.ask_again(finished, by=by_ada, wanted_by=FRIDAY)
    finished.refresh_from_db()
    assert finished.waits_for_another_look
    assert finished.due_on == FRIDAY
    assert word(finished) == "Asked for another look"

    actions.begun(finished)
    assert word(finished) == "Has begun"
    actions.answered(finished)

    assert word(finished) == "Finished"


def test_of_another_look_she_is_reminded_too(finished: Invitation, by_ada: Reader) -> None:
    Invitation.objects.update(reminders=2)
    actions.ask_again(finished, by=by_ada, wanted_by=FRIDAY)

    with time_machine.travel(noon(days=9)):
        assert len(letters(finished.person.email, "circle.due")) == 1


def test_a_letter_she_has_overtaken_does_not_leave(finished: Invitation, by_ada: Reader) -> None:
    actions.ask_again(finished, by=by_ada)
    actions.answered(finished)

    assert letters(finished.person.email, KIND) == []


def test_she_may_put_it_off_or_decline(finished: Invitation, by_ada: Reader) -> None:
    actions.ask_again(finished, by=by_ada)
    by = as_visitor(finished)

    actions.postpone(finished, by=by, until=FRIDAY)
    assert word(finished) == "Later"
    actions.decline(finished, by=by)

    assert word(finished) == "Not this time"


def test_a_second_letter_asks_for_the_same(finished: Invitation, by_ada: Reader) -> None:
    actions.ask_again(finished, by=by_ada)
    actions.send_again(finished, by=by_ada)

    sent = Notice.objects.filter(event__kind=KIND, channel=Notice.Channel.LETTER)
    assert sent.count() == 2
    assert len(letters(finished.person.email, KIND)) == 1  # the first link is over


def test_who_has_not_finished_is_not_asked_again(invitation: Invitation, by_ada: Reader) -> None:
    with pytest.raises(Refused, match="over"):
        actions.ask_again(invitation, by=by_ada)


def test_who_wants_no_letters_is_not_asked_again(
    finished: Invitation, by_ada: Reader, ada: User
) -> None:
    actions.silence(finished.person, seeker=ada, by=NOBODY)

    with pytest.raises(Refused, match="people"):
        actions.ask_again(finished, by=by_ada)
    page = sign_in(ada).post(at("another_look", finished))
    assert page.status_code == 429


def test_only_the_seeker_asks_again(finished: Invitation) -> None:
    with pytest.raises(Refused, match="not-found"):
        actions.ask_again(finished, by=as_visitor(finished))


def test_a_day_that_has_passed_is_no_day(finished: Invitation, ada: User) -> None:
    answer = sign_in(ada).post(at("another_look", finished), {"wanted_by": "2020-01-01"})

    assert answer.status_code == 422
    assert "Choose a day from today on" in answer.content.decode()
