"""Lines that carry threads: how many stand at each."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from mentorship.critique.shown import ShownThread
from mentorship.documents.sheets import Picture, Sheet, ShownLine


@dataclass(frozen=True, slots=True)
class MarkedSheet:
    """A sheet, each of its lines with the number of threads that touch it."""

    number: int
    pictures: tuple[Picture, ...]
    lines: list[tuple[ShownLine, int]]


def marked(sheets: list[Sheet], threads: Iterable[ShownThread]) -> list[MarkedSheet]:
    """The sheets, with how many threads stand at each line."""
    lines = [line for sheet in sheets for line in sheet.lines]
    count: Counter[int] = Counter()
    for thread in threads:
        if thread.line is None or thread.end is None:
            continue
        for line in lines[thread.line - 1 :]:
            if line.number > thread.line and line.start >= thread.end:
                break
            count[line.number] += 1
    return [
        MarkedSheet(
            sheet.number, sheet.pictures, [(line, count[line.number]) for line in sheet.lines]
        )
        for sheet in sheets
    ]
