"""Where the words of a line lie along it, said in few signs."""

from mentorship.documents.formats.inks import ink
from mentorship.documents.formats.manuscript import Line, Word


def lined(text: str, *edges: tuple[str, float, float], angle: int = 0) -> str:
    """The ink of a line of `text`: its words in turn, each from here to there of a page 1 wide."""
    words, at = [], 0
    for said, left, right in edges:
        start = text.index(said, at)
        at = start + len(said)
        words.append(Word(start, at, (left, 0.1, right, 0.2)))
    sides = [side for _said, *reach in edges for side in reach]
    box = (min(sides), 0.1, max(sides), 0.2)
    return ink(Line(1, 0, len(text), box, tuple(words), angle), text)


def test_each_word_has_the_gap_before_it_and_its_width() -> None:
    found = lined("Lead with it", ("Lead", 0.1, 0.2), ("with", 0.22, 0.28), ("it", 0.28, 0.3))

    assert found == "0 1000 200 600 0 200"


def test_what_runs_from_the_right_goes_back() -> None:
    assert lined("אב גד", ("אב", 0.5, 0.6), ("גד", 0.4, 0.49)) == "1000 1000 -2000 900"


def test_a_word_alone_and_a_turned_line_need_nothing() -> None:
    words = (("Lead", 0.1, 0.2), ("it", 0.22, 0.3))

    assert lined("Lead", words[0]) == ""
    assert lined("Lead it", *words, angle=90) == ""
    assert lined("a b", ("a", 0.1, 0.1), ("b", 0.1, 0.1)) == ""


def test_ideographs_as_wide_as_each_other_are_one_piece() -> None:
    signs = [
        (sign, 0.1 * place, 0.1 * place + 0.1) for place, sign in enumerate("上海交通大学", start=1)
    ]

    assert lined("上海交通大学", *signs) == ""
    assert lined("上海交通大学IT", *signs, ("IT", 0.7, 0.72)) == "0 1935/6 0 65"


def test_ideographs_that_are_not_keep_their_own_places() -> None:
    uneven = [("上", 0.0, 0.1), ("海", 0.1, 0.14), ("𠀀", 0.14, 0.2)]

    assert lined("上海𠀀", *uneven) == "0 1000/1 0 400/1 0 600"


def test_where_a_space_does_not_end_a_piece_its_length_is_said() -> None:
    edges = (("v 1", 0.0, 0.1), ("x", 0.12, 0.2))

    assert lined("v 1 x", *edges) == "0 1000/3 200 800"
