"""The words of a text, and which are the same to a reader."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentorship.documents.text.words import words_of

TEXT = st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=60)


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("C++, C# and CI/CD.", ["c++", ",", "c#", "and", "ci/cd", "."]),
        ("ada@example.org 1,200 R&D", ["ada@example.org", "1,200", "r&d"]),
        ("Node.js... won’t", ["node.js", "...", "won't"]),
        ("2019–2021 — 30%", ["2019", "-", "2021", "-", "30", "%"]),
        ("▪ one\n● two", ["•", "one", "•", "two"]),
        ("経験3年", ["経", "験", "3", "年"]),
        ("ทีม", ["ท", "ี", "ม"]),
        ("צה״ל בת־ים", ['צה"ל', "בתים"]),
        ("Straße ＰＹＴＨＯＮ ﬁt", ["strasse", "python", "fit"]),
        ("\u200f\u202c \ufeff", []),
        ("हिन्दी में।", ["हिन्दी", "में", "।"]),
    ],
)
def test_words_and_signs(text: str, keys: list[str]) -> None:
    assert words_of(text).keys == keys


@given(TEXT)
def test_words_stand_where_they_are_said_to(text: str) -> None:
    words = words_of(text)

    edges = [edge for pair in zip(words.starts, words.ends, strict=True) for edge in pair]
    assert edges == sorted(edges)
    assert all(
        words_of(text[start:end]).keys == [key]
        for key, start, end in zip(words.keys, words.starts, words.ends, strict=True)
        if not key.endswith(("+", "#"))
    )


def test_a_span_has_the_words_it_holds_a_part_of() -> None:
    words = words_of("led the team")

    assert words.within(0, 3) == (0, 1)
    assert words.within(2, 9) == (0, 3)
    assert words.within(3, 4) == (1, 1)
    assert words.within(12, 12) == (3, 3)
