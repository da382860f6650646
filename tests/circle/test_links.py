"""A mailed link: harmless to follow, good for one pass in one browser, and over when it is over."""

from datetime import timedelta

import pytest
import time_machine
from django.test import Client
from django.utils import timezone

from accounts import actions as accounts
from accounts.models import User
from accounts.reader import Reader
from mentorship.circle import actions
from mentorship.circle.links import passed_on
from mentorship.circle.models import Invitation, Pass
from mentorship.documents.models import Document
from tests import make
from tests.circle.mail import at, code, follow, letters, links, press, reads
from tests.personas import sign_in
from tests.test_access_matrix import everything

pytestmark = pytest.mark.django_db


def closed(browser: Client, invitation: Invitation) -> bool:
    """Whether the cover page says no more than how to get a fresh link."""
    page = browser.get(at("cover", invitation)).content.decode()
    return "Send me a fresh link" in page and "Ada" not in page


def test_one_press_opens_what_the_letter_is_about(invitation: Invitation) -> None:
    browser = follow(links(invitation)[0])

    there = press(browser, invitation)

    assert there == invitation.round.documents.get().versions.get().get_absolute_url()
    assert reads(browser, invitation)
    invitation.refresh_from_db()
    assert invitation.pressed_at


def test_the_link_leaves_the_address_bar_at_once(invitation: Invitation) -> None:
    link = links(invitation)[1]

    answer = Client().get(link)

    assert (answer.status_code, answer["Location"]) == (
        302,
        at("cover", invitation) + "?choice=later",
    )
    assert answer["Referrer-Policy"] == "no-referrer"
    cookie = answer.cookies["link"]
    assert (cookie["httponly"], cookie["path"]) == (True, at("cover", invitation))


def test_the_cover_page_says_what_is_asked(resume: Document, ben: User) -> None:
    asked = {"sentence": "You know this trade.", "questions": ["Is it too long?"], "minutes": 5}
    invitation = make.invitation(resume, ben, name="Ben", **asked)

    page = follow(links(invitation)[0]).get(at("cover", invitation)).content.decode()

    said = ["This letter is for Ben", "You know this trade.", "Is it too long?", "5 minutes"]
    assert [words for words in said if words not in page] == []
    assert "Continue as Ben" in page


def test_a_scanner_changes_nothing(invitation: Invitation) -> None:
    followed = links(invitation)
    before = everything()

    for _ in range(20):
        for link in followed:
            Client().get(link, follow=True)
            Client().head(link, follow=True)

    assert everything() == before
    assert press(follow(followed[0]), invitation).startswith("/documents/")


def test_a_forwarded_link_that_was_pressed_opens_in_no_other_browser(
    invitation: Invitation,
) -> None:
    link = links(invitation)[0]
    press(follow(link), invitation)

    other = follow(link)

    assert closed(other, invitation)
    assert press(other, invitation) == at("cover", invitation)
    assert not reads(other, invitation)


def test_pressed_twice_in_one_browser_it_is_one_pass(invitation: Invitation) -> None:
    browser = follow(links(invitation)[0])
    link = browser.cookies["link"].value

    press(browser, invitation)
    again = Client()
    again.cookies["link"] = link  # the answer to the first press never came
    press(again, invitation)

    assert Pass.objects.count() == 1
    assert reads(again, invitation)


def test_a_link_works_until_thirty_days_after_the_wanted_by_date(
    resume: Document, ben: User
) -> None:
    wanted_by = timezone.localdate() + timedelta(days=10)
    invitation = make.invitation(resume, ben, wanted_by=wanted_by)
    link = links(invitation)[0]

    with time_machine.travel(timezone.now() + timedelta(days=39)):
        assert not closed(follow(link), invitation)
    with time_machine.travel(timezone.now() + timedelta(days=42)):
        assert closed(follow(link), invitation)


def test_without_a_date_it_works_for_thirty_days(invitation: Invitation) -> None:
    link = links(invitation)[0]

    with time_machine.travel(timezone.now() + timedelta(days=31)):
        assert closed(follow(link), invitation)


def test_a_pass_lasts_for_thirty_days(invitation: Invitation) -> None:
    browser = follow(links(invitation)[0])
    press(browser, invitation)

    with time_machine.travel(timezone.now() + timedelta(days=31)):
        assert not reads(browser, invitation)


def test_a_fresh_link_goes_to_the_invited_address_and_ends_the_old_one(
    invitation: Invitation,
) -> None:
    old = links(invitation)[0]

    Client().post(at("fresh_link", invitation))

    fresh = links(invitation)[0]
    assert fresh != old
    assert closed(follow(old), invitation)
    assert not closed(follow(fresh), invitation)


def test_a_late_link_is_followed_by_a_fresh_one(invitation: Invitation) -> None:
    with time_machine.travel(timezone.now() + timedelta(days=50)):
        Client().post(at("fresh_link", invitation))

        assert not closed(follow(links(invitation)[0]), invitation)


def test_the_answer_is_the_same_whether_or_not_a_link_was_sent(invitation: Invitation) -> None:
    nowhere = at("fresh_link", invitation).replace(invitation.ref, "zzzzzzzzzzzz")

    answers = [
        Client().post(path, follow=True).content.decode()
        for path in (at("fresh_link", invitation), at("fresh_link", invitation), nowhere)
    ]

    plain = {answer.replace(invitation.ref, "").replace("zzzzzzzzzzzz", "") for answer in answers}
    nonces = {page.partition('nonce="')[0] for page in plain}
    assert len(nonces) == 1
    assert len(letters(invitation.person.email, "circle.fresh_link")) == 1


def test_a_code_opens_it_in_another_browser(invitation: Invitation) -> None:
    browser = Client()
    browser.post(at("code_letters", invitation))

    wrong = browser.post(at("code", invitation), {"code": "2222-2222"})
    typed = code(invitation).lower().replace("-", " ")
    browser.post(at("code", invitation), {"code": typed})

    assert wrong.status_code == 422
    assert reads(browser, invitation)


def test_a_code_counts_once_for_ten_minutes_and_for_five_tries(invitation: Invitation) -> None:
    Client().post(at("code_letters", invitation))
    right = code(invitation)

    with time_machine.travel(timezone.now() + timedelta(minutes=11)):
        assert Client().post(at("code", invitation), {"code": right}).status_code == 422
    for _ in range(4):
        Client().post(at("code", invitation), {"code": "2222-2222"})
    assert Client().post(at("code", invitation), {"code": right}).status_code == 302
    assert Client().post(at("code", invitation), {"code": right}).status_code == 422


def test_after_five_wrong_tries_the_right_code_is_wrong_too(invitation: Invitation) -> None:
    Client().post(at("code_letters", invitation))
    right = code(invitation)

    for _ in range(5):
        Client().post(at("code", invitation), {"code": "2222-2222"})

    assert Client().post(at("code", invitation), {"code": right}).status_code == 422


def test_always_by_code_the_link_alone_opens_nothing(resume: Document, ben: User) -> None:
    invitation = make.invitation(resume, ben, always_by_code=True)
    browser = follow(links(invitation)[0])

    there = press(browser, invitation)

    assert there == at("code", invitation)
    assert not reads(browser, invitation)
    browser.post(at("code", invitation), {"code": code(invitation)})
    assert reads(browser, invitation)


def test_the_owners_own_browser_cannot_continue_and_says_why(
    invitation: Invitation, ada: User
) -> None:
    browser = follow(links(invitation)[0], sign_in(ada))

    press(browser, invitation)

    page = browser.get(at("cover", invitation)).content.decode()
    assert "You are signed in here as Ada, who asks." in page
    assert "Continue as Ben" not in page
    assert not Pass.objects.exists()


def test_somebody_elses_browser_cannot_continue_and_says_why(invitation: Invitation) -> None:
    browser = follow(links(invitation)[0], sign_in(make.person("Carl")))

    press(browser, invitation)

    assert (
        "You are signed in here as Carl." in browser.get(at("cover", invitation)).content.decode()
    )
    assert not Pass.objects.exists()


def test_whoever_has_an_account_gets_the_same_page_and_pass(resume: Document) -> None:
    eve = make.person("Eve")
    invitation = make.invitation(resume, eve, name="Eve")

    browser = follow(links(invitation)[0])
    press(browser, invitation)

    assert reads(browser, invitation)
    assert browser.get("/settings/").status_code == 404


def test_signed_in_she_needs_no_link(resume: Document) -> None:
    eve = make.person("Eve")
    invitation = make.invitation(resume, eve, name="Eve")
    browser = sign_in(eve)

    page = browser.get(at("cover", invitation)).content.decode()

    assert "Continue as Eve" in page
    assert press(browser, invitation).startswith("/documents/")


def test_one_browser_keeps_the_passes_of_one_person(
    invitation: Invitation, ada: User, ben: User
) -> None:
    other = make.invitation(make.ready_version(ada, title="Letter").document, ben)
    browser = follow(links(invitation)[0])
    press(browser, invitation)

    press(follow(links(other)[0], browser), other)

    assert reads(browser, invitation)
    assert reads(browser, other)


def test_in_a_browser_two_people_used_the_newest_pass_counts(
    invitation: Invitation, resume: Document, ada: User
) -> None:
    letter = make.ready_version(ada, title="Letter").document
    eves = make.invitation(letter, make.invited("Eve"))
    browser = follow(links(invitation)[0])
    press(browser, invitation)

    press(follow(links(eves)[0], browser), eves)

    assert (reads(browser, eves), reads(browser, invitation)) == (True, False)


def test_a_copied_link_is_marked_until_a_code_was_entered(
    invitation: Invitation, by_ada: Reader
) -> None:
    link = copied(invitation, by_ada)
    browser = follow(link)
    press(browser, invitation)
    assert reads(browser, invitation)
    assert Pass.objects.get().is_passed_on

    browser.post(at("code_letters", invitation))
    browser.post(at("code", invitation), {"code": code(invitation)})

    assert not Pass.objects.get().is_passed_on


def test_copying_anew_ends_the_copy_before_but_not_the_letter(
    invitation: Invitation, by_ada: Reader
) -> None:
    first = copied(invitation, by_ada)
    second = copied(invitation, by_ada)

    assert closed(follow(first), invitation)
    assert not closed(follow(second), invitation)
    assert not closed(follow(links(invitation)[0]), invitation)


def test_claiming_the_address_ends_what_copied_links_opened(
    invitation: Invitation, by_ada: Reader, ben: User
) -> None:
    unused = copied(invitation, by_ada)
    by_copy, by_letter = follow(unused), follow(links(invitation)[0])
    press(by_copy, invitation)
    press(by_letter, invitation)

    accounts.claim(ben, sign_up=None)

    assert (reads(by_copy, invitation), reads(by_letter, invitation)) == (False, True)
    assert closed(follow(unused), invitation)


def copied(invitation: Invitation, by: Reader) -> str:
    """The path of the link that the seeker copies now."""
    return passed_on(actions.copy_link(invitation, by=by)).removeprefix("http://localhost:8000")
