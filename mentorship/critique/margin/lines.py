"""Lines that carry threads: how many stand at each."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from accounts.reader import Reader
from mentorship.critique.margin.cards import ShownThread
from mentorship.documents.access import Rights
from mentorship.documents.models import Version
from mentorship.documents.reading.changes_since import pages_since
from mentorship.documents.reading.pages import Picture, ShownLine, ShownPage
from mentorship.toolbox.pages.addresses import pattern

CROWD = 30  # below that nothing is shortened
BESIDE_PAGE = 10  # threads of four or five lines that stand beside one page


@dataclass(frozen=True, slots=True)
class MarkedPage:
    """A page, with what is said about its lines.

    counts   how many threads stand at a line, and the shape of the first, by the line's number; of lines
             without any nothing
    changed  the numbers of lines that are new to this reader
    asked    by the number of a line the words in it that a posting asks for, "3-8 12-20" in UTF-16 units,
             and the terms they answer
    said     how many threads are about the page itself or a part drawn on it
    first    the ref of the first of them
    srcset   its pictures with their widths, as an <img> is told of them
    """

    shown: ShownPage
    counts: Mapping[int, tuple[int, str]]
    changed: Collection[int] = ()
    asked: Mapping[int, tuple[str, str]] = field(default_factory=dict)
    said: int = 0
    first: str = ""
    srcset: str = ""

    @property
    def number(self) -> int:
        """Of the page."""
        return self.shown.number

    @property
    def pictures(self) -> tuple[Picture, ...]:
        """The smallest first."""
        return self.shown.pictures

    @property
    def lines(self) -> tuple[ShownLine, ...]:
        """In the order of the text."""
        return self.shown.lines

    @property
    def places(self) -> str:
        """Rules that say where the lines lie over a picture."""
        return self.shown.places

    @property
    def is_drawn(self) -> bool:
        """Whether there is a picture yet."""
        return self.shown.is_drawn


def pages_with_threads(
    version: Version, reader: Reader, held: Rights, threads: list[ShownThread]
) -> dict[str, Any]:
    """What a page needs of them: `pages`, what is new in them `since`, `last_line`, `is_crowded`."""
    shown, new = pages_since(version, reader, held)
    return {
        "pages": _marked(shown, threads, new.lines, _srcsets(version, shown)),
        "since": new,
        "last_line": sum(len(page.lines) for page in shown),
        # So many threads have no room beside these pages: each is shown in two lines.
        "is_crowded": len(threads) > max(CROWD, len(shown) * BESIDE_PAGE),
    }


def _srcsets(version: Version, pages: Sequence[ShownPage]) -> list[str]:
    """Of each page."""
    kinds = (str, int, int, int)
    at, ref, number = pattern("documents:page_image", *kinds), version.document.ref, version.number
    return [
        ",".join(
            [f"{at % (ref, number, page.number, one.scale)} {one.width}w" for one in page.pictures]
        )
        for page in pages
    ]


def _marked(
    pages: Sequence[ShownPage],
    threads: Iterable[ShownThread],
    changed: Collection[int],
    srcsets: Sequence[str],
) -> list[MarkedPage]:
    """The pages, with what stands at each line."""
    lines = [line for page in pages for line in page.lines]
    counts: dict[int, tuple[int, str]] = {}
    about: dict[int, list[str]] = defaultdict(list)
    for thread in threads:
        if thread.line is None or thread.end is None:
            if thread.page_number and thread.is_about_page:
                about[thread.page_number].append(thread.ref)
            continue
        for line in lines[thread.line - 1 :]:
            if line.number > thread.line and line.start >= thread.end:
                break
            before, shape = counts.get(line.number, (0, thread.shape))
            counts[line.number] = before + 1, shape
    return [
        MarkedPage(
            page,
            counts,
            changed,
            said=len(about[page.number]),
            first=next(iter(about[page.number]), ""),
            srcset=srcset,
        )
        for page, srcset in zip(pages, srcsets, strict=True)
    ]
