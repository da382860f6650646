"""No page says whose address is known, and nobody may ask without end."""

import re
from collections.abc import Callable
from datetime import timedelta

import pytest
import time_machine
from django.core.cache import cache
from django.test import Client
from django.utils import timezone

from mentorship.notifications.models import Letter
from tests import make
from tests.browsing.accounts import kinds_to, typed

pytestmark = pytest.mark.django_db

Answer = tuple[int, str, str]
ROTATING = re.compile(r'(csrfmiddlewaretoken" value|nonce)="[^"]+"')


def answer(browser: Client, path: str, facts: dict[str, str], address: str) -> list[Answer]:
    """Status, address and page of the answer and of what it leads to, without what always differs."""
    answers = []
    response = browser.post(path, facts)
    if response.status_code == 302:
        answers.append((302, response["Location"], ""))
        response = browser.get(response["Location"])
    page = ROTATING.sub("", response.content.decode().replace(address, "ADDRESS"))
    answers.append((response.status_code, "", page))
    return answers


def sign_up(browser: Client, email: str) -> list[Answer]:
    return answer(browser, "/account/signup/", typed(email), email)


def sign_in_by_code(browser: Client, email: str) -> list[Answer]:
    return answer(browser, "/account/login/code/", {"email": email}, email)


def reset(browser: Client, email: str) -> list[Answer]:
    return answer(browser, "/account/password/reset/", {"email": email}, email)


def sign_in(browser: Client, email: str) -> list[Answer]:
    return answer(browser, "/account/login/", {"login": email, "password": "wrong"}, email)


def resend(browser: Client, email: str) -> list[Answer]:
    sign_up(browser, email)
    with time_machine.travel(timezone.now() + timedelta(seconds=11), tick=False):
        return answer(browser, "/account/confirm-email/", {"action": "resend"}, email)


def guess(browser: Client, email: str) -> list[Answer]:
    sign_up(browser, email)
    return answer(browser, "/account/confirm-email/", {"code": "BCDF-GHJK"}, email)


def guess_at_signing_in(browser: Client, email: str) -> list[Answer]:
    sign_in_by_code(browser, email)
    return answer(browser, "/account/login/code/confirm/", {"code": "BCDF-GHJK"}, email)


def guess_at_reset(browser: Client, email: str) -> list[Answer]:
    reset(browser, email)
    return answer(browser, "/account/password/reset/confirm/", {"code": "BCDF-GHJK"}, email)


@pytest.mark.parametrize(
    "ask",
    [
        sign_up,
        sign_in_by_code,
        reset,
        sign_in,
        resend,
        guess,
        guess_at_signing_in,
        guess_at_reset,
    ],
)
def test_known_invited_and_unknown_addresses_get_the_same_answer(
    ask: Callable[[Client, str], list[Answer]],
) -> None:
    known, invited, unknown = make.person().email, make.invited().email, "zoe@example.org"

    answers = [ask(Client(), email) for email in (known, invited, unknown)]

    assert answers[0] == answers[1] == answers[2]


def test_the_letter_says_what_the_page_does_not() -> None:
    known = make.person().email
    for ask in (sign_up, sign_in_by_code, reset):
        ask(Client(), known)
        ask(Client(), f"{ask.__name__}@example.org")

    assert kinds_to(known) == ["already_have_account", "sign_in_code", "reset_code"]
    assert kinds_to("sign_up@example.org") == ["sign_up_code"]
    assert kinds_to("sign_in_by_code@example.org") == ["unknown_account"]
    assert kinds_to("reset@example.org") == ["unknown_account"]


@pytest.mark.parametrize(
    ("ask", "often"),
    [(sign_in_by_code, 3), (reset, 3), (sign_in, 5)],
    ids=["sign_in_by_code", "reset", "sign_in"],
)
def test_nobody_asks_without_end(ask: Callable[[Client, str], list[Answer]], often: int) -> None:
    # No Redis runs here: limits are counted in the database.
    email = make.person().email
    answers = [ask(Client(), email) for _ in range(often)]

    refused = ask(Client(), email)

    assert refused not in answers
    assert answers[0] == answers[-1]


def test_a_forwarding_header_is_no_way_around_the_limits(client: Client) -> None:
    for number in range(30):
        client.post("/account/login/", headers={"x-forwarded-for": f"203.0.113.{number}"})

    refused = client.post("/account/login/", headers={"x-forwarded-for": "198.51.100.7"})

    assert refused.status_code == 429


def test_nobody_fills_anothers_inbox() -> None:
    email = make.person().email
    begin = timezone.now()

    for minute in range(55):
        with time_machine.travel(begin + timedelta(minutes=minute), tick=False):
            reset(Client(), email)

    assert len(kinds_to(email)) == 10


def test_from_many_networks_nobody_fills_it_either() -> None:
    email = make.person().email

    for number in range(8):
        for _ in range(5):
            Client(REMOTE_ADDR=f"203.0.113.{number}").post(
                "/account/password/reset/", {"email": email}
            )

    assert len(kinds_to(email)) <= 30


@pytest.mark.parametrize("letters", ["", "+1", "+2"])
def test_one_mailbox_is_one_by_whatever_address(letters: str) -> None:
    begin = timezone.now()
    for minute in range(12):
        with time_machine.travel(begin + timedelta(minutes=minute), tick=False):
            sign_up(Client(), f"victim+{minute}{letters}@example.org")

    assert Letter.objects.filter(address__startswith="victim+").count() == 10


def test_whoever_guesses_at_a_password_locks_only_the_own_network_out() -> None:
    ada = make.person()
    guesser = Client(REMOTE_ADDR="203.0.113.9")
    for _ in range(7):
        guesser.post("/account/login/", {"login": ada.email, "password": "wrong"})

    right = {"login": ada.email, "password": make.PASSWORD}

    assert guesser.post("/account/login/", right).status_code == 200
    assert Client().post("/account/login/", right).status_code == 302


def test_a_neighbour_in_one_ipv6_network_is_no_other_network() -> None:
    ada = make.person()
    for number in range(7):
        one = Client(REMOTE_ADDR=f"2001:db8:1:2::{number}")
        one.post("/account/login/", {"login": ada.email, "password": "wrong"})

    right = {"login": ada.email, "password": make.PASSWORD}

    assert Client(REMOTE_ADDR="2001:db8:1:2::99").post("/account/login/", right).status_code == 200
    assert Client(REMOTE_ADDR="2001:db8:1:3::99").post("/account/login/", right).status_code == 302


def test_strangers_asking_for_codes_do_not_keep_a_browser_out_that_is_known() -> None:
    ada, hers = make.person(), Client()
    hers.post("/account/login/", {"login": ada.email, "password": make.PASSWORD})
    hers.post("/account/logout/")
    for number in range(4):
        for _ in range(10):
            stranger = Client(REMOTE_ADDR=f"203.0.113.{number}")
            stranger.post("/account/password/reset/", {"email": ada.email})
            cache.clear()
    before = len(kinds_to(ada.email))

    unknown = Client(REMOTE_ADDR="192.0.2.1").post("/account/login/code/", {"email": ada.email})
    answer = hers.post("/account/login/code/", {"email": ada.email})

    # The fourth stranger came late, and so did a browser that nobody knows: each may ask for two.
    assert (before, unknown.status_code, answer.status_code) == (32, 302, 302)
    assert kinds_to(ada.email)[before:] == ["sign_in_code", "sign_in_code"]


def test_made_up_addresses_do_not_push_out_the_limits() -> None:
    email = make.person().email
    for _ in range(5):
        sign_in(Client(), email)
    refused = sign_in(Client(), email)

    for number in range(400):
        cache.set(f"made-up-{number}", [number], 300)

    assert sign_in(Client(), email) == refused
