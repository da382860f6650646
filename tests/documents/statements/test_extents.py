"""Of a unit that says something, the words that say it: no more and no less."""

import pytest

from tests.documents.statements.carrying import told


def test_a_date_in_one_word_becomes_several():
    new = "Nurse\nLeeds, Jan 2019 – today"

    assert told("01/2019", "Nurse\n01/2019 - today\nLeeds", new) == "Jan 2019"
    assert told("01/2019", "Nurse\nIn the good old town of Leeds since 01/2019", new) == "Jan 2019"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("2012-2019", "2012 to 2019"),
        ("08/2015 - 08/2018", "August 2015 to August 2018"),
        ("2019.06 - 2020.06", "2019年6月至2020年6月"),
    ],
)
def test_of_two_dates_both_are_found(old, new):
    assert told(old, f"Lee\n{old} Baker, Hull", f"Lee\nBaker, Hull, {new}") == new


def test_a_unit_whose_words_are_all_found_is_no_longer_than_they_are():
    old = "Ann Lee\n- Organised two trainings\n- Ran the shop"
    new = "Ann Lee\n- Training of newcomers, two a year, organised\n- Ran the shop"

    assert (
        told("Organised two trainings", old, new) == "Training of newcomers, two a year, organised"
    )


def test_of_a_short_unit_all_is_meant():
    old, new = "Lee\n- Handled customer complaints", "Lee\n- Customer complaints settled"

    assert told("Handled customer complaints", old, new) == "Customer complaints settled"


def test_within_a_clause_the_narrowest_words_are_meant():
    old = "Lee\n- Showed all the friendly guests quickly around town"
    new = "Lee\n- Showed all the friendly guests slowly around town"

    assert told("guests quickly around", old, new) == "guests slowly around"
    assert told("friendly guests quickly around", old, new) == "friendly guests slowly around"


def test_what_was_added_before_a_statement_is_part_of_its_sentence_and_what_follows_is_not():
    old = "Lee\n- Making of frames.\n- Ran the shop."
    new = "Lee\n- Some 40 frames a year cut and fitted, one of them twice.\n- Ran the shop."

    assert told("Making of frames.", old, new) == "Some 40 frames a year cut and fitted"


@pytest.mark.parametrize(
    "line",
    [
        "Drafted letters to suppliers; none was sent back",
        "Drafted letters to suppliers, with prices for a year",
    ],
)
def test_what_was_added_to_a_statement_is_no_part_of_it(line):
    old = "Lee\n- Drafting of letters to suppliers\n- Ran the shop"

    assert told("Drafting of letters to suppliers", old, f"Lee\n- {line}\n- Ran the shop") == (
        "Drafted letters to suppliers"
    )


def test_a_sentence_keeps_its_stop_and_a_phrase_takes_none():
    old = "Lee\n- Trained two shop assistants.\n- Ran the shop."
    new = "Lee\n- Training of two shop assistants.\n- Ran the shop."

    assert told("Trained two shop assistants.", old, new) == "Training of two shop assistants."
    assert told("Trained two shop assistants", old, new) == "Training of two shop assistants"
