"""The pages under /account/ as somebody at the machine sees them."""

import re
from collections.abc import Callable

import pytest
from django.test import Client

from mentorship.notifications import codes
from mentorship.notifications.models import Letter

Code = Callable[[str], str]


@pytest.fixture
def code() -> Code:
    """The code in the newest letter to an address."""

    def newest(address: str) -> str:
        letter = Letter.objects.filter(address=address).latest("pk")
        found = re.search(r"^    (\S+)$", codes.reveal(letter.text, letter), re.MULTILINE)
        assert found, letter.text
        return found.group(1)

    return newest


@pytest.fixture
def other() -> Client:
    """Another person's browser."""
    return Client()


def typed(email: str, **other: str) -> dict[str, str]:
    """What somebody types to sign up."""
    return {
        "email": email,
        "display_name": "Ada",
        "password1": "a quiet harbour in the rain",
        "time_zone": "Europe/Berlin",
        **other,
    }


def kinds_to(address: str) -> list[str]:
    """The kinds of the letters to an address, in the order they were written."""
    found = Letter.objects.filter(address=address).order_by("pk").values_list("kind", flat=True)
    return [kind.partition(".")[2] for kind in found]
