"""New rows that belong together, inserted by one statement.

    insert(thread, placement, comment)

As `save()` of each in turn, where nobody listens to signals: a row may refer to those before it. On
PostgreSQL they are parts of one statement, whose text is kept per models; elsewhere one follows another.
"""

from functools import cache, lru_cache
from typing import Any

from django.db import DEFAULT_DB_ALIAS, connections
from django.db.models import Model
from django.db.models.expressions import DatabaseDefault

Fields = tuple[Any, ...]  # of Django: its stubs do not name all that is needed of them
# A model, its columns that are written, and for each the number of the row it refers to, if it is new.
Part = tuple[type[Model], Fields, tuple[int | None, ...]]


def insert(*rows: Model) -> None:
    """Insert them; each has its key, and what the database gave it, afterwards."""
    connection = connections[DEFAULT_DB_ALIAS]
    if connection.vendor != "postgresql":
        for row in rows:
            row.save(force_insert=True)
        return
    parts = tuple([_part(number, rows) for number in range(len(rows))])
    with connection.cursor() as cursor:
        written = zip(rows, parts, strict=True)
        cursor.execute(
            _text(parts), [value for row, part in written for value in _values(row, part)]
        )
        found = iter(cursor.fetchone())
    for row, (_model, fields, sources) in zip(rows, parts, strict=True):
        for field in _given(type(row)):
            setattr(row, field.attname, next(found))
        row._state.adding, row._state.db = False, DEFAULT_DB_ALIAS
        for field, source in zip(fields, sources, strict=True):
            if source is not None:  # it had no key yet when it was set
                setattr(row, field.name, rows[source])


def _part(number: int, rows: tuple[Model, ...]) -> Part:
    row = rows[number]
    columns: Fields = row._meta.concrete_fields
    fields = tuple([one for one in columns if not one.primary_key and not _is_left(row, one)])
    new = {id(one): place for place, one in enumerate(rows[:number])}
    return type(row), fields, tuple([new.get(id(_referred(row, one))) for one in fields])


def _is_left(row: Model, field: Any) -> bool:
    """Whether the database says what stands in it."""
    return isinstance(getattr(row, field.attname), DatabaseDefault)


def _referred(row: Model, field: Any) -> object:
    is_there = field.is_relation and field.is_cached(row)
    return field.get_cached_value(row) if is_there else None


def _values(row: Model, part: Part) -> list[Any]:
    connection = connections[DEFAULT_DB_ALIAS]
    _model, fields, sources = part
    return [
        field.get_db_prep_save(field.pre_save(row, add=True), connection)
        for field, source in zip(fields, sources, strict=True)
        if source is None
    ]


@cache
def _given(model: type[Model]) -> Fields:
    """What the database says of a new row: its key, and what has a default there."""
    return tuple(model._meta.db_returning_fields)


@lru_cache(100)
def _text(parts: tuple[Part, ...]) -> str:
    inserts, given = [], []
    for number, (model, fields, sources) in enumerate(parts):
        values = ",".join([_value(parts, source) for source in sources])
        back = _named(_given(model))
        into = f"{_quoted(model._meta.db_table)} ({_named(fields)})"
        inserts.append(f"q{number} AS (INSERT INTO {into} VALUES ({values}) RETURNING {back})")  # noqa: S608 - names of ours
        given += [f"q{number}.{_quoted(one.column)}" for one in _given(model)]
    alone = ",".join([f"q{number}" for number in range(len(parts))])
    return f"WITH {','.join(inserts)} SELECT {','.join(given)} FROM {alone}"  # noqa: S608 - names of ours


def _value(parts: tuple[Part, ...], source: int | None) -> str:
    if source is None:
        return "%s"
    key: Any = parts[source][0]._meta.pk
    return f"(SELECT {_quoted(key.column)} FROM q{source})"  # noqa: S608 - names of ours


def _named(fields: Fields) -> str:
    return ",".join([_quoted(one.column) for one in fields])


def _quoted(name: str) -> str:
    return connections[DEFAULT_DB_ALIAS].ops.quote_name(name)
