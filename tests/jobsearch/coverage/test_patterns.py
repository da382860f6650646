"""Patterns looked for one by one find what an alternation of them all finds."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentorship.jobsearch.coverage.lists import under
from mentorship.jobsearch.coverage.patterns import Patterns, alternatives, needed

KNOWN = [
    line for language in ("en", "de", "fr", "es") for line in under("denials", f"all {language}")
]
WORDS = sorted({word for line in KNOWN for word in re.findall(r"[^\W_]+", line)})
TEXTS = st.lists(st.sampled_from([*WORDS, ",", "n’t", "2031", "(", ")", "?"]), max_size=12)
ALL, ALTERNATION = Patterns(KNOWN), re.compile("|".join(KNOWN), re.IGNORECASE)


@given(words=TEXTS, shown=st.sampled_from([str.lower, str.upper, str.title]))
def test_what_is_found_is_what_an_alternation_finds(words: list[str], shown) -> None:
    text = shown(" ".join(words))
    ours, theirs = ALL.first(text), ALTERNATION.search(text)
    assert (ours and ours.span()) == (theirs and theirs.span())


@given(
    st.sampled_from(KNOWN).flatmap(lambda line: st.sampled_from(list(alternatives(line)))), TEXTS
)
def test_no_alternative_matches_without_its_letters(alternative: str, words: list[str]) -> None:
    found = re.search(alternative, " ".join(words), re.IGNORECASE)
    assert not found or needed(alternative) in found[0].lower()


def test_bars_within_brackets_and_classes_part_nothing() -> None:
    assert list(alternatives(r"a(b|c)|[|(]d|\|e\(|f")) == ["a(b|c)", "[|(]d", r"\|e\(", "f"]


@pytest.mark.parametrize(
    ("alternative", "letters"),
    [
        ("Booked for", "booked for"),
        (r"\bbooked", "booked"),
        ("licen[cs]e", "licen"),
        ("theories?", "theorie"),
        ("colou?red", "colo"),
        ("no+thing", "thing"),
        ("x{2,3}abcd", "abcd"),
        (".{0,40}booked", "booked"),
        ("(course|test) planned", " planned"),
        (r"(so|on)", ""),
    ],
)
def test_the_letters_that_have_to_be_there(alternative: str, letters: str) -> None:
    assert needed(alternative) == letters
