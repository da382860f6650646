"""Which lines of a text head its sections, and under which a place stands."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentorship.documents.text.sections import (
    Section,
    SizedLine,
    is_known,
    section_at,
    sections,
    title_of,
)

BODY = "Responsible for 84 people on three shifts and many parcels."


def lines(*texts: str, sizes: tuple[float, ...] = ()) -> list[SizedLine]:
    """Lines under one another; all of one size unless it is said."""
    found, start = [], 0
    for text, size in zip(texts, sizes or (10.0,) * len(texts), strict=True):
        found.append(SizedLine(start, text, size))
        start += len(text) + 1
    return found


def titles(*texts: str, sizes: tuple[float, ...] = ()) -> list[str]:
    return [section.title for section in sections(lines(*texts, sizes=sizes))]


@pytest.mark.parametrize(
    "heading",
    [
        "Experience",
        "WORK EXPERIENCE:",
        "Skills & Languages",
        "E D U C A T I O N",
        "— Projects —",
        "Berufserfahrung",
        "Expérience professionnelle",
        "CENTRES D'INTÉRÊT",
        "Educación y formación",
        "Istruzione e formazione",
        "Wykształcenie",
        "Опыт работы",
        "الخبرة",
        "学歴・資格",
        "工作经历",
    ],
)
def test_words_that_head_sections_are_known(heading: str) -> None:
    assert is_known(heading)
    assert titles("Ada Okafor", BODY, heading, BODY) == [title_of(heading)]


@pytest.mark.parametrize("text", ["", "   ", "2015 – 2019", "I have experience.", "and", "Skills,"])
def test_other_lines_head_nothing(text: str) -> None:
    assert titles("Ada Okafor", BODY, text, BODY) == []


def test_known_words_teach_how_the_others_look() -> None:
    found = titles(
        "Ada Okafor", BODY, "Experience", BODY, "Night shifts", "Volunteer fire brigade", BODY,
        sizes=(23, 10, 12, 10, 10, 12.3, 10),
    )  # fmt: skip

    assert found == ["Experience", "Volunteer fire brigade"]


def test_in_capitals_where_the_known_ones_are() -> None:
    found = titles("ADA OKAFOR", BODY, "SKILLS", BODY, "FIRE BRIGADE", BODY, "Deputy manager", BODY)

    assert found == ["SKILLS", "FIRE BRIGADE"]


def test_an_employer_in_capitals_heads_nothing_among_plain_headings() -> None:
    found = titles(
        "Ada Okafor", "Experience", BODY, "NORTHWAY PARCELS", BODY, sizes=(20, 13, 10, 13, 10)
    )

    assert found == ["Experience"]


def test_what_looks_like_the_text_under_it_heads_nothing() -> None:
    assert titles("Ada Okafor", BODY, "Skills", "Shift planning", BODY) == ["Skills"]


def test_without_a_known_word_capitals_do() -> None:
    assert titles("ADA OKAFOR", BODY, "WHAT I LEAD", BODY, "IT", BODY) == ["WHAT I LEAD"]


def test_without_capitals_size_does() -> None:
    found = titles("Ada Okafor", BODY, "What I lead", BODY, BODY, sizes=(20, 10, 12, 10, 10))

    assert found == ["What I lead"]


def test_a_letter_has_no_sections() -> None:
    assert titles("Dear Ms Lindqvist", BODY, BODY, "Ada", sizes=(0, 0, 0, 0)) == []
    assert sections([]) == []


def test_a_line_that_nothing_sets_apart_is_no_heading_by_its_size() -> None:
    found = lines("Ada", BODY, "Experience", BODY, "Larger", sizes=(20, 10, 12, 10, 12))
    found[-1] = SizedLine(found[-1].start, "Larger", 12, is_apart=False)

    assert [section.title for section in sections(found)] == ["Experience"]


def test_a_place_stands_in_the_section_before_it() -> None:
    found = [Section(10, "Experience"), Section(50, "Skills")]

    assert [section_at(found, start) for start in (0, 9, 10, 49, 50, 999)] == [
        None,
        None,
        *[found[0]] * 2,
        *[found[1]] * 2,
    ]
    assert section_at([], 5) is None


@given(st.lists(st.tuples(st.text(max_size=60), st.floats(0, 40), st.booleans())))
def test_any_lines_have_sections_in_their_order(rows: list[tuple[str, float, bool]]) -> None:
    found = [SizedLine(place, *row) for place, row in enumerate(rows)]

    heads = sections(found)

    starts = [head.start for head in heads]
    assert starts == sorted(set(starts))
    assert all(head.title and head.title == title_of(found[head.start].text) for head in heads)
