"""Labelled cases: two versions of a text, places in the first, and where they are in the second.

`python -m bench.versions.cases` writes `data/carrying/known` and `held-out` anew, the same bytes
each time. The latter is of other texts: no rule was tuned on it.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

from bench.versions.drafts import Numbering, Sheet, draft_of, set_in, some_looks
from bench.versions.editing import LEVELS, Author, with_echoes

DATA = Path(__file__).parents[1] / "data" / "carrying"
PARTS = {"known": 20261, "held-out": 77003}
ANCHORS = 50
GONE = 0.5  # a place of which less than this share of the letters is left has no label
_TOGETHER = 40  # code points between letters that are still one place


@dataclass(frozen=True, slots=True)
class Anchor:
    """A place in the first version, and in the second if its words are there and it is known.

    share   how much of it is left there, 0 to 1.
    """

    id: str
    start: int
    end: int
    quote: str
    to: tuple[int, int] | None = None
    share: float = 0.0


@dataclass(frozen=True, slots=True)
class Case:
    """Two versions of a text, and places in the first."""

    name: str
    level: str
    old: str
    new: str
    anchors: Sequence[Anchor]


def made(name: str, text: str, level: str, seed: str, anchors: int = ANCHORS) -> Case:
    """A case: `text` set in some way, and edited as much as `level` says; `name` begins with its language."""
    random = Random(f"{name} {level} {seed}")  # noqa: S311 - the same edits each time
    numbering = Numbering()
    draft = with_echoes(draft_of(text, numbering), numbering, random)
    looks = some_looks(random)
    old = set_in(draft, looks, random)
    looks = looks if random.random() < 0.3 else some_looks(random)
    edited = Author(name[:2], LEVELS[level], random).next_version(draft)
    new = set_in(edited, looks, random)
    return Case(name, level, old.text, new.text, list(_anchors(old, new, anchors, random)))


def _anchors(old: Sheet, new: Sheet, count: int, random: Random) -> Iterator[Anchor]:
    for number in range(count):
        start, end = _chosen(old, random)
        to, share = _label(start, end, old, new)
        yield Anchor(f"a{number + 1}", start, end, old.text[start:end], to, round(share, 2))


def _chosen(sheet: Sheet, random: Random) -> tuple[int, int]:
    """Words as people select them: a few, a line's worth, a whole item, now and then half a word."""
    what = random.random()
    if what < 0.15:
        return random.choice(sheet.items)
    most = 1 if what < 0.3 else 4 if what < 0.6 else 12 if what < 0.95 else 40
    first = random.randrange(len(sheet.words))
    last = min(len(sheet.words) - 1, first + random.randint(1 if most == 1 else 2, most) - 1)
    start, end = sheet.words[first][0], sheet.words[last][1]
    if random.random() < 0.05 and end - start > 8:
        start, end = start + 2, end - 2
    return start, end


def _label(start: int, end: int, old: Sheet, new: Sheet) -> tuple[tuple[int, int] | None, float]:
    """Where most letters of a place are now, if they are half of them and together."""
    numbers = [number for number, at in old.places.items() if start <= at[0] and at[1] <= end]
    places = sorted(new.places[number] for number in numbers if number in new.places)
    clusters: list[list[tuple[int, int]]] = []
    for place in places:
        if clusters and place[0] - clusters[-1][-1][1] <= max(_TOGETHER, (end - start) // 2):
            clusters[-1].append(place)
        else:
            clusters.append([place])
    best = max(clusters, key=len, default=[])
    share = len(best) / max(1, len(numbers))
    return ((best[0][0], best[-1][1]) if share >= GONE else None), share


def part(name: str) -> list[Case]:
    """The cases of "known" or "held-out", made anew of their texts."""
    texts = sorted((DATA / "texts" / name).glob("*.txt"))
    return [
        made(file.stem, file.read_text(encoding="utf-8"), level, str(PARTS[name]))
        for file in texts
        for level in LEVELS
    ]


def write(folder: Path, cases: Sequence[Case]) -> None:
    """`NN/v1.txt`, `NN/v2.txt`, `NN/anchors.json` for each of `cases`."""
    for number, case in enumerate(cases, 1):
        place = folder / f"{number:02}"
        place.mkdir(parents=True, exist_ok=True)
        (place / "v1.txt").write_bytes(case.old.encode())
        (place / "v2.txt").write_bytes(case.new.encode())
        rows = [_row(anchor) for anchor in case.anchors]
        head = json.dumps({"name": case.name, "level": case.level})[:-1]
        lines = ",\n".join(json.dumps(row, ensure_ascii=False) for row in rows)
        (place / "anchors.json").write_text(f'{head}, "anchors": [\n{lines}\n]}}\n', "utf-8")


def _row(anchor: Anchor) -> dict[str, object]:
    to = anchor.to and {"start": anchor.to[0], "end": anchor.to[1]}
    place = {"id": anchor.id, "start": anchor.start, "end": anchor.end, "quote": anchor.quote}
    return {**place, "to": to, "share": anchor.share}


def read(folder: Path) -> list[Case]:
    """What `write` wrote, or someone else: labels may be missing, `anchors.json` be a bare list."""
    return [_read(file.parent) for file in sorted(folder.glob("*/v1.txt"))]


def _read(place: Path) -> Case:
    old, new = (
        (place / name).read_bytes().decode(errors="replace") for name in ("v1.txt", "v2.txt")
    )
    told = json.loads((place / "anchors.json").read_text(encoding="utf-8"))
    told = told if isinstance(told, dict) else {"anchors": told}
    anchors = [_anchor(row, old) for row in told["anchors"]]
    lines = old.replace("\r\n", "\n")
    if _agreeing(anchors, lines) > _agreeing(anchors, old):  # whoever counted read lines, not bytes
        old, new = lines, new.replace("\r\n", "\n")
    return Case(place.name, told.get("level", ""), old, new, anchors)


def _agreeing(anchors: Sequence[Anchor], text: str) -> int:
    return sum(text[anchor.start : anchor.end] == anchor.quote for anchor in anchors)


def _anchor(row: dict[str, Any], text: str) -> Anchor:
    start, end, to = row["start"], row["end"], row.get("to")
    quote = row.get("quote", text[start:end])
    label = (to["start"], to["end"]) if to else None
    return Anchor(str(row["id"]), start, end, quote, label, row.get("share", 0.0))


if __name__ == "__main__":
    for name in PARTS:
        write(DATA / name, part(name))
