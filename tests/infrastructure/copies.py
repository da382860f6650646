"""Reading copies that were made before in this process: the same file gives the same copy.

That it does is a promise of the converters, and tested where they are; all else about preparing a
version, from claiming its row to storing its pages, goes on for every version.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from mentorship.documents.formats.manuscript import Manuscript

Prepare = Callable[..., Manuscript]


@dataclass(frozen=True)
class Copy:
    """What the converters gave for one file."""

    manuscript: Manuscript
    images: dict[str, bytes]


def remembering(prepare: Prepare) -> Prepare:
    """The same function, which asks the converters once for each file. What failed is tried again.

    Nobody hears of what it has so far: all of it is there at once.
    """
    made: dict[object, Copy] = {}

    def prepared(
        original: Path, filename: str, into: Path, *, so_far: object = None, **how: Any
    ) -> Manuscript:  # as given
        asked = (original.read_bytes(), filename, repr(how))
        if asked not in made:
            manuscript = prepare(original, filename, into, **how)
            images = {one.name: one.read_bytes() for one in into.iterdir()}
            made[asked] = Copy(manuscript, images)
            return manuscript
        for name, content in made[asked].images.items():
            (into / name).write_bytes(content)
        return _moved(made[asked].manuscript, into)

    return prepared


def _moved(manuscript: Manuscript, into: Path) -> Manuscript:
    """The same, with its images in that folder."""
    pages = [
        replace(page, images=tuple(replace(one, path=into / one.path.name) for one in page.images))
        for page in manuscript.pages
    ]
    return replace(manuscript, pages=tuple(pages))
