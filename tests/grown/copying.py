"""Rows that belong together, copied by the database itself as often as is wanted.

What was made through the actions is the pattern: each copy has all its rows, with ids, refs and keys
of its own, other people, and another day. A column that is new is copied like the others.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.db import connection, models
from django.utils import timezone

from accounts.models import User
from mentorship.circle.models import Invitation
from mentorship.documents.models import Grant

DAYS = 700  # over which the copies are spread
SOURCES = {(Grant, "source_id"): Invitation}  # names a row without being a foreign key
NAMING = ("ref",)
ABOUT = ("thing", "gathering")  # "invitation:k3f9w2m8tq4x/1"

Rows = Mapping[type[models.Model], Sequence[int]]
People = Mapping[int, str]


@dataclass(frozen=True)
class Copies:
    """Which ids the copies have: of copy 0 from `first` on, so many for each."""

    first: int
    each: int


def copy(rows: Rows, times: int, people: People) -> dict[type[models.Model], Copies]:
    """Copy these rows so many times.

    people  the id of a person in the pattern, and in SQL that of who stands for her in copy `g`
    """
    made = {model: Copies(_next(model), len(pks)) for model, pks in rows.items() if pks}
    with connection.cursor() as cursor:
        cursor.execute("SET session_replication_role = replica")  # no question for each foreign key
        for model in made:
            columns = {field: _copied(field, model, made, people) for field in _fields(model)}
            cursor.execute(_statement(model, columns, rows, times))
            table = model._meta.db_table
            last = f"(SELECT max(id) FROM {table})"  # noqa: S608 - a table of ours
            cursor.execute(f"SELECT setval(pg_get_serial_sequence('{table}', 'id'), {last})")
        cursor.execute("SET session_replication_role = origin")
        # Else, as long as this is not committed, autovacuum may note that the tables are empty;
        # whoever then asks for rows of two of them waits for hours.
        cursor.execute(f"ANALYZE {', '.join(model._meta.db_table for model in made)}")
    return made


def _fields(model: type[models.Model]) -> list[models.Field]:
    return list(model._meta.concrete_fields)


def _next(model: type[models.Model]) -> int:
    return (model._default_manager.aggregate(last=models.Max("pk"))["last"] or 0) + 1


def _statement(
    model: type[models.Model],
    columns: Mapping[models.Field, str],
    rows: Rows,
    times: int,
) -> str:
    table = model._meta.db_table
    names = ", ".join(f'"{field.column}"' for field in columns)
    ranks = "".join(
        f", array_position(ARRAY[{','.join(map(str, rows[to]))}]::bigint[], {field.column}) - 1"
        f" AS rank_of_{field.column}"
        for field in columns
        if (to := _names(field, model)) in rows
    )
    return f"""
        WITH pattern AS MATERIALIZED (
            SELECT *, row_number() OVER (ORDER BY id) - 1 AS rank{ranks}
            FROM {table} WHERE id IN ({",".join(map(str, rows[model]))})
        )
        INSERT INTO {table} ({names})
        SELECT {", ".join(columns.values())}
        FROM generate_series(0, {times - 1}) AS g CROSS JOIN pattern AS k
        ON CONFLICT DO NOTHING
    """  # noqa: S608 - names of our own tables and columns


def _names(field: models.Field, model: type[models.Model]) -> type[models.Model] | None:
    """The model whose row this column names; None for none."""
    return field.related_model or SOURCES.get((model, field.name))


def _copied(
    field: models.Field,
    model: type[models.Model],
    made: Mapping[type[models.Model], Copies],
    people: People,
) -> str:
    """The column in copy `g` of the row `k` of the pattern, in SQL."""
    own = f'k."{field.column}"'
    to = _names(field, model)
    if field.primary_key:
        return f"{made[model].first} + g::bigint * {made[model].each} + k.rank"
    if to in made:
        return f"{made[to].first} + g::bigint * {made[to].each} + k.rank_of_{field.column}"
    if to is User:
        cases = " ".join(f"WHEN {pk} THEN {instead}" for pk, instead in people.items())
        return f"CASE {own} {cases} ELSE {own} END"
    return _told(field, own)


def _told(field: models.Field, own: str) -> str:
    if field.name in NAMING:
        return _ref(own)
    if field.name in ABOUT:
        name, generation = f"split_part({own}, ':', 2)", "CASE WHEN {0} LIKE '%/%' THEN {1} END"
        more = generation.format(own, f"'/' || split_part({own}, '/', 2)")
        other = f"split_part({own}, ':', 1) || ':' || " + _ref(f"split_part({name}, '/', 1)")
        return f"CASE WHEN {own} = '' THEN '' ELSE concat({other}, {more}) END"
    if isinstance(field, models.UUIDField):
        return f"md5({own}::text || g)::uuid"
    if isinstance(field, models.EmailField):
        return f"CASE WHEN {own} = '' THEN '' ELSE g || '-' || {own} END"
    if isinstance(field, models.DateTimeField):
        earlier = f"{own} - g % {DAYS} * interval '1 day'"
        return f"CASE WHEN {own} > '{timezone.now().isoformat()}' THEN {own} ELSE {earlier} END"
    return own


def _ref(own: str) -> str:
    return f"substr(md5({own} || ':' || g), 1, 12)"
