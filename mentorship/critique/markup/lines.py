"""The lines of a page as HTML, in the blocks they make, each with how much is said about it.

Made here and not in a template, as the HTML of threads is, and for the same reason. All that is the same
for everybody is made once, with holes where a reader's own is put in: what is said, and what is new to her.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from html import escape

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from mentorship.critique.margin.lines import MarkedPage
from mentorship.documents.formats.shape import BESIDE, ITEM, ON, ROW
from mentorship.documents.reading.pages import ShownLine, ShownPage
from mentorship.documents.text.folding import is_right_to_left

ABOVE = 2  # the level of the heading that says which page it is
# Where in a line what is a reader's own is put in: looks among its classes, words at its end.
LOOKS, WORDS = "\0looks\0", "\0words\0"  # no text of ours holds NUL


@dataclass(frozen=True, slots=True)
class _Drawn:
    """The lines of a page. What stands after a part is put in between it and the next one.

    parts  before looks, and before words, of one line after another; then the end
    plain  all of it, where nothing is put in
    holes  the place of the part before a line's looks, by its number
    """

    parts: tuple[str, ...]
    plain: SafeString
    holes: dict[int, int]


def blocks(page: MarkedPage) -> SafeString:
    """Headings, paragraphs, lists and rows of a page; in them an element for each line.

    A line is numbered, to be reached by keyboard, with how much is said about it, and the shape of that.
    """
    drawn = page.shown.once(_drawn)
    marked = [number for number in page.counts if number in drawn.holes]
    changed = [number for number in page.changed if number in drawn.holes]
    asked = [number for number in page.asked if number in drawn.holes]
    if not marked and not changed and not asked:
        return drawn.plain
    parts, count_of = list(drawn.parts), cache(_count)  # of most lines the same
    for number in marked:
        hole, (count, shape) = drawn.holes[number], page.counts[number]
        parts[hole] += f" has-threads kind-{shape}"
        parts[hole + 1] += count_of(count)
    for number in changed:
        hole = drawn.holes[number]
        parts[hole] += " is-changed"
        parts[hole + 1] += _changed()
    for number in asked:
        hole = drawn.holes[number]
        parts[hole] += " is-asked"
        parts[hole + 1] += _asked(*page.asked[number])
    return SafeString("".join(parts))


def _drawn(page: ShownPage) -> _Drawn:
    html = "".join(_told(_parted(page.lines)))
    parts = tuple(html.replace(WORDS, LOOKS).split(LOOKS))
    holes = {line.number: 2 * place for place, line in enumerate(page.lines)}
    return _Drawn(parts, SafeString("".join(parts)), holes)


def _parted(lines: Iterable[ShownLine]) -> Iterator[list[ShownLine]]:
    """The lines of one block after another."""
    block: list[ShownLine] = []
    for line in lines:
        if block and line.shape.kind not in {ON, BESIDE} and not line.mid_word:
            yield block
            block = []
        block.append(line)
    if block:
        yield block


def _told(parted: Iterable[list[ShownLine]]) -> Iterator[str]:
    level, in_list = ABOVE, False
    for block in parted:
        shape = block[0].shape
        is_item = shape.kind == ITEM
        if is_item != in_list:
            yield '<ul class="items" role="list">' if is_item else "</ul>"
            in_list = is_item
        tag = "li" if is_item else "p"
        if shape.level and not is_item:
            level = min(level + 1, ABOVE + shape.level)  # none is left out, whatever the page shows
            tag = f"h{level}"
        yield _block(block, tag)
    if in_list:
        yield "</ul>"


def _block(block: Sequence[ShownLine], tag: str) -> str:
    first = block[0]
    kind, level, *_look = first.shape
    looks = f"block {kind}" + (f" level-{level}" if level else "")
    if first.shape.apart:
        looks += " opens-block"
    direction = "rtl" if is_right_to_left("".join([line.text for line in block])) else "ltr"
    inner = "".join(_cells(block)) if kind == ROW else "".join([_line(each) for each in block])
    inner = inner.replace('class="line', 'class="leads line', 1)
    return f'<{tag} class="{looks}" dir="{direction}" data-number="{first.number}">{inner}</{tag}>'


def _cells(block: Sequence[ShownLine]) -> Iterator[str]:
    """The cells of a row: what stands beside each other on the page."""
    cells: list[list[ShownLine]] = []
    for line in block:
        if not cells or line.shape.kind == BESIDE:
            cells.append([])
        cells[-1].append(line)
    for cell in cells:
        yield f'<span class="cell">{"".join([_line(each) for each in cell])}</span>'


def _line(line: ShownLine) -> str:
    number, shape = line.number, line.shape
    looks = "line"
    if shape.bold:
        looks += " is-bold"
    if shape.italic:
        looks += " is-italic"
    # Of all lines one is in the tab order; from there the arrow keys lead on.
    return (
        f'<span class="{looks}{LOOKS}" id="line-{number}" data-number="{number}" tabindex="{0 if number == 1 else -1}"'
        f' data-start="{line.start}"><span class="line-number" aria-hidden="true">{number} </span>'
        f'<span class="words">{escape(line.text)}</span>{WORDS}</span>'
    )


def _changed() -> str:
    return f' <span class="line-changed visually-hidden">{escape(_("changed"))}</span>'


def _asked(words: str, terms: str) -> str:
    told = _("the posting asks for %(terms)s") % {"terms": terms}
    return f' <span class="line-asked visually-hidden" data-asked="{words}">{escape(told)}</span>'


def _count(count: int) -> str:
    words = ngettext("%(count)s comment", "%(count)s comments", count) % {"count": count}
    return f'<span class="line-count visually-hidden">{escape(words)}</span>'
