"""A kept connection that is gone is found out by what is asked first, which is then asked of a new one."""

from collections.abc import Iterator
from contextlib import nullcontext

import pytest
from django.db import OperationalError, close_old_connections, connection, transaction
from django.db.models import QuerySet

from accounts.models import User
from mentorship.toolbox.questions.composed import composed
from tests import make
from tests.infrastructure.leaving import Leaving

IS_SERVER = connection.vendor == "postgresql"

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def connected(transactional_db: None) -> Iterator[None]:
    """What comes after a test has a connection that is there."""
    yield
    connection.close()


@composed
def _named(name: str) -> QuerySet[User, str]:
    return User.objects.filter(display_name=name).values_list("display_name", flat=True)


def test_the_first_question_of_a_request_is_asked_anew_when_its_connection_is_gone() -> None:
    make.person("Ada")
    close_old_connections()  # as at the beginning of each request

    Leaving().cut()

    assert list(_named("Ada")) == ["Ada"]


def test_a_connection_that_went_meanwhile_is_an_error() -> None:
    make.person("Ada")
    list(_named("Ada"))

    Leaving().cut()

    with pytest.raises(OperationalError) if IS_SERVER else nullcontext():
        list(_named("Ada"))


def test_nothing_is_asked_anew_within_a_transaction() -> None:
    make.person("Ada")
    close_old_connections()

    with pytest.raises(OperationalError) if IS_SERVER else nullcontext(), transaction.atomic():
        Leaving().cut()
        list(_named("Ada"))
