"""Where what is not found may be: offered, never taken, and never what something else became."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mentorship.documents.anchors.relocation import Anchor, Fate, carry
from mentorship.documents.anchors.selectors import Span, quote_of
from tests.documents.statements.carrying import carried

OLD = """Mia Hall
- Served guests in a large hotel.
- Looked after the shop's website.
- Made 60 cold calls to chemists per day.
- Closed the till."""
NEW = """Mia Hall
- Served guests in a large hotel.
- Halved the queue in winter, with fewer people.
- Closed the till."""


def offered(words: str, old: str = OLD, new: str = NEW) -> str:
    """The words that are offered for them: none for those that are somewhere."""
    found = carried(words, old, new)
    assert found.guess is None or found.span is None
    return new[found.guess.start : found.guess.end] if found.guess else ""


@pytest.mark.parametrize(
    ("words", "guess"),
    [
        ("Looked after the shop's website.", "Halved the queue in winter, with fewer people."),
        ("the shop's website", "the queue in winter"),
    ],
)
def test_a_sentence_written_anew_between_two_that_stayed_is_offered_and_not_taken(words, guess):
    found = carried(words, OLD, NEW)

    assert (found.span, found.fate) == (None, Fate.GONE)
    assert offered(words) == guess


def test_what_few_signs_speak_for_is_offered_and_not_taken():
    old = "- Planung der Touren für den Nahverkehr\n- Kontakt mit Kunden und Fahrern"
    new = "- plane täglich 34 Touren im Nahverkehr mit 21 Fahrern"

    assert carried("Kontakt mit Kunden und Fahrern", old, new).fate is Fate.GONE
    assert offered("Kontakt mit Kunden und Fahrern", old, new) == "mit 21 Fahrern"


def test_what_another_statement_became_is_not_offered():
    new = "Mia Hall\n- Served guests in a large hotel.\n- Closed the till."

    assert offered("Looked after the shop's website.", OLD, new) == ""


def test_what_is_found_has_no_offer():
    assert carried("Closed the till.", OLD, NEW).guess is None


def test_as_many_words_are_offered_as_there_were():
    assert offered("60 cold calls to chemists per day") == "the queue in winter, with fewer people"


def test_a_unit_that_is_surely_found_leaves_its_slot_to_no_other():
    old = "Lee\n- Wrote the rotas.\n- Trained new porters.\n- Ran the shop."
    new = "Lee\n- Sixty porters trained since May.\n- Ran the shop."

    assert offered("Trained new porters.", old, new) == ""
    assert offered("Wrote the rotas.", old, new) == ""


def test_of_words_that_were_taken_out_what_stayed_around_them_is_not_offered():
    old = "Lee\n- Kept very many bees in Leeds.\n- Ran the shop."
    new = "Lee\n- Kept many bees in Leeds.\n- Ran the shop."

    assert carried("very", old, new).span is None
    assert offered("very", old, new) == ""


def test_words_of_two_statements_are_offered_the_place_of_one_and_put_nowhere():
    old = "Lee\n- Led the whole night shift.\n- Wrote rotas for porters.\n- Ran the shop."
    new = "Lee\n- Night shift led by me alone.\n- Ran the shop."
    words = "Led the whole night shift.\n- Wrote rotas for porters."

    assert carried(words, old, new).span is None
    assert offered(words, old, new) == "Night shift led by me alone."


def test_a_place_without_words_is_offered_nothing():
    span = Span(8, 8)
    [found] = carry([Anchor(quote_of(span, OLD), span)], OLD, "Quite\nanother\ntext")

    assert (found.span, found.guess) == (None, None)


def test_a_heading_that_says_more_is_the_heading():
    old = "Mia Hall\n\nProjects\n- A game for bees\n\nEducation\n- Hull"
    new = "Mia Hall\n\nOpen source and projects\n- A game for bees\n\nEducation\n- Hull"
    found = carried("Projects", old, new)

    assert new[found.span.start : found.span.end] == "Open source and projects"
    assert found.fate is Fate.REWORDED
    assert carried("Education", old, new).fate is Fate.UNCHANGED


LINE = st.sampled_from([*OLD.split("\n"), *NEW.split("\n"), "Baker in Hull, 2019", "SKILLS"])
PAGE = st.lists(LINE, max_size=10).map("\n".join)


@settings(max_examples=60, deadline=None)
@given(PAGE, PAGE)
def test_an_offer_is_words_of_the_new_text_for_what_is_nowhere(old, new):
    spans = [Span(start, min(len(old), start + 12)) for start in range(0, len(old) + 1, 9)]

    for one in carry([Anchor(quote_of(span, old), span) for span in spans], old, new):
        assert one.guess is None or one.span is None
        assert one.guess is None or new[one.guess.start : one.guess.end].strip()
