"""Statements that a connection keeps, so that PostgreSQL reads and plans each once and not at each asking.

Composed questions are long, and their values few: to plan what a reading page asks takes PostgreSQL ten times as
long as to find it. A text is prepared the first time it is asked (`PREPARE`), and afterwards executed by name.
"""

from collections.abc import Callable, Sequence
from typing import Any, TypeAlias
from weakref import WeakKeyDictionary

from mentorship.toolbox.questions.written import Written

# Makes one text of several.
Around: TypeAlias = Callable[[list[str]], str]
Asked: TypeAlias = Sequence[tuple[Written, list[str]]]
MAX_KEPT = 150  # for a connection, in which each takes PostgreSQL 0.1 to 2 MB; the rest is asked as it is written


class Prepared:
    """What one connection keeps: names by texts."""

    def __init__(self) -> None:
        self.names: dict[tuple[Any, ...], str] = {}
        self.is_stale = False  # the server still has some that are forgotten here

    def statement(self, asked: Asked, around: Around, cursor: Any) -> str:
        """What asks these texts with their values, made one text; prepared before where it has to be."""
        if self.is_stale:
            cursor.execute("DEALLOCATE ALL")
            self.is_stale = False
        key = (around, *[one for one, _values in asked])
        name = self.names.get(key)
        if name is None and len(self.names) >= MAX_KEPT:
            return around([one.sql(values) for one, values in asked])
        if name is None:
            name = f"q{len(self.names)}"
            cursor.execute(_preparing(name, asked, around))
            self.names[key] = name
        given = ",".join([value for _one, values in asked for value in values])
        return f"EXECUTE {name}({given})" if given else f"EXECUTE {name}"

    def forget(self) -> None:
        """Keep none of them: the next statement is prepared anew."""
        self.names.clear()
        self.is_stale = True


def _preparing(name: str, asked: Asked, around: Around) -> str:
    kinds: list[str] = []
    texts = []
    for one, values in asked:
        begins = len(kinds) + 1
        texts.append(one.sql([f"${number}" for number in range(begins, begins + len(values))]))
        kinds += [_kind(value) for value in values]
    declared = f" ({','.join(kinds)})" if kinds else ""
    return f"PREPARE {name}{declared} AS {around(texts)}"


def _kind(value: str) -> str:
    """What PostgreSQL takes a value for that stands in a text; words for what they are compared with."""
    if value.endswith("'"):
        return "unknown"
    return value.rpartition("::")[2] if "::" in value else "integer"


_kept: WeakKeyDictionary[Any, Prepared] = WeakKeyDictionary()


def prepared_in(connection: Any) -> Prepared:
    """What this connection of the driver's keeps."""
    found = _kept.get(connection)
    if found is None:
        found = _kept[connection] = Prepared()
    return found
