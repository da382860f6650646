"""SQL that was composed before: bound to values, asked, and made rows of by Django's own parts."""

from dataclasses import dataclass
from typing import Any

from django.db import DEFAULT_DB_ALIAS, connections
from django.db.models import Model, prefetch_related_objects
from django.db.models.sql.compiler import SQLCompiler
from django.db.transaction import TransactionManagementError

from mentorship.toolbox.moments import ClockReading, clock_reading
from mentorship.toolbox.questions.marks import Leaf


@dataclass(frozen=True, slots=True)
class Text:
    """SQL, what gives each of its parameters, and what makes rows of what comes back.

    converters  by column, as Django's compiler finds them: for every row the same
    kinds       of field, by column; empty where nobody knows
    """

    sql: str
    binders: tuple[Any, ...]
    question: Any  # a queryset, of which parts are needed that its stubs do not name
    compiler: SQLCompiler
    converters: Any
    kinds: tuple[str, ...]

    def bind(self, leaves: tuple[Leaf, ...]) -> "Bound":
        """With these values, and what time it is now."""
        connection = connections[DEFAULT_DB_ALIAS]
        params = tuple(
            one.bind(leaves[one.leaf].value, connection)
            if hasattr(one, "leaf")
            else (clock_reading(connection) if isinstance(one, ClockReading) else one)
            for one in self.binders
        )
        return Bound(self, params)


@dataclass(frozen=True, slots=True)
class Bound:
    """One question with its values."""

    text: Text
    params: tuple[Any, ...]

    @property
    def locks(self) -> bool:
        """Whether it locks the rows it finds."""
        return bool(self.text.question.query.select_for_update)

    def rows(self) -> list[Any]:
        """What it gives now."""
        if self.locks and connections[DEFAULT_DB_ALIAS].get_autocommit():
            raise TransactionManagementError("Rows are locked within a transaction.")
        return self._made(None)

    def rows_of(self, found: list[tuple[Any, ...]]) -> list[Any]:
        """The same of what was found by another statement, as the driver would have given it."""
        return self._made(found)

    def _made(self, found: list[tuple[Any, ...]] | None) -> list[Any]:
        question = self.text.question
        rows: list[Any] = list(question._iterable_class(_Question(self, found)))
        if rows and isinstance(rows[0], Model) and question._prefetch_related_lookups:
            prefetch_related_objects(rows, *question._prefetch_related_lookups)
        return rows


class Nothing(Bound):
    """No row can be, so that none is asked for."""

    def rows(self) -> list[Any]:
        """None."""
        return []


class _Question:
    """Stands in for a queryset and its query where Django makes rows: its SQL is there already."""

    def __init__(self, bound: Bound, found: list[tuple[Any, ...]] | None) -> None:
        question = bound.text.question
        self.db, self.model, self._hints = question.db, question.model, question._hints
        self._fields = question._fields
        self._known_related_objects: dict[Any, Any] = {}
        self.query = _Query(question.query, _compiler(bound, found, self.db))


class _Query:
    """A query that has been compiled."""

    def __init__(self, query: Any, compiler: SQLCompiler) -> None:
        self.query, self.compiler = query, compiler

    def __getattr__(self, name: str) -> Any:
        return getattr(self.query, name)

    def get_compiler(self, *_: object, **__: object) -> SQLCompiler:
        """What asks, and makes rows of what comes."""
        return self.compiler


def _compiler(bound: Bound, found: list[tuple[Any, ...]] | None, db: str) -> SQLCompiler:
    """The text's own, for one asking; `found` is what another statement has found already."""
    text = bound.text
    compiler = object.__new__(type(text.compiler))
    compiler.__dict__.update(text.compiler.__dict__, connection=connections[db])
    compiler.as_sql = lambda *_, **__: (text.sql, bound.params)  # type: ignore[method-assign]  # there already
    compiler.get_converters = lambda _: text.converters  # type: ignore[method-assign, assignment]  # there already
    if found is not None:
        compiler.execute_sql = lambda *_, **__: [found]  # type: ignore[method-assign, assignment]  # there already
    return compiler
