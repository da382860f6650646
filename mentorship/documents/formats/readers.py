"""The modules that make a PDF of a file, found by the rows of the registry.

Loaded here once, before any stranger's file is near: see zygote.py.
"""

from importlib import import_module
from pathlib import Path
from typing import Protocol, cast

from mentorship.documents.formats.registry import FORMATS, Format
from mentorship.documents.formats.typeset import Typeset


class Reader(Protocol):
    """What the module of a format holds."""

    def to_pdf(self, original: Path, folder: Path) -> Typeset:
        """A PDF of `original`, made in `folder`. Raises Unreadable."""


class OfficeReader(Reader, Protocol):
    """What it holds besides when LibreOffice has a filter for it."""

    def cleaned(self, original: Path, folder: Path) -> Path:
        """A copy in `folder` that does no harm, for a program that does what files say.

        Raises Unreadable for one that no converter may see.
        """


ROOM = __name__.rpartition(".")[0]
READERS = {row.name: import_module(f"{ROOM}.{row.module}") for row in FORMATS if row.module}


def to_pdf(format_: Format, original: Path, folder: Path) -> Typeset:
    """A PDF of `original`, made in `folder` by the module of its format. Raises Unreadable."""
    return cast("Reader", READERS[format_.name]).to_pdf(original, folder)


def cleaned(format_: Format, original: Path, folder: Path) -> Path:
    """A copy of the office file `original` in `folder`, fit for LibreOffice. Raises Unreadable."""
    return cast("OfficeReader", READERS[format_.name]).cleaned(original, folder)
