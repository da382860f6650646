"""What changed between two texts, word by word."""

from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from mentorship.documents.text.changes import How, changes
from mentorship.documents.text.words import words_of

PLAIN = ["led", "Led", "the", "team", "of", ",", ".", "C++", "CI/CD", "co-founder", "\n\n", "•"]
ODD = ["co\u00ad\nfounder", "e\u0301te\u0301", "לוח", "ال\u064eعربية", "経験", "\ue000", "\u200b"]
WORDS = st.sampled_from([*PLAIN, *ODD])
TEXT = st.one_of(
    st.lists(WORDS, max_size=30).map(" ".join),
    st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=40),
)


def told(old: str, new: str) -> list[tuple[str, str]]:
    """Each change as "=", "-" or "+" with its words."""
    sign = {How.KEPT: "=", How.DELETED: "-", How.INSERTED: "+"}
    return [
        (sign[change.how], (old[slice(*change.old)] or new[slice(*change.new)]).strip())
        for change in changes(old, new)
    ]


@given(TEXT, TEXT)
@example("led led", "led\n\nled led")
@example("led led", "led led\n\nled")
@example("led led led", "led led\n\nled led")
def test_kept_and_deleted_are_the_old_text_kept_and_inserted_the_new_one(
    old: str, new: str
) -> None:
    found = changes(old, new)

    assert "".join(old[slice(*change.old)] for change in found) == old
    assert "".join(new[slice(*change.new)] for change in found) == new


@given(TEXT, TEXT)
def test_stretches_touch_and_each_has_its_kind_alone(old: str, new: str) -> None:
    found = changes(old, new)

    at = (0, 0)
    for change in found:
        assert (change.old[0], change.new[0]) == at
        at = (change.old[1], change.new[1])
        lengths = (change.old[1] > change.old[0], change.new[1] > change.new[0])
        assert lengths == (change.how != How.INSERTED, change.how != How.DELETED)
    assert all(one.how != other.how for one, other in pairwise(found))


@given(TEXT, TEXT)
def test_what_is_kept_holds_the_same_words(old: str, new: str) -> None:
    for change in changes(old, new):
        if change.how == How.KEPT:
            kept = words_of(old[slice(*change.old)], cased=True)
            assert kept.keys == words_of(new[slice(*change.new)], cased=True).keys


@given(TEXT)
def test_a_text_and_itself_have_no_changes(text: str) -> None:
    assert all(change.how == How.KEPT for change in changes(text, text))


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("Led a team.", "Led a team.", [("=", "Led a team.")]),
        ("", "", []),
        ("", " ", [("+", "")]),
        (" ", "Led", [("-", ""), ("+", "Led")]),
        ("Led a team", "Led a big team", [("=", "Led a"), ("+", "big"), ("=", "team")]),
        ("the the cat", "the cat", [("=", "the"), ("-", "the"), ("=", "cat")]),
        ("led a team", "Led a team", [("-", "led"), ("+", "Led"), ("=", "a team")]),
        ("Uses C++ now", "Uses C# now", [("=", "Uses"), ("-", "C++"), ("+", "C#"), ("=", "now")]),
    ],
)
def test_changes_are_told_in_words(old: str, new: str, expected: list[tuple[str, str]]) -> None:
    assert told(old, new) == expected


def test_a_word_between_two_changes_is_told_with_them() -> None:
    assert told("She ran big old teams well here", "She ran a few small teams well here") == [
        ("=", "She ran"),
        ("-", "big old"),
        ("+", "a few small"),
        ("=", "teams well here"),
    ]
    assert told("one led the team two", "one built the tool two") == [
        ("=", "one"),
        ("-", "led the team"),
        ("+", "built the tool"),
        ("=", "two"),
    ]


def test_two_words_between_two_single_ones_stand_for_themselves() -> None:
    assert told("I saw red for the cat", "I met red for a cat") == [
        ("=", "I"),
        ("-", "saw"),
        ("+", "met"),
        ("=", "red for"),
        ("-", "the"),
        ("+", "a"),
        ("=", "cat"),
    ]


def test_a_missing_line_is_missing_from_its_bullet_on() -> None:
    old, new = "• Led one\n• Led two\n• Led six", "• Led one\n• Led six"

    assert told(old, new) == [("=", "• Led one"), ("-", "• Led two"), ("=", "• Led six")]


def test_a_missing_line_is_missing_with_its_full_stop() -> None:
    old = "• Asked every team.\n• Helped with it.\n• Trained eleven."

    assert told(old, "• Asked every team.\n• Trained eleven.") == [
        ("=", "• Asked every team."),
        ("-", "• Helped with it."),
        ("=", "• Trained eleven."),
    ]


def test_a_last_line_comes_with_its_full_stop() -> None:
    assert told("• Asked every team.", "• Asked every team.\n• Trained eleven.") == [
        ("=", "• Asked every team."),
        ("+", "• Trained eleven."),
    ]


def test_two_rewritten_lines_are_told_one_by_one() -> None:
    assert told("A b\n• one two\n• six ten\nZ", "A b\n• up down\n• in out\nZ") == [
        ("=", "A b\n•"),
        ("-", "one two"),
        ("+", "up down"),
        ("=", "•"),
        ("-", "six ten"),
        ("+", "in out"),
        ("=", "Z"),
    ]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("experience in sales", "expe\u00ad\nrience\nin   sales"),
        ("experience in sales", "expe-\r\nrience in\r\nsales"),
        ("“Café” — it’s e\ufb03cient", '"Cafe\u0301" – it\'s efficient'),
        ("● co-founder", "•  co\u2011founder"),
        ("経験三年", "経\n験三年"),
        ("\u200fשלום", "שלום"),
    ],
)
def test_what_no_reader_sees_is_no_change(old: str, new: str) -> None:
    assert [change.how for change in changes(old, new)] == [How.KEPT]
