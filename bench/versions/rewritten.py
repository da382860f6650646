"""Two versions of a text as people rewrite them, and places in the first, labelled by hand.

`python -m bench.versions.rewritten [FOLDER …]` finds the words of every label, or says of each pair
what is wrong, and counts the labels. How they were decided is told in `data/rewritten/README.md`.
"""

import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from bench.rig.table import show
from bench.versions.cases import Anchor, Case

DATA = Path(__file__).parents[1] / "data" / "rewritten"
PARTS = ("known", "fresh", "later", "aside")  # nobody looks into the last while a rule is made
LABELS = ("same", "moved", "reworded", "gone")
COLUMNS = ("words in v1", "which", "label", "words in v3", "which")

_NAME = re.compile(r"\d\d-([a-z]+)-([a-z]{2})-(resume|letter)")
# Chinese has no blanks between its words, so a line may end anywhere.
_UNSPACED = "\u3000-\u303f\u4e00-\u9fff\uff00-\uffef"
_SEAM = re.compile(rf"(?<=[{_UNSPACED}])(?=\S)|(?<=\S)(?=[{_UNSPACED}])")
_OF_A_WORD = re.compile(rf"[^\W{_UNSPACED}]")


class Mislabelled(ValueError):  # noqa: N818 - it says what is the case
    """A label nobody can follow: its words are not there, or they are twice and it says not which."""


@dataclass(frozen=True, slots=True)
class Labelled(Anchor):
    """A place in the first version, and what a careful reader says became of it.

    label   same: the same words, in their order among what stayed; moved: the same words elsewhere;
            reworded: other words that say it, there or elsewhere; gone: nothing says it any more.
    """

    label: str = ""


@dataclass(frozen=True, slots=True)
class Pair(Case):
    """A document before it was criticised and two versions later; its level is "rewritten"."""

    anchors: Sequence[Labelled]
    trade: str
    language: str
    kind: str


class Row(NamedTuple):
    """A line of `labels.tsv`: words, and at which of several places they are, counted from 1."""

    words: str
    which: int | None
    label: str
    new_words: str
    new_which: int | None


def part(name: str) -> list[Pair]:
    """The pairs of one of `PARTS`. Raises Mislabelled with the first that is wrong."""
    return [read(folder) for folder in sorted((DATA / name).iterdir())]


def read(folder: Path) -> Pair:
    """The pair in a folder named `NN-trade-language-kind`. Raises Mislabelled."""
    named = _NAME.fullmatch(folder.name)
    if not named:
        raise Mislabelled(f"{folder.name} is not named NN-trade-language-kind")
    old, new, labels = (_text(folder / name) for name in ("v1.txt", "v3.txt", "labels.tsv"))
    try:
        anchors = list(labelled(rows(labels), old, new))
    except Mislabelled as wrong:
        raise Mislabelled(f"{folder.name}/labels.tsv: {wrong}") from None
    return Pair(folder.name, "rewritten", old, new, anchors, *named.groups())


def rows(text: str) -> Iterator[Row]:
    """The lines of `labels.tsv` below its head. Raises Mislabelled."""
    head, *lines = [tuple(line.split("\t")) for line in text.splitlines()]
    if head != COLUMNS or any(len(line) != len(COLUMNS) for line in lines):
        raise Mislabelled(f"the columns have to be {', '.join(COLUMNS)}")
    for words, which, label, new_words, new_which in lines:
        yield Row(words, _number(which), label, new_words, _number(new_which))


def labelled(given: Iterator[Row] | Sequence[Row], old: str, new: str) -> list[Labelled]:
    """The anchors that rows are about, named "a1" and so on.

    Raises Mislabelled when words are not where a row says, or when rows contradict each other.
    """
    anchors = [_anchor(f"a{number}", row, old, new) for number, row in enumerate(given, 1)]
    if trouble := next(_troubles(anchors, new), ""):
        raise Mislabelled(trouble)
    return anchors


def _anchor(name: str, row: Row, old: str, new: str) -> Labelled:
    if row.label not in LABELS or (row.label == "gone") == bool(row.new_words):
        raise Mislabelled(f"“{row.words}” cannot be “{row.label}” with v3's “{row.new_words}”")
    start, end = place(row.words, row.which, old)
    to = place(row.new_words, row.new_which, new) if row.new_words else None
    return Labelled(name, start, end, old[start:end], to, 1.0 if to else 0.0, label=row.label)


def place(words: str, which: int | None, text: str) -> tuple[int, int]:
    """Where these words are in a text, whatever white space is between them; whole words only.

    Raises Mislabelled unless they are there once, or more than once and `which` counts one of them.
    """
    found = [match.span() for match in _pattern(words).finditer(text)]
    if (which is None) != (len(found) == 1) or not 1 <= (which or 1) <= len(found):
        raise Mislabelled(f"“{words}” is there {len(found)} times, and which is “{which or ''}”")
    return found[(which or 1) - 1]


def _pattern(words: str) -> re.Pattern[str]:
    pieces = (r"\s*".join(map(re.escape, _SEAM.split(word))) for word in words.split())
    before = rf"(?<!{_OF_A_WORD.pattern})" if _OF_A_WORD.match(words) else ""
    behind = rf"(?!{_OF_A_WORD.pattern})" if _OF_A_WORD.match(words[-1:]) else ""
    return re.compile(before + r"\s+".join(pieces) + behind)


def _troubles(anchors: Sequence[Labelled], new: str) -> Iterator[str]:
    """A place that is labelled twice, other words called the same, what stayed and changed places."""
    for (start, _end), count in Counter((one.start, one.end) for one in anchors).items():
        if count > 1:
            yield f"the same words at {start} are labelled {count} times"
    for anchor in anchors:
        alike = anchor.to and _spelled(anchor.quote) == _spelled(new[slice(*anchor.to)])
        if anchor.to and alike == (anchor.label == "reworded"):
            yield f"“{anchor.quote}” is not {anchor.label}"
    stayed = [(one.start, one.to, one.quote) for one in anchors if one.to and one.label == "same"]
    for (_, before, quote), (_, behind, other) in pairwise(sorted(stayed)):
        if before[0] > behind[0]:
            yield f"“{quote}” and “{other}” have changed places: one of them has moved"


def _spelled(text: str) -> str:
    """Letters and digits alone: quotes, dashes, bullets and capitals make no other words."""
    return "".join(letter for letter in text.casefold() if letter.isalnum())


def _number(which: str) -> int | None:
    if which and not which.isdecimal():
        raise Mislabelled(f"“{which}” is no number")
    return int(which) if which else None


def _text(file: Path) -> str:
    return file.read_bytes().decode()


def main() -> int:
    """Read folders of pairs, all parts unless named, and print how many labels there are of each.

    The exit code is 1 when a pair cannot be read; what is wrong with it is printed.
    """
    wrong = 0
    for folder in [Path(name) for name in sys.argv[1:]] or [DATA / name for name in PARTS]:
        pairs = []
        for place_of_pair in sorted(folder.iterdir()):
            try:
                pairs.append(read(place_of_pair))
            except Mislabelled as said:
                print(said)
                wrong += 1
        languages = sorted({pair.language for pair in pairs})
        table = [(one or "all", *_counts(pairs, one)) for one in (*languages, "")]
        show(folder.name, ("language", "pairs", *LABELS, "anchors"), table)
    return 1 if wrong else 0


def _counts(pairs: Sequence[Pair], language: str) -> Iterator[int]:
    """Pairs, anchors of each label, and all of them: in one language, or in all for ""."""
    chosen = [pair for pair in pairs if language in {"", pair.language}]
    counts = Counter(anchor.label for pair in chosen for anchor in pair.anchors)
    yield len(chosen)
    yield from (counts[label] for label in LABELS)
    yield counts.total()


if __name__ == "__main__":
    sys.exit(main())
