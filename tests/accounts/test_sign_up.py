"""Signing up: a letter with a code, and only then an account."""

from datetime import timedelta

import pytest
import time_machine
from django.test import Client
from django.utils import timezone

from accounts import actions
from accounts.models import User
from tests import make
from tests.browsing.accounts import Code, kinds_to, typed

pytestmark = pytest.mark.django_db

ADA = "ada@example.org"


def sign_up(browser: Client, email: str, **other: str) -> str:
    """Type it all; the page to go on with."""
    return browser.post("/account/signup/", typed(email, **other))["Location"]


def test_the_code_from_the_letter_leads_to_the_desk(client: Client, code: Code) -> None:
    asks = sign_up(client, "Ada@Example.org")

    answer = client.post(asks, {"code": code(ADA)})

    assert answer["Location"] == "/desk/"
    assert client.get("/settings/").status_code == 200
    person = User.objects.get()
    assert (person.email, person.name, person.time_zone) == (ADA, "Ada", "Europe/Berlin")
    assert person.claimed_at
    assert person.check_password(typed(ADA)["password1"])
    assert kinds_to(ADA) == ["sign_up_code"]


@pytest.mark.parametrize("password", ["zedquorum", "Zed Quorum", "zed.quorum1"])
def test_the_name_is_no_password(client: Client, password: str) -> None:
    named = typed(ADA, display_name="Zed Quorum", password1=password)

    answer = client.post("/account/signup/", named)

    assert answer.context["form"].errors == {
        "password1": ["This is too close to your name or your address. Choose another."]
    }
    assert kinds_to(ADA) == []


def test_a_password_without_a_name_is_asked_for_the_name_alone(client: Client) -> None:
    answer = client.post("/account/signup/", typed(ADA, display_name=""))

    assert answer.context["form"].errors == {"display_name": ["Please fill this in."]}


def test_a_code_may_be_typed_small_and_without_its_dash(client: Client, code: Code) -> None:
    asks = sign_up(client, ADA)

    answer = client.post(asks, {"code": code(ADA).lower().replace("-", "")})

    assert answer["Location"] == "/desk/"


def test_a_new_code_ends_the_old_one(client: Client, code: Code) -> None:
    asks = sign_up(client, ADA)
    old = code(ADA)
    with time_machine.travel(timezone.now() + timedelta(seconds=11), tick=False):
        client.post(asks, {"action": "resend"})
        new = code(ADA)

        assert client.post(asks, {"code": old}).status_code == 200
        assert client.post(asks, {"code": new})["Location"] == "/desk/"


def test_a_code_ends_after_ten_minutes(client: Client, code: Code) -> None:
    asks = sign_up(client, ADA)

    with time_machine.travel(timezone.now() + timedelta(seconds=601), tick=False):
        answer = client.post(asks, {"code": code(ADA)})

    assert answer["Location"] == "/account/login/"
    assert client.get("/desk/").status_code == 302


def test_three_wrong_codes_end_it(client: Client, code: Code) -> None:
    asks = sign_up(client, ADA)

    for _ in range(3):
        client.post(asks, {"code": "BCDF-GHJK"})

    assert client.post(asks, {"code": code(ADA)})["Location"] == "/account/login/"


def test_whoever_was_invited_claims_the_row_she_has(client: Client, code: Code) -> None:
    ben = make.invited("Ben")

    client.post(sign_up(client, ben.email, display_name="Ben"), {"code": code(ben.email)})

    ben.refresh_from_db()
    assert User.objects.count() == 1
    assert (ben.name, bool(ben.claimed_at), ben.has_usable_password()) == ("Ben", True, True)
    assert client.get("/desk/").status_code == 200


@pytest.mark.parametrize("way", ["login/code", "password/reset"])
def test_an_invited_person_claims_her_row_with_any_code(
    way: str, client: Client, code: Code
) -> None:
    ben = make.invited("Ben")
    asks = client.post(f"/account/{way}/", {"email": ben.email})["Location"]

    client.post(asks, {"code": code(ben.email)})

    ben.refresh_from_db()
    assert ben.claimed_at
    assert len(kinds_to(ben.email)) == 1


def test_whoever_signs_up_with_anothers_address_leaves_nothing_on_her_row(
    client: Client, other: Client, code: Code
) -> None:
    ben = make.invited("Ben")
    sign_up(other, ben.email, display_name="Mallory", password1="password of a thief")

    asks = client.post("/account/login/code/", {"email": ben.email})["Location"]
    client.post(asks, {"code": code(ben.email)})

    ben.refresh_from_db()
    assert ben.claimed_at
    assert not ben.has_usable_password()
    assert "Mallory" not in ben.name
    stolen = {"login": ben.email, "password": "password of a thief"}
    assert Client().post("/account/login/", stolen).status_code == 200


def test_a_sign_up_is_of_one_address_only() -> None:
    ben = make.invited("Ben")
    sign_up_of_ada = actions.SignUp(ADA, "her hash", "Ada", "UTC")

    claimed = actions.claim(ben, sign_up=sign_up_of_ada)

    assert (bool(claimed.claimed_at), claimed.display_name) == (True, "")
    assert not claimed.has_usable_password()


def test_a_row_is_claimed_once() -> None:
    ada = make.person("Ada")

    claimed = actions.claim(ada, sign_up=actions.SignUp(ada.email, "!", "Mallory", "UTC"))

    assert (claimed.name, claimed.claimed_at) == ("Ada", ada.claimed_at)


def test_whoever_has_an_account_is_told_by_letter(client: Client) -> None:
    ada = make.person("Ada")
    before = ada.password

    sign_up(client, ada.email, password1="another one altogether")

    ada.refresh_from_db()
    assert kinds_to(ada.email) == ["already_have_account"]
    assert ada.password == before


def test_the_form_asks_for_address_name_and_password_in_this_order(client: Client) -> None:
    page = client.get("/account/signup/").content.decode()

    places = [page.index(f'name="{name}"') for name in ("email", "display_name", "password1")]
    assert places == sorted(places)
