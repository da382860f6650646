"""A dump of the database opens nothing."""

import pytest
from django.db import connection
from django.test import Client

from tests import make
from tests.accounts.tables import dump
from tests.browsing.accounts import Code, typed

pytestmark = pytest.mark.django_db


def is_in(secret: str, dumped: str) -> bool:
    """Whether the secret is there, as it is or without its dash."""
    return secret.lower() in dumped or secret.lower().replace("-", "") in dumped


def test_no_code_and_no_session_is_in_a_dump(client: Client, code: Code) -> None:
    ada = make.person("Ada").email
    codes = []
    for path, email, facts in (
        ("/account/signup/", "zoe@example.org", typed("zoe@example.org")),
        ("/account/login/code/", ada, {"email": ada}),
        ("/account/password/reset/", ada, {"email": ada}),
    ):
        browser = Client()
        browser.post(path, facts)
        codes.append(code(email))
        key = browser.cookies["session"].value
        dumped = dump()
        assert not is_in(key, dumped)
        assert "zoe@example.org" in dumped

    assert [is_in(secret, dump()) for secret in codes] == [False] * 3


def test_a_stolen_row_name_opens_no_session(client: Client) -> None:
    client.force_login(make.person("Ada"))
    with connection.cursor() as cursor:
        cursor.execute("SELECT session_key FROM accounts_session")
        [(stolen,)] = cursor.fetchall()

    thief = Client()
    thief.cookies["session"] = stolen

    assert client.get("/desk/").status_code == 200
    assert thief.get("/desk/").status_code == 302
