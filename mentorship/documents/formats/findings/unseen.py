"""Where what a page says is not what it shows: words nobody sees, letters nobody can read.

Software that sorts applications reads the words alone. So their owner wants to know of those that
the picture does not show, whoever put them there.
"""

from collections.abc import Iterator

from PIL import Image, ImageStat

from mentorship.documents.formats.manuscript import (
    Box,
    Finding,
    Line,
    Manuscript,
    ManuscriptPage,
    Word,
)
from mentorship.documents.formats.pdf.glyphs import UNMAPPED
from mentorship.documents.formats.simple.kinds import UNSEEN

# Of what nobody sees. Fewer words may be one whose place is told wrongly, as under an icon.
FEWEST_WORDS = 3
MAX_EXAMPLE = 80  # characters of an example
# Of 255, between the darkest and the lightest spot of a channel: pale grey letters are in it, too.
FLAT = 20
INSET = 0.2  # of a word's height, which the lines above and below may reach into


def unseen_words(manuscript: Manuscript) -> list[tuple[Line, Word]]:
    """Words without ink or under a picture, each with its line; none where they are very few."""
    unseen = [
        (line, word)
        for page in manuscript.pages
        for line, word in _without_ink(page)
        if any(map(str.isalnum, manuscript.text[word.start : word.end]))
    ]
    return unseen if len(unseen) >= FEWEST_WORDS else []


def unseen_in(manuscript: Manuscript, unseen: list[tuple[Line, Word]]) -> Iterator[Finding]:
    """What its owner should know of words nobody sees, which are `unseen`, and of letters that are no letters."""
    if unseen:
        first = unseen[0][0]
        said = [manuscript.text[word.start : word.end] for line, word in unseen if line is first]
        yield finding("unseen-words", len(unseen), " ".join(said), first)
    unread = [
        line
        for page in manuscript.pages
        for line in page.lines
        if UNMAPPED in manuscript.text[line.start : line.end]
    ]
    if unread:
        said_there = manuscript.text[unread[0].start : unread[0].end]
        yield finding("unmapped-letters", len(unread), said_there, unread[0])


def finding(code: str, count: int, example: str, line: Line) -> Finding:
    """How many there are, with an example and its line."""
    return Finding(code, {"count": count, "example": example[:MAX_EXAMPLE], "line": line.number})


def _without_ink(page: ManuscriptPage) -> Iterator[tuple[Line, Word]]:
    smallest = min(page.images, key=lambda image: image.scale)
    with Image.open(smallest.path) as picture:
        shown = picture.convert("RGB")
    covered = [piece for piece in page.simple if UNSEEN in piece.marks]
    for line in page.lines:
        for word in line.words:
            is_covered = any(piece.start <= word.start < piece.end for piece in covered)
            if is_covered or _is_flat(shown, word.box):
                yield line, word


def _is_flat(shown: Image.Image, box: Box) -> bool:
    """Whether one colour fills `box`, so that nothing can be read there."""
    left, top, right, bottom = box
    inset = INSET * (bottom - top)
    area = (
        int(left * shown.width),
        int((top + inset) * shown.height),
        max(int(right * shown.width), int(left * shown.width) + 1),
        max(int((bottom - inset) * shown.height), int((top + inset) * shown.height) + 1),
    )
    return all(high - low <= FLAT for low, high in ImageStat.Stat(shown.crop(area)).extrema)
