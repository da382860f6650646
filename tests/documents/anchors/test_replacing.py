"""Words that go out of a text that is being written, with what would be left over, and come back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentorship.documents.anchors.replacing import Gap, left_out, put_back, replaced
from mentorship.documents.anchors.selectors import Quote, Span, quote_of


def quote(text: str, words: str) -> Quote:
    start = text.index(words)
    return quote_of(Span(start, start + len(words)), text)


@pytest.mark.parametrize(
    ("text", "words", "rest"),
    [
        ("A very good year.", "very", "A good year."),
        ("A very good year.", "A very", "good year."),
        ("A good year, mostly.", ", mostly", "A good year."),
        ("A good year mostly.", "mostly", "A good year."),
        ("A good year mostly", "mostly", "A good year"),
        ("A good **very** year.", "very", "A good year."),
        ("A (very) good year.", "very", "A () good year."),
        ("Skills\n- Word\n- Excel\n", "Word", "Skills\n- Excel\n"),
        ("Skills\n- Word", "Word", "Skills\n"),
        ("One.\n\nTwo words.\n\nThree.\n", "Two words.", "One.\n\nThree.\n"),
        ("Two words.\n\nThree.\n", "Two words.", "Three.\n"),
        ("One.\nTwo words.\n\nThree.\n", "Two words.", "One.\n\nThree.\n"),
        ("Two words.", "Two words.", ""),
    ],
)
def test_nothing_is_left_over_and_it_comes_back_whole(text: str, words: str, rest: str) -> None:
    found = left_out(text, quote(text, words))

    assert found
    without, gap = found
    assert without == rest
    assert put_back(without, gap) == text


def test_words_that_are_not_surely_there_stay() -> None:
    other = Quote("Ran two shifts with twelve people.", "", "")

    assert left_out("Led a team of twelve in two shifts.", other) is None
    assert replaced("Led a team of twelve in two shifts.", other, "Ran it.") is None


def test_replacing_says_what_stood_there() -> None:
    quote = Quote("led  a team of twelve", "", "")

    assert replaced("Led a team of twelve.", quote, "Ran it") == ("Ran it.", "Led a team of twelve")


def test_a_gap_that_is_there_twice_or_no_more_is_not_filled() -> None:
    gap = Gap("very ", "a ", "good")

    assert put_back("a good year, a good day", gap) is None
    assert put_back("a fine year", gap) is None
    assert put_back("a good year", gap) == "a very good year"


@given(
    before=st.text("ab \n-*", max_size=12),
    words=st.sampled_from(["Zebra crossing", "zoo"]),
    behind=st.text("ab \n-*.,", max_size=12),
)
def test_whatever_stands_around_nothing_else_goes(before: str, words: str, behind: str) -> None:
    text = before + words + behind

    found = left_out(text, quote(text, words))

    assert found
    without, gap = found
    assert gap.was.replace(words, "").strip(" \n-*.,") == ""
    assert put_back(without, gap) in {text, None}
