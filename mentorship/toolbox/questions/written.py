"""SQL with its values written into it, as psycopg writes them: what is constant once, the rest each time.

Django lets psycopg write values into the text. It then splits each text of more than 4,096 characters anew
for each asking, and writes each parameter by itself: "ready" and the reader's own number thirty times.
"""

from collections.abc import Callable
from dataclasses import dataclass
from operator import itemgetter
from typing import Any

from django.db.backends.base.base import BaseDatabaseWrapper
from psycopg.adapt import Transformer

from mentorship.toolbox.clock.moments import ClockReading, clock_reading
from mentorship.toolbox.questions.marks import Binder, Leaf

Place = Binder | ClockReading


@dataclass(frozen=True, eq=False)
class Written:
    """A text with places for the values of `binders`; the same as no other.

    picked  of the values written, in the order of `binders`, the one for each place
    """

    template: str
    binders: tuple[Place, ...]
    picked: Callable[[list[str]], tuple[str, ...]]

    def values(self, leaves: tuple[Leaf, ...], connection: BaseDatabaseWrapper) -> list[str]:
        """These values as they stand in SQL, in the order of `binders`."""
        values = [_value(one, leaves, connection) for one in self.binders]
        return [_written(one, connection) for one in values]

    def sql(self, values: list[str]) -> str:
        """The text with these in their places."""
        return self.template % self.picked(values)


def written(sql: str, binders: tuple[Any, ...], connection: BaseDatabaseWrapper) -> Written:
    """A text as Django composes it, with what gives its parameters: binders, and constants."""
    connection.ensure_connection()
    places = [one for one in binders if isinstance(one, Place)]
    each = tuple(dict.fromkeys(places))
    # The places of values stay places when the constants are written in.
    constant = [
        "%s" if isinstance(one, Place) else _written(one, connection).replace("%", "%%")
        for one in binders
    ]
    template = _doubled(sql) % tuple(constant)
    return Written(template, each, _picking([each.index(one) for one in places]))


def _value(place: Place, leaves: tuple[Leaf, ...], connection: BaseDatabaseWrapper) -> Any:
    if isinstance(place, Binder):
        return place.bind(leaves[place.leaf].value, connection)
    return clock_reading(connection)


def _doubled(sql: str) -> str:
    """With "%%" for each "%%" after the places are filled once."""
    return sql.replace("%%", "%%%%")


def _picking(places: list[int]) -> Any:
    """What gives of a list those in these places, as a tuple."""
    if not places:
        return lambda _values: ()
    if len(places) == 1:
        return tuple
    return itemgetter(*places)


def _written(value: Any, connection: BaseDatabaseWrapper) -> str:
    """As psycopg writes it; whole numbers and refs, which most are, without asking it."""
    if isinstance(value, int) and not isinstance(value, bool) and value >= 0:
        return int.__repr__(value)
    if type(value) is str and value.isascii() and value.isalnum():
        return f"'{value}'"
    if value is None:
        return "NULL"
    writer = Transformer(connection.connection)
    return writer.as_literal(value).decode(writer.encoding)
