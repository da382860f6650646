"""What people are promised arrives from the running service: real beat, real worker, real mail.

Nothing is called by hand. Days pass by moving all that has happened back (see `days`).
"""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.infrastructure.pages import Windows, windows
from tests.infrastructure.service import QUICK, Service, make_prepared_database, running_service
from tests.infrastructure.smtp import smtp_sink
from tests.journeys.steps.asking import (
    INVITED,
    Asked,
    fill_people,
    open_letter,
    open_options,
    send_letters,
)
from tests.journeys.steps.commenting import comment, finish
from tests.journeys.steps.days import day_in, days_pass, zone_where_it_is
from tests.journeys.steps.employers import begin_letter
from tests.journeys.steps.files import pdf, pdf_with
from tests.journeys.steps.letters import letter, letter_link
from tests.journeys.steps.people import sign_up_by_forms, unique
from tests.journeys.steps.reading import NIGHT, line, read, ready, thread
from tests.journeys.steps.uploading import next_version, upload

pytestmark = pytest.mark.journey

NOON, MIDNIGHT = 12, 0
BEFORE_THE_DATE = "would like to hear from you about a résumé by"
ON_THE_DAY = "Today you wanted to look at a résumé for Ada Okafor"
UNSENT = "Your letter to the employer is still here"
NOT_SENT = "Your comments for Ada Okafor on the résumé are not sent yet"
CHANGED = {"Responsible for 84 people on three shifts": "Led 84 people on three shifts"}


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory, postgres_url: str) -> Iterator[Service]:
    """One of its own, in which days may pass, and which looks every second for what is due."""
    url = make_prepared_database(postgres_url, "promises")
    own = {"DATABASE_URL": url, "SOFFICE": "none", "SWEEP_SECONDS": "1", **QUICK}
    with (
        smtp_sink() as sink,
        running_service(tmp_path_factory.mktemp("promises"), sink=sink, **own) as started,
    ):
        yield started


@pytest.fixture
def people(browser: Browser, service: Service) -> Iterator[Windows]:
    with windows(browser, service.base_url) as opened:
        yield opened


def ask(ada: Page, service: Service, *, by: str = "") -> Asked:
    """Ada signs up, uploads her résumé, and asks Ben, who is to answer by that day."""
    seeker, ben = unique("ada"), unique("ben")
    sign_up_by_forms(ada, service, seeker)
    upload(ada, pdf())
    expect(ada.locator("#line-1")).to_be_attached()
    ada.get_by_role("link", name="Document", exact=True).click()
    ada.get_by_role("link", name="Ask for critique").click()
    fill_people(ada, {"Ben Okri": ben})
    open_options(ada)
    ada.get_by_label("By when?").fill(by)
    send_letters(ada)
    return Asked(ada, seeker, ben, letter_link(service, ben, INVITED), ada.url)


def test_whoever_does_not_answer_is_reminded_before_the_date(
    people: Windows, service: Service
) -> None:
    zone = zone_where_it_is(NOON)
    asked = ask(people.open(timezone_id=zone), service, by=day_in(zone, after=4))

    days_pass(service, 2)

    ben = people.open()
    ben.goto(letter_link(service, asked.ben, BEFORE_THE_DATE))
    expect(ben.get_by_role("button", name="Continue as Ben Okri")).to_be_visible()


def test_later_brings_a_reminder_on_the_morning_where_the_mentor_is(
    people: Windows, service: Service
) -> None:
    asked = ask(people.open(timezone_id=zone_where_it_is(MIDNIGHT)), service)
    zone = zone_where_it_is(NOON)
    ben = people.open(timezone_id=zone)
    ben.goto(asked.link)
    ben.get_by_text("Later", exact=True).click()
    # The days offered begin with Ada's tomorrow, which may be the day after Ben's.
    ben.get_by_label("On another day").fill(day_in(zone, after=1))
    ben.get_by_role("button", name="Remind me").click()
    expect(ben.get_by_text("Later it is.")).to_be_visible()

    days_pass(service, 1)

    ben.goto(letter_link(service, asked.ben, ON_THE_DAY))
    expect(ben.get_by_role("button", name="Continue as Ben Okri")).to_be_visible()


def test_a_letter_to_an_employer_that_has_not_left_is_reminded_of(
    people: Windows, service: Service
) -> None:
    ada, seeker = people.open(timezone_id=zone_where_it_is(NOON)), unique("ada")
    sign_up_by_forms(ada, service, seeker)
    begin_letter(ada)

    days_pass(service, 1)

    ada.goto(letter_link(service, seeker, UNSENT))
    expect(ada.get_by_role("button", name="I have sent it")).to_be_visible()


def test_a_critique_is_told_of_from_the_first_draft_to_the_next_version(
    people: Windows, service: Service
) -> None:
    asked = ask(people.open(), service)
    ben = open_letter(asked, people)
    comment(ben, NIGHT, "Lead with the result.")

    days_pass(service, 2)
    assert "Lead with the result." in letter(service, asked.ben, NOT_SENT)

    finish(ben)
    assert "Lead with the result." in letter(service, asked.seeker, "Ben Okri has read your résumé")

    ada = asked.ada
    ada.goto(letter_link(service, asked.seeker, "Ben Okri has read your résumé"))
    ready(ada)
    point = thread(ada, "Lead with the result.")
    read(point).get_by_role("link", name="Reply").click()
    ada.get_by_label("Your reply").fill("In the next version.")
    ada.get_by_role("button", name="Reply", exact=True).click()
    expect(point.get_by_text("In the next version.")).to_be_visible()
    days_pass(service, 1)
    assert "In the next version." in letter(service, asked.ben, "Ada Okafor replied")

    next_version(ada, ben.url, pdf_with(CHANGED))
    ada.get_by_role("link", name="Tell Ben Okri").click()
    words = "It begins with the result now."
    ada.get_by_label("What Ben Okri reads about it").fill(words)
    ada.get_by_role("button", name="Tell Ben Okri").click()
    assert words in letter(service, asked.ben, "Ada Okafor has a new version")
    ben.goto(letter_link(service, asked.ben, "Ada Okafor has a new version"))
    expect(line(ben, "Led 84 people on three shifts")).to_be_attached()
