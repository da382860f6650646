"""Questions whose SQL is composed once per shape of their arguments, and afterwards only bound.

    @composed
    def live(name: str) -> QuerySet[Session]:
        return Session.objects.filter(session_key=name, expire_date__gt=Now())

`live("a")` is an `Answer`, which asks when it is looked at. The function must be a law in querysets and
nothing else: it asks nothing, and decides by nothing but shapes, namely types, None, bools and enums,
whether a text or a list is empty, which parts of a frozen dataclass are so. What is kept is text and
where values stand in it: it is composed with marks in place of values, again with others, with
lists twice as long, and with small numbers. Where the results differ in anything but the marks, or a mark that was read is
missing, it is not kept: `Refused` is raised where `settings.DEBUG` or `RAISE_REFUSED` is set, and the
queryset asked elsewhere.
"""

import functools
import logging
import re
from collections.abc import Callable, Iterator
from contextlib import nullcontext
from typing import Any, Generic, ParamSpec, TypeVar

from django.conf import settings
from django.core.exceptions import EmptyResultSet, FieldError
from django.core.signals import setting_changed
from django.db import DEFAULT_DB_ALIAS, connections
from django.db.models import Count, Prefetch, QuerySet, Value
from django.db.models.query import ModelIterable
from django.db.models.sql import UpdateQuery
from django.db.models.sql.compiler import SQLCompiler
from django.db.transaction import mark_for_rollback_on_error
from django.http import Http404
from django.utils import timezone, translation

from mentorship.toolbox.clock.moments import ClockReading
from mentorship.toolbox.questions.bound import Bound, Nothing, Text
from mentorship.toolbox.questions.changed import change
from mentorship.toolbox.questions.marks import (
    SMALL,
    Known,
    Leaf,
    NotShaped,
    Shaped,
    marked,
    shaped,
    where,
)
from mentorship.toolbox.questions.rows import making
from mentorship.toolbox.questions.written import written

MAX_KEPT = 1_000
# A composed question must not depend on any other.
SETTINGS = {
    *("BY_THE_CLOCK_OF_THE_DATABASE", "DATABASES", "INSTALLED_APPS", "LANGUAGE_CODE"),
    *("TIME_ZONE", "USE_TZ", "DEBUG", "RAISE_REFUSED"),
}
OTHER_ZONE, OTHER_LANGUAGE = "Asia/Kathmandu", "de"

P = ParamSpec("P")
Row = TypeVar("Row")
Make = Callable[..., QuerySet[Any, Any]]
Form = Callable[[QuerySet[Any, Any]], QuerySet[Any, Any]]

log = logging.getLogger(__name__)


class Refused(Exception):  # noqa: N818 - named as the toolbox's other
    """This function's question depends on more than the shapes of its arguments."""


_kept: dict[tuple[Any, ...], Text | None] = {}  # None: refused
NOTHING: Any = object()  # no row can be: none is asked for


def forget(setting: str, **_: object) -> None:
    """Compose anew, when a setting has changed that SQL depends on."""
    if setting in SETTINGS:
        _kept.clear()


setting_changed.connect(forget)


class Answer(Generic[Row]):
    """What the queryset would give, asked each time it is looked at."""

    def __init__(
        self, make: Make, args: tuple[Any, ...], kwargs: dict[str, Any], zone: str
    ) -> None:
        self.make, self.args, self.kwargs, self.zone = make, args, kwargs, zone

    def queryset(self) -> QuerySet[Any, Row]:
        """The question itself, to be part of another."""
        return self.make(*self.args, **self.kwargs)

    def __iter__(self) -> Iterator[Row]:
        return iter(self._rows(every_row))

    def first(self) -> Row | None:
        """As `QuerySet.first`."""
        return next(iter(self._rows(_first)), None)

    def or_404(self) -> Row:
        """The first; Http404 where there is none, as where a reader may not know of it."""
        found = self.first()
        if found is None:
            raise Http404
        return found

    def exists(self) -> bool:
        """As `QuerySet.exists`."""
        return bool(self._rows(_any))

    def count(self) -> int:
        """As `QuerySet.count`, of a question that is neither distinct, sliced, grouped nor united."""
        rows: list[int] = self._rows(_count)  # type: ignore[assignment]  # its rows are numbers
        return rows[0] if rows else 0

    def change(self) -> int:
        """Change the rows of a question that `changed` made; how many they were."""
        bound = self.bound(every_row)
        with mark_for_rollback_on_error(DEFAULT_DB_ALIAS):
            return bound.change() if bound else change(self.queryset())

    def bound(self, form: Form, known: Known | None = None, connection: Any = None) -> Bound | None:
        """Its text with values; None where it is asked as a queryset.

        known       shapes of what several questions are asked about
        connection  the one they are asked of: to look for it takes longer than to look at it
        """
        try:
            given = shaped((*self.args, *self.kwargs.values()), known)
        except NotShaped:
            return None
        connection = connection or connections[DEFAULT_DB_ALIAS]
        key = (self.make, form, tuple(self.kwargs), given.shape, self.zone, connection.vendor)
        if key not in _kept:
            if len(_kept) >= MAX_KEPT:
                _kept.clear()
            _kept[key] = self._compose(form, given)
        text = _kept.get(key)
        if text is NOTHING:
            return Nothing(text, [], (), connection)
        return text.bind(given.leaves, connection) if text else None

    def _rows(self, form: Form) -> list[Row]:
        bound = self.bound(form)
        return bound.rows() if bound else list(form(self.queryset()))

    def _compose(self, form: Form, given: Shaped) -> Text | None:
        def make(serial: int, longer: int = 1) -> tuple[Text, set[int]]:
            marks = marked((*self.args, *self.kwargs.values()), serial, longer)
            args = marks.args[: len(self.args)]
            kwargs = dict(zip(self.kwargs, marks.args[len(self.args) :], strict=True))
            with connections[DEFAULT_DB_ALIAS].execute_wrapper(_ask_nothing):
                question = self.make(*args, **kwargs)
                # Whether there is any is asked without the annotations: they have their values here.
                whole = _text(question, marks.leaves)
                text = _text(form(question), marks.leaves)
            return text, marks.read - _bound(whole)

        elsewhere = nullcontext() if self.zone else timezone.override(OTHER_ZONE)
        try:
            first, missing = make(1)
            with elsewhere, translation.override(OTHER_LANGUAGE):
                second, _ = make(2)
            longer, _ = make(3, longer=2)
            small, _ = make(SMALL)
            _compare(first, second, longer, small, missing)
        except EmptyResultSet:
            return NOTHING  # type: ignore[no-any-return]  # Django asks nothing either
        except Refused as why:
            if settings.DEBUG or getattr(settings, "RAISE_REFUSED", False):
                raise
            log.warning("%s is not composed: %s", self.make.__qualname__, why)
            return None
        return first


def composed(make: Callable[P, QuerySet[Any, Row]]) -> Callable[P, Answer[Row]]:
    """A question that is composed once; it must not depend on the time zone or the language."""

    @functools.wraps(make)
    def ask(*args: P.args, **kwargs: P.kwargs) -> Answer[Row]:
        return Answer(make, args, kwargs, "")

    return ask


def composed_by_zone(make: Callable[P, QuerySet[Any, Row]]) -> Callable[P, Answer[Row]]:
    """The same for days of the reader's own: composed once per time zone."""

    @functools.wraps(make)
    def ask(*args: P.args, **kwargs: P.kwargs) -> Answer[Row]:
        return Answer(make, args, kwargs, timezone.get_current_timezone_name())

    return ask


def every_row(question: QuerySet[Any, Any]) -> QuerySet[Any, Any]:
    """The question as it is."""
    return question


def _first(question: QuerySet[Any, Any]) -> QuerySet[Any, Any]:
    return (question if question.ordered else question.order_by("pk"))[:1]


def _any(question: QuerySet[Any, Any]) -> QuerySet[Any, Any]:
    if question.query.is_sliced or question.query.combinator:
        return question
    return question.order_by().values_list("pk")[:1]


def _count(question: QuerySet[Any, Any]) -> QuerySet[Any, Any]:
    query = question.query
    if query.is_sliced or query.combinator or query.distinct or query.group_by:
        raise Refused("its rows are counted only as a queryset's")
    alone = question.order_by().annotate(_all=Value(1)).values("_all")
    counted: QuerySet[Any, Any] = alone.annotate(_count=Count("*")).values_list("_count", flat=True)
    return counted


def _ask_nothing(*_: object) -> None:
    raise Refused("it asks the database, or reads a row, while it is composed")


def _text(question: Any, leaves: tuple[Leaf, ...]) -> Text:
    looks = question._prefetch_related_lookups
    is_of_rows = issubclass(question._iterable_class, ModelIterable)
    holds_rows = is_of_rows and question._known_related_objects
    if holds_rows or any(isinstance(one, Prefetch) for one in looks):
        raise Refused("it holds rows, or questions of its own that are not seen")
    if question.db != DEFAULT_DB_ALIAS:
        raise Refused("it asks another database")
    compiler = question.query.get_compiler(using=question.db)
    sql, params = compiler.as_sql()
    make = making(question, compiler)
    if make is None:
        raise Refused("its rows are of a kind that is made by Django alone")
    binders = tuple(_binder(param, leaves, compiler) for param in params)
    kinds = tuple(_kind(column) for column, _sql, _alias in compiler.select or ())
    locks = bool(question.query.select_for_update) or isinstance(question.query, UpdateQuery)
    is_within = compiler.connection.vendor == "postgresql"
    put_in = written(sql, binders, compiler.connection) if is_within else None
    return Text(sql, binders, make, kinds, locks, put_in)


def _kind(column: Any) -> str:
    """Of its field; empty where nobody knows."""
    try:
        return str(column.output_field.get_internal_type())
    except FieldError:
        return ""


def _binder(param: Any, leaves: tuple[Leaf, ...], compiler: SQLCompiler) -> Any:
    if isinstance(param, ClockReading):
        return ClockReading()  # of no time: it is read when it is bound
    return where(param, leaves, compiler.connection)


def _compare(first: Text, second: Text, longer: Text, small: Text, missing: set[int]) -> None:
    """All of them say the same of different values."""
    if first.sql != second.sql or first.binders != second.binders:
        raise Refused("its text or a constant depends on a value, the zone or the language")
    if _short(first.sql) != _short(longer.sql) or _fixed(first) != _fixed(longer):
        raise Refused("its text or a constant depends on how long a list is")
    if first.sql != small.sql:
        raise Refused("its text depends on how large a number is")
    if missing:
        raise Refused(f"{len(missing)} of the values it reads are not in its text")
    if any(_is_moment(binder) for binder in first.binders):
        raise Refused("a moment stands in it: Now() is what does not grow old")


def _bound(text: Text) -> set[int]:
    return {one.leaf for one in text.binders if hasattr(one, "leaf")}


def _short(sql: str) -> str:
    return re.sub(r"%s(, %s)+", "%s", sql)


def _fixed(text: Text) -> list[Any]:
    return [one for one in text.binders if not hasattr(one, "leaf")]


def _is_moment(constant: object) -> bool:
    if hasattr(constant, "leaf") or isinstance(constant, ClockReading):
        return False
    return bool(re.match(r"\d{4}-\d\d-\d\d", str(constant)))
