"""Word files, made simple: one stream of paragraphs that says all the page says.

pandoc and the like read the body alone. So what stands in headers and footers, text boxes and
content controls is moved into it, in the order the eye meets it.
"""

import posixpath
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from xml.etree.ElementTree import Element

from mentorship.documents.formats import xml_tree
from mentorship.documents.formats.manuscript import Unreadable
from mentorship.documents.formats.office import package_to_pdf
from mentorship.documents.formats.preflight import RELATION, Package, open_package, write_package
from mentorship.documents.formats.running import unique_with_words
from mentorship.documents.formats.typeset import Typeset

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
BODY, PARAGRAPH, TABLE, SECTION = W + "body", W + "p", W + "tbl", W + "sectPr"
TEXT, FIELD_CODE, SIMPLE_FIELD = W + "t", W + "instrText", W + "fldSimple"
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
PAGE_FIELDS = ("PAGE", "NUMPAGES", "SECTIONPAGES")
OFFICE_DOCUMENT = "/officeDocument"


def to_pdf(original: Path, folder: Path) -> Typeset:
    """A PDF of the Word file `original`, made in `folder`."""
    simple = simplify(open_package(original))
    return package_to_pdf(simple, folder / "simple.docx", "docx+styles", paragraphs)


def cleaned(original: Path, folder: Path) -> Path:
    """`original` as LibreOffice may see it: cleaned, its tracked changes accepted."""
    return write_package(accept_changes(open_package(original)), folder / "faithful.docx")


def accept_changes(package: Package) -> Package:
    """`package` with every tracked change accepted: insertions stay, deletions are gone."""
    parts = [_main_part(package), *_running_parts(package, "header", "footer")]
    return package | {part: _serialised(_parsed(package, part)) for part in parts}


def simplify(package: Package) -> Package:
    """`package` with everything it says in its body, tracked changes accepted."""
    part = _main_part(package)
    tree = _simple(package, part)
    body = tree.root.find(BODY)
    if body is None:
        raise Unreadable("damaged")
    headers = _running(package, "header")
    footers = _running(package, "footer")
    last = next((place for place, child in enumerate(body) if child.tag == SECTION), len(body))
    body[last:last] = footers
    body[0:0] = headers
    return package | {part: _serialised(tree)}


def paragraphs(package: Package) -> list[str]:
    """The bare words of each paragraph of a simple package, for when no converter wants it."""
    root = xml_tree.parse(package[_main_part(package)]).root
    texts = ("".join(text.text or "" for text in p.iter(TEXT)) for p in root.iter(PARAGRAPH))
    return [text for text in texts if text.strip()]


def _main_part(package: Package) -> str:
    """The name of the part that holds the body."""
    for target in _targets(package, "_rels/.rels", OFFICE_DOCUMENT):
        name = posixpath.normpath(target).lstrip("/")
        if name in package:
            return name
    raise Unreadable("damaged")


def _running_parts(package: Package, *kinds: str) -> list[str]:
    folder, name = posixpath.split(_main_part(package))
    relations = f"{folder}/_rels/{name}.rels"
    targets = chain.from_iterable(_targets(package, relations, f"/{kind}") for kind in kinds)
    names = (posixpath.normpath(posixpath.join("/", folder, target)) for target in targets)
    return [name.lstrip("/") for name in names if name.lstrip("/") in package]


def _targets(package: Package, relations: str, kind: str) -> Iterator[str]:
    if relations in package:
        for relation in xml_tree.parse(package[relations]).root.iter(RELATION):
            if relation.get("Type", "").endswith(kind):
                yield relation.get("Target", "")


def _parsed(package: Package, part: str) -> xml_tree.Tree:
    """A part with its changes accepted."""
    tree = xml_tree.parse(package[part])
    xml_tree.drop(tree.root, REMOVED - {W + "del"})
    xml_tree.replace(tree.root, {ROW}, lambda row: [] if _is_removed(row) else [row])
    xml_tree.drop(tree.root, REMOVED)
    xml_tree.unwrap(tree.root, ADDED)
    return tree


def _is_removed(row: Element) -> bool:
    return row.find(f"{ROW_PROPERTIES}/{W}del") is not None


def _simple(package: Package, part: str) -> xml_tree.Tree:
    """A part as plain paragraphs and tables."""
    tree = _parsed(package, part)
    xml_tree.replace(tree.root, {ALTERNATIVES}, _best_alternative)
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


def _running(package: Package, kind: str) -> list[Element]:
    """Paragraphs and tables of all headers or footers, each text once."""
    found: list[Element] = []
    for part in _running_parts(package, kind):
        root = _simple(package, part).root
        xml_tree.drop(root, FOREIGN)
        xml_tree.unwrap(root, {LINK})
        found += [child for child in root if child.tag in {PARAGRAPH, TABLE}]
    return unique_with_words(found, words=_words, has_page_number=_has_page_number)


def _words(element: Element) -> str:
    return " ".join(text.text or "" for text in element.iter(TEXT))


def _has_page_number(element: Element) -> bool:
    codes = chain(
        (code.text or "" for code in element.iter(FIELD_CODE)),
        (field.get(W + "instr", "") for field in element.iter(SIMPLE_FIELD)),
    )
    return any(code.split()[:1] and code.split()[0].upper() in PAGE_FIELDS for code in codes)


def _serialised(tree: xml_tree.Tree) -> bytes:
    tree.root.attrib.pop(IGNORABLE, None)
    return xml_tree.serialise(tree)
