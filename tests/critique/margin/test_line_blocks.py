"""The lines of a page as HTML: what a screen reader is told of them, and each line in its block."""

import dataclasses
import re

from mentorship.critique.margin.lines import MarkedPage
from mentorship.critique.markup.lines import blocks
from mentorship.documents.formats.shape import Shape
from mentorship.documents.reading.pages import ShownLine, ShownPage


def shown(*told: tuple[str, int, str]) -> MarkedPage:
    """A page of lines of these kinds, levels and words, one after another."""
    lines, at = [], 0
    for place, (kind, level, text) in enumerate(told):
        shape = Shape(kind, level, 0, 0, 0, 0)
        line = ShownLine(place + 1, at, at + len(text), f"{text}\n", False, False, False)
        lines.append(dataclasses.replace(line, shape=shape))
        at += len(text) + 1
    return MarkedPage(ShownPage(1, (), tuple(lines)), {})


def tags(html: str) -> list[str]:
    """The elements around lines, as they open and close."""
    found = re.findall(r"<(/?(?:h\d|p|ul|li))\b", html)
    return [tag for tag in found if tag[0] != "/" or tag == "/ul"]


def test_headings_are_headings_below_that_of_the_page_and_items_stand_in_lists():
    html = blocks(
        shown(
            ("heading", 1, "Ada"),
            ("heading", 2, "Experience"),
            ("row", 3, "Shift manager"),
            ("beside", 0, "2018 – 2021"),
            ("item", 0, "• Ran the late shift"),
            ("", 0, "of 26 people."),
            ("item", 1, "– on time"),
            ("paragraph", 0, "More."),
        )
    )

    assert tags(html) == ["h3", "h4", "h5", "ul", "li", "li", "/ul", "p"]


def test_no_level_of_headings_is_left_out():
    html = blocks(
        shown(("heading", 3, "Shift manager"), ("heading", 3, "Loader"), ("item", 0, "•"))
    )

    assert tags(html) == ["h3", "h4", "ul", "li", "/ul"]


def test_a_paragraph_is_one_block_in_which_numbers_are_not_read():
    html = blocks(shown(("paragraph", 0, "I like queues"), ("", 0, "that get shorter.")))

    assert tags(html) == ["p"]
    assert re.sub(
        r'<span class="line-number" aria-hidden="true">\d+ </span>|<[^>]+>', "", html
    ) == ("I like queues\nthat get shorter.\n")
    assert [int(at) for at in re.findall(r'data-start="(\d+)"', html)] == [0, 14]


def test_a_paragraph_carries_its_direction():
    html = blocks(shown(("paragraph", 0, "ليلى حداد"), ("paragraph", 0, "Ada")))

    assert re.findall(r'dir="(\w+)"', html) == ["rtl", "ltr"]


def test_a_line_says_how_it_looks_and_what_is_about_it():
    (line,) = shown(("paragraph", 0, "Ada <b>")).lines
    loud = dataclasses.replace(line, shape=Shape("paragraph", 0, 0, 1, 1, 1))

    html = blocks(MarkedPage(ShownPage(1, (), (loud,)), {1: (2, "praise")}, changed={1}))

    assert 'class="leads line is-bold is-italic has-threads kind-praise is-changed"' in html
    assert 'class="block paragraph opens-block"' in html
    assert "2 comments" in html
    assert "changed</span>" in html
    assert "Ada &lt;b&gt;" in html


def test_a_page_without_lines_is_nothing():
    assert blocks(shown()) == ""


def test_what_is_one_readers_own_stays_on_no_page_that_is_kept():
    page = shown(("paragraph", 0, "Ada"), ("", 0, "Lovelace"), ("item", 0, "• Ran it"))
    plain = blocks(page)

    his = blocks(
        dataclasses.replace(page, counts={2: (1, "praise"), 7: (1, "praise")}, changed={3, 9})
    )

    assert (his.count("1 comment<"), his.count("has-threads"), his.count("is-changed")) == (1, 1, 1)
    assert blocks(page) == plain


def test_a_line_that_goes_on_beside_a_label_stays_in_its_cell():
    html = blocks(
        shown(("row", 0, "Tools"), ("beside", 0, "SAP, SQL and"), ("", 0, "spreadsheets"))
    )

    assert html.count('<span class="cell">') == 2
