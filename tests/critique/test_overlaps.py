"""Points about the same words: which belong together, and which disagree."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from mentorship.critique.models.kinds import Kind
from mentorship.critique.threads.overlaps import Claim, disagree, overlapping

spans = st.tuples(st.integers(0, 60), st.integers(0, 60)).map(sorted)
rows = st.lists(st.tuples(spans, st.sampled_from("abc")), max_size=12)


def claims(found: list[tuple[list[int], str]]) -> list[Claim[int]]:
    return [
        Claim(key, author, "comment", start, end)
        for key, ((start, end), author) in enumerate(found)
    ]


def share(one: Claim[int], other: Claim[int]) -> bool:
    return max(one.start, other.start) < min(one.end, other.end)


def reached(all_of_them: list[Claim[int]], first: Claim[int]) -> set[int]:
    """By the slow way: whatever shares words with it, and with what shares words with that."""
    known, next_ones = {first.key}, [first]
    while next_ones:
        one = next_ones.pop()
        more = [o for o in all_of_them if o.key not in known and share(one, o)]
        known |= {other.key for other in more}
        next_ones += more
    return known


@given(rows)
def test_they_belong_together_exactly_when_words_join_them(found: list[tuple[list[int], str]]):
    all_of_them = claims(found)

    groups = {frozenset(claim.key for claim in group) for group in overlapping(all_of_them)}

    by_the_slow_way = {
        frozenset(reached(all_of_them, claim)) for claim in all_of_them if claim.start < claim.end
    }
    author = {claim.key: claim.author for claim in all_of_them}
    several = {group for group in by_the_slow_way if len({author[key] for key in group}) > 1}
    assert groups == several


@given(rows, st.randoms())
def test_their_order_makes_no_difference(found: list[tuple[list[int], str]], random) -> None:
    one_way = claims(found)
    another = list(one_way)
    random.shuffle(another)

    def keys(given: list[Claim[int]]) -> list[set[int]]:
        return [{claim.key for claim in group} for group in overlapping(given)]

    assert keys(one_way) == keys(another)


def claim(author: str, kind: str = "comment", wording: str | None = None) -> Claim[str]:
    return Claim(author, author, kind, 0, 5, Kind(kind).facts.opposes, wording)


def test_neighbours_share_no_words() -> None:
    assert overlapping([Claim(1, "a", "comment", 0, 5), Claim(2, "b", "comment", 5, 9)]) == []


def test_what_one_keeps_and_another_must_fix_pulls_apart() -> None:
    assert disagree([claim("a", "praise"), claim("b", "must_fix")])
    assert not disagree([claim("a", "praise"), claim("b", "praise")])
    assert not disagree([claim("a", "praise"), claim("b")])
    assert not disagree([claim("a", "praise"), claim("a", "must_fix")])
    assert not disagree([claim("a", "must_fix"), claim("b", "must_fix")])


def test_different_words_pull_apart() -> None:
    assert disagree([claim("a", wording="Led 84 people"), claim("b", wording="Ran three shifts")])
    assert disagree([claim("a", wording="Led"), claim("b", wording="")])
    assert not disagree([claim("a", wording="Led 84"), claim("b", wording=" Led  84 ")])
    assert not disagree([claim("a", wording="Led"), claim("a", wording="Ran"), claim("b")])


kinds = st.sampled_from(Kind.values)
wordings = st.sampled_from([None, "Led", "Ran", ""])


@given(st.lists(st.builds(claim, st.sampled_from("abc"), kinds, wordings), max_size=8))
def test_a_group_pulls_apart_exactly_when_two_of_it_do(group: list[Claim[str]]) -> None:
    pairs = list(combinations(group, 2))

    assert disagree(group) == any(disagree(pair) for pair in pairs)
