"""How a reading copy becomes lines on a page, and rules that say where they lie."""

from uuid import uuid4

import pytest
from django.core.files.base import ContentFile

from accounts.models import User
from accounts.reader import as_account
from mentorship.documents import actions
from mentorship.documents.formats import wire
from mentorship.documents.formats.manuscript import Line, Word
from mentorship.documents.models import Page
from mentorship.documents.reading.pages import places, shown_pages
from tests import make
from tests.make.pdfs import pdf, text_at


def page_of(*lines: Line, width: float = 600, height: float = 800) -> Page:
    """A page with these lines."""
    rows = [wire.line_row(line) for line in lines]
    return Page(number=1, width=width, height=height, start=0, end=0, lines=rows)


def line(box: tuple[float, float, float, float], *, angle: int = 0) -> Line:
    """Line 1 of one word."""
    return Line(1, 0, 4, box, (Word(0, 4, box),), angle=angle)


def test_a_line_lies_in_percent_of_its_page():
    _paper, rule = places(page_of(line((0.1, 0.2, 0.5, 0.23))))

    assert rule == "#line-1{--l:10;--t:20;--w:40;--h:3;--s:4}"


def test_a_line_that_runs_upwards_is_laid_out_flat_and_turned_around_its_middle():
    _paper, rule = places(page_of(line((0.1, 0.2, 0.14, 0.5), angle=270), width=800, height=800))

    assert rule == "#line-1{--l:-3;--t:33;--w:30;--h:4;--s:4;rotate:270deg}"


def test_where_words_lie_along_a_line_is_said_with_its_place():
    page = page_of(line((0.1, 0.2, 0.5, 0.23)))
    page.lines[0][6:] = [0, "0 900 20 1080"]

    _paper, rule = places(page)

    assert rule == "#line-1{--l:10;--t:20;--w:40;--h:3;--s:4;--i:0 900 20 1080}"


@pytest.mark.parametrize(
    ("width", "height", "said"),
    [
        (595.28, 841.89, ":root,#page-1{--as-drawn:55.8125rem}"),
        (612, 792, ":root,#page-1{--as-drawn:57.375rem}"),
        (960, 540, ""),
        (300, 500, ""),
    ],
)
def test_a_letters_paper_is_shown_as_wide_as_its_picture_was_drawn(
    width: float, height: float, said: str
):
    (paper,) = places(page_of(width=width, height=height))

    assert paper.partition("}")[2] == said


@pytest.mark.django_db
def test_the_lines_of_a_version_hold_its_words_in_order(ada: User):
    version = make.ready_version(ada)

    (page,) = shown_pages(version)

    assert [line.number for line in page.lines] == [1, 2]
    assert [version.text[line.start : line.end] for line in page.lines] == [
        line.text.rstrip("\n") for line in page.lines
    ]
    assert [picture.scale for picture in page.pictures] == [1, 2]


@pytest.mark.django_db
def test_the_rest_of_a_broken_word_runs_on_even_where_there_was_room(ada: User):
    page = "".join(
        text_at(72, 700 - 14 * place, words)
        for place, words in enumerate(["We manage-", "ment teams", "and write lines that run far"])
    )
    file = ContentFile(pdf(page), name="resume.pdf")
    made = actions.upload(
        by=as_account(ada), kind="resume", title="Teams", note="", key=uuid4(), file=file
    )

    (page,) = shown_pages(make.ready(made.versions.get()))

    assert [line.goes_on for line in page.lines] == [False, True, False]
    assert [line.mid_word for line in page.lines] == [False, True, False]
