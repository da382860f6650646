"""What a person changes about her own account."""

from collections.abc import Callable

import pytest
from django.test import Client

from accounts.models import User
from tests import make
from tests.browsing.accounts import Code, kinds_to

pytestmark = pytest.mark.django_db

NEW = "ada.new@example.org"
LATER = "another quiet harbour"


def sign_in(browser: Client, email: str, password: str = make.PASSWORD) -> int:
    """Sign in by password; 302 when that is right."""
    return browser.post("/account/login/", {"login": email, "password": password}).status_code


def give_address(browser: Client, email: str) -> str:
    """Ask for another address, with the password typed once more; the page that asks for the code."""
    again = browser.post("/account/email/", {"email": email, "action_add": ""})["Location"]
    return browser.post(again, {"password": make.PASSWORD})["Location"]


@pytest.fixture
def ada(client: Client, code: Code) -> str:
    """The address of somebody who is signed in in `client`."""
    email = make.person("Ada").email
    asks = client.post("/account/login/code/", {"email": email})["Location"]
    assert client.post(asks, {"code": code(email)})["Location"] == "/desk/"
    return email


def test_signing_in_by_password(client: Client, ada: str, other: Client) -> None:
    assert sign_in(other, ada) == 302
    assert other.get("/desk/").status_code == 200


def test_a_new_password_by_code(ada: str, other: Client, code: Code) -> None:
    asks = other.post("/account/password/reset/", {"email": ada})["Location"]
    asks = other.post(asks, {"code": code(ada)})["Location"]

    other.post(asks, {"password1": LATER, "password2": LATER})

    assert sign_in(Client(), ada, LATER) == 302
    assert sign_in(Client(), ada) == 200
    assert kinds_to(ada)[-1] == "password_reset"


def test_a_new_password_ends_other_sessions(client: Client, ada: str, other: Client) -> None:
    sign_in(other, ada)
    change = {"oldpassword": make.PASSWORD, "password1": LATER, "password2": LATER}

    client.post("/account/password/change/", change)

    assert client.get("/desk/").status_code == 200
    assert other.get("/desk/").status_code == 302
    assert kinds_to(ada)[-1] == "password_changed"


def test_a_new_address_counts_once_its_code_is_typed(client: Client, ada: str, code: Code) -> None:
    asks = give_address(client, NEW)
    assert sign_in(Client(), NEW) == 200
    assert "from then on you sign in with this address" in client.get(asks).content.decode()

    client.post(asks, {"code": code(NEW)})

    assert sign_in(Client(), NEW) == 302
    assert sign_in(Client(), ada) == 200
    assert kinds_to(NEW) == ["address_code"]
    assert kinds_to(ada)[-1] == "address_changed"


@pytest.mark.parametrize("owner", [make.person, make.invited])
def test_an_address_of_another_person_stays_hers(
    owner: Callable[[str], User], client: Client, ada: str, code: Code
) -> None:
    taken = owner("Ben").email
    asks = give_address(client, taken)

    answer = client.post(asks, {"code": code(taken)})

    assert "belongs to another account" in answer.content.decode()
    assert sign_in(Client(), ada) == 302


def test_settings_are_kept_and_shown(client: Client, ada: str) -> None:
    client.post("/settings/", {"display_name": "Countess", "time_zone": "Asia/Kolkata"})

    page = " ".join(client.get("/settings/").content.decode().split())
    assert 'value="Countess"' in page
    assert 'value="Asia/Kolkata" selected' in page


@pytest.mark.parametrize("name", ["", "  ", "see https://evil.example", "a@b.org", "www.evil"])
def test_a_name_is_not_an_address(name: str, client: Client, ada: str) -> None:
    answer = client.post("/settings/", {"display_name": name, "time_zone": "UTC"})

    assert answer.status_code == 422


def test_signing_out(client: Client, ada: str) -> None:
    assert client.post("/account/logout/")["Location"] == "/"
    assert client.get("/desk/").status_code == 302
