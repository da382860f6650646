"""A document's text and the places of its words: as we read them, and as others do."""

import re
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from subprocess import run
from xml.etree import ElementTree

from pdfminer.high_level import extract_pages
from pdfminer.layout import LTAnno, LTChar, LTTextBox, LTTextLine
from pypdf import PdfReader

from mentorship.documents.formats.manuscript import Box, Limits, Manuscript
from mentorship.documents.formats.prepare import prepare

_BROKEN = re.compile(r"(\S+)[-\u00ad\u2010]\n(\S+)")


@dataclass(frozen=True)
class Placed:
    """Where a word is said to be: page from 0, a box in shares of that page, degrees it is turned."""

    page: int
    box: Box
    turned: int = 0


@dataclass(frozen=True)
class Reading:
    """What a program reads; no places where it tells none."""

    text: str
    places: tuple[Placed, ...] = ()


Reader = Callable[[Path, set[str]], Reading]


def ours(path: Path, into: Path) -> tuple[Reading, Manuscript]:
    """As a person is shown it; its pages' images are written to `into`."""
    copy = prepare(path, path.name, into, limits=Limits())
    places = tuple(
        Placed(page.number - 1, word.box, line.angle)
        for page in copy.pages
        for line in page.lines
        for word in line.words
    )
    return Reading(copy.text.replace("\u00ad\n", ""), places), copy


def pypdf(path: Path, known: set[str]) -> Reading:
    """pypdf tells no places."""
    pages = [page.extract_text() for page in PdfReader(path).pages]
    return Reading(rejoined("\n".join(pages), known))


def pdfminer(path: Path, known: set[str]) -> Reading:
    """Words are what stands between the spaces of its lines."""
    texts: list[str] = []
    places: list[Placed] = []
    for number, page in enumerate(extract_pages(path)):
        size = page.width, page.height
        for box in page:
            if isinstance(box, LTTextBox):
                texts.append(box.get_text())
                lines = [line for line in box if isinstance(line, LTTextLine)]
                places += [Placed(number, each) for line in lines for each in _words(line, size)]
    return Reading(rejoined("".join(texts), known), tuple(places))


def _words(line: LTTextLine, size: tuple[float, float]) -> Iterator[Box]:
    run_: list[LTChar] = []
    for item in [*line, LTAnno(" ")]:
        if isinstance(item, LTChar) and not item.get_text().isspace():
            run_.append(item)
        elif run_:
            yield (
                min(one.x0 for one in run_) / size[0],
                1 - max(one.y1 for one in run_) / size[1],
                max(one.x1 for one in run_) / size[0],
                1 - min(one.y0 for one in run_) / size[1],
            )
            run_ = []


def pdftotext(path: Path, known: set[str]) -> Reading:
    """Poppler's, in its usual order."""
    text = run(["pdftotext", path, "-"], capture_output=True, check=True).stdout.decode()
    boxes = run(["pdftotext", "-bbox", path, "-"], capture_output=True, check=True).stdout.decode()
    clean = re.sub(r"[\x00-\x08\x0b-\x1f\ufffe\uffff]", "", boxes)
    root = ElementTree.fromstring(re.sub(r' xmlns="[^"]*"', "", clean))  # noqa: S314 - of our own PDFs
    places = [
        Placed(number, _share(word, page))
        for number, page in enumerate(root.iter("page"))
        for word in page.iter("word")
    ]
    return Reading(rejoined(text, known), tuple(places))


def _share(word: ElementTree.Element, page: ElementTree.Element) -> Box:
    width, height = float(page.attrib["width"]), float(page.attrib["height"])
    left, top, right, bottom = (float(word.attrib[key]) for key in ("xMin", "yMin", "xMax", "yMax"))
    return left / width, top / height, right / width, bottom / height


def rejoined(text: str, known: set[str]) -> str:
    """`text` with words broken at line ends whole, as the truth has them: the best these could do."""

    def whole(broken: re.Match[str]) -> str:
        for joined in (broken[1] + broken[2], f"{broken[1]}-{broken[2]}"):
            if joined in known:
                return joined
        return broken[0]

    return _BROKEN.sub(whole, text)


def rivals() -> dict[str, Reader]:
    """Those there are on this machine."""
    found: dict[str, Reader] = {"pypdf": pypdf, "pdfminer.six": pdfminer}
    if shutil.which("pdftotext"):
        found["pdftotext"] = pdftotext
    return found
