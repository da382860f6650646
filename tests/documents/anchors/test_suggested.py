"""Which suggestions a next version has followed, and where they stand in it."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentorship.documents.anchors.relocation import Anchor, Carried, carry
from mentorship.documents.anchors.selectors import Span, quote_of
from mentorship.documents.anchors.suggested import Suggested, followed, were_left_out

LINES = [
    "Led a team of twelve in two shifts.",
    "Wrote the first program for the engine.",
    "Responsible for the training of new staff.",
    "Spoke at the meeting of the Royal Society.",
    "Translated a paper on the engine, with notes.",
]
OTHERS = [
    "Ran two shifts with twelve people.",
    "Programmed the engine a century before there was one.",
    "Trained forty new colleagues in their first week.",
    "Gave the opening lecture of the Royal Society.",
    "Added seven notes, each longer than the paper it explained.",
]


def asked(old: str, new: str, wordings: Sequence[tuple[str, str]]) -> list[Carried | None]:
    """What was followed of words suggested for others."""
    spans = [Span(old.index(words), old.index(words) + len(words)) for words, _else in wordings]
    anchors = [Anchor(quote_of(span, old), span) for span in spans]
    found = carry(anchors, old, new)
    rows = zip(anchors, wordings, found, strict=True)
    return followed(
        [Suggested(anchor, other, one) for anchor, (_was, other), one in rows], old, new
    )


def words(found: Carried | None, text: str) -> str:
    return text[found.span.start : found.span.end] if found and found.span else ""


@given(
    which=st.lists(st.booleans(), min_size=5, max_size=5),
    added=st.integers(0, 5),
    gone=st.sets(st.integers(0, 4)),
)
def test_exactly_those_are_found_that_were_followed(
    which: list[bool], added: int, gone: set[int]
) -> None:
    """Whatever else was done: a line came, others went."""
    old = "\n\n".join(LINES)
    lines = [
        other if is_followed else line
        for line, other, is_followed in zip(LINES, OTHERS, which, strict=True)
    ]
    wanted = ["" if place in gone or not which[place] else OTHERS[place] for place in range(5)]
    kept = [line for place, line in enumerate(lines) if place not in gone]
    kept.insert(min(added, len(kept)), "Keeps bees and repairs clocks.")
    new = "\n\n".join(kept)

    found = asked(old, new, list(zip(LINES, OTHERS, strict=True)))

    assert [words(one, new) for one in found] == wanted


@given(other=st.text(max_size=40))
def test_in_a_text_that_did_not_change_nothing_was_followed(other: str) -> None:
    old = "\n\n".join(LINES)

    assert asked(old, old, [(LINES[2], other), (LINES[2], OTHERS[2])]) == [None, None]


@pytest.mark.parametrize(
    ("was", "other", "now", "is_followed"),
    [
        ("Led a team of twelve", "Led a team", "Led a team of twelve in two shifts.", False),
        ("Led a team of twelve", "Led a team", "Led a team in two shifts.", True),
        ("Led a team", "Led a team of twelve", "Led a team of twelve in two shifts.", True),
        ("led python courses", "Led Python courses", "led python courses", False),
        ("led python courses", "Led Python courses", "Led Python courses", True),
        ("Led courses", "Led courses.", "Led courses.", True),
        ("Led courses", "", "", False),
        ("Led courses", "Led  courses", "Led courses", False),
        ("Led courses", "Held courses", "Held many courses", False),
    ],
)
def test_to_the_letter_and_no_part_of_what_stood_there(
    was: str, other: str, now: str, is_followed: bool
) -> None:
    before = (
        now if was in now and not is_followed else f"{was} in two shifts." if "team" in was else was
    )
    frame = "Work\n\n{}\n\nKeeps bees and repairs clocks."

    (found,) = asked(frame.format(before), frame.format(now), [(was, other)])

    assert (found is not None) == is_followed


def test_of_two_suggestions_for_the_same_words_the_one_that_was_followed() -> None:
    old, new = "\n\n".join(LINES), "\n\n".join([LINES[0], OTHERS[1], *LINES[2:]])
    both = [(LINES[1], "Wrote the first program of all."), (LINES[1], OTHERS[1])]

    assert [words(one, new) for one in asked(old, new, both)] == ["", OTHERS[1]]


def test_words_that_stand_elsewhere_anyway_were_not_followed() -> None:
    old = "\n\n".join([*LINES, OTHERS[0]])
    new = "\n\n".join([*LINES[1:], OTHERS[0]])

    assert asked(old, new, [(LINES[0], OTHERS[0])]) == [None]


def test_of_very_many_for_the_same_words_the_first_are_looked_for() -> None:
    old, new = "\n\n".join(LINES), "\n\n".join([OTHERS[0], *LINES[1:]])
    many = [(LINES[0], f"Number {number}.") for number in range(9)]

    assert words(asked(old, new, [(LINES[0], OTHERS[0]), *many])[0], new) == OTHERS[0]
    assert asked(old, new, [*many, (LINES[0], OTHERS[0])])[-1] is None


@pytest.mark.parametrize(
    ("was", "line", "now", "is_out"),
    [
        (LINES[2], LINES[2], "", True),
        ("very", "Kept very many bees.", "Kept many bees.", True),
        ("many very old", "Kept many very old bees in Ockham.", "Kept bees in Ockham.", True),
        ("in two shifts", LINES[0], "Led a team of twelve in three shifts.", False),
        (LINES[2], LINES[2], LINES[2], False),
        (LINES[2], LINES[2], "Responsible for training.", False),
        ("Led a team", "Led a team of twelve", "Led a team of forty", False),
    ],
)
def test_words_were_left_out_when_nothing_of_them_is_there(
    was: str, line: str, now: str, is_out: bool
) -> None:
    frame = "Work\n\n{}\n\nKeeps bees and repairs clocks."
    old, new = frame.format(line), frame.format(now)
    start = old.index(was)
    anchor = Anchor(quote_of(Span(start, start + len(was)), old), Span(start, start + len(was)))
    (found,) = carry([anchor], old, new)

    assert were_left_out(Suggested(anchor, "", found), old, new) == is_out


def test_words_at_the_end_that_changed_were_not_left_out() -> None:
    old, new = "Keeps bees.\n\nRan two shifts daily", "Keeps bees.\n\nRan two shifts nightly, daily"
    anchor = Anchor(quote_of(Span(13, len(old)), old), Span(13, len(old)))
    (found,) = carry([anchor], old, new)

    assert not were_left_out(Suggested(anchor, "", found), old, new)
