"""What a file becomes once it is safe to read: pages, lines and words, and one text.

Offsets count Unicode code points into `Manuscript.text` (NFC, lines end in LF), half-open.
Boxes are (left, top, right, bottom) as fractions of the page shown: 0 to 1, origin top left.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a line: where it stands in the text and on the page."""

    start: int
    end: int
    box: Box


@dataclass(frozen=True, slots=True)
class Look:
    """What the page says of a line's letters: how tall they are, in points, and how they are set."""

    size: float = 0.0
    bold: bool = False
    italic: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """The unit a person points at. Numbers run from 1 through the whole document.

    angle       degrees clockwise the line is turned on the page; 0 for ordinary text.
    new_block   a gap, indent or size change sets it apart from the line before.
    look        of its letters; without a size where that is not known.
    """

    number: int
    start: int
    end: int
    box: Box
    words: tuple[Word, ...]
    angle: int = 0
    new_block: bool = False
    look: Look = Look()


@dataclass(frozen=True, slots=True)
class Piece:
    """What software gets next that takes words as the file holds them: see `formats.simple`.

    start, end  those words in the text, of one line; both 0 where they are not in it
    text        then what it gets instead, or nothing
    opens       it begins a line
    marks       a letter for each thing that was found of it: `simple.kinds`
    """

    start: int = 0
    end: int = 0
    text: str = ""
    opens: bool = False
    marks: str = ""


@dataclass(frozen=True, slots=True)
class PageImage:
    """A WebP file made for reading at `scale` device pixels per CSS pixel (1 or 2)."""

    scale: int
    path: Path
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class ManuscriptPage:
    """One page: its size in points, its images by scale, its lines in reading order.

    start, end  the page's share of the whole text.
    simple      its words in the order in which simple software gets them.
    """

    number: int
    width: float
    height: float
    start: int
    end: int
    lines: tuple[Line, ...]
    images: tuple[PageImage, ...]
    simple: tuple[Piece, ...] = ()


@dataclass(frozen=True, slots=True)
class Finding:
    """What the owner of a file should know about it, and nobody else.

    code    "remarks-inside" (facts: comments, changes), "unseen-words", "unmapped-letters"
            and "odd-letters" (facts: count, example, line)
    """

    code: str
    facts: Mapping[str, str | int]


@dataclass(frozen=True, slots=True)
class Manuscript:
    """A reading copy.

    text    all lines in reading order, joined by LF, pages by LF LF; NFC.
    notes   codes of what the reader should be told: "no-text" (a scan), "unreadable-text" (glyphs
            without Unicode), "missing-glyphs", "simplified-layout", "many-pages", "spaced-letters", "less-sharp" (pages
            drawn coarser), "read-back" (pages of ours lacked words of their source, so
            what is seen on them is the text).
    """

    format: str
    text: str
    pages: tuple[ManuscriptPage, ...]
    notes: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()


SoFar = Callable[[Manuscript], None]
"""Hears of a reading copy that can be read, though most of its pictures are still to be drawn."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What one file may cost. Past any of them it is refused, never half shown.

    memory_bytes   that a process may use, with the programs in it
    address_bytes  that it may reserve: threads and LibreOffice take far more than they use
    image_bytes    of all its pages, of which each may take an even share: heavy ones are drawn coarser
    """

    file_bytes: int = 10 * 1024 * 1024
    pages: int = 20
    characters_per_page: int = 50_000
    memory_bytes: int = 400 * 1024 * 1024
    address_bytes: int = 1024 * 1024 * 1024
    cpu_seconds: int = 20
    wall_seconds: int = 30
    written_bytes: int = 64 * 1024 * 1024
    image_bytes: int = 16 * 1024 * 1024


class Unreadable(Exception):  # noqa: N818 - an answer about the file, not an error of ours
    """Why a file has no reading copy.

    code    one of `REASONS`; the sentence a person reads is made from it where languages are known.
    facts   what the sentence needs, by name: {"extension": "docx", "content": "html"}.
    """

    def __init__(self, code: str, **facts: str | int) -> None:
        super().__init__(code, facts)
        self.code = code
        self.facts = facts


REASONS = (
    "empty",  # no bytes, or nothing on any page
    "too-large",  # facts: limit (bytes)
    "unknown-format",  # facts: extension
    "mismatch",  # facts: extension, content
    "damaged",
    "unknown-letters",  # a text in an encoding that nothing tells
    "password",
    "acrobat-form",  # dynamic XFA: only Acrobat shows it
    "too-many-pages",  # facts: pages, limit
    "page-size",  # a page without area, or far larger than paper
    "too-complex",  # a limit of memory, time, depth or size was reached
    "old-word",  # .doc, or a DOCX behind a password
    "no-converter",  # the converter for this format failed
)
