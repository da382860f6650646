"""Anchors carried to the next version, ours beside other ways: `./run bench carrying`.

Correct is what lies on the label (they share half of what they cover together), or nowhere when the
words are gone; wrong what is put on other words; missed what should have been found. Of the texts
that were rewritten by hand it is also told how many of those that are gone are nowhere.
`--cases FOLDER --out FILE` carries any other set (`NN/v1.txt`, `NN/v2.txt`, `NN/anchors.json`) and
writes where each anchor went.
"""

import json
import sys
import time
from argparse import ArgumentParser
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median

from bench.rig.table import Row, least, show, target
from bench.versions import rewritten
from bench.versions.cases import DATA, PARTS, Case, made, read
from bench.versions.editing import LEVELS
from bench.versions.rivals import WAYS, Placed, ours, ours_told
from mentorship.documents.anchors.selectors import Span

WANTED = {"light": (97.0, 0.7), "medium": (90.0, 2.0), "heavy": (82.0, 4.0)}  # correct, wrong; %
REWRITTEN = {"correct": 90.0, "wrong": 1.0, "nowhere": 97.0}  # %, of the pairs set aside
OFFERS_RIGHT = 60.0  # %, of what is nowhere and should not be
MANY, MOST_MS = 300, 60.0  # anchors, and milliseconds they may take


def outcome(label: tuple[int, int] | None, placed: Span | None) -> str:
    """Whether an anchor was put on its own words: "correct", "wrong" or "missed"."""
    if label is None:
        return "wrong" if placed else "correct"
    if placed is None:
        return "missed"
    shared = min(label[1], placed.end) - max(label[0], placed.start)
    both = max(label[1], placed.end) - min(label[0], placed.start)
    return "correct" if shared >= both / 2 else "wrong"


def shares(cases: Sequence[Case], way: Callable[[Case], Placed]) -> dict[str, float]:
    """Per cent of each outcome."""
    counts = Counter(
        outcome(anchor.to, placed)
        for case in cases
        for anchor, placed in zip(case.anchors, way(case), strict=True)
    )
    return {name: 100 * counts[name] / counts.total() for name in ("correct", "wrong", "missed")}


def compare(part: str) -> list[Row]:
    """The table of one part; how ours stands to what is wanted."""
    cases = read(DATA / part)
    rows, targets = [], []
    for level, (correct, wrong) in WANTED.items():
        chosen = [case for case in cases if case.level == level]
        for name, way in WAYS:
            found = shares(chosen, way)
            rows.append((level, name, *(f"{share:.1f} %" for share in found.values())))
            if way is ours:
                targets.append(least(f"{part}, {level}, correct", found["correct"], correct, " %"))
                targets.append(target(f"{part}, {level}, wrong", found["wrong"], wrong, " %"))
    count = sum(len(case.anchors) for case in cases)
    show(f"{part}: {count} anchors", ("edits", "way", "correct", "wrong", "missed"), rows)
    return targets


def gone_nowhere(cases: Sequence[Case], way: Callable[[Case], Placed]) -> float:
    """Per cent of the anchors whose words are gone that are put nowhere."""
    placed = [
        span
        for case in cases
        for anchor, span in zip(case.anchors, way(case), strict=True)
        if anchor.to is None
    ]
    return 100 * placed.count(None) / len(placed)


def elsewhere(cases: Sequence[Case], way: Callable[[Case], Placed]) -> float:
    """Per cent of all anchors that share nothing with their label: the rest of what is wrong is
    there, and too long or too short."""
    placed = [
        (anchor.to, span)
        for case in cases
        for anchor, span in zip(case.anchors, way(case), strict=True)
    ]
    away = sum(
        span is not None and (to is None or span.end <= to[0] or to[1] <= span.start)
        for to, span in placed
    )
    return 100 * away / len(placed)


def offered(cases: Sequence[Case]) -> tuple[float, float, float]:
    """Per cent of what is nowhere and should not be: offered on its words, or where they are among
    them; and of what is gone, what is offered somewhere all the same."""
    told = [
        (anchor.to, one.guess)
        for case in cases
        for anchor, one in zip(case.anchors, ours_told(case), strict=True)
        if one.span is None
    ]
    missed = [(to, guess) for to, guess in told if to]
    right = sum(guess is not None and outcome(to, guess) == "correct" for to, guess in missed)
    among = sum(
        guess is not None and guess.start < to[1] and to[0] < guess.end for to, guess in missed
    )
    gone = [guess for to, guess in told if to is None]
    for_nothing = len(gone) - gone.count(None)
    return 100 * right / len(missed), 100 * among / len(missed), 100 * for_nothing / len(gone)


def compare_rewritten(part: str) -> list[Row]:
    """The table of one part of the texts that people rewrote."""
    cases = rewritten.part(part)
    rows, targets = [], []
    for name, way in WAYS:
        found = shares(cases, way)
        nowhere = gone_nowhere(cases, way)
        told = (*found.values(), elsewhere(cases, way), nowhere)
        rows.append((name, *(f"{share:.1f} %" for share in told)))
        if way is ours and part == "aside":
            say = f"rewritten, {part}, "
            targets += [
                least(say + "correct", found["correct"], REWRITTEN["correct"], " %"),
                target(say + "wrong", found["wrong"], REWRITTEN["wrong"], " %"),
                least(say + "nowhere of what is gone", nowhere, REWRITTEN["nowhere"], " %"),
            ]
    count = sum(len(case.anchors) for case in cases)
    right, among, for_nothing = offered(cases)
    targets.append(least(f"rewritten, {part}, offers right", right, OFFERS_RIGHT, " %"))
    head = ("way", "correct", "wrong", "missed", "on quite other words", "nowhere of what is gone")
    show(f"rewritten by hand, {part}: {count} anchors", head, rows)
    show(
        f"offered where nothing is sure, {part}",
        ("right", "its words among them", "of what is gone, offered somewhere"),
        [tuple(f"{share:.1f} %" for share in (right, among, for_nothing))],
    )
    return targets


def timed() -> Row:
    """Processor time of 300 anchors in a document of three pages, both texts read anew."""
    texts = [
        file.read_text("utf-8") for file in sorted((DATA / "texts" / "known").glob("en-*.txt"))
    ]
    long = "\n\n".join(text.strip() for text in texts[:2])
    cases = [made("en", long, level, seed, MANY) for level in LEVELS for seed in "abc"]
    rows: list[Row] = []
    for name, way in WAYS:
        spent = []
        for case in cases:
            begins = time.process_time()
            way(case)
            spent.append(1000 * (time.process_time() - begins))
        rows.append((name, f"{median(spent):.1f} ms", f"{max(spent):.1f} ms"))
        if way is ours:
            slowest = max(spent)
    letters, words = median(len(case.old) for case in cases), len(long.split())
    title = (
        f"{MANY} anchors, {words} words ({letters} letters), one core, {len(cases)} pairs of texts"
    )
    show(title, ("way", "median", "slowest"), rows)
    return target(f"{MANY} anchors, slowest", slowest, MOST_MS, " ms")


def carry_others(folder: Path, out: Path) -> None:
    """Carry the anchors of `folder` and write `{"NN/id": {"start", "end"} or null}`."""
    places: dict[str, dict[str, int] | None] = {}
    for case in read(folder):
        for anchor, span in zip(case.anchors, ours(case), strict=True):
            place = {"start": span.start, "end": span.end} if span else None
            places[f"{case.name}/{anchor.id}"] = place
    out.write_text(json.dumps(places, indent=0) + "\n", encoding="utf-8")
    found = sum(1 for place in places.values() if place)
    print(f"{found} of {len(places)} anchors placed: {out}")


def main() -> None:
    """Compare the ways on all sets, or carry another one."""
    parser = ArgumentParser(prog="./run bench carrying", description=__doc__)
    parser.add_argument("--cases", type=Path, metavar="FOLDER")
    parser.add_argument("--out", type=Path, metavar="FILE")
    asked = parser.parse_args()
    if bool(asked.cases) != bool(asked.out):
        parser.error("--cases and --out go together.")
    if asked.cases:
        carry_others(asked.cases, asked.out)
        return
    targets = [row for part in PARTS for row in compare(part)]
    targets += [row for part in rewritten.PARTS for row in compare_rewritten(part)]
    show("Wanted", ("", "measured", "wanted", ""), [*targets, timed()])


if __name__ == "__main__":
    sys.exit(main())
