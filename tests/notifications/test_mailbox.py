"""Who reads which letters in the mailbox page."""

from typing import Any

import pytest
from django.test import Client
from pytest_django import Settings

from mentorship.notifications import codes
from mentorship.notifications.letters import write_letter
from mentorship.notifications.marks import Secret
from mentorship.notifications.models import Letter
from mentorship.toolbox.refs import new_ref
from tests import make
from tests.browsing.accounts import typed

pytestmark = pytest.mark.django_db
POLICY = "Content-Security-Policy"

ELSEWHERE: list[dict[str, Any]] = [
    {"headers": {"host": "localhost:8000", "x-forwarded-for": "203.0.113.9"}},
    {"headers": {"host": "localhost", "x-forwarded-proto": "https"}},
    {"headers": {"host": "localhost", "forwarded": "for=203.0.113.9"}},
    {"headers": {"host": "localhost", "via": "1.1 proxy"}},
    {"headers": {"host": "localhost", "x-real-ip": "203.0.113.9"}},
    {"headers": {"host": "localhost"}, "REMOTE_ADDR": "203.0.113.9"},
    {"headers": {"host": "localhost"}, "REMOTE_ADDR": "::ffff:203.0.113.9"},
    {"headers": {"host": "localhost"}, "REMOTE_ADDR": ""},
]
HERE: list[dict[str, Any]] = [
    {"headers": {"host": "localhost:8000"}},
    {"headers": {"host": "127.0.0.1"}},
    {"headers": {"host": "[::1]"}, "REMOTE_ADDR": "::1"},
    {"headers": {"host": "[::1]:8000"}, "REMOTE_ADDR": "::ffff:127.0.0.1"},
]


@pytest.fixture
def letter() -> Letter:
    """A letter with a code for somebody."""
    ben = make.person("Ben")
    return write_letter(
        "notifications.sign_in_code",
        address=ben.email,
        person=ben,
        context={"code": Secret("code")},
        is_about_signing_in=True,
        ref=new_ref(),
    )


@pytest.mark.parametrize("way", HERE, ids=str)
def test_at_the_machine_itself_everybodys_letters_are_read_with_their_codes(
    way: dict[str, Any], client: Client, letter: Letter
) -> None:
    shown = client.get(f"/mailbox/{letter.ref}/", **way)

    assert letter.address in client.get("/mailbox/", **way).content.decode()
    assert codes.code_for(letter.ref) in shown.content.decode()


@pytest.mark.parametrize("way", ELSEWHERE, ids=str)
def test_whoever_comes_from_elsewhere_reads_no_letter(
    way: dict[str, Any], client: Client, letter: Letter
) -> None:
    asked = client.get("/mailbox/", **way)

    assert (asked.status_code, asked["Location"]) == (302, "/account/login/?next=/mailbox/")
    assert client.get(f"/mailbox/{letter.ref}/", **way).status_code == 404


def test_a_service_with_an_address_shows_nobody_the_letters_of_others(
    client: Client, letter: Letter, settings: Settings
) -> None:
    settings.SITE_URL = "http://localhost:8000"

    assert client.get("/mailbox/").status_code == 302
    assert client.get(f"/mailbox/{letter.ref}/").status_code == 404


def test_one_reads_ones_own_letters_but_none_with_a_code(
    client: Client, letter: Letter, settings: Settings
) -> None:
    settings.SITE_URL = "http://localhost:8000"
    news = write_letter(
        "notifications.password_changed", address=letter.address, person=letter.person, context={}
    )
    other = write_letter(
        "notifications.unknown_account", address="a@b.org", person=None, context={}
    )
    assert letter.person
    client.force_login(letter.person)

    page = client.get("/mailbox/", **HERE[0]).content.decode()

    assert (news.ref in page, letter.ref in page, other.ref in page) == (True, False, False)
    assert [client.get(f"/mailbox/{each.ref}/").status_code for each in (news, letter, other)] == [
        200,
        404,
        404,
    ]


@pytest.mark.parametrize("state", ["waiting", "claimed", "replaced", "suppressed", "failed"])
def test_a_letter_that_was_withheld_is_not_read_by_whom_it_was_for(
    settings: Settings, client: Client, state: str
) -> None:
    settings.SITE_URL, settings.ALLOWED_HOSTS = "https://letters.example", ["letters.example"]
    ada = make.person("Ada")
    facts = {"address": ada.email, "person": ada, "kind": "critique.finished", "subject": "News"}
    withheld = Letter.objects.create(**facts, text="his words", state=state)
    sent = Letter.objects.create(**facts, text="her words", state="sent")
    client.force_login(ada)

    listed = client.get("/mailbox/", headers={"host": "letters.example"}).content.decode()

    assert sent.ref in listed
    assert withheld.ref not in listed
    for letter, status in ((sent, 200), (withheld, 404)):
        page = client.get(f"/mailbox/{letter.ref}/", headers={"host": "letters.example"})
        assert page.status_code == status


def test_an_empty_mailbox_says_what_to_do(client: Client) -> None:
    assert "/account/signup/" in client.get("/mailbox/", **HERE[0]).content.decode()


def test_an_old_code_leaves_an_honest_page(client: Client, letter: Letter) -> None:
    Letter.objects.update(text="", html="")

    assert "no longer works" in client.get(f"/mailbox/{letter.ref}/", **HERE[0]).content.decode()


@pytest.mark.parametrize(("way", "is_told"), [(HERE[0], True), (ELSEWHERE[0], False)], ids=str)
def test_whoever_waits_for_a_code_is_told_where_it_is(
    way: dict[str, Any], is_told: bool, client: Client
) -> None:
    page = client.post("/account/signup/", typed("ada@example.org"), follow=True, **way)

    assert ('href="/mailbox/"' in page.content.decode()) == is_told


def test_a_letter_is_shown_as_mail_programs_show_it_in_a_world_of_its_own(
    client: Client, letter: Letter
) -> None:
    page = client.get(f"/mailbox/{letter.ref}/", **HERE[0])
    shown = client.get(f"/mailbox/{letter.ref}/sight/", **HERE[0])

    assert f'src="/mailbox/{letter.ref}/sight/"' in page.content.decode()
    assert "frame-src 'self'" in page["Content-Security-Policy"]
    assert "script-src 'self' 'nonce-" in page["Content-Security-Policy"]
    assert codes.code_for(letter.ref) in shown.content.decode()
    policy = dict(part.strip().partition(" ")[::2] for part in shown[POLICY].split(";"))
    assert policy == {
        "sandbox": "allow-popups allow-popups-to-escape-sandbox",
        "default-src": "'none'",
        "style-src": "'unsafe-inline'",
        "form-action": "'none'",
        "frame-ancestors": "'self'",
    }
    assert shown["X-Frame-Options"] == "SAMEORIGIN"


def test_what_is_gone_has_no_sight(client: Client, letter: Letter) -> None:
    Letter.objects.update(text="", html="")

    assert "<iframe" not in client.get(f"/mailbox/{letter.ref}/", **HERE[0]).content.decode()
    assert client.get(f"/mailbox/{letter.ref}/sight/", **HERE[0]).status_code == 404


def test_nobody_sees_the_sight_of_anothers_letter(client: Client, letter: Letter) -> None:
    assert client.get(f"/mailbox/{letter.ref}/sight/", **ELSEWHERE[0]).status_code == 404
