"""Several composed questions, asked as one statement.

    threads, people = together(threads_in(version), people_of(version))

Each becomes a part of it that gives its rows as one text of JSON, which both databases can make; what
JSON does not know (moments, days) is made again from its text. The parts see the same moment.
"""

import json
from collections.abc import Callable
from datetime import date, datetime
from functools import cache, lru_cache
from typing import Any
from uuid import UUID

from django.db import DEFAULT_DB_ALIAS, connections

from mentorship.toolbox.questions.bound import Bound, Nothing, found_by
from mentorship.toolbox.questions.composed import Answer, every_row
from mentorship.toolbox.questions.marks import Known
from mentorship.toolbox.questions.prepared import Around

MAX_COLUMNS = 99  # arguments of a function
# How a value of a kind of field is made from what PostgreSQL writes of it in JSON.
MADE: dict[str, Callable[[Any], Any]] = {
    "DateTimeField": datetime.fromisoformat,
    "DateField": date.fromisoformat,
    "UUIDField": UUID,
}
AS_TEXT = "JSONField"  # the driver gives its text, which Django reads
UNKNOWN = {"BinaryField", "DecimalField", "DurationField", "TimeField", ""}


def together(*answers: Answer[Any]) -> list[list[Any]]:
    """The rows of each, asked at once; one after another where one of them cannot be asked so."""
    known: Known = {}
    connection = connections[DEFAULT_DB_ALIAS]
    asked = [one.bound(every_row, known, connection) for one in answers]
    parts = [one for one in asked if one and not isinstance(one, Nothing)]
    if None in asked or not all(map(_may_be_part, parts)):
        return [list(one) for one in answers]
    found = iter(_ask(parts) if parts else ())
    return [[] if isinstance(one, Nothing) else one.rows_of(next(found)) for one in asked if one]


def _may_be_part(one: Bound) -> bool:
    kinds = one.text.kinds
    return not one.locks and len(kinds) <= MAX_COLUMNS and not UNKNOWN & set(kinds)


def _ask(parts: list[Bound]) -> list[list[tuple[Any, ...]]]:
    connection = parts[0].connection
    is_postgres = connection.vendor == "postgresql"
    around = _around(is_postgres, tuple([one.text.kinds for one in parts]))
    [texts] = found_by(parts, connection, around)
    return [
        _rows(one, json.loads(text), is_postgres=is_postgres)
        for one, text in zip(parts, texts, strict=True)
    ]


def _rows(one: Bound, found: list[list[Any]], *, is_postgres: bool) -> list[tuple[Any, ...]]:
    kinds = enumerate(one.text.kinds)
    made = [(place, MADE[kind]) for place, kind in kinds if kind in MADE] if is_postgres else []
    for row in found:
        for place, make in made:  # few of many columns
            if row[place] is not None:
                row[place] = make(row[place])
    return list(map(tuple, found))


@lru_cache(1_000)
def _around(is_postgres: bool, kinds: tuple[tuple[str, ...], ...]) -> Around:
    """What makes one statement of the texts of these parts; the same for the same kinds of columns."""
    edges = [_for_postgres(one) if is_postgres else _for_sqlite(one) for one in kinds]

    def around(texts: list[str]) -> str:
        parts = zip(edges, texts, strict=True)
        return f"SELECT {','.join([before + text + behind for (before, behind), text in parts])}"

    return around


@cache
def _for_postgres(kinds: tuple[str, ...]) -> tuple[str, str]:
    columns = [
        f"c{number}::text" if kind == AS_TEXT else f"c{number}" for number, kind in enumerate(kinds)
    ]
    found = f"SELECT coalesce(json_agg(json_build_array({','.join(columns)})), '[]')::text FROM q"  # noqa: S608 - names of ours
    return _within(found, len(kinds))


@cache
def _for_sqlite(kinds: tuple[str, ...]) -> tuple[str, str]:
    columns = [f"c{number}" for number in range(len(kinds))]
    found = f"SELECT json_group_array(json_array({','.join(columns)})) FROM q"  # noqa: S608 - names of ours
    return _within(found, len(kinds))


def _within(found: str, count: int) -> tuple[str, str]:
    names = ",".join(f"c{number}" for number in range(count))
    return f"(WITH q({names}) AS (", f") {found})"
