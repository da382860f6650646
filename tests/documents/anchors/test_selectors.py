"""Places in a text: code points here, UTF-16 units in browsers."""

from hypothesis import given
from hypothesis import strategies as st

from mentorship.documents.anchors.offsets import code_points, units
from mentorship.documents.anchors.selectors import (
    AROUND,
    Quote,
    Span,
    locate,
    quote_of,
    without_blank_ends,
)

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


LETTER = """Dear Ms. Whitfield,
I have worked in acute medicine for seven years, the last three on a respiratory unit.
I coordinate the shift about twice a week. I enjoy teaching, and I enjoy the quiet at night.
Thank you for reading this."""


def found(words: str, text: str, *, prefix: str = "", suffix: str = "") -> str | None:
    """The words in `text` at which a quote is located."""
    span = locate(Quote(words, prefix, suffix), text)
    return text[span.start : span.end] if span else None


@given(spans())
def test_to_make_a_quote_and_locate_it_is_to_stay(given_: tuple[str, Span]) -> None:
    text, span = given_

    assert locate(quote_of(span, text), text, span) == span


@given(spans(), st.text(alphabet="xyz ", max_size=20))
def test_what_stands_far_away_does_not_matter(given_: tuple[str, Span], more: str) -> None:
    text, span = given_
    text = f"{'-' * AROUND}{text}{'-' * AROUND}"
    span = Span(span.start + AROUND, span.end + AROUND)

    place = locate(quote_of(span, text), more + text, Span(len(more) + span.start, 0))

    assert place == Span(len(more) + span.start, len(more) + span.end)


def test_the_first_of_places_that_are_the_same_to_the_letter() -> None:
    assert locate(Quote("tea", "", ""), "tea, tea and tea") == Span(0, 3)
    assert locate(Quote("tea", "", ""), "tea, tea and tea", near=Span(9, 12)) == Span(5, 8)


def test_lines_hyphens_and_capitals_do_not_matter() -> None:
    text = LETTER.replace("respiratory", "RESPIRA-\nTORY").replace(" on a", "\non  a")

    assert found("three on a respiratory unit", text) == "three\non  a RESPIRA-\nTORY unit"


def test_the_place_with_the_better_surroundings_is_taken() -> None:
    words = {"prefix": "twice a week.  ", "suffix": " teaching, and"}

    assert locate(Quote("I  enjoy", **words), LETTER) == Span(150, 157)


def test_of_places_that_look_alike_none_is_taken_without_surroundings() -> None:
    assert found("I  enjoy", LETTER) is None
    assert locate(Quote("I  enjoy", "", ""), LETTER, near=Span(175, 180)) == Span(172, 179)


def test_a_short_quote_needs_surroundings_a_long_one_does_not() -> None:
    assert found("the  shift", LETTER) is None
    assert found("the  shift", LETTER, suffix=" about  twice") == "the shift"
    assert found("coordinate  the shift", LETTER) == "coordinate the shift"


def test_words_that_were_changed_a_little_are_found_whole() -> None:
    quote = {"prefix": "three on a respiratory unit.\n", "suffix": " about twice a week."}

    assert found("I coordinated each shift", LETTER, **quote) == "I coordinate the shift"


def test_words_that_are_gone_are_not_found() -> None:
    assert found("kept the bees of the hospital", LETTER) is None
    assert found("kept the bees of the hospital", "") is None
    assert found("bees", LETTER) is None
    assert found("\n \n", LETTER) is None


def test_changed_words_that_stand_twice_alike_are_not_found() -> None:
    assert found("Thanks a lot for reading of this", f"{LETTER}\n{LETTER}") is None


def test_surroundings_alone_are_not_the_words() -> None:
    around = {
        "prefix": "I have worked in acute medicine for",
        "suffix": "the last three on a respir",
    }

    assert found("nine decades", LETTER, **around) is None
    assert found("abcdefghijkl", LETTER, **around) is None
