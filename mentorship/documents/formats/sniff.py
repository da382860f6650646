"""Which format a file has, by its name and by its bytes: both must say the same.

Cheap enough for the web process: it reads the first bytes, and of an office package two members.
"""

import io
import zipfile
from pathlib import PurePath
from typing import IO

from mentorship.documents.formats.decoding import decode
from mentorship.documents.formats.manuscript import Limits, Unreadable

FORMATS = {
    "pdf": "pdf",
    "docx": "docx",
    "dotx": "docx",
    "odt": "odt",
    "ott": "odt",
    "rtf": "rtf",
    "txt": "txt",
    "text": "txt",
    "md": "md",
    "markdown": "md",
}
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml."
WORD_PARTS = (WORD + "document.main+xml", WORD + "template.main+xml")
WRITER = (
    "application/vnd.oasis.opendocument.text",
    "application/vnd.oasis.opendocument.text-template",
)
MAGIC = (
    (b"%PDF-", "pdf"),
    (b"{\\rtf", "rtf"),
    (b"PK\x03\x04", "zip"),
    (b"PK\x05\x06", "zip"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "old-word"),
    (b"\x89PNG\r\n\x1a\n", "png"),
    (b"\xff\xd8\xff", "jpeg"),
    (b"GIF8", "gif"),
)
MARKUP = ("<!doctype html", "<html", "<?xml", "<svg")
TEXTS = ("txt", "md")


def sniff(file: IO[bytes], filename: str, *, limits: Limits) -> str:
    """The format of `file`: "pdf", "docx", "odt", "rtf", "txt" or "md".

    Raises  Unreadable: "empty", "too-large", "unknown-format", "old-word", "mismatch", "damaged".
    Cost    under 5 ms for a file of ordinary size; leaves the file at its beginning.
    """
    size = file.seek(0, io.SEEK_END)
    file.seek(0)
    if not size:
        raise Unreadable("empty")
    if size > limits.file_bytes:
        raise Unreadable("too-large", limit=limits.file_bytes)
    extension = PurePath(filename).suffix.lower().removeprefix(".")
    content = _content(file)
    file.seek(0)
    return _agreed(extension, content)


def _agreed(extension: str, content: str) -> str:
    if content == "old-word":
        raise Unreadable("old-word")
    if content == "docm":
        raise Unreadable("unknown-format", extension="docm")
    # An RTF or a web page under the old name: name what it is, rather than call it unknown.
    wanted = "doc" if extension == "doc" else FORMATS.get(extension)
    if wanted is None:
        raise Unreadable("unknown-format", extension=extension)
    if wanted in TEXTS and content in {"text", "html"}:
        return wanted  # a text may well show HTML; it is typeset as it stands
    if wanted != content:
        raise Unreadable("mismatch", extension=extension, content=content)
    return wanted


def _content(file: IO[bytes]) -> str:
    head = file.read(1024)
    kind = next((kind for magic, kind in MAGIC if head.startswith(magic)), None)
    if kind == "zip":
        return _package(file)
    if kind:
        return kind
    text = decode(head + file.read())
    if text is None:
        return "binary"
    if not text.strip("\ufeff \t\r\n\f\x00"):
        raise Unreadable("empty")
    return "html" if text[:256].lstrip().lower().startswith(MARKUP) else "text"


def _package(file: IO[bytes]) -> str:
    """What an office package says it is; it is unpacked under limits much later."""
    try:
        with zipfile.ZipFile(file) as package:
            names = set(package.namelist())
            if "[Content_Types].xml" in names:
                return _word_kind(_start_of(package, "[Content_Types].xml", 1 << 20))
            if "mimetype" in names:
                kind = _start_of(package, "mimetype", 200).decode("ascii", "replace").strip()
                return "odt" if kind in WRITER else "zip"
    # zipfile reports hostile headers in many ways; all of them mean the same to the reader.
    except (
        zipfile.BadZipFile,
        zipfile.LargeZipFile,
        NotImplementedError,
        RuntimeError,
        OSError,
        ValueError,
        EOFError,
        KeyError,
    ) as error:
        raise Unreadable("damaged") from error
    return "zip"


def _start_of(package: zipfile.ZipFile, name: str, size: int) -> bytes:
    with package.open(name) as member:
        return member.read(size)


def _word_kind(content_types: bytes) -> str:
    declared = content_types.decode("utf-8", "replace")
    if "wordprocessingml" not in declared and "ms-word" not in declared:
        return "zip"
    if ".macroEnabled" in declared:
        return "docm"
    return "docx" if any(part in declared for part in WORD_PARTS) else "zip"
