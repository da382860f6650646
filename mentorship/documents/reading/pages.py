"""A reading copy as a page shows it: pages with numbered lines, and where each line stands."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar

from mentorship.documents.formats.shape import PARAGRAPH, Shape
from mentorship.documents.formats.shaping import shapes_of_rows
from mentorship.documents.formats.sizes import size_drawn
from mentorship.documents.models import Page, Version
from mentorship.documents.text.folding import SOFT_HYPHEN

T = TypeVar("T")
WIDTHS = range(704, 919)  # px: pictures of paper for letters, which are shown as large as they are
REM = 16  # px, before anybody asks for larger letters
PLAIN = Shape(PARAGRAPH, 0, 0, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class ShownLine:
    """One line as HTML shows it: its number, its place in the text, its words.

    text         ends in LF, which keeps lines apart in what a reader copies; not where it ends
                 within a word.
    opens_block  set apart from the line before.
    goes_on      wrapped: reflowed text runs on into it.
    mid_word     begins within a word that was broken at the end of the line before.
    shape        what it is: a heading, an item, a line that goes on, …
    """

    number: int
    start: int
    end: int
    text: str
    opens_block: bool
    goes_on: bool
    mid_word: bool
    shape: Shape = PLAIN


@dataclass(frozen=True, slots=True)
class Picture:
    """A page image by its scale, for `srcset`."""

    scale: int
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class ShownPage:
    """One page: its number, its pictures (the smallest first) and its lines.

    places    rules that say where the lines lie over a picture
    is_drawn  whether there is one yet
    made      what was made of the page alone, by what made it, for as long as the page is kept
    """

    number: int
    pictures: tuple[Picture, ...]
    lines: tuple[ShownLine, ...]
    places: str = ""
    is_drawn: bool = True
    made: dict[Callable[["ShownPage"], Any], Any] = field(
        default_factory=dict, compare=False, repr=False
    )

    def once(self, make: Callable[["ShownPage"], T]) -> T:
        """What `make` makes of this page: it depends on nothing else, not even the language."""
        if make not in self.made:
            self.made[make] = make(self)
        found: T = self.made[make]
        return found


def shown_pages(version: Version) -> list[ShownPage]:
    """All pages of a ready version, in order. One query."""
    pages = list(version.pages.without_words())
    return [
        _shown(page, version.text, shapes)
        for page, shapes in zip(pages, _shapes(pages, version.text), strict=True)
    ]


def _shapes(pages: Sequence[Page], text: str) -> list[list[Shape]]:
    """What the lines of these pages are; told by their boxes where it was not kept."""
    if any(page.shapes is None for page in pages):
        return shapes_of_rows([(page.lines, page.height) for page in pages], text)
    return [[Shape(*shape) for shape in page.shapes or ()] for page in pages]


def pictures(page: Page) -> tuple[Picture, ...]:
    """Those of the page, the smallest first; before any is drawn, the first that will be."""
    if not page.images:
        return (Picture(1, *size_drawn(page.width, page.height, 1)),)
    found = (Picture(image["scale"], image["width"], image["height"]) for image in page.images)
    return tuple(sorted(found, key=lambda picture: picture.scale))


def _shown(page: Page, text: str, shapes: Sequence[Shape]) -> ShownPage:
    shown = [
        ShownLine(
            number,
            start,
            end,
            _spaced(text[start:end]),
            opens_block=bool(new_block) or place == 0,
            goes_on=bool(wrapped) or _is_mid_word(text, start),
            mid_word=_is_mid_word(text, start),
            shape=shapes[place],
        )
        for place, (number, start, end, _box, _angle, new_block, wrapped, *_ink) in enumerate(
            page.lines
        )
    ]
    return ShownPage(
        page.number, pictures(page), tuple(shown), "".join(places(page)), is_drawn=bool(page.images)
    )


def _is_mid_word(text: str, start: int) -> bool:
    return text[max(start - 2, 0) : start] == f"{SOFT_HYPHEN}\n"


def _spaced(words: str) -> str:
    return words if words.endswith(SOFT_HYPHEN) else words + "\n"


def places(page: Page) -> Iterator[str]:
    """A CSS rule for the paper of the page, and one per line: where its text lies over the image.

    Percent of the page; the letter size in `cqw`, hundredths of the page's width. Rules, because
    the content security policy lets no element carry a style of its own. reading-pages.css uses
    the properties. The paper has the shape of its picture before that is there, and its width
    where there is room for it: drawn a little smaller or larger its letters would be blurred.
    """
    shape = page.height / page.width
    for picture in pictures(page)[:1]:
        yield _paper(page.number, picture)
    for number, _start, _end, box, angle, _opens, _wrapped, *ink in page.lines:
        yield _place(number, box, angle, shape, ink)


def _paper(number: int, picture: Picture) -> str:
    rule = f"#page-{number} .page-paper{{aspect-ratio:{picture.width}/{picture.height}}}"
    if picture.width not in WIDTHS:
        return rule
    pages = ":root,#page-1" if number == 1 else f"#page-{number}"  # what stands around it, too
    return f"{rule}{pages}{{--as-drawn:{picture.width / REM:g}rem}}"


def _place(number: int, box: list[float], angle: int, shape: float, ink: list[str]) -> str:
    left, top, right, bottom = box
    along, across = right - left, bottom - top
    if angle in {90, 270}:  # the element is laid out flat and turned around its middle
        along, across = across * shape, along / shape
    middle, centre = (left + right) / 2, (top + bottom) / 2
    more = f";rotate:{angle}deg" if angle else ""
    if ink and ink[0]:
        more += f";--i:{ink[0]}"
    return (
        f"#line-{number}{{--l:{_percent(middle - along / 2)};--t:{_percent(centre - across / 2)}"
        f";--w:{_percent(along)};--h:{_percent(across)};--s:{_percent(across * shape)}{more}}}"
    )


def _percent(share: float) -> str:
    return f"{share * 100:.3f}".rstrip("0").rstrip(".") or "0"
