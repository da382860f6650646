"""Open an office package without being harmed: every member read under limits, every XML looked at.

What comes out is safe for a converter: no entity, no macro, no reference out of the package other
than the links a person would press.
"""

import io
import posixpath
import re
import zipfile
import zlib
from pathlib import Path
from xml.etree.ElementTree import Element

from mentorship.documents.formats import xml_tree
from mentorship.documents.formats.manuscript import Unreadable
from mentorship.documents.formats.pictures import has_sane_size

ENTRIES = 2000
UNPACKED = 120 * 1024 * 1024
RATIO = 300
ENCRYPTED = 0x1
XML = (".xml", ".rels", ".rdf")
PICTURE = re.compile(r"\.(png|jpe?g|gif|bmp|tiff?|webp)$", re.IGNORECASE)
# Programs, objects of other programs, and previews nobody asked for.
UNWANTED = re.compile(
    r"(^|/)(vbaProject\w*\.\w+|vbaData\.xml|activeX/.*|embeddings/.*|attachedToolbars\.bin"
    r"|Basic/.*|Scripts/.*|Object \d+.*|ObjectReplacements/.*|Thumbnails/.*|thumbnail\.\w+)$"
)
RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
HYPERLINK = "/hyperlink"
HREF = "{http://www.w3.org/1999/xlink}href"
ODF_LINK = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}a"
ODF_ENCRYPTED = b"encryption-data"

Package = dict[str, bytes]  # members by name, in the package's order


def open_package(path: Path) -> Package:
    """The members of the DOCX or ODT at `path`, cleaned.

    Left out  macros, embedded objects, thumbnails, picture bombs, and every reference out of the
              package other than a hyperlink.
    Raises    Unreadable: "damaged" (also for what only an attacker writes: entities, ".." in
              names), "password", or "too-complex" past a limit of entries, size, ratio or depth.
    """
    package = _unpack(path)
    if ODF_ENCRYPTED in package.get("META-INF/manifest.xml", b""):
        raise Unreadable("password")
    return {name: _cleaned(name, raw) for name, raw in package.items() if _is_wanted(name, raw)}


def write_package(package: Package, path: Path) -> Path:
    """Write `package` as a zip to `path`, a mimetype member stored first as ODF wants it."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as out:
        for name in sorted(package, key=lambda name: name != "mimetype"):
            kind = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            out.writestr(zipfile.ZipInfo(name), package[name], kind, 1)
    return path


def _unpack(path: Path) -> Package:
    package: Package = {}
    try:
        with zipfile.ZipFile(path) as archive:
            entries = archive.infolist()
            _check_directory(entries)
            left = UNPACKED
            for entry in entries:
                with archive.open(entry) as member:
                    raw = member.read(left + 1)
                left -= len(raw)
                if left < 0:  # more than it declared
                    raise Unreadable("too-complex")
                package[entry.filename] = raw
    # zipfile reports hostile headers in many ways; all of them mean the same to the reader.
    except (
        zipfile.BadZipFile,
        zipfile.LargeZipFile,
        zlib.error,
        NotImplementedError,
        RuntimeError,
        OSError,
        ValueError,
        EOFError,
        KeyError,
    ) as error:
        raise Unreadable("damaged") from error
    return package


def _check_directory(entries: list[zipfile.ZipInfo]) -> None:
    if any(entry.flag_bits & ENCRYPTED for entry in entries):
        raise Unreadable("password")
    if any(not _stays_inside(entry.filename) for entry in entries):
        raise Unreadable("damaged")
    if len(entries) > ENTRIES or sum(entry.file_size for entry in entries) > UNPACKED:
        raise Unreadable("too-complex")
    if any(entry.file_size > RATIO * max(entry.compress_size, 1) for entry in entries):
        raise Unreadable("too-complex")


def _stays_inside(name: str) -> bool:
    normal = posixpath.normpath(name.replace("\\", "/"))
    return not normal.startswith(("/", "..")) and ".." not in name.replace("\\", "/").split("/")


def _is_wanted(name: str, raw: bytes) -> bool:
    if name.endswith("/") or UNWANTED.search(name):
        return False
    return not PICTURE.search(name) or has_sane_size(io.BytesIO(raw))


def _cleaned(name: str, raw: bytes) -> bytes:
    if not name.endswith(XML) or not raw.strip():
        return raw
    tree = xml_tree.parse(raw)
    changed = _cut_relations(tree.root) if name.endswith(".rels") else _cut_references(tree.root)
    return xml_tree.serialise(tree) if changed else raw


def _cut_relations(root: Element) -> bool:
    """Drop the relationships that lead out of the package, except hyperlinks."""
    outside = [
        relation
        for relation in root.iter(RELATION)
        if relation.get("TargetMode", "").lower() == "external" or ":" in relation.get("Target", "")
        if not relation.get("Type", "").endswith(HYPERLINK)
    ]
    for relation in outside:
        root.remove(relation)
    return bool(outside)


def _cut_references(root: Element) -> bool:
    """Drop ODF references out of the package, except the links a person would press."""
    outside = [
        element
        for element in root.iter()
        if element.tag != ODF_LINK and not _is_local(element.get(HREF, "#"))
    ]
    for element in outside:
        del element.attrib[HREF]
    return bool(outside)


def _is_local(href: str) -> bool:
    return href.startswith("#") or (
        ":" not in href and _stays_inside(href.removeprefix("./")) and not href.startswith("//")
    )
