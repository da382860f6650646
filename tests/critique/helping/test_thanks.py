"""Thanks for what helped with a job, to those whose advice it was."""

import pytest
from django.test import Client
from django.urls import reverse

from accounts.reader import Reader
from mentorship.circle import actions as circle
from mentorship.circle.models import Invitation
from mentorship.circle.visitors.passes import as_visitor
from mentorship.critique import actions
from mentorship.critique.actions import Words
from mentorship.critique.models import Thanks
from mentorship.documents import actions as documents
from mentorship.documents.models import Grant, Version
from mentorship.jobsearch import actions as jobsearch
from mentorship.jobsearch.models import Pursuit
from mentorship.notifications.delivery import gathering
from mentorship.notifications.models import Letter
from mentorship.toolbox.refused import Refused
from tests import make
from tests.browsing.browsers import sign_in, visit
from tests.browsing.invitations import letters
from tests.browsing.news import came_in, lines
from tests.make.thanks import SAID, sent, used

pytestmark = pytest.mark.django_db

THANKED = "critique.thanked"


def words(mentor: Reader, text: str = "Thank you, Ben.") -> list[Words]:
    """What is told to this one."""
    assert mentor.person
    return [Words(mentor.person.pk, text)]


def page_of(pursuit: Pursuit) -> str:
    """The address of the page."""
    return reverse("critique:helped", args=[pursuit.ref])


def test_one_press_tells_one_mentor_what_of_hers_was_used(
    version: Version, pursuit: Pursuit, ben: Reader, seeker: Reader
) -> None:
    eve = as_visitor(make.invitation(version.document, make.invited("Eve"), name="Eve"))
    came_in(eve)
    used(version, ben)
    used(version, eve, "Move it down.")
    sent(pursuit, version)
    browser: Client = sign_in(pursuit.owner)
    page = browser.get(page_of(pursuit)).content.decode()
    assert ben.person
    assert "Tell Ben: you got an interview" in page
    assert Letter.objects.filter(kind=THANKED).count() == 0

    typed = {f"words-{ben.person.ref}": "Thank you, Ben.", "news": "interview"}
    browser.post(page_of(pursuit), typed | {"only": ben.person.ref})
    (letter,) = letters(ben.person.email, THANKED)

    assert eve.person
    assert letters(eve.person.email, THANKED) == []
    assert "Ada got an interview" in letter
    assert "Thank you, Ben." in letter
    assert SAID in letter
    assert "Move it down." not in letter
    after = browser.get(page_of(pursuit)).content.decode()
    assert "Tell Ben" not in after
    assert "Tell Eve" in after
    assert "You told Ben on" in after


def test_all_are_told_by_one_press_and_each_once(
    version: Version, pursuit: Pursuit, ben: Reader
) -> None:
    used(version, ben)
    sent(pursuit, version)
    browser = sign_in(pursuit.owner)

    for _press in range(2):
        browser.post(page_of(pursuit), {"news": "interview"})

    assert [one.news for one in Thanks.objects.all()] == ["interview"]


def test_an_offer_is_told_after_the_interview(
    version: Version, pursuit: Pursuit, ben: Reader, seeker: Reader
) -> None:
    used(version, ben)
    sent(pursuit, version)
    actions.thank(pursuit, words(ben), by=seeker, news="interview")
    jobsearch.move(pursuit, by=seeker, stage="offer")

    actions.thank(pursuit, words(ben) * 2, by=seeker, news="offer")

    assert sorted(Thanks.objects.values_list("news", flat=True)) == ["interview", "offer"]


def test_links_are_left_out_of_the_words(version: Version, pursuit: Pursuit, ben: Reader) -> None:
    used(version, ben)
    sent(pursuit, version)
    assert ben.person

    typed = {f"words-{ben.person.ref}": "See https://example.org", "news": "interview"}
    answer = sign_in(pursuit.owner).post(page_of(pursuit), typed)

    assert (answer.status_code, Thanks.objects.count()) == (422, 0)
    assert "https://example.org" in answer.content.decode()


def test_news_that_is_over_is_not_told(
    version: Version, pursuit: Pursuit, ben: Reader, seeker: Reader
) -> None:
    used(version, ben)
    sent(pursuit, version, stage="applied")

    for news in ("interview", ""):
        with pytest.raises(Refused, match="moved"):
            actions.thank(pursuit, words(ben), by=seeker, news=news)
    with pytest.raises(Refused, match="not-found"):
        actions.thank(pursuit, words(ben), by=ben, news="interview")


def test_whoever_was_taken_back_is_not_offered_and_hears_nothing(
    version: Version, pursuit: Pursuit, ben: Reader, asked: Invitation, seeker: Reader
) -> None:
    used(version, ben)
    sent(pursuit, version)
    circle.revoke(asked, by=seeker)

    actions.thank(pursuit, words(ben), by=seeker, news="interview")

    assert not Thanks.objects.exists()
    assert "Tell Ben" not in sign_in(pursuit.owner).get(page_of(pursuit)).content.decode()


def test_a_letter_does_not_leave_once_its_mentor_is_taken_back(
    version: Version, pursuit: Pursuit, ben: Reader, asked: Invitation, seeker: Reader
) -> None:
    used(version, ben)
    sent(pursuit, version)
    actions.thank(pursuit, words(ben), by=seeker, news="interview")

    circle.revoke(asked, by=seeker)

    assert letters(asked.person.email, THANKED) == []
    assert lines(asked.person)[-1] == "Ada got an interview"


def test_what_was_deleted_is_quoted_no_more(
    version: Version, pursuit: Pursuit, ben: Reader, asked: Invitation, seeker: Reader
) -> None:
    point = used(version, ben)
    used(version, ben, "Shorter.")
    sent(pursuit, version)
    actions.thank(pursuit, words(ben), by=seeker, news="interview")
    actions.delete(point.comments.get(), by=ben)

    (letter,) = letters(asked.person.email, THANKED)

    assert SAID not in letter
    assert "Shorter." in letter


@pytest.mark.parametrize("gone", ["document", "pursuit"])
def test_no_word_of_thanks_is_left_once_what_they_are_about_is_deleted(
    version: Version, pursuit: Pursuit, ben: Reader, seeker: Reader, gone: str
) -> None:
    used(version, ben)
    sent(pursuit, version)
    actions.thank(pursuit, words(ben), by=seeker, news="interview")
    gathering.gather()
    letter = Letter.objects.get(kind=THANKED)
    assert SAID in letter.text

    if gone == "document":
        documents.delete(version.document, by=seeker)
    else:
        jobsearch.delete(pursuit, by=seeker)

    letter.refresh_from_db()
    assert (letter.subject, letter.text, letter.html) == ("", "", "")


def test_the_mentors_place_tells_it(
    version: Version, pursuit: Pursuit, asked: Invitation, ben: Reader, seeker: Reader
) -> None:
    used(version, ben)
    sent(pursuit, version)
    actions.thank(pursuit, words(ben), by=seeker, news="interview")
    given = Grant.objects.get(source_id=asked.pk)
    told = "Ada got an interview, and your advice was in what was sent."

    own = visit(make.visitor_pass(given)).get(reverse("home:mentoring")).content.decode()
    copied = visit(make.passed_on_pass(given)).get(reverse("home:mentoring")).content.decode()

    assert [told in page for page in (own, copied)] == [True, False]
