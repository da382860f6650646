"""Whose file is opened next: nobody's many stand before someone else's first."""

import pytest

from accounts.models import User
from mentorship.documents import rendering, tasks
from mentorship.documents.models import Version
from mentorship.documents.opening import tries
from tests import make
from tests.clock import later

pytestmark = pytest.mark.django_db

State = Version.State


@pytest.fixture
def ben() -> User:
    return make.person("Ben")


def waiting() -> list[User]:
    """Whose versions wait, in the order they would be prepared in."""
    found = {
        one.pk: one.document.owner for one in Version.objects.select_related("document__owner")
    }
    return [found[pk] for pk in rendering.due()]


def upload(owner: User) -> Version:
    """A version that waits; some time passes."""
    later()
    return make.document(owner).versions.get()


def test_whoever_comes_later_with_one_stands_before_the_second_of_many(ada: User, ben: User):
    first = upload(ada)
    for _ in range(3):
        upload(ada)
    upload(ben)

    rendering.prepare(first.pk)

    assert waiting() == [ben, ada, ada, ada]


def test_what_is_under_way_counts(ada: User, ben: User):
    held = upload(ada)
    upload(ada)
    upload(ben)

    tries.claim(rendering.VERSIONS, held.pk)

    assert waiting() == [ben, ada]


def test_after_a_while_the_oldest_comes_first_again(ada: User, ben: User):
    rendering.prepare(upload(ada).pk)
    upload(ada)
    upload(ben)

    later(3600)

    assert waiting() == [ada, ben]


def test_a_ring_prepares_whose_turn_it_is_and_each_ring_one(ada: User, ben: User):
    versions = [upload(ada), upload(ada), upload(ben)]

    tasks.prepare_next()
    tasks.prepare_next()

    states = [Version.objects.get(pk=version.pk).state for version in versions]
    assert states == [State.READY, State.RECEIVED, State.READY]


def test_a_sweep_prepares_all(ada: User, ben: User):
    versions = [upload(ada), upload(ada), upload(ben)]

    tasks.sweep()

    assert [Version.objects.get(pk=version.pk).state for version in versions] == [State.READY] * 3
