"""A seeker, one ready document, and the letters that are written."""

from collections.abc import Callable

import pytest

from accounts.models import User
from mentorship.documents.models import Document
from mentorship.notifications import codes, gathering
from mentorship.notifications.models import Letter
from tests import make


@pytest.fixture
def ada() -> User:
    """The seeker."""
    return make.person("Ada")


@pytest.fixture
def resume(ada: User) -> Document:
    """Her document, ready to read."""
    return make.ready_version(ada, title="Operations lead").document


@pytest.fixture
def letters() -> Callable[..., list[str]]:
    """The words of the letters to an address, as they leave; of one kind alone by its name."""

    def words(address: str, kind: str = "") -> list[str]:
        gathering.gather()
        found = Letter.objects.filter(address=address, kind__contains=kind).order_by("pk")
        return [codes.reveal(letter.text, letter) for letter in found]

    return words
