"""Word files, made simple: one stream of paragraphs that says all the page says.

pandoc and the like read the body alone. So what stands in headers and footers, text boxes and
content controls is moved into it, in the order the eye meets it.
"""

from pathlib import Path
from xml.etree.ElementTree import Element

from mentorship.documents.formats import xml_tree
from mentorship.documents.formats.manuscript import Unreadable
from mentorship.documents.formats.office import package_to_pdf
from mentorship.documents.formats.preflight import Package, open_package, write_package
from mentorship.documents.formats.typeset import Typeset
from mentorship.documents.formats.word.diagrams import say_diagrams
from mentorship.documents.formats.word.fields import TEXT, settle_fields
from mentorship.documents.formats.word.parts import W, main_part, related, transitional
from mentorship.documents.formats.word.running import insert_running

MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
BODY, PARAGRAPH, TABLE = W + "body", W + "p", W + "tbl"
ALTERNATIVES, CHOICE, FALLBACK = MC + "AlternateContent", MC + "Choice", MC + "Fallback"
TEXT_BOX = W + "txbxContent"
IGNORABLE = MC + "Ignorable"  # names prefixes that we may not need to write any more
TAB, POSITIONAL_TAB = W + "tab", W + "ptab"
CONTROLS = {W + "sdt", W + "sdtContent"}
CONTROL_PROPERTIES = {W + "sdtPr", W + "sdtEndPr"}
ADDED = {W + "ins", W + "moveTo"}
REMOVED = {W + "del", W + "moveFrom"}
ROW, ROW_PROPERTIES = W + "tr", W + "trPr"
# In a header these point into the header's own relationships, which the body does not have.
FOREIGN = {W + "drawing", W + "pict", W + "object"}
LINK = W + "hyperlink"


def to_pdf(original: Path, folder: Path) -> Typeset:
    """A PDF of the Word file `original`, made in `folder`."""
    simple = simplify(transitional(open_package(original)))
    return package_to_pdf(simple, folder / "simple.docx", "docx+styles", paragraphs)


def cleaned(original: Path, folder: Path) -> Path:
    """`original` as LibreOffice may see it: cleaned, its tracked changes accepted, its dates as saved."""
    package = accept_changes(transitional(open_package(original)))
    return write_package(package, folder / "faithful.docx")


def accept_changes(package: Package) -> Package:
    """`package` with its changes accepted: insertions stay, deletions are gone. Fields say what they said."""
    main = main_part(package)
    running = [related(package, main, kind).values() for kind in ("header", "footer")]
    parts = [main, *running[0], *running[1]]
    return package | {part: _serialised(_settled(package, part)) for part in parts}


def simplify(package: Package) -> Package:
    """`package` with everything it says in its body, tracked changes accepted."""
    part = main_part(package)
    tree = _simple(package, part)
    body = tree.root.find(BODY)
    if body is None:
        raise Unreadable("damaged")
    insert_running(package, part, body, lambda name: _running(package, name))
    settle_fields(tree.root)
    return package | {part: _serialised(tree)}


def paragraphs(package: Package) -> list[str]:
    """The bare words of each paragraph of a simple package, for when no converter wants it."""
    root = xml_tree.parse(package[main_part(package)]).root
    texts = ("".join(text.text or "" for text in p.iter(TEXT)) for p in root.iter(PARAGRAPH))
    return [text for text in texts if text.strip()]


def _parsed(package: Package, part: str) -> xml_tree.Tree:
    """A part with its changes accepted."""
    tree = xml_tree.parse(package[part])
    xml_tree.drop(tree.root, REMOVED - {W + "del"})
    xml_tree.replace(tree.root, {ROW}, lambda row: [] if _is_removed(row) else [row])
    xml_tree.drop(tree.root, REMOVED)
    xml_tree.unwrap(tree.root, ADDED)
    return tree


def _settled(package: Package, part: str) -> xml_tree.Tree:
    tree = _parsed(package, part)
    settle_fields(tree.root)
    return tree


def _is_removed(row: Element) -> bool:
    return row.find(f"{ROW_PROPERTIES}/{W}del") is not None


def _simple(package: Package, part: str) -> xml_tree.Tree:
    """A part as plain paragraphs and tables."""
    tree = _parsed(package, part)
    xml_tree.replace(tree.root, {ALTERNATIVES}, _best_alternative)
    say_diagrams(package, part, tree.root)
    xml_tree.replace(tree.root, {PARAGRAPH}, _boxes_first)
    for tab in tree.root.iter(POSITIONAL_TAB):
        tab.tag = TAB
    xml_tree.drop(tree.root, CONTROL_PROPERTIES)
    xml_tree.unwrap(tree.root, CONTROLS)
    return tree


def _best_alternative(alternatives: Element) -> list[Element]:
    """What a modern Word shows; the fallback says the same again for an old one."""
    shown = alternatives.find(CHOICE)
    shown = alternatives.find(FALLBACK) if shown is None else shown
    return [] if shown is None else list(shown)


def _boxes_first(paragraph: Element) -> list[Element]:
    """The paragraphs of the text boxes anchored in `paragraph`, then itself without them."""
    boxes = list(paragraph.iter(TEXT_BOX))
    inside = [block for box in boxes for block in box]
    for box in boxes:
        box.clear()
    return [*inside, paragraph]


def _running(package: Package, part: str) -> list[Element]:
    """Paragraphs and tables of a header or footer."""
    root = _simple(package, part).root
    xml_tree.drop(root, FOREIGN)
    xml_tree.unwrap(root, {LINK})
    return [child for child in root if child.tag in {PARAGRAPH, TABLE}]


def _serialised(tree: xml_tree.Tree) -> bytes:
    tree.root.attrib.pop(IGNORABLE, None)
    return xml_tree.serialise(tree)
