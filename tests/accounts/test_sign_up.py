"""Signing up: a letter with a code, and only then an account."""

import re

import pytest
from django.test import Client

from accounts.models import User
from mentorship.notifications.models import Letter
from mentorship.notifications.views import codes

pytestmark = pytest.mark.django_db

TYPED = {
    "email": "Ada@Example.org",
    "display_name": "Ada",
    "password1": "a quiet harbour in the rain",
    "time_zone": "Europe/Berlin",
}


def code_in(letter: Letter) -> str:
    """The code a reader of this letter sees."""
    found = re.search(r"^    (\S+)$", codes.reveal(letter.text, letter), re.MULTILINE)
    assert found
    return found.group(1)


def test_the_code_from_the_letter_leads_to_the_desk(client: Client) -> None:
    asked = client.post("/account/signup/", TYPED)
    letter = Letter.objects.get()

    answer = client.post(asked["Location"], {"code": code_in(letter)})

    assert answer["Location"] == "/desk/"
    assert client.get("/settings/").status_code == 200
    person = User.objects.get()
    assert (person.email, person.name, person.time_zone) == (
        "ada@example.org",
        "Ada",
        "Europe/Berlin",
    )
    assert person.claimed_at
    assert person.check_password(TYPED["password1"])
