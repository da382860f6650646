"""The map of a posting and a text, with what its seeker changed about it."""

import json

from hypothesis import given, settings
from hypothesis import strategies as st

from mentorship.jobsearch.coverage.evidence import (
    Edit,
    Entry,
    Readings,
    as_rows,
    compared,
    entries,
    fingerprint,
    name_of,
    of_rows,
    read,
)
from mentorship.jobsearch.coverage.showing import Status
from mentorship.jobsearch.coverage.terms import Term, Weight

POSTING = """Requirements
• Kafka
• Wound care
• Budget management

Nice to have
• Terraform
"""
RESUME = "Managed a budget of £40,000\nNo experience with Kafka\nTerraform since 2019\n"


def mapped(text: str = RESUME, *edits: Edit, posting: str = POSTING) -> list[Entry]:
    return entries(read(posting, text, edits), edits)


def told(made: list[Entry]) -> list[tuple[str, Weight, Status]]:
    return [(one.text, one.weight, one.shown.status) for one in made]


def words(entry: Entry, text: str = RESUME) -> list[str]:
    return [text[place.start : place.end] for place in entry.shown.places]


def test_each_term_of_the_posting_stands_in_one_of_three_ways() -> None:
    assert told(mapped()) == [
        ("Kafka", Weight.REQUIRED, Status.MISSING),
        ("Wound care", Weight.REQUIRED, Status.MISSING),
        ("Budget management", Weight.REQUIRED, Status.VARIANT),
        ("Terraform", Weight.NICE, Status.EXACT),
    ]


def test_what_is_found_says_where_and_so_does_what_is_named_without_counting() -> None:
    kafka, _care, budget, _terraform = mapped()

    assert words(budget) == ["Managed a budget"]
    assert [place.start for place in kafka.shown.uncounted] == [RESUME.index("Kafka")]


def test_a_term_that_was_added_comes_last_and_is_looked_for() -> None:
    added = mapped(RESUME, Edit("2019", is_added=True, weight=Weight.NICE))[-1]

    assert (added.text, added.weight, added.is_added) == ("2019", Weight.NICE, True)
    assert words(added) == ["2019"]


def test_a_term_that_is_in_the_posting_is_not_added_twice() -> None:
    made = mapped(RESUME, Edit("kafka", is_added=True))

    assert [one.text for one in made].count("Kafka") == 1
    assert "kafka" not in [one.text for one in made]


def test_a_dropped_term_stays_known_and_a_weighed_one_changes_its_group() -> None:
    kafka, care, *_rest = mapped(
        RESUME, Edit("Kafka", is_dropped=True), Edit("Wound care", weight=Weight.NICE)
    )

    assert kafka.is_dropped
    assert care.weight is Weight.NICE


def test_what_she_calls_the_same_is_found_by_its_own_words() -> None:
    same = Edit("Wound care", same_as=("Dressings", "budget"))

    care = mapped(RESUME, same)[1]

    assert (care.shown.status, care.said) == (Status.VARIANT, "budget")
    assert words(care) == ["budget"]


def test_of_other_words_that_are_not_there_nothing_is_said() -> None:
    care = mapped(RESUME, Edit("Wound care", same_as=("Dressings",)))[1]

    assert (care.shown.status, care.said) == (Status.MISSING, "")


def test_an_edit_of_a_term_the_posting_no_longer_has_is_left_out() -> None:
    assert len(mapped(RESUME, Edit("Rust", is_dropped=True))) == 4


def test_versions_are_compared_by_what_each_shows() -> None:
    before = mapped()
    now = mapped("Kafka since 2020. Terraform. Wound care on the ward.")

    assert compared(now, before).more == ["Kafka", "Wound care"]
    assert compared(now, before).less == ["Budget management"]


def test_what_was_dropped_is_not_compared() -> None:
    edit = Edit("Kafka", is_dropped=True)

    assert compared(mapped("Kafka since 2020", edit), mapped("", edit)).more == []


def test_a_map_is_known_by_posting_and_words_whatever_their_order() -> None:
    one, other = Edit("Rust", is_added=True), Edit("Kafka", same_as=("Pulsar",))

    assert fingerprint(POSTING, [one, other]) == fingerprint(POSTING, [other, one])
    assert fingerprint(POSTING, [one]) != fingerprint(POSTING)
    assert fingerprint(POSTING) != fingerprint(POSTING + "• Rust")


lines = st.sampled_from(
    [
        "• Kafka",
        "• Kafka and Terraform",
        "• Wound care",
        "Nice to have",
        "Requirements",
        "About us",
        "No experience with Kafka",
        "KAFKA  since 2019",
        "Managed wounds, cared",
        "ﬁ … 😀 İstanbul",
        "",
    ]
)
texts = st.lists(lines | st.text(max_size=40), max_size=8).map("\n".join)
edits = st.lists(
    st.builds(
        Edit,
        text=st.sampled_from(["Kafka", "kafka", "Wound care", "Rust", "😀"]) | st.text(max_size=9),
        is_added=st.booleans(),
        is_dropped=st.booleans(),
        weight=st.none() | st.sampled_from(Weight),
        same_as=st.lists(st.text(max_size=9), max_size=2).map(tuple),
    ),
    max_size=4,
    unique_by=lambda edit: name_of(edit.text),
)


@settings(max_examples=60, deadline=None)
@given(posting=texts, text=texts, changed=edits)
def test_whatever_is_read_a_map_is_whole(posting: str, text: str, changed: list[Edit]) -> None:
    readings = read(posting, text, changed)
    made = entries(readings, changed)

    assert len({one.name for one in made}) == len(made)
    for one in made:
        assert bool(one.shown.places) == one.is_found
        assert all(0 <= place.start < place.end <= len(text) for place in one.shown.places)
        assert not set(one.shown.places) & set(one.shown.uncounted)
    assert entries(of_rows(json.loads(json.dumps(as_rows(readings)))), changed) == made
    assert compared(made, made).more == compared(made, made).less == []


def test_a_term_that_a_posting_writes_in_two_ways_is_one() -> None:
    found = read(POSTING, RESUME)
    twice = Readings(
        [*found.terms, Term("KAFKA", Weight.NICE, 90)],
        {**found.found, "KAFKA": found.found["Kafka"]},
    )

    assert entries(twice) == entries(found)
