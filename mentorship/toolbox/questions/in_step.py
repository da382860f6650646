"""Parts of a page that ask side by side: what they ask next is one statement, however many they are.

    def names(reader: Reader) -> Asking[list[str]]:
        people, teams = yield people_of(reader), teams_of(reader)
        [leads] = yield (leads_of([one.pk for one in teams]),)
        return [one.name for one in (*people, *leads)]

    its_names, its_places = ask_all(side_by_side(names(reader), places(reader)))

A part says what it asks, is given the rows of each, and says what it asks after that.
"""

from collections.abc import Generator
from typing import Any, TypeAlias, TypeVar

from mentorship.toolbox.questions.composed import Answer
from mentorship.toolbox.questions.together import together

T = TypeVar("T")
Questions: TypeAlias = tuple[Answer[Any], ...]
Asking: TypeAlias = Generator[Questions, list[list[Any]], T]


def ask_all(part: Asking[T]) -> T:
    """What it gives, its questions asked: one statement for each of its steps."""
    try:
        questions = next(part)
        while True:
            questions = part.send(together(*questions))
    except StopIteration as end:
        given: T = end.value
        return given


def only(question: Answer[T]) -> Asking[list[T]]:
    """A part that asks this and nothing after it."""
    [rows] = yield (question,)
    return rows


def side_by_side(*parts: Asking[Any]) -> Asking[list[Any]]:
    """What each of them gives: as many steps as the part has that takes the most."""
    given: dict[int, Any] = {}
    waiting = _next(dict.fromkeys(range(len(parts))), parts, given)
    while waiting:
        found = iter((yield tuple(one for questions in waiting.values() for one in questions)))
        told = {place: [next(found) for _ in some] for place, some in waiting.items()}
        waiting = _next(told, parts, given)
    return [given[place] for place in range(len(parts))]


def _next(
    told: dict[int, Any], parts: tuple[Asking[Any], ...], given: dict[int, Any]
) -> dict[int, Questions]:
    """What each part asks that was told something; what comes of those that are done is in `given`."""
    waiting = {}
    for place, rows in told.items():
        try:
            waiting[place] = parts[place].send(rows)
        except StopIteration as end:
            given[place] = end.value
    return waiting
