"""Pictures out of a document, made anew: what cannot be decoded within bounds is left out."""

import re
from pathlib import Path
from typing import IO, Any

from PIL import Image, UnidentifiedImageError

READABLE = (
    "PNG",
    "JPEG",
    "GIF",
    "BMP",
    "TIFF",
    "WEBP",
)  # not EMF, WMF, EPS, SVG: those are programs
MOST_PIXELS = 25_000_000
LONGEST_SIDE = 1600  # pixels; more than a page at 2× ever shows
MOST_PICTURES = 60
POINTS = {"in": 72.0, "cm": 28.35, "mm": 2.835, "pt": 1.0, "pc": 12.0, "px": 0.75, "": 0.75}
LENGTH = re.compile(r"([0-9.]{1,24})(in|cm|mm|pt|pc|px|)")
# Pillow answers hostile bytes with errors of many kinds; a picture is never worth a document.
BROKEN = (
    OSError,
    ValueError,
    SyntaxError,
    ArithmeticError,
    LookupError,
    TypeError,
    Image.DecompressionBombError,
    Image.DecompressionBombWarning,
)
WIDEST = 470.0  # points: the text column


def has_sane_size(file: IO[bytes]) -> bool:
    """Whether `file` is no picture, or one whose declared size can be drawn at all."""
    try:
        with Image.open(file, formats=READABLE) as picture:
            return picture.width * picture.height <= MOST_PIXELS
    except UnidentifiedImageError:
        return True
    except BROKEN:
        return False


class Pictures:
    """The pictures pandoc found, by the names it gave them.

    found  where pandoc put them; nothing outside of it is ever opened.
    into   where those that may be shown are written.
    """

    def __init__(self, found: Path, into: Path) -> None:
        self.found = found.resolve()
        self.into = into
        self.made: dict[Path, str | None] = {}

    def run(self, target: str, attributes: dict[str, str]) -> dict[str, Any] | None:
        """The picture `target` as a run, or None when it is not one of ours or not a picture."""
        try:
            source = (self.into / target).resolve()
            if not source.is_relative_to(self.found) or not source.is_file():
                return None
        except (OSError, ValueError):  # a name too long, or with a null character
            return None
        if source not in self.made:
            self.made[source] = self._remake(source)
        name = self.made[source]
        if name is None:
            return None
        return {"image": name, "width": _points(attributes.get("width", "")) or self._own(name)}

    def _remake(self, source: Path) -> str | None:
        if len(self.made) >= MOST_PICTURES:
            return None
        try:
            with Image.open(source, formats=READABLE) as picture:
                if picture.width * picture.height > MOST_PIXELS:
                    return None
                photo = picture.format == "JPEG"
                picture.draft("RGB", (LONGEST_SIDE, LONGEST_SIDE))
                shown = picture.convert("RGB" if photo else "RGBA")
                shown.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
                name = f"picture-{len(self.made)}.{'jpg' if photo else 'png'}"
                shown.save(self.into / name)
        except BROKEN:
            return None
        return name

    def _own(self, name: str) -> float:
        with Image.open(self.into / name) as picture:
            return min(picture.width * POINTS["px"], WIDEST)


def _points(length: str) -> float:
    """`length` ("1.2in", "40px") in points; 0 when it says nothing usable."""
    match = LENGTH.fullmatch(length)
    try:
        return min(float(match[1]) * POINTS[match[2]], WIDEST) if match else 0.0
    except ValueError:
        return 0.0
