"""What stands elsewhere is told as moved, beside what is gone and what has come."""

from hypothesis import given, settings
from hypothesis import strategies as st

from mentorship.documents.anchors.relocation import Anchor, Fate, carry
from mentorship.documents.anchors.selectors import Span, quote_of
from mentorship.documents.text.changes import How, changes
from mentorship.documents.text.comparing import difference
from mentorship.documents.text.moved import with_moves
from mentorship.documents.text.words import words_of

BEES = "Kept bees on the roof of the town hall."
LOOMS = "Mended nine looms in a mill by the river, for two winters."
TRAINS = "Wrote timetables."
SIGNS = {How.DELETED: "-", How.INSERTED: "+", How.MOVED_AWAY: "<", How.MOVED_HERE: ">"}


def told(old: str, new: str) -> list[str]:
    """What changed, each with its sign."""
    return [
        SIGNS[change.how]
        + (old[slice(*change.old)] if change.how.is_of_old else new[slice(*change.new)]).strip()
        for change in with_moves(changes(old, new), old, new)
        if change.how is not How.KEPT
    ]


def test_a_sentence_that_changed_its_place_has_moved():
    assert told(f"{BEES}\n{LOOMS}\n{TRAINS}", f"{LOOMS}\n{TRAINS}\n{BEES}") == [
        f"<{BEES}",
        f">{BEES}",
    ]


def test_what_is_said_beside_it_is_gone_and_has_come():
    old, new = f"Eve\n{BEES} Left.\n{LOOMS}", f"Eve\n{LOOMS}\nBefore: {BEES}"

    assert told(old, new) == [f"<{BEES}", "-Left.", "+Before:", f">{BEES}"]


def test_a_word_or_two_have_not_moved_and_capitals_count():
    assert {one[0] for one in told(f"In Hull\n{LOOMS}", f"{LOOMS}\nIn Hull")} == {"-", "+"}
    assert {one[0] for one in told(f"{BEES}\n{LOOMS}", f"{LOOMS}\n{BEES.upper()}")} == {"-", "+"}


def test_what_only_came_or_only_went_has_not_moved():
    assert told(BEES, f"{BEES}\n{LOOMS}") == [f"+{LOOMS}"]
    assert told(f"{BEES}\n{LOOMS}", BEES) == [f"-{LOOMS}"]


def test_words_that_moved_are_counted_apart():
    found = difference(f"{BEES}\n{LOOMS}", f"{LOOMS}\n{BEES}", [], tells_moves=True)

    assert (found.come, found.gone, found.moved) == (0, 0, 9)
    assert not found.is_same


LINES = st.lists(st.sampled_from([BEES, LOOMS, TRAINS, "Eve", "• in Hull", "R&D"]), max_size=7)
TEXT = LINES.map("\n".join)


@settings(deadline=None)
@given(TEXT, TEXT)
def test_both_texts_are_told_to_the_last_letter_and_what_is_kept_stays(old, new):
    plain = changes(old, new)
    found = with_moves(plain, old, new)

    olds = [old[slice(*one.old)] for one in found if one.how is How.KEPT or one.how.is_of_old]
    news = [new[slice(*one.new)] for one in found if not one.how.is_of_old]
    assert ("".join(olds), "".join(news)) == (old, new)
    assert [one for one in found if one.how is How.KEPT] == [
        one for one in plain if one.how is How.KEPT
    ]


@settings(deadline=None)
@given(TEXT, TEXT)
def test_a_point_went_where_comparing_says_that_its_words_moved(old, new):
    words = words_of(old)
    spans = [Span(*ends) for ends in zip(words.starts, words.ends, strict=True)]
    found = with_moves(changes(old, new), old, new)
    away = [change.old for change in found if change.how is How.MOVED_AWAY]
    here = [change.new for change in found if change.how is How.MOVED_HERE]

    for span, one in zip(
        spans, carry([Anchor(quote_of(one, old), one) for one in spans], old, new), strict=True
    ):
        if any(start <= span.start < end for start, end in away):
            assert one.fate in {Fate.MOVED, Fate.UNCHANGED}
            assert any(start <= one.span.start < end for start, end in here)


@settings(deadline=None)
@given(TEXT, TEXT)
def test_whether_moves_are_told_changes_no_line_and_no_sum(old, new):
    plain, told_ = (difference(old, new, [], tells_moves=asked) for asked in (False, True))

    assert (plain.lines, plain.is_same) == (told_.lines, told_.is_same)
    assert (plain.come, plain.gone) == (told_.come + told_.moved, told_.gone + told_.moved)
