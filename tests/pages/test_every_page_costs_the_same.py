"""Whatever a page lists, it asks as much for many as for few: every address, by itself."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.pages.addresses import addresses
from tests.pages.growing import grow
from tests.pages.personas import World, world
from tests.pages.showing import FRAMES, NO_PAGE, SHOWN_TO, read

pytestmark = [pytest.mark.django_db, pytest.mark.walk]

# Pages that ask more when there is more, and why that is right.
GROWING: dict[str, str] = {}
AT_LEAST = 15  # pages show what was added, or the world has not grown where they look


def shown(here: World) -> dict[str, tuple[str, str]]:
    """Every address that answers with a page: who gets it, and its path."""
    paths = {address.name: address.in_(here) for address in addresses()}
    pages = {name: said for name, said in read().items() if name not in {**NO_PAGE, **FRAMES}}
    return {
        name: (next(who for who in SHOWN_TO if said[who] == 200), paths[name])
        for name, said in pages.items()
    }


def cost(here: World, who: str, path: str) -> tuple[list[str], int]:
    """What a page asks, and how long it is. It is asked twice: the first time may fill what is kept."""
    here.ask(who, path)
    with CaptureQueriesContext(connection) as questions:
        answer = here.ask(who, path)
    assert answer.status == 200, path
    return [question["sql"] for question in questions], len(answer.body)


def test_every_page_asks_as_much_for_many_as_for_few() -> None:
    here = world()
    pages = shown(here)
    grow(here, 1)
    few = {name: cost(here, *page) for name, page in pages.items()}
    grow(here, 3)
    many = {name: cost(here, *page) for name, page in pages.items()}

    dearer = {name for name in pages if len(few[name][0]) != len(many[name][0])}
    assert {name: many[name][0] for name in dearer - set(GROWING)} == {}
    assert set(GROWING) <= dearer, "it costs the same now, and needs no excuse"
    longer = [name for name in pages if many[name][1] > few[name][1] + 100]
    assert len(longer) >= AT_LEAST, longer
