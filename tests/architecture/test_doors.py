"""What the law of doors lets pass, and that its exceptions are needed."""

import ast

import pytest

from tests.architecture.doorless import DOORLESS
from tests.architecture.doors import reads
from tests.architecture.law import sources

EXCEPTIONS = [
    (path, name)
    for named in DOORLESS.values()
    for path, names in named.items()
    for name in names.split()
]
WITH_A_DOOR = (
    "Thing.objects.visible_to(reader).get(ref=ref)",
    "Thing.objects.sent().by(reader)",
    "Thing.objects.filter(owner__in=Owner.objects.owned_by(reader))",
)
NO_FETCH = (
    "Thing.objects.create(owner=owner)",
    "Thing.objects.select_for_update().get(pk=thing.pk)",
    "Thing.objects.filter(other=OuterRef('pk'))",
    "def act(it, *, by):\n    require(by, 'own', on=it)\n    Thing.objects.filter(of=it)",
    "class ThingQuerySet:\n    def a(self):\n        return Other.objects.filter(a=1)",
)
WITHOUT = (
    "Thing.objects.get(ref=ref)",
    "Thing._default_manager.filter(pk=pk).delete()",
    "def act(it, *, by):\n    Thing.objects.filter(of=it)\n    require(by, 'own', on=it)",
)


@pytest.mark.parametrize("text", WITH_A_DOOR)
def test_a_door_is_seen(text: str) -> None:
    assert all(read.has_door for read in reads(ast.parse(text)))


@pytest.mark.parametrize("text", NO_FETCH)
def test_what_fetches_nothing_new_needs_none(text: str) -> None:
    assert list(reads(ast.parse(text))) == []


@pytest.mark.parametrize("text", WITHOUT)
def test_anything_else_is_a_read_without_a_door(text: str) -> None:
    assert [read for read in reads(ast.parse(text)) if not read.has_door]


@pytest.mark.parametrize(("path", "name"), EXCEPTIONS, ids=" ".join)
def test_every_exception_is_needed_once(path: str, name: str) -> None:
    found = [reads(source.tree) for source in sources() if source.path == path]
    without = {read.function for one in found for read in one if not read.has_door}

    assert name in without
    assert EXCEPTIONS.count((path, name)) == 1
