"""Lines that carry threads: how many stand at each."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from accounts.reader import Reader
from mentorship.critique.margin.cards import ShownThread
from mentorship.documents.access import Rights
from mentorship.documents.models import Version
from mentorship.documents.reading.changes_since import pages_since
from mentorship.documents.reading.pages import Picture, ShownLine, ShownPage

CROWD = 30  # below that nothing is shortened
BESIDE_PAGE = 10  # threads of four or five lines that stand beside one page


@dataclass(frozen=True, slots=True)
class MarkedPage:
    """A page, each of its lines with the number of threads that touch it, and the shape of the first.

    places  rules that say where the lines lie over a picture
    said    how many threads are about the page itself or a part drawn on it
    first   the ref of the first of them
    """

    number: int
    pictures: tuple[Picture, ...]
    lines: list[tuple[ShownLine, int, str]]
    places: str
    said: int = 0
    first: str = ""
    is_drawn: bool = True


def pages_with_threads(
    version: Version, reader: Reader, held: Rights, threads: list[ShownThread]
) -> dict[str, Any]:
    """What a page needs of them: `pages`, what is new in them `since`, `last_line`, `is_crowded`."""
    shown, new = pages_since(version, reader, held)
    return {
        "pages": _marked(shown, threads),
        "since": new,
        "last_line": sum(len(page.lines) for page in shown),
        # So many threads have no room beside these pages: each is shown in two lines.
        "is_crowded": len(threads) > max(CROWD, len(shown) * BESIDE_PAGE),
    }


def _marked(pages: list[ShownPage], threads: Iterable[ShownThread]) -> list[MarkedPage]:
    """The pages, with how many threads stand at each line."""
    lines = [line for page in pages for line in page.lines]
    count: Counter[int] = Counter()
    shapes: dict[int, str] = {}
    about: dict[int, list[str]] = defaultdict(list)
    for thread in threads:
        if thread.line is None or thread.end is None:
            if thread.page_number and thread.is_about_page:
                about[thread.page_number].append(thread.ref)
            continue
        for line in lines[thread.line - 1 :]:
            if line.number > thread.line and line.start >= thread.end:
                break
            count[line.number] += 1
            shapes.setdefault(line.number, thread.shape)
    return [
        MarkedPage(
            page.number,
            page.pictures,
            [(line, count[line.number], shapes.get(line.number, "")) for line in page.lines],
            page.places,
            said=len(about[page.number]),
            first=next(iter(about[page.number]), ""),
            is_drawn=page.is_drawn,
        )
        for page in pages
    ]
