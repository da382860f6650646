"""OpenDocument texts, made simple: one stream of paragraphs that says all the page says."""

from pathlib import Path
from xml.etree.ElementTree import Element

from mentorship.documents.formats import xml_tree
from mentorship.documents.formats.manuscript import Unreadable
from mentorship.documents.formats.office import package_to_pdf
from mentorship.documents.formats.preflight import Package, open_package, write_package
from mentorship.documents.formats.running import unique_with_words
from mentorship.documents.formats.typeset import Typeset

OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
DRAW = "{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}"
STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
CONTENT, STYLES = "content.xml", "styles.xml"
PARAGRAPHS = {TEXT + "p", TEXT + "h"}
BLOCKS = PARAGRAPHS | {TEXT + "list", TEXT + "section", TABLE + "table"}
TEXT_BOX, FRAME, LINK = DRAW + "text-box", DRAW + "frame", TEXT + "a"
SHAPES = {DRAW + "custom-shape", DRAW + "rect", DRAW + "ellipse", DRAW + "g"}
CHANGES = {TEXT + name for name in ("tracked-changes", "change", "change-start", "change-end")}
PAGE_FIELDS = {TEXT + "page-number", TEXT + "page-count"}
# Fields that a program works out anew; what they were last seen to say is their text.
SPAN = TEXT + "span"
FIELDS = {
    TEXT + name
    for name in (
        "date", "time", "creation-date", "creation-time", "modification-date", "modification-time",
        "print-date", "print-time", "editing-duration", "file-name", "author-name",
        "author-initials", "initial-creator", "creator", "title", "subject", "user-defined",
        "variable-get", "user-field-get", "expression", "conditional-text", "database-display",
        "sender-firstname", "sender-lastname", "sender-email", "sender-city", "sender-street",
    )
}  # fmt: skip
# In the order the pages come: first, right, left.
HEADERS = [STYLE + name for name in ("header-first", "header", "header-left")]
FOOTERS = [STYLE + name for name in ("footer-first", "footer", "footer-left")]
USUAL = "Standard"


def to_pdf(original: Path, folder: Path) -> Typeset:
    """A PDF of the OpenDocument text `original`, made in `folder`."""
    simple = simplify(open_package(original))
    return package_to_pdf(simple, folder / "simple.odt", "odt", paragraphs)


def cleaned(original: Path, folder: Path) -> Path:
    """`original` as LibreOffice may see it: cleaned, its tracked changes accepted, its dates as saved."""
    return write_package(accept_changes(open_package(original)), folder / "faithful.odt")


def accept_changes(package: Package) -> Package:
    """`package` with its changes accepted: insertions stay, deletions are gone. Fields say what they said."""
    trees = {CONTENT: _accepted(package)}
    if STYLES in package:
        trees[STYLES] = xml_tree.parse(package[STYLES])
    for tree in trees.values():
        _settle_fields(tree.root)
    return package | {name: xml_tree.serialise(tree) for name, tree in trees.items()}


def simplify(package: Package) -> Package:
    """`package` with everything it says in its body, tracked changes accepted."""
    tree = _accepted(package)
    body = tree.root.find(f"{OFFICE}body/{OFFICE}text")
    if body is None:
        raise Unreadable("damaged")
    xml_tree.replace(tree.root, PARAGRAPHS, _boxes_first)
    pages = _pages(package, tree.root)
    first = next((place for place, child in enumerate(body) if child.tag in BLOCKS), len(body))
    headers, later = _headers(pages)
    body.extend([*later, *_running(pages, FOOTERS)])
    body[first:first] = headers
    return package | {CONTENT: xml_tree.serialise(tree)}


def paragraphs(package: Package) -> list[str]:
    """The bare words of each paragraph of a simple package, for when no converter wants it."""
    root = xml_tree.parse(package[CONTENT]).root
    texts = (_words(element) for element in root.iter() if element.tag in PARAGRAPHS)
    return [text for text in texts if text.strip()]


def _accepted(package: Package) -> xml_tree.Tree:
    if CONTENT not in package:
        raise Unreadable("damaged")
    tree = xml_tree.parse(package[CONTENT])
    _drop_keeping_tails(tree.root, CHANGES)
    return tree


def _drop_keeping_tails(root: Element, tags: set[str]) -> None:
    """Take elements out of running text; the text after each of them stays where it was."""
    for parent in list(root.iter()):
        before: Element | None = None
        for child in list(parent):
            if child.tag not in tags:
                before = child
                continue
            if before is None:
                parent.text = (parent.text or "") + (child.tail or "")
            else:
                before.tail = (before.tail or "") + (child.tail or "")
            parent.remove(child)


def _boxes_first(paragraph: Element) -> list[Element]:
    """The paragraphs of the text boxes and shapes in `paragraph`, then itself without them."""
    inside = [block for box in paragraph.iter(TEXT_BOX) for block in box]
    for shape in (shape for shape in paragraph.iter() if shape.tag in SHAPES):
        inside += [child for child in shape if child.tag in PARAGRAPHS]
    boxed = [frame for frame in paragraph.iter(FRAME) if frame.find(TEXT_BOX) is not None]
    for element in [*boxed, *(shape for shape in paragraph.iter() if shape.tag in SHAPES)]:
        element.tag = FRAME  # an empty frame: what it held stands before the paragraph now
        element[:] = []
    return [*inside, paragraph]


def _pages(package: Package, content: Element) -> list[Element]:
    """The master pages that the text uses."""
    if STYLES not in package:
        return []
    pages = list(xml_tree.parse(package[STYLES]).root.iter(STYLE + "master-page"))
    named = {style.get(STYLE + "master-page-name") for style in content.iter(STYLE + "style")}
    used = [page for page in pages if page.get(STYLE + "name") in named | {USUAL}]
    return used or pages[:1]


def _headers(pages: list[Element]) -> tuple[list[Element], list[Element]]:
    """What stands above the text of the first page, and what only later pages show."""
    has_first = any(page.find(HEADERS[0]) is not None for page in pages)
    shown = _running(pages, HEADERS)
    if not has_first:
        return shown, []
    first = {_words(element) for element in _running(pages, HEADERS[:1])}
    later = [element for element in shown if _words(element) not in first]
    return [element for element in shown if element not in later], later


def _settle_fields(root: Element) -> None:
    """Make fields the text they were last seen to be."""
    for element in root.iter():
        if element.tag in FIELDS:
            element.tag = SPAN
            element.attrib.clear()


def _running(pages: list[Element], kinds: list[str]) -> list[Element]:
    """Paragraphs of all headers or footers, each text once."""
    found: list[Element] = []
    for part in (part for page in pages for kind in kinds for part in page.iter(kind)):
        xml_tree.replace(part, PARAGRAPHS, _boxes_first)
        _drop_keeping_tails(part, {FRAME})
        found += [child for child in part if child.tag in BLOCKS]
    return unique_with_words(found, words=_words, has_page_number=_has_page_number)


def _words(element: Element) -> str:
    return "".join(element.itertext())


def _has_page_number(element: Element) -> bool:
    return any(child.tag in PAGE_FIELDS for child in element.iter())
