"""The parts of a Word package, and how they lead to each other."""

import posixpath
import re
from collections.abc import Iterator

from mentorship.documents.formats import xml_tree
from mentorship.documents.formats.manuscript import Unreadable
from mentorship.documents.formats.preflight import RELATION, Package

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
OFFICE_DOCUMENT = "/officeDocument"
# ISO 29500 Strict writes the same elements under other names: "…/wordprocessingml/main".
_STRICT = re.compile(rb"http://purl\.oclc\.org/ooxml/(\w+)/")
_TRANSITIONAL = rb"http://schemas.openxmlformats.org/\1/2006/"


def transitional(package: Package) -> Package:
    """`package` under the names that every program knows, if it was saved as Strict Open XML."""
    return {name: _STRICT.sub(_TRANSITIONAL, raw) for name, raw in package.items()}


def main_part(package: Package) -> str:
    """The name of the part that holds the body. Raises Unreadable "damaged" without one."""
    for _, _, target in _relations(package, ""):
        if target in package:
            return target
    raise Unreadable("damaged")


def related(package: Package, part: str, kind: str) -> dict[str, str]:
    """The names of parts of a `kind` ("header", …) that `part` leads to, by the ids it knows them by."""
    return {
        name: target
        for name, type_, target in _relations(package, part)
        if type_.endswith(f"/{kind}") and target in package
    }


def _relations(package: Package, part: str) -> Iterator[tuple[str, str, str]]:
    """Id, type and target of each relationship of `part`; of the package, only to its document."""
    folder, name = posixpath.split(part)
    relations = posixpath.join(folder, "_rels", f"{name}.rels")
    if relations not in package:
        return
    for relation in xml_tree.parse(package[relations]).root.iter(RELATION):
        type_, target = relation.get("Type", ""), relation.get("Target", "")
        if part or type_.endswith(OFFICE_DOCUMENT):
            place = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
            yield relation.get("Id", ""), type_, place
