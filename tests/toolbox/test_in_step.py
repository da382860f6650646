"""Parts of a page ask side by side: what one of them would hear alone, in as few statements as may be."""

import pytest
from django.db import connection, models
from django.test.utils import CaptureQueriesContext

from accounts.models import User
from mentorship.toolbox.questions.composed import composed
from mentorship.toolbox.questions.in_step import Asking, ask_all, side_by_side
from tests import make

pytestmark = pytest.mark.django_db


@composed
def called(name: str) -> "models.QuerySet[User, tuple[int, str]]":
    """Who is."""
    return User.objects.filter(display_name=name).order_by("pk").values_list("pk", "email")


@composed
def known(pks: list[int]) -> "models.QuerySet[User]":
    """Of these."""
    return User.objects.filter(pk__in=pks).order_by("pk")


def at_once(name: str) -> Asking[list[str]]:
    """Their addresses: one step."""
    [found] = yield (called(name),)
    return [email for _pk, email in found]


def then(name: str) -> Asking[list[User]]:
    """They themselves: two steps."""
    [found] = yield (called(name),)
    [people] = yield (known([pk for pk, _email in found]),)
    return people


def never() -> Asking[str]:
    """What is known already."""
    return "nothing to ask"
    yield ()


def test_each_gives_what_it_gives_alone() -> None:
    ada, ben = make.person("Ada"), make.person("Ben")

    both = ask_all(side_by_side(at_once("Ada"), then("Ben"), never(), then("Nobody")))

    assert both == [[ada.email], [ben], "nothing to ask", []]
    assert both[:2] == [ask_all(at_once("Ada")), ask_all(then("Ben"))]


def test_a_step_of_all_is_one_statement() -> None:
    make.person("Ada")
    parts = side_by_side(at_once("Ada"), side_by_side(then("Ada"), then("Ada")), then("Ada"))

    with CaptureQueriesContext(connection) as statements:
        ask_all(parts)

    assert len(statements) == 2
