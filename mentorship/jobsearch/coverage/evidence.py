"""The map of a posting and a text: which of its terms the text shows, where, and which it does not say."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from typing import Any

from mentorship.jobsearch.coverage.document import Document, Place
from mentorship.jobsearch.coverage.lists import DATA
from mentorship.jobsearch.coverage.showing import Shown, Status, shown
from mentorship.jobsearch.coverage.terms import Term, Weight, terms_of
from mentorship.jobsearch.coverage.words import folded, language_of

Rows = dict[str, Any]  # as JSON has it

LONGEST_TERM = 120  # code points
MOST_TERMS = 150  # of a posting, the first of them; an honest one has some thirty
LONGEST_TEXT = 60_000  # code points of a text that are looked through: some twenty pages


@dataclass(frozen=True, slots=True)
class Edit:
    """What a seeker changed about one term.

    weight   None for as the posting has it
    same_as  other words that say the same to her
    """

    text: str
    is_added: bool = False
    is_dropped: bool = False
    weight: Weight | None = None
    same_as: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Entry:
    """One term of a map.

    name   by which it is known whatever its case: `name_of` its text
    said   the other words it was found by, when they are what the seeker calls the same; else empty
    shown  where it stands in the text
    """

    name: str
    text: str
    weight: Weight
    shown: Shown
    is_added: bool = False
    is_dropped: bool = False
    same_as: Sequence[str] = ()
    said: str = ""

    @property
    def is_found(self) -> bool:
        return self.shown.status is not Status.MISSING


@dataclass(frozen=True, slots=True)
class Readings:
    """What was read from a posting and a text, before anybody's edits.

    found  by the words that were looked for
    """

    terms: Sequence[Term]
    found: Mapping[str, Shown]


@dataclass(frozen=True, slots=True)
class Change:
    """What a text shows of a posting that another one does not, and the other way round, as texts of terms."""

    more: Sequence[str]
    less: Sequence[str]


def name_of(text: str) -> str:
    """By what a term is known: its words, whatever their case and spaces."""
    return folded(text)


def read(posting: str, text: str, edits: Iterable[Edit] = ()) -> Readings:
    """The terms of `posting`, and how each of them, and each word of the edits, stands in `text`.

    Cost  some 5 ms a term on two pages: to be kept while `fingerprint` stays the same.
    """
    terms = [term for term in terms_of(posting) if len(term.text) <= LONGEST_TERM][:MOST_TERMS]
    document = Document(text[:LONGEST_TEXT], language_of(posting))
    asked = [*(term.text for term in terms), *_words_of(edits)]
    return Readings(terms, {words: shown(words, document) for words in dict.fromkeys(asked)})


def entries(readings: Readings, edits: Iterable[Edit] = ()) -> list[Entry]:
    """The map: terms in the posting's order, then those she added, each with her edits; the dropped too.

    readings  of at least the words these edits name
    """
    known = {name_of(edit.text): edit for edit in edits}
    made = {}
    for term in readings.terms:
        name = name_of(term.text)
        edit = known.get(name, Edit(term.text))
        if name not in made:
            made[name] = _entry(name, term.text, edit.weight or term.weight, edit, readings)
    for name, edit in known.items():
        if edit.is_added and name not in made:
            weight = edit.weight or Weight.REQUIRED
            made[name] = _entry(name, edit.text, weight, edit, readings)
    return list(made.values())


def _entry(name: str, text: str, weight: Weight, edit: Edit, readings: Readings) -> Entry:
    stands, said = readings.found[text], ""
    if stands.status is Status.MISSING:
        others = ((words, readings.found[words]) for words in edit.same_as)
        for words, other in others:
            if other.status is not Status.MISSING:
                stands, said = Shown(Status.VARIANT, other.places, stands.uncounted), words
                break
    return Entry(
        name, text, weight, stands, edit.is_added, edit.is_dropped, tuple(edit.same_as), said
    )


def compared(now: Sequence[Entry], before: Sequence[Entry]) -> Change:
    """What the one map shows more and less than the other; what was dropped is in neither."""
    one, other = _found_in(now), _found_in(before)
    return Change(
        [text for name, text in one.items() if name not in other],
        [text for name, text in other.items() if name not in one],
    )


def _found_in(made: Iterable[Entry]) -> dict[str, str]:
    return {one.name: one.text for one in made if one.is_found and not one.is_dropped}


def fingerprint(posting: str, edits: Iterable[Edit] = ()) -> str:
    """What readings depend on, besides the text itself: 64 hex digits."""
    parts = (recipe(), posting, *sorted(_words_of(edits)))
    return sha256("\0".join(parts).encode()).hexdigest()


def _words_of(edits: Iterable[Edit]) -> list[str]:
    return [words for edit in edits for words in (edit.text, *edit.same_as)]


@cache
def recipe() -> str:
    """Names the rules these readings are made by: other rules or words, another name."""
    files = sorted([*DATA.parent.glob("*.py"), *DATA.glob("*.txt")])
    return sha256(b"\0".join(file.read_bytes() for file in files)).hexdigest()


def as_rows(readings: Readings) -> Rows:
    """As JSON takes it. No word of the text is in it, only where words stand."""
    return {
        "terms": [[term.text, term.weight.value, term.start] for term in readings.terms],
        "found": {
            words: [one.status.value, _spans(one.places), _spans(one.uncounted)]
            for words, one in readings.found.items()
        },
    }


def _spans(places: Iterable[Place]) -> list[list[int]]:
    return [[place.start, place.end] for place in places]


def of_rows(rows: Rows) -> Readings:
    """Readings as `as_rows` gave them."""
    return Readings(
        [Term(text, Weight(weight), start) for text, weight, start in rows["terms"]],
        {words: _shown(*row) for words, row in rows["found"].items()},
    )


def _shown(
    status: str, places: Sequence[Sequence[int]], uncounted: Sequence[Sequence[int]]
) -> Shown:
    return Shown(
        Status(status),
        tuple(Place(*span) for span in places),
        tuple(Place(*span) for span in uncounted),
    )
