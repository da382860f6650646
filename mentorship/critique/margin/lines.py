"""Lines that carry threads: how many stand at each."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from accounts.reader import Reader
from mentorship.critique.margin.cards import ShownThread
from mentorship.documents.access import Rights
from mentorship.documents.models import Version
from mentorship.documents.reading.changes_since import sheets_since
from mentorship.documents.reading.sheets import Picture, Sheet, ShownLine

CROWD = 30  # below that nothing is shortened
BESIDE_PAGE = 10  # threads of four or five lines that stand beside one page


@dataclass(frozen=True, slots=True)
class MarkedSheet:
    """A sheet, each of its lines with the number of threads that touch it.

    said   how many threads are about the page itself or a part drawn on it
    first  the ref of the first of them
    """

    number: int
    pictures: tuple[Picture, ...]
    lines: list[tuple[ShownLine, int]]
    said: int = 0
    first: str = ""


def sheets_with_threads(
    version: Version, reader: Reader, held: Rights, threads: list[ShownThread]
) -> dict[str, Any]:
    """What a page needs of them: `sheets`, what is new in them `since`, `last_line`, `is_crowded`."""
    shown, new = sheets_since(version, reader, held)
    return {
        "sheets": _marked(shown, threads),
        "since": new,
        "last_line": sum(len(sheet.lines) for sheet in shown),
        # So many threads have no room beside these pages: each is shown in two lines.
        "is_crowded": len(threads) > max(CROWD, len(shown) * BESIDE_PAGE),
    }


def _marked(sheets: list[Sheet], threads: Iterable[ShownThread]) -> list[MarkedSheet]:
    """The sheets, with how many threads stand at each line."""
    lines = [line for sheet in sheets for line in sheet.lines]
    count: Counter[int] = Counter()
    about: dict[int, list[str]] = defaultdict(list)
    for thread in threads:
        if thread.line is None or thread.end is None:
            if thread.sheet and thread.is_about_page:
                about[thread.sheet].append(thread.ref)
            continue
        for line in lines[thread.line - 1 :]:
            if line.number > thread.line and line.start >= thread.end:
                break
            count[line.number] += 1
    return [
        MarkedSheet(
            sheet.number,
            sheet.pictures,
            [(line, count[line.number]) for line in sheet.lines],
            said=len(about[sheet.number]),
            first=next(iter(about[sheet.number]), ""),
        )
        for sheet in sheets
    ]
