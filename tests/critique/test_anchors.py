"""Places in a text: code points here, UTF-16 units in browsers."""

from hypothesis import given
from hypothesis import strategies as st

from mentorship.critique.anchors import AROUND, Span, quote_of, without_blank_ends
from mentorship.critique.offsets import code_points, units

TEXT = st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=80)


@st.composite
def spans(draw: st.DrawFn) -> tuple[str, Span]:
    text = draw(TEXT)
    start = draw(st.integers(0, len(text)))
    return text, Span(start, draw(st.integers(start, len(text))))


@given(TEXT, st.integers(0, 80))
def test_there_and_back_is_the_same_place(text: str, points: int) -> None:
    points = min(points, len(text))

    assert code_points(text, units(text, points)) == points


@given(TEXT)
def test_the_end_is_the_end_in_both(text: str) -> None:
    assert units(text, len(text)) == len(text.encode("utf-16-le")) // 2
    assert code_points(text, 10_000) == len(text)


def test_within_a_character_of_two_units_is_before_it() -> None:
    assert [code_points("a🐎b", unit) for unit in range(6)] == [0, 1, 1, 2, 3, 3]


@given(spans())
def test_a_quote_is_the_words_and_what_stands_around_them(given_: tuple[str, Span]) -> None:
    text, span = given_

    quote = quote_of(span, text)

    assert quote.text == text[span.start : span.end]
    around = quote.prefix + quote.text + quote.suffix
    assert around in text
    assert max(len(quote.prefix), len(quote.suffix)) <= AROUND


@given(spans())
def test_blanks_at_the_ends_are_left_out(given_: tuple[str, Span]) -> None:
    text, span = given_

    inner = without_blank_ends(span, text)

    assert span.start <= inner.start <= inner.end <= span.end
    assert text[inner.start : inner.end] == text[span.start : span.end].strip()
