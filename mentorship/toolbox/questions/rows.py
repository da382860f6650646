"""How what a database gives becomes the rows of a queryset: found out once for each text."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any, TypeAlias

from django.db import DEFAULT_DB_ALIAS, connections
from django.db.models import Model, prefetch_related_objects, signals
from django.db.models.base import ModelState
from django.db.models.query import (
    FlatValuesListIterable,
    ModelIterable,
    ValuesIterable,
    ValuesListIterable,
    get_related_populators,
)
from django.db.models.sql import UpdateQuery
from django.db.models.sql.compiler import SQLCompiler

Found: TypeAlias = Iterable[tuple[Any, ...]]
Making: TypeAlias = Callable[[Found], list[Any]]
PLAIN = Model.from_db.__func__  # type: ignore[attr-defined]  # of a bound method


def making(question: Any, compiler: SQLCompiler) -> Making | None:
    """What makes rows as `question`, a queryset compiled by this, does; None where it makes others.

    As Django's own iterables, which look for columns, converters and related models at each asking.
    """
    if isinstance(question.query, UpdateQuery):
        return list  # nothing comes back
    make = _makers().get(question._iterable_class)
    return make and make(question, compiler)


def _makers() -> dict[Any, Callable[[Any, Any], Making]]:
    return {
        ModelIterable: _models,
        ValuesListIterable: _tuples,
        FlatValuesListIterable: _flat,
        ValuesIterable: _dicts,
    }


def _models(question: Any, compiler: Any) -> Making:
    known, select, database = compiler.klass_info, compiler.select, question.db
    first, last = known["select_fields"][0], known["select_fields"][-1] + 1
    names = [column.target.attname for column, _sql, _alias in select[first:last]]
    new = filling(known["model"], names, database)
    populators = get_related_populators(known, select, database)  # type: ignore[call-arg]  # stubs of a later Django
    _fill_related(populators)
    annotations = list((compiler.annotation_col_map or {}).items())
    prefetched = question._prefetch_related_lookups
    convert = _converting(compiler)

    def make(found: Found) -> list[Any]:
        rows = []
        for values in convert(found):
            row = new(values[first:last])
            for populator in populators:
                populator.populate(values, row)
            for name, place in annotations:
                setattr(row, name, values[place])
            rows.append(row)
        if rows and prefetched:
            prefetch_related_objects(rows, *prefetched)
        return rows

    return make


def filling(model: Any, names: Sequence[str], database: str | None) -> Callable[[Any], Any]:
    """As `model.from_db(database, names, values)`, for many rows: their columns are set at once.

    Django asks for each field, also for those that are not among `names`. So it does here where a model
    makes its rows in a way of its own, or somebody listens.
    """
    is_plain = model.__init__ is Model.__init__ and model.from_db.__func__ is PLAIN
    listeners = (signals.pre_init, signals.post_init)  # none of ours: they tell of rows
    if not is_plain or any(one.has_listeners(model) for one in listeners):
        return lambda values: model.from_db(database, names, values)
    every = tuple(names)

    def fill(values: Any) -> Any:
        row, state = model.__new__(model), ModelState()
        state.adding, state.db = False, database
        row.__dict__.update(zip(every, values, strict=True), _state=state)
        return row

    return fill


class _Filler:
    """Stands for the model of related rows, of which Django's populators ask `from_db` alone."""

    def __init__(self, populator: Any) -> None:
        self.fill = filling(populator.model_cls, populator.init_list, populator.db)

    def from_db(self, _database: str, _names: Sequence[str], values: Any) -> Any:
        """A row whose columns are set at once."""
        return self.fill(values)


def _fill_related(populators: Iterable[Any]) -> None:
    for one in populators:
        one.model_cls = _Filler(one)
        _fill_related(one.related_populators)


def _tuples(_question: Any, compiler: Any) -> Making:
    convert = _converting(compiler)
    return lambda found: list(map(tuple, convert(found)))


def _flat(_question: Any, compiler: Any) -> Making:
    convert = _converting(compiler)
    return lambda found: [values[0] for values in convert(found)]


def _dicts(question: Any, compiler: Any) -> Making:
    convert, query = _converting(compiler), question.query
    every = (*query.extra_select, *query.values_select, *query.annotation_select)
    names = tuple(query.selected or every)
    return lambda found: [dict(zip(names, values, strict=False)) for values in convert(found)]


def _converting(compiler: Any) -> Callable[[Found], Iterable[Any]]:
    """Values as fields have them, of those that a driver gives."""
    count = compiler.col_count if compiler.has_extra_select else None
    columns = [column for column, _sql, _alias in compiler.select[: compiler.col_count]]
    converters = [
        (place, convert, column)
        for place, (many, column) in compiler.get_converters(columns).items()
        for convert in many
    ]
    if not converters and count is None:
        return lambda found: found

    def convert_all(found: Found) -> Iterable[Any]:
        connection = connections[DEFAULT_DB_ALIAS]
        for values in found:
            row = list(values[:count])
            for place, convert, column in converters:
                row[place] = convert(row[place], column, connection)
            yield row

    return convert_all
