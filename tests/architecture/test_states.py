"""A state that a rule asks about can be reached: something writes the column, or makes the choice."""

import ast
import enum
from collections.abc import Iterator
from fnmatch import fnmatch

from django.db import models

from tests.architecture.apps import our_models
from tests.architecture.law import OURS, sources
from tests.architecture.states import chosen, written

# What nothing brings about yet, and why it is there all the same.
NOT_YET = {
    "Comment.Source.MAIL": "Replies by mail come with the inbound mailbox; no rule asks for it.",
    "Grant.Shows.MASKED": "Covering names is still to be made; until then the database refuses it.",
    "Grant.Source.GROUP": "Groups will be a source of grants; they count as any other.",
    "Invitation.code_sent_at": "Only the release before asks for it; it goes with the next one.",
    "User.last_login": "Django writes it when someone signs in.",
}
TREES = [
    source.tree
    for source in sources()
    if any(fnmatch(source.path, pattern) for pattern in OURS) and "/migrations/" not in source.path
]


def columns(of: list[type[models.Model]]) -> Iterator[tuple[str, models.Field]]:
    """Each column that may be empty, by its whole name: "Round.closed_at"."""
    for model in of:
        for field in model._meta.concrete_fields:
            if field.null and field.model.__module__.split(".")[0] in {"accounts", "mentorship"}:
                yield f"{model.__name__}.{field.name}", field


def choices(of: list[type[models.Model]]) -> Iterator[tuple[str, str]]:
    """Each member of each enumeration within a model: its whole name, and the enumeration's."""
    for model in of:
        for name, kind in vars(model).items():
            if isinstance(kind, type) and issubclass(kind, enum.Enum):
                yield from ((f"{model.__name__}.{name}.{member.name}", name) for member in kind)


def unreachable(of: list[type[models.Model]], trees: list[ast.Module]) -> set[str]:
    """The columns and choices of these models that nothing in these trees brings about."""
    names, made = written(trees), chosen(trees)
    empty = {name for name, field in columns(of) if not {field.name, field.attname} & names}
    never = {
        name
        for name, kind in choices(of)
        if kind not in made and name.partition(".")[2] not in made
    }
    return empty | never


def test_every_state_is_reached_or_says_why_not_yet() -> None:
    assert unreachable(our_models(), TREES) == set(NOT_YET)


def test_what_is_only_asked_is_no_state_anything_brings_about() -> None:
    asking = ast.parse(
        "rounds.filter(closed_at=None)\nround.closed_at = None\nmay = it.may == Grant.May.READ\n"
        "grants.exclude(may=Grant.May.READ)\nround.closed_at < now"
    )

    assert "closed_at" not in written([asking])
    assert "May.READ" not in chosen([asking])


def test_a_column_is_written_in_each_of_three_ways() -> None:
    ways = ("rounds.update(closed_at=now)", "facts = {'closed_at': now}", "it.closed_at = now")

    assert all("closed_at" in written([ast.parse(way)]) for way in ways)


def test_a_choice_is_made_by_name_or_offered_by_a_form() -> None:
    assert "May.READ" in chosen([ast.parse("grant(it, may=Grant.May.READ)")])
    assert "May" in chosen([ast.parse("ChoiceField(choices=Grant.May.choices)")])
    assert "May" not in chosen([ast.parse("CharField(choices=Grant.May)")])
