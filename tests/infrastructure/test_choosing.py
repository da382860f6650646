"""PostgreSQL is asked all that SQLite is asked, and by few."""

import json
from pathlib import Path

import pytest
from django.db import IntegrityError, connection, transaction

from accounts.models import User
from tests import make
from tests.infrastructure.asked import Asked, differs_always
from tests.infrastructure.choosing import chosen


def test_of_those_who_ask_the_same_the_shortest_are_chosen(tmp_path: Path) -> None:
    notes = {"long": (["a", "b"], 200), "short": (["a"], 10), "other": (["b"], 10)}
    (tmp_path / "1.json").write_text(json.dumps(notes))
    (tmp_path / "2.json").write_text(json.dumps({"silent": ([], 10), "new": (["c"], 900)}))

    choice = chosen(tmp_path)

    assert [name for name in choice if choice[name]] == ["short", "other", "new"]
    assert [name for name in choice if not choice[name]] == ["long", "silent"]


def test_whose_questions_others_have_to_ask_anyway_is_not_chosen(tmp_path: Path) -> None:
    first, left, right = ["a", "b", "c"], ["a", "b", "d"], ["c", "e"]
    notes = {"first": (first, 10), "left": (left, 30), "right": (right, 30)}
    (tmp_path / "1.json").write_text(json.dumps(notes))

    choice = chosen(tmp_path)

    assert choice == {"first": False, "left": True, "right": True}


@pytest.mark.django_db
@pytest.mark.parametrize(("name", "count"), [("Ben", 1), ("Zoë", 2), ("Ada" * 100, 2)])
def test_another_value_is_another_question_where_databases_may_differ(
    name: str, count: int
) -> None:
    asked = Asked()

    with connection.execute_wrapper(asked):
        for one in ("Ada", name):
            list(User.objects.filter(display_name=one))

    assert len(asked.questions) == count


@pytest.mark.django_db
def test_a_longer_list_is_the_same_question() -> None:
    asked = Asked()

    with connection.execute_wrapper(asked):
        for names in (["Ada", "Ben"], ["Ada", "Ben", "Eve"]):
            list(User.objects.filter(display_name__in=names))

    assert len(asked.questions) == 1


@pytest.mark.django_db
def test_who_is_refused_something_asks_both() -> None:
    asked, ada = Asked(), make.person("Ada")

    with connection.execute_wrapper(asked), pytest.raises(IntegrityError), transaction.atomic():
        User.objects.create(email=ada.email)

    assert asked.is_refused


def test_who_speaks_of_postgresql_asks_it(request: pytest.FixtureRequest) -> None:
    assert differs_always(request.node)
