"""The pages under /account/ as somebody at the machine sees them."""

import re

import pytest
from django.test import Client

from mentorship.notifications import codes
from mentorship.notifications.models import Letter
from tests.browsing.accounts import Code


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
