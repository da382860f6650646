"""The words of documents beside their truth, ours and other programs': `./run bench words [FOLDER]`.

Without FOLDER the labelled set in `bench/data/words`; with it any other: `NAME.ext` and its words in
reading order in `NAME.ext.truth`; files without truth are passed over. It exits with 1 when a file of
FOLDER, or what is set aside taken together, falls short of what is wanted or cannot be read.
"""

import sys
from argparse import ArgumentParser
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from PIL import Image

from bench.rig.table import Row, least, show
from bench.typesetters.people import DATA
from bench.wording.readers import ours, rivals
from bench.wording.scores import Score, score, tokens
from mentorship.documents.formats.manuscript import Unreadable

PARTS = ("known", "aside")
MEASURES = ("words", "neighbours", "on ink")
WANTED = (99.5, 99.0, 99.5)  # %; of `MEASURES`
OURS = "ours"

Scores = dict[str, Score]


def scores_of(path: Path) -> Scores:
    """Of each program that reads `path`; ours is missing when it is refused."""
    truth = tokens(Path(f"{path}.truth").read_text("utf-8"))
    scores: Scores = {}
    with TemporaryDirectory() as folder:
        try:
            reading, copy = ours(path, Path(folder))
        except Unreadable as error:
            print(f"{path.name}: refused as {error.code}")
            return {OURS: Score((0, len(truth)), (0, len(truth) - 1), (0, 0))}
        pictures = [max(page.images, key=lambda image: image.scale).path for page in copy.pages]
        sheets = [Image.open(picture).convert("L") for picture in pictures]
        scores[OURS] = score(reading, truth, sheets)
        if path.suffix.lower() == ".pdf":
            for name, read in rivals().items():
                scores[name] = score(read(path, set(truth)), truth, sheets)
    return scores


def measured(folder: Path) -> dict[str, Scores]:
    """The scores of each file that has a truth, by its name; printed."""
    files = sorted(
        path for path in folder.rglob("*") if path.is_file() and Path(f"{path}.truth").is_file()
    )
    found = {str(path.relative_to(folder)): scores_of(path) for path in files}
    names = [OURS, *rivals()]
    sums = {name: sum((of.get(name, Score()) for of in found.values()), Score()) for name in names}
    head = ("file", *(f"{name}: {'/'.join(MEASURES)}" for name in names))
    rows = [(name, *(_told(scores.get(each)) for each in names)) for name, scores in found.items()]
    all_ = ("all", *(_told(sums[name]) for name in names))
    show(f"{folder.name}: {len(files)} files, right in per cent", head, [*rows, all_])
    return {**found, "all": sums}


def _told(score_: Score | None) -> str:
    if score_ is None:
        return "–"
    return " ".join("–" if share is None else f"{share:5.1f}" for share in score_.shares)


def wanted(name: str, score_: Score) -> list[Row]:
    """How a score stands to what is wanted."""
    return [
        least(f"{name}, {measure}", 0.0 if share is None else share, most, " %")
        for measure, share, most in zip(MEASURES, score_.shares, WANTED, strict=True)
    ]


def main(given: Sequence[str] | None = None) -> int:
    """Print all tables; the exit code."""
    parser = ArgumentParser(prog="./run bench words", description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, metavar="FOLDER")
    folder = parser.parse_args(given).folder
    if folder and not folder.is_dir():
        parser.error(f"{folder} is no folder.")
    if folder:
        found = measured(folder)
        short = [
            row
            for name, scores in found.items()
            if name != "all"
            for row in wanted(name, scores[OURS])
            if row[-1] != "met"
        ]
        show("Short of what is wanted", ("", "measured", "wanted", ""), short)
        return 1 if short or len(found) == 1 else 0
    rows = []
    for part in PARTS:
        rows = wanted(part, measured(DATA / part)["all"][OURS])
    show("Wanted of what is set aside", ("", "measured", "wanted", ""), rows)
    return 1 if any(row[-1] != "met" for row in rows) else 0


if __name__ == "__main__":
    sys.exit(main())
