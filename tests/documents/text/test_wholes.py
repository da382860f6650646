"""A line that is a part of a sentence or an item is quoted with the rest of it."""

import pytest

from mentorship.documents.text.wholes import MAX_PHRASE, WrappedLine, whole_phrase

TEXT = """• Led a team of six, which
built the route plan­
ner. Worked closely with
the dispatchers in Kiel.
• Kept bees
Ada"""
GOES_ON = (False, True, True, True, False, False)


def lines_of(text: str, goes_on: tuple[bool, ...]) -> list[WrappedLine]:
    """The lines of a text, each with whether it goes on."""
    found, start = [], 0
    for line, runs_on in zip(text.split("\n"), goes_on, strict=True):
        found.append(WrappedLine(start, start + len(line), runs_on))
        start += len(line) + 1
    return found


def phrase(words: str, text: str = TEXT, goes_on: tuple[bool, ...] = GOES_ON) -> str:
    """What is quoted for these words; nothing where they say it all."""
    start = text.index(words)
    return whole_phrase(start, start + len(words), lines_of(text, goes_on), text)


@pytest.mark.parametrize(
    ("words", "whole"),
    [
        ("• Led a team of six, which", "• Led a team of six, which built the route planner."),
        ("the dispatchers in Kiel.", "Worked closely with the dispatchers in Kiel."),
        (
            "ner. Worked closely with",
            "• Led a team of six, which built the route planner. Worked closely with the dispatchers in Kiel.",
        ),
        (
            "ner. Worked closely with\nthe dispatchers in Kiel.",
            "• Led a team of six, which built the route planner. Worked closely with the dispatchers in Kiel.",
        ),
        ("• Kept bees", ""),
        ("Ada", ""),
        ("team of six", ""),
        ("Worked closely with", ""),
    ],
)
def test_a_line_is_quoted_with_the_rest_of_its_sentence_and_what_was_selected_is_not(words, whole):
    assert phrase(words) == whole


def test_what_is_too_long_stays_a_line():
    text = "Ada\n" + "\n".join(["and so on"] * (MAX_PHRASE // 9))

    assert phrase("Ada", text, (False, *[True] * (MAX_PHRASE // 9))) == ""


def test_a_text_without_lines_has_no_phrase():
    assert whole_phrase(0, 3, [], "Ada") == ""
