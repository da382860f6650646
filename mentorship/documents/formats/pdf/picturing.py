"""The pages of a document as pictures, within a budget: few bytes where pages are many or noisy."""

from dataclasses import dataclass
from math import sqrt
from pathlib import Path

from mentorship.documents.formats.images import save_page_image
from mentorship.documents.formats.manuscript import Box, PageImage
from mentorship.documents.formats.pdf.drawing import draw
from mentorship.documents.formats.pdf.frame import Frame, Handle

SMALL, LARGE = 1, 2
COARSER = 0.75  # of the width, each time that a picture is too heavy
_LEAST_WIDTH = 100  # pixels: below, nothing more is gained


@dataclass(frozen=True, slots=True)
class Motif:
    """What is known of a page before it is drawn.

    pictures  where it shows photographs or gradients, as fractions of it
    """

    frame: Frame
    pictures: list[Box]
    is_photograph: bool


class Album:
    """The pictures of a document's pages, drawn one after the other into one folder.

    A page may take its even share of what the pages before it have left of `most` bytes. One that
    is too heavy is drawn coarser, and last of all has no large picture: a page of noise costs a
    hundred times what a page of text does, from a file of a few kilobytes.
    """

    def __init__(self, into: Path, *, pages: int, most: int) -> None:
        self.into = into
        self.images: list[tuple[PageImage, ...]] = [()] * pages
        self.is_blank = [False] * pages
        self.is_coarse = False
        self._left = most

    def draw_small(self, page: Handle, number: int, motif: Motif) -> None:
        """The picture everybody loads, of page `number` (from 0)."""
        share = self._share(number)
        zoom = 1.0
        image, flat = self._drawn(page, number, motif, SMALL, zoom)
        while _bytes(image) > share and image.width > _LEAST_WIDTH:
            zoom *= min(COARSER, sqrt(share / _bytes(image)))
            image, _flat = self._drawn(page, number, motif, SMALL, zoom)
            self.is_coarse = True
        self.is_blank[number] = flat
        self._keep(number, image)

    def draw_large(self, page: Handle, number: int, motif: Motif) -> None:
        """The picture for sharp screens, of a page that has its small one."""
        share = self._share(number)
        image, _flat = self._drawn(page, number, motif, LARGE, 1.0)
        if _bytes(image) > share:
            self.is_coarse = True
            image, _flat = self._drawn(page, number, motif, LARGE, COARSER)
        if _bytes(image) > share:
            image.path.unlink()
        else:
            self._keep(number, image)

    def _share(self, number: int) -> int:
        return max(self._left, 0) // (len(self.images) - number)

    def _keep(self, number: int, image: PageImage) -> None:
        self.images[number] = (*self.images[number], image)
        self._left -= _bytes(image)

    def _drawn(
        self, page: Handle, number: int, motif: Motif, scale: int, zoom: float
    ) -> tuple[PageImage, bool]:
        image = draw(page, motif.frame, scale, zoom)
        path = self.into / f"page-{number + 1}@{scale}x.webp"
        kept = save_page_image(
            image, path, scale, motif.pictures, is_photograph=motif.is_photograph or zoom < 1
        )
        return kept, len(image.getcolors(1) or ()) == 1


def _bytes(image: PageImage) -> int:
    return image.path.stat().st_size
