"""What of a text is read as one."""

from mentorship.documents.statements.units import units_of
from mentorship.documents.text.words import words_of

RESUME = """ADA LOVE
Engineer · ada@example.org · 0116 496 0158

Work Experience
Staff Nurse, Stroke Unit, Soar Valley
Jan. 2019 - present
• Cared for six patients on a stroke ward, and trained new colleagues in
screening.
• Ran the ward. Planned beds with all the others of the
  night shift; a grade A* unit.
"""


def told(text: str) -> list[str]:
    """The units as they are read."""
    words = words_of(text)
    return [
        " ".join(words.text[words.starts[unit.start] : words.ends[unit.stop - 1]].split())
        for unit in units_of(words)
    ]


def headings(text: str) -> list[str]:
    """Those of them that head something."""
    found = zip(told(text), units_of(words_of(text)), strict=True)
    return [said for said, unit in found if unit.is_heading]


def test_a_unit_is_a_line_an_item_a_bullet_or_a_sentence():
    assert told(RESUME) == [
        "ADA LOVE",
        "Engineer ·",
        "ada@example.org ·",
        "0116 496 0158",
        "Work Experience",
        "Staff Nurse, Stroke Unit, Soar Valley",
        "Jan. 2019 - present",
        "• Cared for six patients on a stroke ward, and trained new colleagues in screening.",
        "• Ran the ward.",
        "Planned beds with all the others of the night shift; a grade A* unit.",
    ]


def test_a_heading_is_a_short_line_set_apart_or_in_capitals():
    assert headings(RESUME) == ["ADA LOVE", "Work Experience"]


def test_a_line_with_commas_heads_nothing():
    assert headings("Ann Lee\n\nHarbour Mill, Leeds\n\nWork") == ["Ann Lee", "Work"]


def test_a_short_last_sentence_is_no_heading():
    assert headings("One line of words\n\nThank you.") == ["One line of words"]


def test_a_text_without_blanks_is_in_sentences_and_lines():
    text = "本人性格开朗，工作认真负责。热爱科研\n2015年9月至2020年6月，江东大学"

    assert told(text) == [
        "本人性格开朗，工作认真负责。",
        "热爱科研",
        "2015年9月至2020年6月，江东大学",
    ]


def test_a_stop_that_belongs_to_its_word_ends_no_sentence():
    text = "I begin on 1. April. We met Dr. Lee in 2019. Nine of them use it. So do I."

    assert told(text) == [
        "I begin on 1. April.",
        "We met Dr. Lee in 2019.",
        "Nine of them use it.",
        "So do I.",
    ]
    assert told("3. Platz. Danach") == ["3.", "Platz.", "Danach"]
    assert told(". Then") == [".", "Then"]


def test_without_blanks_a_sentence_may_begin_with_a_figure():
    assert told("做成本核算。2022年发现错误。") == ["做成本核算。", "2022年发现错误。"]


def test_a_text_without_words_has_no_units():
    assert units_of(words_of("")) == []
