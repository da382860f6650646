"""The lines of a page as HTML, in the blocks they make, each with how much is said about it.

Made here and not in a template, as the HTML of threads is, and for the same reason.
"""

from collections.abc import Iterable, Iterator, Sequence
from html import escape

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from mentorship.documents.formats.shape import BESIDE, ITEM, ON, ROW
from mentorship.documents.reading.pages import ShownLine
from mentorship.documents.text.folding import is_right_to_left

Counted = tuple[ShownLine, int, str]

ABOVE = 2  # the level of the heading that says which page it is


def blocks(lines: Iterable[Counted]) -> SafeString:
    """Headings, paragraphs, lists and rows of a page; in them an element for each line.

    A line is numbered, to be reached by keyboard, with how much is said about it, and the shape of that.
    """
    return SafeString("".join(_told(_parted(lines))))


def _parted(lines: Iterable[Counted]) -> Iterator[list[Counted]]:
    """The lines of one block after another."""
    block: list[Counted] = []
    for counted in lines:
        line = counted[0]
        if block and line.shape.kind not in {ON, BESIDE} and not line.mid_word:
            yield block
            block = []
        block.append(counted)
    if block:
        yield block


def _told(parted: Iterable[list[Counted]]) -> Iterator[str]:
    level, in_list = ABOVE, False
    for block in parted:
        shape = block[0][0].shape
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


def _block(block: Sequence[Counted], tag: str) -> str:
    first = block[0][0]
    kind, level, *_look = first.shape
    looks = f"block {kind}" + (f" level-{level}" if level else "")
    if first.shape.apart:
        looks += " opens-block"
    direction = "rtl" if is_right_to_left("".join([line.text for line, *_said in block])) else "ltr"
    inner = "".join(_cells(block)) if kind == ROW else "".join([_line(*each) for each in block])
    inner = inner.replace('class="line', 'class="leads line', 1)
    return f'<{tag} class="{looks}" dir="{direction}" data-number="{first.number}">{inner}</{tag}>'


def _cells(block: Sequence[Counted]) -> Iterator[str]:
    """The cells of a row: what stands beside each other on the page."""
    cells: list[list[Counted]] = []
    for counted in block:
        if not cells or counted[0].shape.kind == BESIDE:
            cells.append([])
        cells[-1].append(counted)
    for cell in cells:
        yield f'<span class="cell">{"".join([_line(*each) for each in cell])}</span>'


def _line(line: ShownLine, count: int, kind: str) -> str:
    number, shape = line.number, line.shape
    looks = "line"
    if shape.bold:
        looks += " is-bold"
    if shape.italic:
        looks += " is-italic"
    if count:
        looks += f" has-threads kind-{kind}"
    if line.is_changed:
        looks += " is-changed"
    # Of all lines one is in the tab order; from there the arrow keys lead on.
    return (
        f'<span class="{looks}" id="line-{number}" data-number="{number}" tabindex="{0 if number == 1 else -1}"'
        f' data-start="{line.start}"><span class="line-number" aria-hidden="true">{number} </span>'
        f'<span class="words">{escape(line.text)}</span>{_count(count) if count else ""}'
        f"{_changed() if line.is_changed else ''}</span>"
    )


def _changed() -> str:
    return f' <span class="line-changed visually-hidden">{escape(_("changed"))}</span>'


def _count(count: int) -> str:
    words = ngettext("%(count)s comment", "%(count)s comments", count) % {"count": count}
    return f'<span class="line-count visually-hidden">{escape(words)}</span>'
