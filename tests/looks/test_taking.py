"""A look is taken once, by whoever may, for as long as she chose; and that is an answer."""

import re
from datetime import timedelta
from io import BytesIO

import pytest
import time_machine
from django.test import Client
from django.utils import timezone
from PIL import Image

from accounts.models import User
from accounts.reader import as_account
from mentorship.circle import actions as circle
from mentorship.circle.models import Invitation
from mentorship.looks.models import Look, LookLink, Showing
from tests import make
from tests.browsing.browsers import signed_in
from tests.browsing.invitations import at as cover
from tests.browsing.invitations import follow, letters, links
from tests.make.looks import answered, at, followed
from tests.make.looks import showing as shown
from tests.pages.matrix import everything

pytestmark = pytest.mark.django_db

PICTURE = re.compile(r'src="(/looks/[^"]+)"')


def started(browser: Client, ref: str, pace: str = "1") -> tuple[str, str]:
    """The page that answers Start, and the address of the picture on it."""
    page = browser.post(at("look", ref), {"pace": pace}).content.decode()
    return page, PICTURE.findall(page)[0]


def test_reading_what_will_happen_starts_nothing(ben: Client, invitation: Invitation) -> None:
    before = everything()

    page = ben.get(at("look", invitation.ref)).content.decode()

    assert "Press Start" in page
    assert everything() == before


def test_start_shows_page_one_with_its_boxes(ben: Client, invitation: Invitation) -> None:
    shown = ben.post(at("look", invitation.ref), {"pace": "1"})
    page = shown.content.decode()

    answer = ben.get(PICTURE.findall(page)[0])

    image = Image.open(BytesIO(answer.getvalue()))
    assert answer["Cache-Control"] == "private, no-store"
    assert image.width > 500
    assert "ada@example.org" not in page
    assert shown["Refresh"] == f"12; url={at('questions', invitation.ref)}"


def test_reading_the_page_again_leads_to_the_questions(ben: Client, invitation: Invitation) -> None:
    started(ben, invitation.ref)

    again = ben.post(at("look", invitation.ref), {"pace": "1"})

    assert (again.status_code, again["Location"]) == (302, at("questions", invitation.ref))
    assert Look.objects.count() == 1


@pytest.mark.parametrize(("pace", "lasts"), [("1", 15), ("2", 25), ("3", 35), ("0", 600)])
def test_the_picture_is_there_as_long_as_she_chose(
    ben: Client, invitation: Invitation, pace: str, lasts: int
) -> None:
    _page, picture = started(ben, invitation.ref, pace)

    with time_machine.travel(timezone.now() + timedelta(seconds=lasts - 1), tick=False):
        assert ben.get(picture).status_code == 200
    with time_machine.travel(timezone.now() + timedelta(seconds=lasts + 1), tick=False):
        assert ben.get(picture).status_code == 404


def test_the_picture_is_for_nobody_else(
    ben: Client, invitation: Invitation, link: LookLink, ada: User
) -> None:
    _page, picture = started(ben, invitation.ref)
    others = [Client(), signed_in(make.person("Eve")), signed_in(ada), followed(link)]

    assert [browser.get(picture).status_code for browser in others] == [404] * 4


def test_a_wrong_token_shows_nothing(ben: Client, invitation: Invitation) -> None:
    _page, picture = started(ben, invitation.ref)

    assert ben.get(picture.replace("page-one/", "page-one/x")).status_code == 404


def test_a_revoked_reader_sees_and_says_nothing_more(ben: Client, invitation: Invitation) -> None:
    _page, picture = started(ben, invitation.ref)

    make.revoked(invitation.round.documents.get().grants.get(source_id=invitation.pk))

    assert ben.get(picture).status_code == 404
    assert ben.post(at("questions", invitation.ref), {"job": "Analyst"}).status_code == 404


def test_answers_are_an_answer_to_the_invitation(ben: Client, invitation: Invitation) -> None:
    look = answered(ben, invitation.ref, job=" Data  analyst ", strongest="First program")

    invitation.refresh_from_db()
    assert (look.job, look.strongest) == ("Data analyst", "First program")
    assert invitation.answered_at
    assert invitation.heard_at is None
    assert "You took a ten-second look" in ben.get(cover("cover", invitation)).content.decode()
    assert "Thank you" in ben.get(at("look", invitation.ref), follow=True).content.decode()


def test_answers_are_sent_once(ben: Client, invitation: Invitation) -> None:
    answered(ben, invitation.ref, job="Analyst")

    again = ben.post(at("questions", invitation.ref), {"job": "Cook"})

    assert again["Location"] == at("look", invitation.ref)
    assert Look.objects.get().job == "Analyst"


def test_something_is_said_or_the_form_comes_back(ben: Client, invitation: Invitation) -> None:
    started(ben, invitation.ref)

    said = {"eyes": ["0.25,0.1", "2,2", "x"], "areas": ["2-2"]}
    back = ben.post(at("questions", invitation.ref), said)

    assert back.status_code == 422
    assert 'value="0.25,0.1"' in back.content.decode()


def test_where_the_eye_went_is_pressed_or_named(ben: Client, invitation: Invitation) -> None:
    started(ben, invitation.ref)

    said = {"job": "Analyst", "eyes": ["0.25,0.1", "nan,0"], "areas": ["2-2"]}
    ben.post(at("questions", invitation.ref), said)

    assert Look.objects.get().eyes == [[0.25, 0.1], [5 / 6, 5 / 6]]


def test_whoever_cannot_see_it_answers_from_the_text(ben: Client, invitation: Invitation) -> None:
    to_questions = ben.post(at("look", invitation.ref), {"pace": "text"})

    page = ben.get(to_questions["Location"]).content.decode()
    assert "Read the text first" in page
    assert Look.objects.get().by_text


def test_a_link_offers_no_text(link: LookLink) -> None:
    browser = followed(link)

    browser.post(at("look", link.ref), {"pace": "text"})

    assert not Look.objects.get().by_text


def test_the_job_is_shown_once_all_else_is_answered(
    ada: User, showing: Showing, link: LookLink
) -> None:
    showing.pursuit = make.pursuit(ada, employer="Siemens", posting="Know SQL.")
    showing.save()
    browser = followed(link)
    before = browser.get(at("look", link.ref)).content.decode()

    look = answered(browser, link.ref)
    page = browser.get(at("relevance", link.ref)).content.decode()
    browser.post(at("relevance", link.ref), {"relevant": "yes"})

    assert ("Siemens" in before, "Siemens" in page, "Know SQL." in page) == (False, True, True)
    look.refresh_from_db()
    assert look.relevant == "yes"


def test_the_next_version_is_another_look(ben: Client, invitation: Invitation) -> None:
    first = answered(ben, invitation.ref)
    document = invitation.round.documents.get()
    shown(make.ready(make.version(document, text="Ada, cook\n")))

    second = answered(ben, invitation.ref)

    assert first.showing != second.showing
    assert Look.objects.filter(person=invitation.person).count() == 2


def test_the_letter_offers_it_beside_the_reading(invitation: Invitation) -> None:
    browser = follow(links(invitation)[0])
    page = browser.get(cover("cover", invitation)).content.decode()

    there = browser.post(cover("pass", invitation), {"then": "look"})

    assert "Ten seconds and four questions" in page
    assert there["Location"] == at("look", invitation.ref)
    assert browser.get(there["Location"]).status_code == 200


def test_nothing_is_offered_that_was_not_prepared_or_is_for_links_alone(ada: User) -> None:
    version = make.ready_version(ada)
    flo = make.invitation(version.document, make.invited("Flo"))
    pages = []
    for prepare in (lambda: None, lambda: shown(version, is_offered=False)):
        prepare()
        pages.append(follow(links(flo)[0]).get(cover("cover", flo)).content.decode())

    assert ["Ten seconds" in page for page in pages] == [False, False]


def test_a_closed_round_takes_no_look(ben: Client, invitation: Invitation, ada: User) -> None:
    circle.close(invitation.round, by=as_account(ada))

    answer = ben.post(at("look", invitation.ref), {"pace": "1"})

    assert answer.status_code == 404
    assert "This round is closed" in answer.content.decode()
    assert Look.objects.count() == 0


def test_the_seeker_is_told_who_looked(ben: Client, invitation: Invitation, ada: User) -> None:
    answered(ben, invitation.ref, job="Data analyst")

    with time_machine.travel(timezone.now() + timedelta(hours=1), tick=False):
        told = letters(ada.email, "looks.")

    assert len(told) == 1
    assert "Ben took a ten-second look at “Programmer”" in told[0]
    assert "Ben: Data analyst" in told[0]
