"""Which words of two texts are the same, in their order."""

from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentorship.documents.text.alignment import Run, aligned, heaviest_in_order

WORDS = st.lists(st.sampled_from("abcdefghijkl"), max_size=14)
AT_ONCE = st.sampled_from([0, 1, 6, 1_000])


@given(WORDS, WORDS, AT_ONCE)
def test_runs_hold_the_same_words_in_order_and_do_not_touch(
    old: list[str], new: list[str], most: int
) -> None:
    runs = aligned(old, new, most)

    assert all(run.length for run in runs)
    for run in runs:
        assert [old[word] for word in run.olds] == [new[word] for word in run.news]
    for run, following in pairwise(runs):
        assert run.olds.stop <= following.old
        assert run.news.stop <= following.new
        assert (run.olds.stop, run.news.stop) != (following.old, following.new)


@given(WORDS)
def test_a_text_is_itself(words: list[str]) -> None:
    assert aligned(words, words) == ([Run(0, 0, len(words))] if words else [])


@pytest.mark.parametrize(
    ("old", "new", "runs"),
    [
        ("abcdef", "abXdef", [Run(0, 0, 2), Run(3, 3, 3)]),
        ("aabXaa", "aaXbaa", [Run(0, 0, 2), Run(3, 2, 1), Run(4, 4, 2)]),
        ("aaaaaa", "aaaaab", []),
    ],
)
def test_long_texts_are_taken_apart_at_what_stands_once(
    old: str, new: str, runs: list[Run]
) -> None:
    assert aligned(old, new, most=6) == runs


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(1, 5)), max_size=8))
def test_the_heaviest_in_order_is_the_heaviest_of_all(given_: list[tuple[int, int]]) -> None:
    places, weights = [place for place, _ in given_], [weight for _, weight in given_]

    chosen = heaviest_in_order(places, weights)

    every = (
        choice
        for length in range(len(places) + 1)
        for choice in combinations(range(len(places)), length)
        if all(places[one] < places[other] for one, other in pairwise(choice))
    )
    assert list(chosen) == sorted(chosen)
    assert all(places[one] < places[other] for one, other in pairwise(chosen))
    assert sum(weights[place] for place in chosen) == max(
        sum(weights[place] for place in choice) for choice in every
    )
