"""The shapes of arguments, their values, and marks that stand for values while SQL is composed."""

from dataclasses import dataclass, fields, is_dataclass
from datetime import UTC, date, datetime, timedelta
from enum import Enum
from functools import cache
from typing import Any, TypeAlias
from uuid import UUID

from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import Model

MAX_LIST = 2_048
LISTS = {frozenset, list, tuple, set}
SMALL = 0  # the serial number of marks whose numbers are small: they stand in text, not in places
MAX_NUMBER = 2**31 - 1  # above, Django answers some questions without asking them


class NotShaped(Exception):  # noqa: N818 - what the value is, not a fault
    """An argument of a kind, or so large, that its question is asked as a queryset."""


@dataclass(frozen=True, slots=True)
class Leaf:
    """One value within the arguments."""

    value: Any


Known: TypeAlias = dict[int, tuple[Any, list[Leaf]]]


@dataclass(frozen=True, slots=True)
class Shaped:
    """What of the arguments makes the text, and what is bound into it."""

    shape: tuple[Any, ...]
    leaves: tuple[Leaf, ...]


@dataclass(frozen=True, slots=True)
class Marked:
    """Arguments with marks for values; `read` are the numbers of those that were looked at."""

    args: tuple[Any, ...]
    leaves: tuple[Leaf, ...]
    read: set[int]


@dataclass(frozen=True, slots=True)
class Binder:
    """Puts the value of a leaf where its mark was.

    kind  the type of the parameter (drivers have their own integers)
    like  as the pattern of a LIKE: what stands before and behind it
    """

    leaf: int
    kind: type
    like: tuple[str, str] | None = None

    def bind(self, value: Any, connection: BaseDatabaseWrapper) -> Any:
        """The parameter."""
        if self.like is not None:
            return self.like[0] + connection.ops.prep_for_like_query(value) + self.like[1]
        found = _adapted(value, connection)
        return found if type(found) is self.kind else self.kind(found)


def where(param: Any, leaves: tuple[Leaf, ...], connection: BaseDatabaseWrapper) -> Any:
    """The binder that makes this parameter, or itself where no mark is in it."""
    for number, leaf in enumerate(leaves):
        mark = _adapted(leaf.value, connection)
        if isinstance(param, type(mark)) and param == mark:
            return Binder(number, type(param))
        if isinstance(leaf.value, str) and isinstance(param, str):
            pattern = connection.ops.prep_for_like_query(leaf.value)
            before, found, behind = param.partition(pattern)
            if found and {before, behind} <= {"", "%"}:
                return Binder(number, str, (before, behind))
    return param


def shaped(args: tuple[Any, ...], known: Known | None = None) -> Shaped:
    """Their shape and values.

    known  of arguments seen before and still there, by their `id`; what is found is added
    """
    known = {} if known is None else known
    shapes: list[Any] = []
    leaves: list[Leaf] = []
    for one in args:
        if type(one) is int or type(one) is str:
            shapes.append(_shape(one, leaves))
            continue
        found = known.get(id(one))
        if found is None:
            own: list[Leaf] = []
            found = known[id(one)] = (_shape(one, own), own)
        shapes.append(found[0])
        leaves += found[1]
    return Shaped(tuple(shapes), tuple(leaves))


def _shape(value: Any, leaves: list[Leaf]) -> Any:
    kind = type(value)
    if kind is int or kind is str:  # most are
        return _shape_of_value(value, leaves)
    if value is None or kind is bool or isinstance(value, Enum):
        return (kind, value)
    if isinstance(value, Model):  # its own class: a session's person is a lazy object around hers
        return (value.__class__, _shape_of_row(value, leaves))
    if kind in LISTS:
        return (kind, _shape_of_list(value, leaves))
    if is_dataclass(value):
        names = _names(kind)  # type: ignore[arg-type]  # a class is hashable
        return (kind, *[_shape(getattr(value, name), leaves) for name in names])
    return _shape_of_value(value, leaves)


@cache
def _names(kind: Any) -> tuple[str, ...]:
    """Of the fields of this dataclass."""
    return tuple(one.name for one in fields(kind))


def _shape_of_value(value: Any, leaves: list[Leaf]) -> Any:
    if value == "":
        return (type(value), "")
    if not _may_be_bound(value):
        raise NotShaped
    leaves.append(Leaf(value))
    return type(value)


def _may_be_bound(value: Any) -> bool:
    kind = type(value)
    if kind is int:
        return bool(0 <= value <= MAX_NUMBER)
    if kind is datetime:
        return value.tzinfo is not None
    return kind in {str, date, UUID}


def _shape_of_row(row: Model, leaves: list[Leaf]) -> Any:
    if type(row.pk) is not int:
        raise NotShaped
    return _shape(row.pk, leaves)


def _shape_of_list(value: Any, leaves: list[Leaf]) -> Any:
    ids = list(value)
    kinds = {type(one) for one in ids}
    if len(ids) > MAX_LIST or len(kinds) > 1 or kinds - {int, str} or "" in ids:
        raise NotShaped
    ids += ids[:1] * (_padded(len(ids)) - len(ids))
    for one in ids:
        _shape(one, leaves)
    return (*kinds, len(ids))


def _padded(length: int) -> int:
    return 1 << (length - 1).bit_length() if length else 0


def marked(args: tuple[Any, ...], serial: int, longer: int) -> Marked:
    """The same shape with marks of this serial number, and lists so many times as long."""
    maker = _Marks(serial, longer)
    made = tuple(maker.mark(one) for one in args)
    return Marked(made, tuple(maker.leaves), maker.read)


class _Marks:
    def __init__(self, serial: int, longer: int) -> None:
        self.serial, self.longer = serial, longer
        self.leaves: list[Leaf] = []
        self.read: set[int] = set()

    def mark(self, value: Any, *, watched: bool = False) -> Any:
        """What stands for this value; unless it is part of something watched, it counts as read."""
        kind, begun = type(value), len(self.leaves)
        if value is None or kind is bool or isinstance(value, Enum) or value == "":
            return value
        if isinstance(value, Model):
            names = [one.attname for one in value._meta.concrete_fields if one.primary_key]
            made: Any = value.__class__.from_db(None, names, [self._new(int)])
            made._state.db = value._state.db
        elif kind in LISTS:
            inner = type(next(iter(value), 0))
            marks = [self._new(inner) for _ in range(_padded(len(value)) * self.longer)]
            return self._seen_through(kind, marks, range(begun, len(self.leaves)))
        elif is_dataclass(value):
            return self._watch(value)
        else:
            made = self._new(kind)
        if not watched:
            self.read.update(range(begun, len(self.leaves)))
        return made

    def _seen_through(self, kind: type, marks: list[Any], leaves: range) -> Any:
        """A list, or set, of these; whether there is one, and any in it, is part of the shape."""

        def look(method: str) -> Any:
            def looked(made: Any, *args: Any) -> Any:
                self.read.update(leaves)
                return getattr(kind, method)(made, *args)

            return looked

        looks = ("__iter__", "__contains__", "__eq__", "__hash__", "__getitem__", "__sub__")
        names = {name: look(name) for name in looks if getattr(kind, name, None)}
        return type(kind.__name__, (kind,), names)(marks)

    def _watch(self, value: Any) -> Any:
        parts: dict[str, range] = {}

        def look(obj: Any, name: str) -> Any:
            self.read.update(parts.get(name, ()))
            return object.__getattribute__(obj, name)

        kind = type(value)
        names: dict[str, Any] = {
            "__slots__": (),
            "__getattribute__": look,
            "__module__": kind.__module__,
        }
        made: Any = object.__new__(type(kind.__name__, (kind,), names))
        for one in fields(value):
            begun = len(self.leaves)
            part = self.mark(getattr(value, one.name), watched=True)
            object.__setattr__(made, one.name, part)
            if not isinstance(part, tuple(LISTS)):
                parts[one.name] = range(begun, len(self.leaves))
        return made

    def _new(self, kind: type) -> Any:
        # Consecutive, and the same in their lower bits each time: sets keep one order.
        first = 2**29 + self.serial * 2**20 if self.serial != SMALL else 1
        number = first + len(self.leaves)
        made: Any = number
        if kind is str:
            made = f" Mark {number}%_\\ß "  # no change of case, strip or escape leaves it as it is
        elif kind is datetime:
            made = datetime(1990, 1, 1, 1, 2, 3, 4, tzinfo=UTC) + timedelta(seconds=number)
        elif kind is date:
            made = date(1990, 1, 1) + timedelta(days=number % 1_000_003)
        elif kind is UUID:
            made = UUID(int=(number << 64) + number)
        self.leaves.append(Leaf(made))
        return made


def _adapted(value: Any, connection: BaseDatabaseWrapper) -> Any:
    """As fields of its kind hand it to the driver."""
    if type(value) is datetime:
        return connection.ops.adapt_datetimefield_value(value)
    if type(value) is date:
        return connection.ops.adapt_datefield_value(value)
    if type(value) is UUID:
        return value if connection.features.has_native_uuid_field else value.hex
    return value
