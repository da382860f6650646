"""How right a reading is: its words, which of them are neighbours, and whether they lie on their ink."""

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from PIL import Image, ImageChops

from bench.wording.readers import Placed, Reading

_ALONE = "\u0e01-\u0eff\u3005-\u3007\u3041-\u30ff\u3400-\u9fff\uf900-\ufaff"
_TOKEN = re.compile(f"[{_ALONE}]|[^\\s{_ALONE}]+")
_LIGATURES = {0xFB00 + i: text for i, text in enumerate(("ff", "fi", "fl", "ffi", "ffl"))}
_CONTRAST = 60  # of 255: what differs so much from what most of a box is, is ink
# Of a box's height. A single ideograph, or the sign after it, need not fill its square.
_SLACK, _SQUARE_SLACK, _OVERHANG = 0.3, 0.7, (0.08, 0.15)


@dataclass(frozen=True)
class Score:
    """Of how many, how many are right; sums of scores are scores."""

    words: tuple[int, int] = (0, 0)
    neighbours: tuple[int, int] = (0, 0)
    on_ink: tuple[int, int] = (0, 0)

    def __add__(self, other: "Score") -> "Score":
        pairs = zip(self.parts, other.parts, strict=True)
        return Score(*((one[0] + two[0], one[1] + two[1]) for one, two in pairs))

    @property
    def parts(self) -> tuple[tuple[int, int], ...]:
        """Words, neighbours, on ink."""
        return self.words, self.neighbours, self.on_ink

    @property
    def shares(self) -> tuple[float | None, ...]:
        """Each in per cent; None where nothing was told."""
        return tuple(100 * right / of if of else None for right, of in self.parts)


def tokens(text: str) -> list[str]:
    """The words of `text`: what stands between spaces; ideographs and kana one by one."""
    return _TOKEN.findall(unicodedata.normalize("NFC", text.translate(_LIGATURES)))


def score(reading: Reading, truth: Sequence[str], sheets: Sequence[Image.Image]) -> Score:
    """How `reading` stands to the words of `truth`. Words that are too many count as wrong.

    sheets  the pages as pictures in grey.
    """
    found = tokens(reading.text)
    words = _shared(Counter(found), Counter(truth))
    neighbours = _shared(Counter(pairwise(found)), Counter(pairwise(truth)))
    boxes = [_pixels(place, sheets[place.page]) for place in reading.places]
    lying = sum(
        _lies_on_ink(place, boxes[i], boxes, reading.places, sheets[place.page])
        for i, place in enumerate(reading.places)
    )
    return Score(
        (words, max(len(truth), len(found))),
        (neighbours, max(len(truth) - 1, 0)),
        (lying, len(reading.places)),
    )


def _shared(one: Counter[str], other: Counter[str]) -> int:
    return (one & other).total()


def _pixels(place: Placed, sheet: Image.Image) -> tuple[int, int, int, int]:
    left, top, right, bottom = place.box
    width, height = sheet.size
    return round(left * width), round(top * height), round(right * width), round(bottom * height)


def _lies_on_ink(
    place: Placed,
    box: tuple[int, int, int, int],
    boxes: Sequence[tuple[int, int, int, int]],
    places: Sequence[Placed],
    sheet: Image.Image,
) -> bool:
    """Whether ink fills the box from side to side, and no ink beside it belongs to no word."""
    left, top, right, bottom = box
    if right <= left or bottom <= top:
        return False
    ground = _ground(sheet.crop(box))
    inked = _ink(sheet, box, ground)
    if inked is None:
        return False
    if place.turned:
        return True
    height = bottom - top
    slack = (_SLACK if right - left > 1.2 * height else _SQUARE_SLACK) * height
    if inked[0] > slack or right - left - inked[2] > slack:
        return False
    near, far = (round(share * height) for share in _OVERHANG)
    strips = (left - far, top, left - near, bottom), (right + near, top, right + far, bottom)
    return not any(
        _ink(sheet, strip, ground)
        and not any(
            places[i].page == place.page and _meet(strip, other)
            for i, other in enumerate(boxes)
            if other != box
        )
        for strip in strips
    )


def _meet(one: tuple[int, int, int, int], other: tuple[int, int, int, int]) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _ground(crop: Image.Image) -> int:
    """The grey that most of it has."""
    counts = crop.histogram()
    return counts.index(max(counts))


def _ink(
    sheet: Image.Image, box: tuple[int, int, int, int], ground: int
) -> tuple[int, int, int, int] | None:
    if box[0] < 0 or box[2] > sheet.width:  # beside the page
        return None
    crop = sheet.crop(box)
    differs = ImageChops.difference(crop, Image.new("L", crop.size, ground))
    return differs.point(lambda grey: 255 if grey > _CONTRAST else 0).getbbox()
