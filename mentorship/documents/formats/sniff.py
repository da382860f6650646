"""Which format a file has, by its name and by its bytes: both must say the same.

Cheap enough for the web process: it reads the first bytes, and of an office package two members.
"""

import io
import zipfile
from pathlib import PurePath
from typing import IO

from mentorship.documents.formats.decoding import decode, is_text
from mentorship.documents.formats.manuscript import Limits, Unreadable
from mentorship.documents.formats.registry import BY_ENDING, FORMATS

# What is read nowhere, but has a name: the refusal says what it is.
OTHERS = (
    (b"PK\x03\x04", "zip"),
    (b"PK\x05\x06", "zip"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "old-word"),
    (b"\x89PNG\r\n\x1a\n", "png"),
    (b"\xff\xd8\xff", "jpeg"),
    (b"GIF8", "gif"),
)
MAGIC = (*((format_.magic, format_.name) for format_ in FORMATS if format_.magic), *OTHERS)
MEDIA_TYPES = {kind: format_.name for format_ in FORMATS for kind in format_.media_types}
OPEN_XML = "application/vnd.openxmlformats-"
MARKUP = ("<!doctype html", "<html", "<?xml", "<svg")


def sniff(file: IO[bytes], filename: str, *, limits: Limits) -> str:
    """The name of the format of `file`, one of `registry.FORMATS`.

    Raises  Unreadable: "empty", "too-large", "unknown-format", "old-word", "mismatch", "damaged",
            "unknown-letters".
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
    if extension == "doc":
        raise Unreadable("mismatch", extension=extension, content=content)
    wanted = BY_ENDING.get(extension)
    if wanted is None:
        raise Unreadable("unknown-format", extension=extension)
    if wanted.is_text and content in {"text", "html", "letters"}:
        return _text(wanted.name, content)
    if wanted.name != content:
        raise Unreadable("mismatch", extension=extension, content=content)
    return wanted.name


def _text(name: str, content: str) -> str:
    """A text of the format `name`: it may well show HTML, and is typeset as it stands."""
    if content == "letters":
        raise Unreadable("unknown-letters")
    return name


def _content(file: IO[bytes]) -> str:
    head = file.read(1024)
    kind = next((kind for magic, kind in MAGIC if head.startswith(magic)), None)
    if kind == "zip":
        return _package(file)
    if kind:
        return kind
    raw = head + file.read()
    text = decode(raw)
    if text is None:
        return "letters" if is_text(raw) else "binary"
    if not text.strip("\ufeff \t\r\n\f\x00"):
        raise Unreadable("empty")
    return "html" if text[:256].lstrip().lower().startswith(MARKUP) else "text"


def _package(file: IO[bytes]) -> str:
    """What an office package says it is; it is unpacked under limits much later."""
    try:
        with zipfile.ZipFile(file) as package:
            names = set(package.namelist())
            if "[Content_Types].xml" in names:
                return _declared(_start_of(package, "[Content_Types].xml", 1 << 20))
            if "mimetype" in names:
                kind = _start_of(package, "mimetype", 200).decode("ascii", "replace").strip()
                return MEDIA_TYPES.get(kind, "zip")
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


def _declared(content_types: bytes) -> str:
    declared = content_types.decode("utf-8", "replace")
    if ".macroEnabled" in declared and ("wordprocessingml" in declared or "ms-word" in declared):
        return "docm"
    return next((name for kind, name in MEDIA_TYPES.items() if _is_main(kind, declared)), "zip")


def _is_main(kind: str, declared: str) -> bool:
    """Whether a package of this shape is one of `kind`; others only lie in it, as objects."""
    return kind.startswith(OPEN_XML) and kind in declared
