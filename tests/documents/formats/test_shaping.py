"""Lines of a reading copy and what they are, when it is made and when it was kept without."""

from pathlib import Path

import pypdfium2 as pdfium

from mentorship.documents.formats import wire
from mentorship.documents.formats.manuscript import Limits
from mentorship.documents.formats.pdf.faces import read_faces
from mentorship.documents.formats.pdf.frame import frame_of
from mentorship.documents.formats.pdf.lines import InkLine
from mentorship.documents.formats.pdf.words import InkWord
from mentorship.documents.formats.shaping import shapes_of, shapes_of_rows
from tests.documents.formats.reading_copies import read
from tests.make.pdfs import pdf, text_at, typeset

RESUME = """#set page(width: 400pt, height: 500pt)
#set text(size: 10pt)
#text(size: 22pt)[Ada Okafor]

#text(size: 13pt)[*Experience*]

*Shift manager* #h(1fr) 2018 – 2021

_Northway Parcels, Leeds_

- Ran the late shift of twenty-six people, on time to the last trunk on nearly all of the nights of
  those years.
- Trained leaders.

A plain paragraph that is long enough to be set in two lines of the page, and so flows from one into
the other."""
KINDS = ["heading", "heading", "row", "beside", "caption", "item", "", "item", "paragraph", ""]


def test_a_page_says_what_its_lines_are(tmp_path: Path):
    copy = read(typeset(RESUME, tmp_path), tmp_path)

    ((shapes, _wrapped),) = shapes_of(copy)

    assert [shape.kind for shape in shapes] == KINDS
    assert [shape.level for shape in shapes][:3] == [1, 2, 3]
    assert [(line.look.bold, line.look.italic) for line in copy.pages[0].lines[1:5]] == [
        (True, False),
        (True, False),
        (False, False),
        (False, True),
    ]


def test_what_was_kept_without_is_told_by_boxes_and_words(tmp_path: Path):
    copy = read(typeset(RESUME, tmp_path), tmp_path)
    ((_shapes, wrapped),) = shapes_of(copy)
    (page,) = copy.pages
    rows = [
        [*wire.line_row(line)[:-1], int(wraps)]
        for line, wraps in zip(page.lines, wrapped, strict=True)
    ]

    (shapes,) = shapes_of_rows([(rows, page.height)], copy.text)

    slanted = KINDS.index("caption")
    assert [shape.kind for shape in shapes] == [
        "paragraph" if place == slanted else kind for place, kind in enumerate(KINDS)
    ]
    assert not any(shape.bold for shape in shapes)


def test_a_turned_line_stands_for_itself(tmp_path: Path):
    page = "BT /F 12 Tf 0 1 -1 0 50 300 Tm (Upwards) Tj ET" + text_at(72, 700, "Ada")
    copy = read(pdf(page), tmp_path)
    (of_page,) = copy.pages
    rows = [[*wire.line_row(line)[:-1], 0] for line in of_page.lines]

    ((shapes, _wrapped),) = shapes_of(copy)

    assert len(shapes) == len(of_page.lines) == 2
    assert len(shapes_of_rows([(rows, of_page.height)], copy.text)[0]) == 2


def test_the_look_of_a_line_comes_over_the_wire(tmp_path: Path):
    copy = read(typeset(RESUME, tmp_path), tmp_path)

    assert wire.load(wire.dump(copy), tmp_path, limits=Limits()) == copy


def test_a_word_that_stands_on_no_letter_is_set_in_no_way(tmp_path: Path):
    away = InkWord("Ada", 900, 900, 950, 912, 900, 950, 912, 12, 0, spaced=True)
    line = InkLine([away], bold=True)
    document = pdfium.PdfDocument(pdf(text_at(72, 700, "Ada")))
    page = document.get_page(0)

    read_faces(page.raw, frame_of(page.raw), [line])

    assert (line.bold, line.italic) == (False, False)
