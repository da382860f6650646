"""Which words of two texts are the same, wherever sentences and sections went."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentorship.documents.text.alignment import Run
from mentorship.documents.text.blocks import believed, in_order, parted, weight
from mentorship.documents.text.moves import Like, paired, resembling
from mentorship.documents.text.words import words_of

WORD = st.sampled_from(
    ["led", "the", "team", "•", ".", "payments", "in", "Bristol", "\n", "経", "験"]
)
TEXT = st.lists(WORD, max_size=30).map(" ".join)

HARBOUR = "• Led the migration of the ledger to PostgreSQL.\n• Reduced the cost of hosting."
FREIGHT = "• Built the route planner for drivers.\n• Introduced continuous delivery with Docker."


def words_paired(old: str, new: str) -> list[tuple[str, str]]:
    """What is the same in both, each run as it is read in the old and in the new text."""
    before, after = words_of(old), words_of(new)
    return [
        (
            old[before.starts[run.old] : before.ends[run.olds[-1]]],
            new[after.starts[run.new] : after.ends[run.news[-1]]],
        )
        for run in paired(before, after)
    ]


@given(TEXT, TEXT)
def test_each_word_is_paired_once_with_the_same_word(old: str, new: str) -> None:
    before, after = words_of(old), words_of(new)

    runs = paired(before, after)

    olds = [word for run in runs for word in run.olds]
    news = [word for run in runs for word in run.news]
    assert [before.keys[word] for word in olds] == [after.keys[word] for word in news]
    assert olds == sorted(set(olds))
    assert len(news) == len(set(news))


@given(TEXT)
def test_a_text_is_itself(text: str) -> None:
    words = words_of(text)

    assert paired(words, words) == ([Run(0, 0, len(words.keys))] if words.keys else [])


def test_sections_that_changed_places_are_both_found() -> None:
    assert words_paired(f"{HARBOUR}\n\n{FREIGHT}", f"{FREIGHT}\n\n{HARBOUR}") == [
        (HARBOUR, HARBOUR),
        (FREIGHT, FREIGHT),
    ]


def test_a_line_that_went_elsewhere_takes_the_words_around_it_that_are_its_own() -> None:
    line = "• Led the weekly review of incidents."
    old = f"{HARBOUR}\n{line}\n• Led the office move.\n\n{FREIGHT}"
    new = f"{HARBOUR}\n• Led the office move.\n\n{FREIGHT}\n{line}"

    assert (line, line) in words_paired(old, new)


def test_of_a_phrase_that_stood_twice_the_one_whose_line_is_gone_is_alone() -> None:
    old = "• Worked closely with designers.\n• Sold tea.\n• Worked closely with drivers."
    new = "• Sold tea.\n• Worked closely with drivers."

    assert words_paired(old, new) == [(new, new)]


def test_few_words_elsewhere_are_a_coincidence() -> None:
    old = f"{HARBOUR}\n\nWho ate it\n\n{FREIGHT}"
    new = f"ate it\n\n{HARBOUR}\n\n{FREIGHT}"

    assert [one for one, _ in words_paired(old, new)] == [HARBOUR, FREIGHT]


def test_what_moved_is_not_in_order() -> None:
    before, after = words_of(f"Z a\n{HARBOUR}"), words_of(f"{HARBOUR}\nZ a")
    runs = [Run(0, len(after.keys) - 2, 2), Run(2, 0, len(before.keys) - 2)]

    assert in_order(runs, before.keys) == {runs[1]}


def test_words_with_another_ending_resemble_each_other() -> None:
    old, new = ["led", "manages", "x", "teams", "."], ["led", "managed", "the", "team", "."]

    assert list(resembling([Run(0, 0, 1), Run(4, 4, 1)], old, new)) == [
        Like(1, 1, 6),
        Like(3, 3, 4),
    ]


def test_among_many_changed_words_none_is_taken_for_another() -> None:
    old = ["teams", *"abcdefghij"]

    assert list(resembling([], old, ["team"])) == []


@pytest.mark.parametrize(
    ("key", "says"), [("the", 1), ("1,200", 5), ("team", 4), ("•", 0), ("経", 3), ("7", 1)]
)
def test_words_say_more_than_signs(key: str, says: int) -> None:
    assert weight(key) == says


def test_a_small_word_among_many_changed_ones_is_not_believed() -> None:
    keys = [*"abcdefgh", "the", *"ijklmnop"]
    start, end = Run(0, 0, 0), Run(17, 17, 0)

    assert believed([start, Run(8, 8, 1), end], keys) == []
    assert believed([start, Run(0, 0, 1), Run(8, 8, 1), Run(9, 9, 8), end], keys) == [
        Run(0, 0, 1),
        Run(8, 8, 1),
        Run(9, 9, 8),
    ]
    assert believed([None, Run(8, 8, 1), None], keys) == []


def test_a_gap_is_parted_where_most_is_paired() -> None:
    keys = ["led", "the", "team", "built", "the", "tool"]
    after, before = [Run(0, 10, 3), Run(4, 14, 1)], [Run(1, 20, 1), Run(3, 22, 3)]

    assert parted(after, before, keys) == [Run(0, 10, 3), Run(3, 22, 3)]
    assert parted(after, [], keys) == after
    assert parted([Run(0, 10, 1)], [Run(0, 20, 6)], keys) == [Run(0, 20, 6)]
