"""Reading copies that were made before in this run of the tests: the same file gives the same copy.

That it does is a promise of the converters, and tested where they are; all else about preparing a
version, from claiming its row to storing its pages, goes on for every version.
"""

import hashlib
import os
import pickle
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from mentorship.documents.formats.manuscript import Manuscript

COPIES = "COPIES"  # names a folder for them, in which all processes of a run look
HIDDEN = "hidden"  # folders that the converters never see into: a copy holds nothing of them
Prepare = Callable[..., Manuscript]


@dataclass(frozen=True)
class Copy:
    """What the converters gave for one file."""

    manuscript: Manuscript
    images: dict[str, bytes]


def remembering(prepare: Prepare, folder: Path) -> Prepare:
    """The same function, which asks the converters once for each file. What failed is tried again.

    Nobody hears of what it has so far: all of it is there at once.

    folder  where processes of one run find what others have made
    """

    def prepared(
        original: Path, filename: str, into: Path, *, so_far: object = None, **how: Any
    ) -> Manuscript:  # as given
        shapes = {name: value for name, value in how.items() if name != HIDDEN}
        asked = repr((original.read_bytes(), filename, shapes)).encode()
        kept = folder / hashlib.sha256(asked).hexdigest()
        if not kept.exists():
            manuscript = prepare(original, filename, into, **how)
            images = {one.name: one.read_bytes() for one in into.iterdir()}
            _keep(Copy(manuscript, images), kept)
            return manuscript
        made: Copy = pickle.loads(kept.read_bytes())  # noqa: S301 - our own, a moment ago
        for name, content in made.images.items():
            (into / name).write_bytes(content)
        return _moved(made.manuscript, into)

    return prepared


def _keep(made: Copy, place: Path) -> None:
    """Whole from the moment it is there: others may be looking for it."""
    half = place.with_suffix(f".{os.getpid()}")
    half.write_bytes(pickle.dumps(made))
    half.rename(place)


def _moved(manuscript: Manuscript, into: Path) -> Manuscript:
    """The same, with its images in that folder."""
    pages = [
        replace(page, images=tuple(replace(one, path=into / one.path.name) for one in page.images))
        for page in manuscript.pages
    ]
    return replace(manuscript, pages=tuple(pages))
