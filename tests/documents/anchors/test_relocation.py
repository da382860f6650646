"""Where the words that were commented on are in the next version."""

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mentorship.critique.models import Placement
from mentorship.documents.anchors.relocation import Anchor, Carried, Fate, carry
from mentorship.documents.anchors.selectors import Quote, Span, quote_of

RESUME = """Ada Okonkwo
Bristol · ada@example.org

Experience
Harbour Payments, 2020 – today
• Led the migration of the ledger to PostgreSQL, without downtime, with a team of six.
• Reduced the cost of hosting by 38 % by deleting what nobody used.
• Worked closely with designers to agree on what “done” means.
Northline Freight, 2016 – 2020
• Built the route planner that 1,200 drivers use every day.
• Worked closely with dispatchers to learn how they plan.

Education
MSc Computer Science, University of Leeds, 2014"""


def anchor_at(text: str, words: str, nth: int = 0) -> Anchor:
    """An anchor on the words of `text`, the `nth` time they stand there."""
    start = -1
    for _ in range(nth + 1):
        start = text.index(words, start + 1)
    span = Span(start, start + len(words))
    return Anchor(quote_of(span, text), span)


def told(words: str, new: str, *, old: str = RESUME, nth: int = 0) -> tuple[str, str]:
    """What became of an anchor, and its words in the new text."""
    [carried] = carry([anchor_at(old, words, nth)], old, new)
    span = carried.span
    return carried.fate, new[span.start : span.end] if span else ""


@st.composite
def anchors(draw: st.DrawFn, text: str = RESUME) -> Anchor:
    start = draw(st.integers(0, len(text)))
    span = Span(start, draw(st.integers(start, len(text))))
    return Anchor(quote_of(span, text), span)


WORD = st.sampled_from(
    ["Led", "the", "team", "•", ",", "café", "לוח", "العَرَبية", "経験", "\n\n", "1"]
)
TEXT = st.lists(WORD, max_size=25).map(" ".join)


def test_fates_are_those_a_placement_knows() -> None:
    assert {fate.value for fate in Fate} <= set(Placement.How.values)


@settings(deadline=None)  # a busy machine may take its time
@given(st.lists(anchors(), max_size=5))
def test_the_same_text_leaves_all_unchanged(given_: list[Anchor]) -> None:
    assert carry(given_, RESUME, RESUME) == [
        Carried(anchor.span, Fate.UNCHANGED, 1.0) for anchor in given_
    ]


@settings(deadline=None)  # a busy machine may take its time
@given(st.data(), TEXT, TEXT)
def test_spans_stay_in_range_and_it_is_the_same_each_time(
    data: st.DataObject, old: str, new: str
) -> None:
    given_ = data.draw(st.lists(anchors(old), max_size=4))

    carried = carry(given_, old, new)

    assert carried == carry(given_, old, new)
    for one in carried:
        assert 0 <= one.confidence <= 1
        assert (one.span is None) == (one.fate == Fate.GONE)
        assert one.span is None or 0 <= one.span.start <= one.span.end <= len(new)


@settings(deadline=None)  # a busy machine may take its time
@given(st.lists(anchors(), min_size=2, max_size=6))
def test_an_anchor_is_carried_alone_as_among_others(given_: list[Anchor]) -> None:
    new = RESUME.replace("ledger", "books").replace("every day", "daily")

    assert carry(given_, RESUME, new) == [carry([one], RESUME, new)[0] for one in given_]


def test_an_edit_far_away_changes_nothing() -> None:
    new = RESUME.replace("University of Leeds, 2014", "Leeds University, graduated in 2015")

    assert told("Led the migration", new) == ("unchanged", "Led the migration")
    assert told("a team of six", new) == ("unchanged", "a team of six")


def test_an_edit_before_it_shifts_it() -> None:
    assert told("route planner", "Dear reader,\n" + RESUME) == ("unchanged", "route planner")


def test_words_that_went_to_another_section_have_moved() -> None:
    line = "• Built the route planner that 1,200 drivers use every day.\n"
    new = RESUME.replace(line, "") + "\n\nBest of all\n" + line

    assert told("the route planner that 1,200 drivers use", new) == (
        "moved",
        "the route planner that 1,200 drivers use",
    )


def test_words_some_of_which_changed_are_reworded() -> None:
    new = RESUME.replace("Led the migration", "Headed the migration")

    assert told("Led the migration of the ledger", new)[0] == "reworded"
    assert told("with a team of six", new) == ("unchanged", "with a team of six")


def test_words_that_were_deleted_are_gone() -> None:
    new = RESUME.replace(
        "• Reduced the cost of hosting by 38 % by deleting what nobody used.\n", ""
    )

    assert told("deleting what nobody used", new) == ("gone", "")


@pytest.mark.parametrize("nth", [0, 1])
def test_of_two_equal_phrases_the_other_one_is_never_taken(nth: int) -> None:
    lines = [line for line in RESUME.split("\n") if "Worked closely" in line]
    new = RESUME.replace(lines[nth] + "\n", "")

    assert told("Worked closely with", new, nth=nth) == ("gone", "")
    assert told("Worked closely with", new, nth=1 - nth) == ("unchanged", "Worked closely with")


@settings(deadline=None)  # a busy machine may take its time
@given(anchors(), st.integers(0, 3))
def test_wrapping_and_hyphens_at_line_ends_change_nothing(anchor: Anchor, every: int) -> None:
    words = RESUME.replace("downtime", "down\u00ad\ntime").replace("migration", "migra-\ntion")
    new = "".join(
        "\n" if character == " " and place % 4 == every else character
        for place, character in enumerate(words)
    )

    [carried] = carry([anchor], RESUME, new)

    assert carried.fate == Fate.UNCHANGED or not anchor.quote.text.strip()


@settings(deadline=None)  # a busy machine may take its time
@given(anchors())
def test_quotes_ligatures_and_unicode_form_change_nothing(anchor: Anchor) -> None:
    new = unicodedata.normalize("NFD", RESUME).replace("“done”", '"done"').replace("fi", "\ufb01")

    [carried] = carry([anchor], RESUME, new)

    assert carried.fate == Fate.UNCHANGED or not anchor.quote.text.strip()


def test_an_anchor_whose_span_is_not_its_quote_is_where_its_quote_is() -> None:
    anchor = anchor_at(RESUME, "route planner")
    elsewhere = Anchor(anchor.quote, Span(3, 9))

    assert carry([elsewhere], RESUME, RESUME) == [Carried(anchor.span, Fate.UNCHANGED, 1.0)]
    assert carry([elsewhere], RESUME, RESUME + ".") == carry([anchor], RESUME, RESUME + ".")


def test_an_anchor_of_another_text_is_gone() -> None:
    stranger = Anchor(Quote("kept the bees", "", ""), Span(3, 16))

    for new in (RESUME, RESUME + "."):
        [carried] = carry([stranger], RESUME, new)
        assert carried.fate == Fate.GONE


def test_a_place_between_words_stays_behind_the_word_before_it() -> None:
    def carried(at: int, new: str) -> Carried:
        [one] = carry([Anchor(quote_of(Span(at, at), RESUME), Span(at, at))], RESUME, new)
        return one

    assert carried(3, f"Dear reader,\n{RESUME}").span == Span(16, 16)
    assert carried(0, f"Dear reader,\n{RESUME}").span == Span(13, 13)
    assert carried(0, "Dear reader").fate == Fate.GONE


def test_half_a_word_stays_half_a_word_unless_it_is_written_otherwise() -> None:
    assert told("oute plan", f"Dear reader,\n{RESUME}") == ("unchanged", "oute plan")
    assert told("igrat", RESUME.replace("migration", "migra\u00ad\ntion")) == (
        "unchanged",
        "migra\u00ad\ntion",
    )


def test_another_ending_is_another_wording() -> None:
    assert told("drivers", RESUME.replace("drivers", "driver")) == ("reworded", "driver")


def test_a_line_inserted_within_is_part_of_it() -> None:
    new = RESUME.replace("\n• Worked closely with des", "\n• Sold tea.\n• Worked closely with des")

    assert told("what nobody used.\n• Worked closely with designers", new) == (
        "reworded",
        "what nobody used.\n• Sold tea.\n• Worked closely with designers",
    )


def test_a_quote_torn_apart_is_where_three_quarters_of_it_are_or_nowhere() -> None:
    line = "• Reduced the cost of hosting by 38 % by deleting what nobody used.\n"
    new = RESUME.replace(line, "") + "\n\nBest of all\n" + line

    assert told("a team of six.\n• Reduced the cost of", new) == ("gone", "")
    assert told("of six.\n• Reduced the cost of hosting by 38 %", new) == (
        "reworded",
        "• Reduced the cost of hosting by 38 %",
    )


def test_nothing_is_left_in_an_empty_text() -> None:
    assert told("route planner", "") == ("gone", "")
