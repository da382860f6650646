"""Fields of a Word file: what they were last seen to say stays, whatever they would say today."""

from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from mentorship.documents.formats import xml_tree
from mentorship.documents.formats.word.parts import W

FIELD_CHAR, FIELD_CODE, SIMPLE_FIELD = W + "fldChar", W + "instrText", W + "fldSimple"
TEXT = W + "t"
PAGE_FIELDS = frozenset({"PAGE", "NUMPAGES", "SECTIONPAGES"})
# What a program may go on working out: it depends on the pages, is a link, or is filled in.
LIVE = PAGE_FIELDS | {
    "HYPERLINK", "TOC", "PAGEREF", "FORMTEXT", "FORMCHECKBOX", "FORMDROPDOWN", "SYMBOL", "EQ",
}  # fmt: skip


@dataclass(slots=True)
class _Field:
    """A field that has begun.

    marks   the elements that make it a field
    inside  texts that are part of its code, as results of fields in it are
    """

    marks: list[Element]
    code: str = ""
    has_result: bool = False
    inside: list[Element] = field(default_factory=list)


def settle_fields(root: Element, *, live: frozenset[str] = LIVE) -> None:
    """Put the saved result of every field in its place, except of `live` ones and those without."""
    xml_tree.replace(
        root,
        {SIMPLE_FIELD},
        lambda one: [one] if name_of(one.get(W + "instr", "")) in live else list(one),
    )
    gone = _marks(root, live)
    for parent in root.iter():
        if any(child in gone for child in parent):
            parent[:] = [child for child in parent if child not in gone]


def name_of(code: str) -> str:
    """What a field with this code is called: DATE of ` DATE \\@ "d MMMM" `."""
    return code.split(maxsplit=1)[0].upper() if code.split() else ""


def _marks(root: Element, live: frozenset[str]) -> set[Element]:
    gone: set[Element] = set()
    open_: list[_Field] = []
    for element in root.iter():
        if element.tag == FIELD_CHAR and element.get(W + "fldCharType") == "begin":
            open_.append(_Field([element]))
        elif open_ and element.tag == FIELD_CHAR:
            _step(open_, element, gone, live)
        elif open_ and element.tag == FIELD_CODE:
            open_[-1].code += element.text or ""
            open_[-1].marks.append(element)
        elif element.tag == TEXT:
            for outer in open_:
                if not outer.has_result:
                    outer.inside.append(element)
    return gone


def _step(open_: list[_Field], element: Element, gone: set[Element], live: frozenset[str]) -> None:
    """A field's result begins, or the field ends."""
    last = open_[-1]
    last.marks.append(element)
    if element.get(W + "fldCharType") == "separate":
        last.has_result = True
        return
    open_.pop()
    if last.has_result and name_of(last.code) not in live:
        gone.update(last.marks, last.inside)
