"""A reading copy as a page shows it: sheets with numbered lines, and where each line stands."""

from collections.abc import Iterator
from dataclasses import dataclass

from mentorship.documents.formats import wire
from mentorship.documents.formats.flow import goes_on
from mentorship.documents.formats.manuscript import Line
from mentorship.documents.models import Page, Version
from mentorship.documents.text.folding import SOFT_HYPHEN


@dataclass(frozen=True, slots=True)
class ShownLine:
    """One line as HTML shows it: its number, its place in the text, its words.

    text         ends in LF, which keeps lines apart in what a reader copies; not where it ends
                 within a word.
    opens_block  set apart from the line before.
    goes_on      wrapped: reflowed text runs on into it.
    """

    number: int
    start: int
    end: int
    text: str
    opens_block: bool
    goes_on: bool


@dataclass(frozen=True, slots=True)
class Picture:
    """A page image by its scale, for `srcset`."""

    scale: int
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page: its number, its pictures (the smallest first) and its lines."""

    number: int
    pictures: tuple[Picture, ...]
    lines: tuple[ShownLine, ...]


def sheets(version: Version) -> list[Sheet]:
    """All pages of a ready version, in order. One query."""
    return [_sheet(page, version.text) for page in version.pages.all()]


def _sheet(page: Page, text: str) -> Sheet:
    pictures = sorted(
        (Picture(image["scale"], image["width"], image["height"]) for image in page.images),
        key=lambda picture: picture.scale,
    )
    # Of its words only the first says whether a line was wrapped; the others' boxes stay unread.
    lines = [wire.line_of([*facts, words[:1]]) for *facts, words in page.lines]
    shown = [
        ShownLine(
            line.number,
            line.start,
            line.end,
            _spaced(text[line.start : line.end]),
            opens_block=line.new_block or place == 0,
            goes_on=wrapped,
        )
        for place, (line, wrapped) in enumerate(zip(lines, goes_on(lines, text), strict=True))
    ]
    return Sheet(page.number, tuple(pictures), tuple(shown))


def _spaced(words: str) -> str:
    return words if words.endswith(SOFT_HYPHEN) else words + "\n"


def places(page: Page) -> Iterator[str]:
    """One CSS rule per line of the page: where its text lies over the image.

    Percent of the sheet; the letter size in `cqw`, hundredths of the sheet's width. A stylesheet,
    because the content security policy lets no element carry a style of its own. reading.css uses
    the properties where the image is shown, and not where the text is reflowed.
    """
    shape = page.height / page.width
    for *facts, _words in page.lines:
        yield _place(wire.line_of([*facts, []]), shape)


def _place(line: Line, shape: float) -> str:
    left, top, right, bottom = line.box
    along, across = right - left, bottom - top
    if line.angle in {90, 270}:  # the element is laid out flat and turned around its middle
        along, across = across * shape, along / shape
    middle, centre = (left + right) / 2, (top + bottom) / 2
    turn = f";rotate:{line.angle}deg" if line.angle else ""
    return (
        f"#line-{line.number}{{--l:{_percent(middle - along / 2)};--t:{_percent(centre - across / 2)}"
        f";--w:{_percent(along)};--h:{_percent(across)};--s:{_percent(across * shape)}{turn}}}"
    )


def _percent(share: float) -> str:
    return f"{share * 100:.3f}".rstrip("0").rstrip(".") or "0"
