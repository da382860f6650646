"""A PDF as it is read, and what every reading copy promises."""

import unicodedata
from pathlib import Path

from mentorship.documents.formats.manuscript import Limits, Manuscript
from mentorship.documents.formats.pdf.reading import read_pdf

PROSE = "Some plain words that fill a good share of the page"


def assert_sound(copy: Manuscript) -> None:
    """What everyone who works with a reading copy relies on."""
    assert unicodedata.normalize("NFC", copy.text) == copy.text
    assert "\n\n".join(copy.text[page.start : page.end] for page in copy.pages) == copy.text
    lines = [line for page in copy.pages for line in page.lines]
    assert [line.number for line in lines] == list(range(1, len(lines) + 1))
    for page in copy.pages:
        shown = [copy.text[line.start : line.end] for line in page.lines]
        assert "\n".join(shown) == copy.text[page.start : page.end]
    for line in lines:
        ends = [line.start]
        for word in line.words:
            assert ends[-1] <= word.start < word.end <= line.end
            ends.append(word.end)
        assert line.words[0].start == line.start
        assert ends[-1] == line.end
        for left, top, right, bottom in [line.box, *(word.box for word in line.words)]:
            assert 0 <= left <= right <= 1
            assert 0 <= top <= bottom <= 1


def read(content: bytes, folder: Path) -> Manuscript:
    """The reading copy of a PDF with these bytes, which keeps what copies promise."""
    path = folder / "upload.pdf"
    path.write_bytes(content)
    copy = read_pdf(path, folder, limits=Limits())
    assert_sound(copy)
    return copy
