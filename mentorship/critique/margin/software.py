"""What software reads, with the threads that stand at its words."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from mentorship.critique.margin.cards import ShownThread
from mentorship.critique.margin.lines import MarkedPage
from mentorship.documents.formats.manuscript import Piece
from mentorship.documents.models import Version
from mentorship.documents.reading.pages import Picture, ShownLine
from mentorship.documents.reading.simple import SimplePage, found_in, simple_pages
from mentorship.documents.sentences.simple import Told, told


@dataclass(frozen=True, slots=True)
class Run:
    """Words that software gets one after the other.

    line       the number of theirs; None where they are not in the text, and nothing can be said of them
    start      where they are in the text
    offset     where they are in their line, in UTF-16 units, as a browser counts
    is_first   nothing of this line comes before
    is_changed  since a version before
    count      how many threads touch them
    kind       the shape of the first that touches their line
    """

    text: str
    marks: str
    line: int | None = None
    start: int = 0
    offset: int = 0
    is_first: bool = False
    is_changed: bool = False
    count: int = 0
    kind: str = ""


@dataclass(frozen=True, slots=True)
class SoftwarePage:
    """A page as software gets it; all else of it as the other views have it."""

    number: int
    pictures: tuple[Picture, ...]
    said: int
    first: str
    rows: list[list[Run]]


def software_of(
    version: Version, pages: Sequence[MarkedPage], threads: Iterable[ShownThread]
) -> dict[str, Any]:
    """What the page needs of it: `software`, a list, and what is `found`.

    Where it is not known, None, and whether it `comes_later`. One query.
    """
    simple = simple_pages(version)
    if simple is None:
        return {"software": None, "found": [], "comes_later": version.awaits_rereading}
    runs = _Runs(version.text, pages, threads)
    told_of: list[Told] = [told(kind) for kind in found_in(simple)]
    shown = [_page(page, simple, runs) for page, simple in zip(pages, simple, strict=True)]
    return {"software": shown, "found": told_of}


def _page(page: MarkedPage, simple: SimplePage, runs: "_Runs") -> SoftwarePage:
    rows = [[runs.of(piece) for piece in row] for row in simple.rows]
    return SoftwarePage(page.number, page.pictures, page.said, page.first, rows)


class _Runs:
    """Pieces, made runs one after the other."""

    def __init__(
        self, text: str, pages: Sequence[MarkedPage], threads: Iterable[ShownThread]
    ) -> None:
        self.text = text
        self.lines: list[ShownLine] = [line for page in pages for line in page.lines]
        self.counts = pages[0].counts if pages else {}
        self.changed = pages[0].changed if pages else ()
        self.starts = [line.start for line in self.lines]
        self.spans = [(one.start, one.end) for one in threads if one.start is not None and one.end]
        self.seen: set[int] = set()

    def of(self, piece: Piece) -> Run:
        if not (piece.end and self.lines):
            return Run(piece.text, piece.marks)
        line = self.lines[bisect_right(self.starts, piece.start) - 1]
        is_first = line.number not in self.seen
        self.seen.add(line.number)
        return Run(
            self.text[piece.start : piece.end],
            piece.marks,
            line.number,
            piece.start,
            offset=_units(self.text[line.start : piece.start]),
            is_first=is_first,
            is_changed=line.number in self.changed,
            count=sum(start < piece.end and piece.start < end for start, end in self.spans),
            kind=self.counts.get(line.number, (0, ""))[1],
        )


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2
