"""Guessing at what is secret: many at once are as many as one after the other, and lock nobody out."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from uuid import uuid4

import pytest
from allauth.account import forms
from django.db import connection
from django.test import Client
from pytest_django import Settings

from mentorship.notifications import ceilings
from mentorship.notifications.ceilings import Asker, TooMany
from tests import make
from tests.browsing.accounts import Code
from tests.browsing.browsers import sign_in
from tests.browsing.invitations import at
from tests.browsing.invitations import code as invitation_code

GUESSES = 20
SIGN_IN, BY_CODE, TYPED_IN = (
    "/account/login/",
    "/account/login/code/",
    "/account/login/code/confirm/",
)


def at_once(guess: Callable[[Client], str], browser: Client) -> list[str]:
    """What `guess` gives in so many windows of this browser at the same time."""

    def alone(_: int) -> str:
        window = Client()
        window.cookies = browser.cookies.copy()
        try:
            return guess(window)
        finally:
            connection.close()

    with ThreadPoolExecutor(GUESSES) as pool:
        return list(pool.map(alone, range(GUESSES)))


@pytest.fixture
def judged(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Every code that is compared with the one that was mailed."""
    compared: list[str] = []
    compare = forms.compare_user_code

    def noted(*, actual: str, expected: str) -> bool:
        compared.append(actual)
        return bool(compare(actual=actual, expected=expected))

    monkeypatch.setattr(forms, "compare_user_code", noted)
    return compared


@pytest.mark.django_db(transaction=True)
def test_of_twenty_guesses_at_once_at_a_sign_in_code_three_are_judged(
    judged: list[str],
) -> None:
    browser = Client()
    browser.post(BY_CODE, {"email": make.person("Ada").email})

    at_once(lambda window: str(window.post(TYPED_IN, {"code": "BCDF-GHJK"}).status_code), browser)

    assert len(judged) == 3


@pytest.mark.django_db(transaction=True)
def test_of_twenty_guesses_at_once_at_an_invitations_code_five_are_judged() -> None:
    invitation = make.invitation(make.document(make.person("Ada")), make.invited("Ben"))
    Client().post(at("code_letters", invitation))
    right = invitation_code(invitation)
    page = at("code", invitation)

    def guess(window: Client) -> str:
        return window.post(page, {"code": "2222-2222"}).content.decode()

    answers = at_once(guess, Client())

    assert sum("This is not the code" in answer for answer in answers) == 5
    assert sum("Too many wrong attempts" in answer for answer in answers) == GUESSES - 5
    assert Client().post(page, {"code": right}).status_code == 422


@pytest.mark.django_db(transaction=True)
def test_what_is_counted_at_once_is_counted_once_each() -> None:
    def judge(_window: Client) -> str:
        return "yes" if ceilings.may_judge("a secret", most=7) else "no"

    assert at_once(judge, Client()).count("yes") == 7


@pytest.mark.django_db
def test_the_right_code_counts_within_three_tries_and_not_after(code: Code) -> None:
    ada = make.person("Ada")
    browser = Client()
    browser.post(BY_CODE, {"email": ada.email})
    right = code(ada.email)

    for wrong in ("BCDF-GHJK", "BCDF-GHJL"):
        assert browser.post(TYPED_IN, {"code": wrong}).status_code == 200
    assert browser.post(TYPED_IN, {"code": right})["Location"] == "/desk/"


def try_passwords(count: int, email: str) -> None:
    """So many wrong ones, each from a network of its own."""
    for number in range(count):
        stranger = Client(REMOTE_ADDR=f"198.51.{number // 250}.{number % 250}")
        stranger.post(SIGN_IN, {"login": email, "password": f"guess {uuid4()}"})


@pytest.mark.django_db
def test_passwords_tried_from_many_networks_end_and_their_owner_goes_on(
    settings: Settings, code: Code
) -> None:
    settings.MAX_PASSWORDS_TRIED = 3
    ada = make.person("Ada")
    known = sign_in(ada)
    known.post("/account/logout/")
    right = {"login": ada.email, "password": make.PASSWORD}
    try_passwords(3, ada.email)

    fresh = Client(REMOTE_ADDR="203.0.113.7")
    refused = fresh.post(SIGN_IN, right)
    assert refused.status_code == 200
    assert "Sign in with a code by email" in refused.content.decode()
    fresh.post(BY_CODE, {"email": ada.email})
    assert fresh.post(TYPED_IN, {"code": code(ada.email)}).status_code == 302
    assert known.post(SIGN_IN, right).status_code == 302


@pytest.mark.django_db
def test_another_address_of_no_one_is_refused_alike(settings: Settings) -> None:
    settings.MAX_PASSWORDS_TRIED = 1
    try_passwords(1, "nobody@example.org")

    typed = {"login": "nobody@example.org", "password": "guess"}
    refused = Client(REMOTE_ADDR="203.0.113.7").post(SIGN_IN, typed)

    assert "Too many passwords were tried" in refused.content.decode()


def ask(network: str, email: str) -> bool:
    """Whether a letter is written to whoever asks for one without a sign-in."""
    try:
        ceilings.ask(email, by=Asker(network))
    except TooMany:
        return False
    return True


@pytest.mark.django_db
def test_a_few_strangers_keep_nobody_from_a_code_in_a_new_browser() -> None:
    strangers = [f"198.51.100.{number}" for number in range(3)]
    asked = [ask(network, "ada@example.org") for network in strangers for _ in range(12)]
    assert sum(asked) == 30

    assert [ask("203.0.113.7", "ada@example.org") for _ in range(3)] == [True, True, False]
    assert not ask(strangers[0], "ada@example.org")


@pytest.mark.django_db
def test_many_networks_write_no_more_letters_than_so_many(settings: Settings) -> None:
    settings.MAX_LETTERS_ASKED, settings.MAX_LETTERS_ASKED_AFRESH = 2, 3

    asked = [ask(f"198.51.100.{network}", "ada@example.org") for network in range(9)]

    assert sum(asked) == 5
