"""Which units PostgreSQL has to pass as well: so many that every question they ask was asked there.

Several thousand ask SQLite and PostgreSQL the same few hundred things. What a database can answer
otherwise than another is a question: a statement without its values, the line of ours that has it
asked (one row may be locked where another is only read), and what is unusual about its values.
SQLite's run writes down who asks what; of those who ask the same, the one with the fewest statements asks
PostgreSQL too. So it is the same in every run.

Whoever a database refuses something, uses several connections, or speaks of PostgreSQL, asks it
always, and so does a walk through all addresses.
"""

import json
import os
import re
import sys
from collections.abc import Callable, Iterator
from functools import lru_cache
from hashlib import blake2b
from pathlib import Path
from typing import Any

import pytest
from django.db import connection

from tests.infrastructure.choosing import CHOSEN, WRITTEN
from tests.infrastructure.databases import asks_a_database
from tests.infrastructure.node import ROOT

OURS = (str(ROOT / "mentorship"), str(ROOT / "accounts"))
FOR_ALL = str(ROOT / "mentorship" / "toolbox")  # asks for whoever calls it
LIST = re.compile(r"%s(?:, ?%s)+")
ROWS = re.compile(r"\(%s\)(?:, ?\(%s\))+")
NUMBER = re.compile(r"\b\d+\b")
TURNS = ("SAVEPOINT", "RELEASE", "ROLLBACK")  # of a transaction
LONG = 200  # letters: more than most columns hold, and SQLite holds them all
GREAT = 2**31 - 1  # the same, of numbers

Execute = Callable[..., Any]


class Asked:
    """What one test asks, and whether its answers may differ for other reasons."""

    def __init__(self) -> None:
        self.questions: set[str] = set()
        self.statements = 0
        self.is_refused = False

    def __call__(self, execute: Execute, sql: str, params: Any, many: bool, context: Any) -> Any:
        """Django's wrapper around every statement."""
        self.statements += 1
        if not sql.startswith(TURNS):
            values = params if many else [params]
            unusual = {what for row in values or () for what in unusual_in(row)}
            self.questions.add(question(sql, asking_line(), "".join(sorted(unusual))))
        try:
            return execute(sql, params, many, context)
        except Exception:
            self.is_refused = True
            raise


def unusual_in(row: object) -> Iterator[str]:
    """What is about these values that databases differ in."""
    for value in row.values() if isinstance(row, dict) else row or ():  # type: ignore[attr-defined]  # a row has values
        if isinstance(value, str):
            if len(value) > LONG:
                yield "l"
            if "\0" in value:
                yield "0"
            if not value.isascii():
                yield "a"
        elif isinstance(value, int) and abs(value) > GREAT:
            yield "g"


def asking_line() -> str:
    """The innermost line of ours that leads to this statement; none in a test of a query itself."""
    frame = sys._getframe(2)
    while frame := frame.f_back:  # type: ignore[assignment]  # the outermost has none
        file = frame.f_code.co_filename
        if file.startswith(OURS) and not file.startswith(FOR_ALL):
            return f"{file}:{frame.f_lineno}"
    return ""


@lru_cache(None)
def question(sql: str, line: str, unusual: str) -> str:
    """A short name of it."""
    shape = NUMBER.sub("1", ROWS.sub("(%s)", LIST.sub("%s", sql)))
    return blake2b(f"{shape}\n{line}\n{unusual}".encode(), digest_size=8).hexdigest()


def differs_always(item: pytest.Item) -> bool:
    """Whether this one may go otherwise on PostgreSQL whatever it asks."""
    several = not {"transactional_db", "live_server"}.isdisjoint(getattr(item, "fixturenames", []))
    mark = item.get_closest_marker("django_db")
    several = several or bool(mark and mark.kwargs.get("transaction"))
    return several or "postgres" in item.path.read_text().lower()


class Writing:
    """A plugin: notes what each test of this process asks."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.notes: dict[str, tuple[list[str], int]] = {}

    @pytest.hookimpl(hookwrapper=True, tryfirst=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Iterator[None]:
        """Listen, from its first fixture to its last."""
        asked = Asked()
        connection.execute_wrappers.append(asked)
        yield
        if asked in connection.execute_wrappers:  # else a test has cleared them
            connection.execute_wrappers.remove(asked)
        if not (asked.is_refused or differs_always(item)):
            self.notes[item.nodeid] = sorted(asked.questions), asked.statements

    def pytest_sessionfinish(self) -> None:
        """Leave the notes to whoever chooses."""
        (self.folder / f"{os.getpid()}.json").write_text(json.dumps(self.notes))


def pytest_configure(config: pytest.Config) -> None:
    """Take notes where `./run test` wants them."""
    if folder := os.environ.get(WRITTEN):
        config.pluginmanager.register(Writing(Path(folder)))


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out what asks PostgreSQL nothing, and who asks what others do."""
    if named := os.environ.get(CHOSEN):
        told: dict[str, bool] = json.loads(Path(named).read_text())
        asking = [one for one in items if asks_a_database(one) and told.get(one.nodeid, True)]
        config.hook.pytest_deselected(items=[one for one in items if one not in set(asking)])
        items[:] = asking
