"""Ada, her signed-in browser, and a stranger's."""

import pytest
from django.test import Client

from accounts.models import User
from tests import make


def signed_in(person: User) -> Client:
    """A browser in which this person has signed in."""
    client = Client()
    client.force_login(person)
    return client


@pytest.fixture
def ada() -> User:
    return make.person("Ada")


@pytest.fixture
def browser_of_ada(ada: User) -> Client:
    return signed_in(ada)


@pytest.fixture
def stranger() -> Client:
    return signed_in(make.person("Mallory"))
