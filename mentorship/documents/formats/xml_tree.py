"""XML of a stranger, parsed without entities and without surprises, and written back as it was.

ElementTree forgets which prefixes a file used. Word's own attributes and pandoc know elements by
prefix, so they are kept beside the tree and registered again when it is written.
"""

import io
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element, ParseError, register_namespace, tostring

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import iterparse

from mentorship.documents.formats.manuscript import Unreadable

DEEPEST = 100
RESERVED = re.compile(r"ns\d+")  # ElementTree makes these up itself


@dataclass(frozen=True, slots=True)
class Tree:
    """A document: its outermost element and the prefixes it was written with."""

    root: Element
    prefixes: dict[str, str]


def parse(raw: bytes) -> Tree:
    """`raw` as a tree.

    Raises Unreadable: "damaged" for broken XML, a DOCTYPE or an entity; "too-complex" when elements
    stand more than 100 deep in each other.
    """
    prefixes: dict[str, str] = {}
    root: Element | None = None
    depth = 0
    try:
        for event, item in iterparse(
            io.BytesIO(raw), ("start-ns", "start", "end"), forbid_dtd=True
        ):
            if event == "start-ns":
                prefixes.setdefault(item[0], item[1])
                continue
            depth += 1 if event == "start" else -1
            root = item if root is None else root
            if depth > DEEPEST:
                raise Unreadable("too-complex")
    except (ParseError, DefusedXmlException, LookupError, ValueError) as error:
        raise Unreadable("damaged") from error
    if root is None:
        raise Unreadable("damaged")
    return Tree(root, prefixes)


def serialise(tree: Tree) -> bytes:
    """The bytes of `tree`, its names under the prefixes they had."""
    for prefix, uri in tree.prefixes.items():
        if prefix and not RESERVED.fullmatch(prefix):
            register_namespace(prefix, uri)
    if "" in tree.prefixes:  # [Content_Types].xml and the relationships have no prefix at all
        register_namespace("", tree.prefixes[""])
    return bytes(tostring(tree.root, encoding="UTF-8", xml_declaration=True))


def replace(root: Element, tags: set[str], by: Callable[[Element], list[Element]]) -> None:
    """Put `by(element)` in the place of every element below `root` that has one of `tags`.

    Inner ones first, so what is put in place has been through this already.
    """
    for parent in list(_inner_first(root)):
        if any(child.tag in tags for child in parent):
            made: list[Element] = []
            for child in parent:
                made += by(child) if child.tag in tags else [child]
            parent[:] = made


def drop(root: Element, tags: set[str]) -> None:
    """Take every element with one of `tags` out of `root`, with all that is in it."""
    replace(root, tags, lambda _: [])


def unwrap(root: Element, tags: set[str]) -> None:
    """Put the contents of every element with one of `tags` in its place."""
    replace(root, tags, list)


def _inner_first(root: Element) -> Iterator[Element]:
    for child in root:
        yield from _inner_first(child)
    yield root
