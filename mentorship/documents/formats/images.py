"""A page as WebP files that are light and crisp: nearly all the cost of a reading copy is here.

Measured on eight résumés, per page of 4 million pixels (Pillow 13, one core): lossless as drawn
84 to 623 ms and 50 to 334 KB; lossless in 16 shades per channel 27 to 57 ms and 48 to 198 KB;
lossy q82 54 to 85 ms and 74 to 296 KB, with a haze around the letters. So text is kept lossless
in few shades, pictures keep all of theirs, and a page that is mostly photograph becomes lossy.
"""

from io import BytesIO
from pathlib import Path

from PIL import Image

from mentorship.documents.formats.manuscript import Box, PageImage

_LARGEST = {1: 120_000, 2: 400_000}  # bytes; beyond, lossy may be smaller
# Level 40 makes the page everyone loads a sixth lighter for 16 ms; at 2x it would cost 60.
_LOSSLESS_EFFORT = {1: 40, 2: 20}
_SHADES = [round(value / 17) * 17 for value in range(256)]
_FREQUENT = 250  # a colour on one pixel in so many is a fill, not the edge of a letter
_FEW_PICTURES = 0.005  # of the page: icons
_MANY_PICTURES = 0.05  # more than a portrait


def save_page_image(
    image: Image.Image, path: Path, scale: int, pictures: list[Box], *, is_photograph: bool
) -> PageImage:
    """Write `image`, a page in RGB, as WebP to `path`.

    pictures    where it shows photographs or gradients, as fractions of it.
    """
    path.write_bytes(_encoded(image, scale, pictures, is_photograph))
    return PageImage(scale, path, *image.size)


def _encoded(image: Image.Image, scale: int, pictures: list[Box], is_photograph: bool) -> bytes:
    shown = sum((right - left) * (bottom - top) for left, top, right, bottom in pictures)
    has_pictures = shown > _FEW_PICTURES
    if is_photograph or shown > _MANY_PICTURES or (has_pictures and scale > 1):
        return _lossy(image)
    effort = _LOSSLESS_EFFORT[2 if has_pictures else scale]
    lossless = _webp(_in_few_shades(image, pictures), lossless=True, quality=effort, method=1)
    if len(lossless) <= _LARGEST[scale]:
        return lossless
    return min(lossless, _lossy(image), key=len)


def _in_few_shades(image: Image.Image, pictures: list[Box]) -> Image.Image:
    """`image` with the edges of its letters in 16 shades per channel.

    Fills keep their exact colour, however pale, and `pictures` all their colours.
    """
    few = image.width * image.height // _FREQUENT
    reduced = image.point(
        [
            value % 256 if count > few else _SHADES[value % 256]
            for value, count in enumerate(image.histogram())
        ]
    )
    for left, top, right, bottom in pictures:
        area = (
            int(left * image.width),
            int(top * image.height),
            min(int(right * image.width) + 1, image.width),
            min(int(bottom * image.height) + 1, image.height),
        )
        reduced.paste(image.crop(area), area[:2])
    return reduced


def _lossy(image: Image.Image) -> bytes:
    return _webp(image, lossless=False, quality=82, method=2)


def _webp(image: Image.Image, *, lossless: bool, quality: int, method: int) -> bytes:
    file = BytesIO()
    image.save(file, "WEBP", lossless=lossless, quality=quality, method=method)
    return file.getvalue()
