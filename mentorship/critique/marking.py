"""Lines that carry threads: how many stand at each, and the lines as HTML.

Their markup is made here and not in a template, as that of `articles` is, and for the same reason.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from html import escape

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from mentorship.critique.shown import ShownThread
from mentorship.documents.sheets import Picture, Sheet, ShownLine

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


def marked(sheets: list[Sheet], threads: Iterable[ShownThread]) -> list[MarkedSheet]:
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


def is_crowded(pages: list[MarkedSheet], threads: int) -> bool:
    """Whether so many threads have no room beside these pages: then each is shown in two lines."""
    return threads > max(CROWD, len(pages) * BESIDE_PAGE)


def items(lines: Iterable[tuple[ShownLine, int]]) -> SafeString:
    """An <li> for each line: numbered, to be reached by keyboard, with how much is said about it."""
    return SafeString("".join([_item(line, count) for line, count in lines]))


def _item(line: ShownLine, count: int) -> str:
    number = line.number
    looks = "line"
    if line.opens_block:
        looks += " opens-block"
    if line.goes_on:
        looks += " goes-on"
    if line.mid_word:
        looks += " mid-word"
    if count:
        looks += " has-threads"
    if line.is_changed:
        looks += " is-changed"
    # Of all lines one is in the tab order; from there the arrow keys lead on.
    return (
        f'<li class="{looks}" id="line-{number}" value="{number}" tabindex="{0 if number == 1 else -1}"'
        f' data-start="{line.start}"><span class="line-number">{number} </span>'
        f'<span class="words" dir="auto">{escape(line.text)}</span>{_count(count) if count else ""}'
        f"{_changed() if line.is_changed else ''}</li>"
    )


def _changed() -> str:
    return f' <span class="line-changed visually-hidden">{escape(_("changed"))}</span>'


def _count(count: int) -> str:
    words = ngettext("%(count)s comment", "%(count)s comments", count) % {"count": count}
    return f'<span class="line-count visually-hidden">{escape(words)}</span>'
