"""Whom people can write to: where it is set, it stands where they look for it; else nothing is offered."""

from datetime import UTC, datetime

import pytest
import time_machine
from django.template.loader import render_to_string
from django.test import Client
from pytest_django import Settings

from accounts.models import User
from mentorship.home.upkeep import people
from mentorship.notifications.letters import write_letter
from mentorship.notifications.marks import Ours
from mentorship.notifications.models import Letter
from tests import make

pytestmark = pytest.mark.django_db

NIGHT = datetime(2026, 11, 24, 3, 0, tzinfo=UTC)
FOOT = '<p class="site-links">'


@pytest.fixture
def ada() -> User:
    return make.person("Ada")


@pytest.fixture
def told(settings: Settings) -> Settings:
    """An operator who said it all."""
    settings.CONTACT = "help@mentorship.example"
    settings.PRIVACY_URL = "https://mentorship.example/privacy"
    settings.HELP_URL = "https://example.org/help"
    return settings


def test_what_is_set_stands_at_the_foot_of_each_page(client: Client, told: Settings) -> None:
    page = client.get("/").content.decode()

    assert '<a href="mailto:help@mentorship.example">Contact</a>' in page
    assert '<a href="https://mentorship.example/privacy">Privacy</a>' in page
    assert '<a href="https://example.org/help">Help</a>' in page


def test_what_is_not_set_is_offered_nowhere(client: Client, told: Settings) -> None:
    told.CONTACT = told.HELP_URL = ""

    page = client.get("/").content.decode()

    assert (">Privacy</a>" in page, ">Contact</a>" in page, ">Help</a>" in page) == (
        True,
        False,
        False,
    )
    told.PRIVACY_URL = ""
    assert FOOT not in client.get("/").content.decode()


@pytest.mark.parametrize("address", ["/account/inactive/", "/nothing/here/"])
def test_a_page_names_it_to_whoever_is_turned_away(
    client: Client, told: Settings, address: str
) -> None:
    assert "mailto:help@mentorship.example" in client.get(address).content.decode()


@pytest.mark.parametrize("page", ["500.html", "503.html", "account/signup_closed.html"])
def test_a_page_that_stands_alone_names_it_or_says_nothing_of_it(told: Settings, page: str) -> None:
    told.CONTACT = "https://example.org/contact"

    assert '<a href="https://example.org/contact">' in render_to_string(page)

    told.CONTACT = ""
    assert "write to" not in render_to_string(page)


def test_a_closed_account_is_told_whom_to_write_to(client: Client, told: Settings) -> None:
    page = client.get("/account/inactive/").content.decode().partition(FOOT)[0]

    assert "write to the people who run this service:" in page
    assert '<a href="mailto:help@mentorship.example">help@mentorship.example</a>' in page


def test_a_closed_account_is_sent_to_nobody_who_is_not_there(client: Client) -> None:
    page = client.get("/account/inactive/").content.decode()

    assert "Nobody can sign in to it." in page
    assert "write to" not in page


def changed(ada: User) -> Letter:
    """The letter to her old address."""
    context = {"from_email": Ours(ada.email), "to_email": Ours("thief@example.org")}
    write_letter("notifications.address_changed", address=ada.email, person=ada, context=context)
    return Letter.objects.get(address=ada.email, kind="notifications.address_changed")


def test_the_letter_about_a_changed_address_names_it(ada: User, told: Settings) -> None:
    letter = changed(ada)

    assert "Write to us at once:\n\n    help@mentorship.example\n" in letter.text
    assert '<a href="mailto:help@mentorship.example">help@mentorship.example</a>' in letter.html


def test_without_it_the_letter_leads_nowhere(ada: User) -> None:
    assert "tell the people who run this service at once." in changed(ada).text


def test_who_finds_a_hole_learns_whom_to_tell(client: Client, told: Settings) -> None:
    told.SITE_URL = "https://mentorship.example"

    with time_machine.travel(NIGHT, tick=False):
        answer = client.get("/.well-known/security.txt")

    assert answer["Content-Type"] == "text/plain; charset=utf-8"
    assert answer.content.decode().splitlines() == [
        "Contact: mailto:help@mentorship.example",
        "Expires: 2027-05-23T00:00:00+00:00",
        "Preferred-Languages: en",
        "Canonical: https://mentorship.example/.well-known/security.txt",
    ]


def test_without_a_contact_there_is_no_such_file(client: Client) -> None:
    assert client.get("/.well-known/security.txt").status_code == 404


def test_search_engines_keep_the_first_page_alone(client: Client) -> None:
    told = client.get("/robots.txt").content.decode()

    assert told == "User-agent: *\nAllow: /$\nAllow: /static/\nDisallow: /\n"


def test_the_doctor_tells_what_is_missing_where_others_come(told: Settings) -> None:
    told.PRODUCTION = True
    assert people.contact().is_well

    told.CONTACT = told.HELP_URL = ""
    assert people.contact().sentence.startswith("Set CONTACT and HELP_URL:")
    assert not people.contact().is_well

    told.PRODUCTION = False
    assert people.contact().is_well


def test_an_operator_without_a_help_page_is_told_of_it_alone(told: Settings) -> None:
    told.PRODUCTION, told.HELP_URL = True, ""

    assert people.contact().sentence.startswith("Set HELP_URL:")
