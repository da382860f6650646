"""Words of an office file that stand outside its body, where software that sorts applications may not look."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from xml.etree.ElementTree import Element

from mentorship.documents.formats import xml_tree
from mentorship.documents.formats.findings import rich_text
from mentorship.documents.formats.manuscript import Manuscript, ManuscriptPage
from mentorship.documents.formats.preflight import open_package
from mentorship.documents.formats.simple.kinds import BOX, RUNNING
from mentorship.documents.formats.simple.pieces import marked
from mentorship.documents.formats.word.parts import W, main_part, related, transitional

TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
DRAW = "{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}"
STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
WORD_BOX, WRITER_BOX = W + "txbxContent", DRAW + "text-box"
PARAGRAPHS = {W + "p", TEXT + "p", TEXT + "h"}
RUNNING_TEXTS = {
    STYLE + side + which for side in ("header", "footer") for which in ("", "-first", "-left")
}
FEWEST = 3  # characters of a line that can be told from others
# Seven digits and more, with what people put between them; years with a dash between have eight.
CONTACT = re.compile(r"[\w.+-]+@[\w-]+\.[\w.-]+|(?<!\d)\+?\(?\d[\d ()/.–-]{5,}\d")
YEARS = re.compile(
    r"(?:\d\d[./])?(?:19|20)\d\d\D+(?:\d\d[./])?(?:19|20)\d\d|(?:\d\d[./-]){2}\d{2,4}"
)


@dataclass(frozen=True, slots=True)
class Outside:
    """What an office file says, by where it says it.

    body     words of the body, those in boxes left out
    boxes    paragraphs in text boxes
    running  paragraphs of headers and footers
    """

    body: str
    boxes: tuple[str, ...]
    running: tuple[str, ...]


def with_outside(manuscript: Manuscript, original: Path) -> Manuscript:
    """`manuscript`, its pieces marked that stand in boxes, or say in a header alone how to reach her."""
    read = READ.get(manuscript.format)
    if read is None:
        return manuscript
    outside = read(original)
    lines = [line for page in manuscript.pages for line in page.lines]
    spans = {(line.start, line.end): manuscript.text[line.start : line.end] for line in lines}
    boxed = [span for span, text in spans.items() if _is_boxed(text, outside)]
    only = _only_running(outside)
    told = [span for span, text in spans.items() if any(way in text for way in only)]
    pages = tuple(_marked(page, ((boxed, BOX), (told, RUNNING))) for page in manuscript.pages)
    return replace(manuscript, pages=pages)


def _marked(
    page: ManuscriptPage, found: Iterable[tuple[list[tuple[int, int]], str]]
) -> ManuscriptPage:
    simple = page.simple
    for spans, mark in found:
        simple = marked(simple, spans, mark)
    return replace(page, simple=simple)


def _is_boxed(text: str, outside: Outside) -> bool:
    """Whether a line of this text stands in a box and nowhere else."""
    words = _squeezed(text)
    return (
        len(words) >= FEWEST
        and any(words in _squeezed(box) for box in outside.boxes)
        and words not in _squeezed(outside.body)
    )


def _only_running(outside: Outside) -> list[str]:
    """Ways to reach her in headers and footers; none where there is one in the body or in a box."""
    if ways_in("\n".join([outside.body, *outside.boxes])):
        return []
    return ways_in("\n".join(outside.running))


def ways_in(text: str) -> list[str]:
    """Addresses of mail and numbers of telephones in `text`, as they are written."""
    return [way for way in CONTACT.findall(text) if "@" in way or not YEARS.fullmatch(way.strip())]


def _squeezed(text: str) -> str:
    return "".join(text.split())


def _of_word(original: Path) -> Outside:
    package = transitional(open_package(original))
    main = main_part(package)
    parts = [
        name for kind in ("header", "footer") for name in related(package, main, kind).values()
    ]
    roots = [xml_tree.parse(package[part]).root for part in parts]
    return _sorted(xml_tree.parse(package[main]).root, WORD_BOX, roots)


def _of_writer(original: Path) -> Outside:
    package = open_package(original)
    styles = package.get("styles.xml")
    roots = [xml_tree.parse(styles).root] if styles else []
    running = [each for root in roots for each in root.iter() if each.tag in RUNNING_TEXTS]
    return _sorted(xml_tree.parse(package["content.xml"]).root, WRITER_BOX, running)


def _of_rich_text(original: Path) -> Outside:
    said = rich_text.said_in(original.read_bytes())
    boxes, running = said[rich_text.BOX], said[rich_text.RUNNING]
    return Outside(said[rich_text.BODY], tuple(boxes.splitlines()), tuple(running.splitlines()))


def _sorted(root: Element, box: str, running: Iterable[Element]) -> Outside:
    boxes = list(root.iter(box))
    boxed = {id(inner) for each in boxes for inner in each.iter()}
    body = "\n".join(_paragraphs(root, but=boxed))
    return Outside(
        body,
        tuple(text for each in boxes for text in _paragraphs(each)),
        tuple(text for each in running for text in _paragraphs(each)),
    )


def _paragraphs(root: Element, but: set[int] | frozenset[int] = frozenset()) -> Iterator[str]:
    for paragraph in root.iter():
        if paragraph.tag in PARAGRAPHS and id(paragraph) not in but:
            yield "".join(_texts(paragraph, but))


def _texts(element: Element, but: set[int] | frozenset[int]) -> Iterator[str]:
    """What it says, Word's words in their own elements alone; what stands in `but` is left out."""
    is_word = element.tag.startswith(W)
    if not is_word or element.tag == W + "t":
        yield element.text or ""
    if element.tag == W + "tab":
        yield "\t"
    for child in element:
        if id(child) not in but:
            yield from _texts(child, but)
        if not child.tag.startswith(W):
            yield child.tail or ""


READ: dict[str, Callable[[Path], Outside]] = {
    "docx": _of_word,
    "odt": _of_writer,
    "rtf": _of_rich_text,
}
