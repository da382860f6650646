"""Pieces of a text that is read anew, at the words of the one that was kept of the same file."""

from mentorship.documents.formats.manuscript import Piece
from mentorship.documents.formats.simple.kept import Places


def told(read: str, kept: str, *pieces: Piece) -> list[tuple[str, bool, str]]:
    """Of each piece its words (in brackets those that are not in the kept text), and its facts."""
    found = Places(read, kept).pieces(pieces)
    return [
        (kept[one.start : one.end] if one.end else f"[{one.text}]", one.opens, one.marks)
        for one in found
    ]


def test_the_same_text_has_the_same_pieces() -> None:
    assert told("Ada wrote.", "Ada wrote.", Piece(0, 10, opens=True)) == [("Ada wrote.", True, "")]


def test_words_are_found_where_they_are_in_the_other_order() -> None:
    read, kept = "Ada wrote.\nLeeds", "Leeds\n\nAda wrote."

    pieces = told(read, kept, Piece(11, 16), Piece(0, 10, opens=True, marks="b"))

    assert ("Ada wrote.", True, "b") in pieces


def test_what_was_not_kept_says_itself() -> None:
    read, kept = "Ada ﬁnally wrote", "Ada wrote"

    assert told(read, kept, Piece(0, 16, opens=True, marks="c")) == [
        ("Ada", True, "c"),
        ("[ﬁnally]", False, "c"),
        ("wrote", False, "c"),
    ]


def test_no_piece_goes_on_in_another_line() -> None:
    assert told("Ada wrote", "Ada\nwrote", Piece(0, 9, opens=True)) == [
        ("Ada", True, ""),
        ("wrote", False, ""),
    ]


def test_what_is_in_no_text_stays_as_it_is() -> None:
    icon, blank = Piece(text="x", marks="i"), Piece(1, 2, marks="m")

    assert told("a  b", "b", icon, blank) == [("[x]", False, "i"), ("[ ]", False, "m")]


def test_a_place_is_that_of_the_first_word_that_was_kept() -> None:
    places = Places("Old Ada\nGone", "New Ada")

    assert (places.of(0, 7), places.of(8, 12)) == (4, None)
