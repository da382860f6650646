"""Labelled cases: a job posting, a résumé, the posting's terms, and whether the résumé shows each.

They were written by hand; `data/terms/README.md` says by which rules. `aside` is never looked at
while rules are written that find terms.
"""

import csv
import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

DATA = Path(__file__).parents[1] / "data" / "terms"
PARTS = ("known", "short", "later", "fresh", "aside")
COLUMNS = ["term", "weight", "status", "words"]
BETWEEN = " // "  # two places of the résumé that show one term together


class Weight(StrEnum):
    """How much the posting asks for a term."""

    REQUIRED = "required"
    NICE = "nice"


class Status(StrEnum):
    """How a term stands in the résumé, where it counts."""

    EXACT = "exact"
    VARIANT = "variant"
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class Label:
    """A term as the posting writes it, and what became of it in the résumé.

    words   the résumé's own: those that are the variant; of a missing term those that name it and do
            not count ("no experience with", lapsed, planned, another sense).
    """

    term: str
    weight: Weight
    status: Status
    words: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Case:
    """A posting and a résumé; `name` is "01-nurse-en".

    junk   phrases of the posting that nobody should be asked for.
    """

    name: str
    posting: str
    resume: str
    labels: Sequence[Label]
    junk: Sequence[str]

    @property
    def language(self) -> str:
        """The last two letters of its name: "en", "de", "fr" or "es"."""
        return self.name.rpartition("-")[2]


class MislabelledError(ValueError):
    """A case whose labels contradict its texts; says all that is wrong."""


def part(name: str) -> list[Case]:
    """The cases of "known", "short", "later", "fresh" or "aside"."""
    return read(DATA / name)


def read(folder: Path) -> list[Case]:
    """All cases in `folder`, by name. Raises MislabelledError."""
    return [_read(file.parent) for file in sorted(folder.glob("*/labels.tsv"))]


def _read(place: Path) -> Case:
    posting, resume, junk = (
        (place / f"{name}.txt").read_text(encoding="utf-8")
        for name in ("posting", "resume", "junk")
    )
    case = Case(place.name, posting, resume, _labels(place / "labels.tsv"), junk.splitlines())
    if wrong := list(faults(case)):
        raise MislabelledError(f"{place.name}: {'; '.join(wrong)}")
    return case


def _labels(file: Path) -> list[Label]:
    with file.open(encoding="utf-8", newline="") as rows:
        head, *rest = csv.reader(rows, delimiter="\t", quoting=csv.QUOTE_NONE)
    if head != COLUMNS or any(len(row) != len(COLUMNS) for row in rest):
        raise MislabelledError(f"{file}: each row has {', '.join(COLUMNS)}")
    return [_label(row) for row in rest]


def _label(row: Sequence[str]) -> Label:
    term, weight, status, words = row
    return Label(term, Weight(weight), Status(status), tuple(words.split(BETWEEN) if words else ()))


def faults(case: Case) -> Iterator[str]:
    """What contradicts itself in a case, as sentences; nothing when it is sound."""
    terms = [folded(label.term) for label in case.labels]
    yield from (f"“{term}” is there twice" for term in sorted(set(terms)) if terms.count(term) > 1)
    for label in case.labels:
        if not stands(label.term, case.posting):
            yield f"“{label.term}” is not in the posting"
        for words in label.words:
            if not stands(words, case.resume):
                yield f"“{words}” is not in the résumé"
        if why := _contradiction(label, case.resume):
            yield f"“{label.term}” is {label.status}, but {why}"
    for phrase in case.junk:
        yield from _faults_of_junk(phrase, case)


def _contradiction(label: Label, resume: str) -> str:
    is_there = stands(label.term, resume)
    if label.status is Status.EXACT:
        if label.words:
            return "quotes other words"
        return "" if is_there else "not in the résumé"
    if label.status is Status.VARIANT:
        if is_there:
            return "in the résumé as written"
        return "" if label.words else "quotes nothing"
    return "in the résumé" if stands(label.term, _without(label.words, resume)) else ""


def _without(words: Sequence[str], text: str) -> str:
    left = folded(text)
    for one in words:
        left = left.replace(folded(one), " … ")
    return left


def _faults_of_junk(phrase: str, case: Case) -> Iterator[str]:
    if not stands(phrase, case.posting):
        yield f"junk “{phrase}” is not in the posting"
    for label in case.labels:
        if stands(phrase, label.term) or stands(label.term, phrase):
            yield f"junk “{phrase}” overlaps “{label.term}”"


def stands(words: str, text: str) -> bool:
    """Whether `words` are in `text` as whole words, whatever their case and line breaks.

    "Java" is not in "JavaScript", nor "C" in "C++" or "C#".
    """
    return bool(re.search(rf"(?<!\w){re.escape(folded(words))}(?![\w+#])", folded(text)))


def folded(text: str) -> str:
    """`text` in NFC and lower case, one space between words, apostrophes straight."""
    return " ".join(unicodedata.normalize("NFC", text).casefold().replace("’", "'").split())
