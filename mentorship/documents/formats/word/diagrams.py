"""The words of a Word file's SmartArt: they lie in parts of their own, beside a picture of them."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element, SubElement

from mentorship.documents.formats import xml_tree
from mentorship.documents.formats.preflight import Package
from mentorship.documents.formats.word.parts import R, W, related

DIAGRAM = "{http://schemas.openxmlformats.org/drawingml/2006/diagram}"
DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
PARAGRAPH = W + "p"


def say_diagrams(package: Package, part: str, root: Element) -> None:
    """Put the words of each diagram in `root`, the tree of `part`, before the paragraph it stands in."""
    parts = related(package, part, "diagramData")
    if parts:
        xml_tree.replace(root, {PARAGRAPH}, lambda p: [*_words(package, parts, p), p])


def _words(package: Package, parts: dict[str, str], paragraph: Element) -> Iterator[Element]:
    for diagram in paragraph.iter(DIAGRAM + "relIds"):
        name = parts.get(diagram.get(R + "dm", ""))
        if name:
            for said in xml_tree.parse(package[name]).root.iter(DRAWING + "p"):
                text = "".join(run.text or "" for run in said.iter(DRAWING + "t"))
                if text.strip():
                    yield _paragraph(text)


def _paragraph(text: str) -> Element:
    made = Element(PARAGRAPH)
    SubElement(SubElement(made, W + "r"), W + "t").text = text
    return made
