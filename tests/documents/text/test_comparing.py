"""Two texts as one to read: rows, folds, counts, and the lines that changed."""

from dataclasses import dataclass

from hypothesis import given
from hypothesis import strategies as st

from mentorship.documents.text.changes import How, changes
from mentorship.documents.text.comparing import (
    LinedText,
    Part,
    Row,
    changed_lines,
    counts,
    difference,
    passages,
    rows,
    spans,
)

SIGNS = {How.KEPT: "", How.DELETED: "-", How.INSERTED: "+"}


@dataclass(frozen=True)
class Line:
    """A line as a text has it. Written "~ so" it goes on from the line before."""

    number: int
    start: int
    end: int
    opens_block: bool = False
    goes_on: bool = False


def copy(written: str) -> LinedText:
    """A text with a line for each of its lines; "¶" opens a block, "~" goes on."""
    text, lines = "", []
    for number, words in enumerate(written.split("\n"), 1):
        bare = words.lstrip("¶~")
        lines.append(Line(number, len(text), len(text) + len(bare), "¶" in words, "~" in words))
        text += bare + "\n"
    return LinedText(text.removesuffix("\n"), [line for line in lines if line.end > line.start])


def told(old: str, new: str) -> list[str]:
    """The rows, each with "[-gone]" and "[+new]" words."""
    before, after = copy(old), copy(new)
    return [
        "".join(
            f"[{SIGNS[part.how]}{part.text.strip()}] " if SIGNS[part.how] else part.text
            for part in row.parts
        ).strip()
        for row in rows(changes(before.text, after.text), before, after)
    ]


def marked(old: str, new: str) -> list[int]:
    """The numbers of the new text's changed lines."""
    before, after = copy(old), copy(new)
    found = changes(before.text, after.text)
    return sorted(changed_lines(found, before.text, after.text, after.lines))


def test_words_stand_where_they_came_and_where_they_are_missed():
    assert told("Led 84 people on three shifts", "Led ninety people on shifts") == [
        "Led [-84] [+ninety] people on [-three] shifts"
    ]


def test_a_row_that_came_and_a_row_that_is_gone_stand_alone():
    assert told("Ada\nWrote a program", "Ada\nHarbour\nWrote a program") == [
        "Ada",
        "[+Harbour]",
        "Wrote a program",
    ]
    assert told("Ada\nHarbour\nWrote a program", "Ada\nWrote a program") == [
        "Ada",
        "[-Harbour]",
        "Wrote a program",
    ]


def test_a_row_written_anew_stands_after_the_old_one():
    assert told("Ada\nLikes horses", "Ada\nRuns two harbours") == [
        "Ada",
        "[-Likes horses]",
        "[+Runs two harbours]",
    ]


def test_a_row_with_a_new_beginning_stays_one_row():
    old, new = "Ada\nHead of the harbour in Kiel", "Ada\nLead of the harbour in Kiel"

    assert told(old, new) == ["Ada", "[-Head] [+Lead] of the harbour in Kiel"]


def test_a_row_may_begin_with_blanks():
    assert told("One\n  two", "One\n  three") == ["One", "[-two] [+three]"]


def test_wrapped_lines_run_on_and_hyphens_hold_words_together():
    old = "Responsible for well-\n~known people\n~on shifts"

    assert told(old, old) == ["Responsible for well-known people on shifts"]


def test_where_lines_are_wrapped_is_no_change():
    old, new = "Led 84 people\n~on three shifts", "Led 84\n~people on three\n~shifts"

    assert told(old, new) == ["Led 84 people on three shifts"]
    assert marked(old, new) == []


def test_blocks_stay_apart():
    before = copy("Ada\n¶Work\nHarbour")

    found = rows(changes(before.text, before.text), before, before)

    assert [row.opens_block for row in found] == [False, True, False]


def test_a_line_with_new_words_is_marked():
    assert marked("One two\nthree four\nfive", "One two\nthree and four\nfive") == [2]


def test_new_words_over_two_lines_mark_both_and_not_their_neighbours():
    assert marked("One two\nsix", "One two\nthree four\n~five\nsix") == [2, 3]


def test_a_line_that_misses_words_is_marked():
    assert marked("One two three\nfour five", "One three\nfour five") == [1]
    assert marked("One two three\nfour five", "One two\nfour five") == [1]
    assert marked("One two three\nfour five", "One two three\nfive") == [2]


def test_where_whole_lines_are_gone_those_around_them_are_as_they_were():
    assert marked("One\ntwo three\nfour", "One\nfour") == []
    assert marked("One two\nthree four", "three four") == []
    assert marked("One two\nthree four", "One two") == []
    assert marked("One\ntwo three\nfour five\nsix", "One\nfive\nsix") == [2]
    assert marked("One two three\nfour five", "One two") == [1]


def test_two_lines_made_one_are_marked_where_words_are_missed():
    assert marked("One two\nthree four five six", "One two four five six") == [1]


def test_nothing_is_marked_in_a_text_without_lines():
    assert changed_lines(changes("One", ""), "One", "", []) == frozenset()


def test_words_are_counted_and_signs_are_not():
    old = "Led the people of three harbours – on shifts."
    new = "Led the young people of three harbours, day by day, on shifts!"

    assert counts(changes(old, new), old, new) == (4, 0, 0)
    assert counts(changes(old, old), old, old) == (0, 0, 0)


def test_spans_are_of_the_text_in_which_the_words_stand():
    found = changes("Led 84 people", "Led ninety people")

    assert spans(found, How.DELETED) == [(4, 7)]
    assert spans(found, How.INSERTED) == [(4, 11)]


def row(how: How = How.KEPT) -> Row:
    """A row of one word."""
    return Row(False, [Part(how, "word")])


def folds(*found: Row) -> list[tuple[int, bool]]:
    """How many rows each passage has, and whether it is folded."""
    return [(len(passage.rows), passage.is_folded) for passage in passages(found)]


def test_far_rows_are_folded_and_near_ones_stay():
    assert folds(*[row()] * 9, row(How.INSERTED), *[row()] * 9) == [
        (7, True),
        (5, False),
        (7, True),
    ]


def test_a_few_rows_are_not_worth_folding():
    assert folds(*[row()] * 4, row(How.DELETED)) == [(2, False), (3, False)]
    assert folds(*[row()] * 4) == [(4, True)]
    assert folds() == []


LINES = st.lists(
    st.tuples(
        st.sampled_from(["", "¶", "~"]),
        st.lists(st.sampled_from(["one", "two", "three", "five-six", "84", "•", "–"]), min_size=1),
    ).map(lambda line: line[0] + " ".join(line[1])),
    max_size=6,
).map("\n".join)


@given(LINES, LINES)
def test_rows_hold_all_words_of_both_texts_in_their_order(old: str, new: str):
    before, after = copy(old), copy(new)

    parts = [
        part
        for found in rows(changes(before.text, after.text), before, after)
        for part in found.parts
    ]

    def words(unlike: How) -> list[str]:
        said = "".join(part.text + " " for part in parts if part.how is not unlike)
        return said.replace("-", "").split()

    assert words(How.DELETED) == after.text.replace("-", "").split()
    kept_or_gone = sorted(words(How.INSERTED))
    assert len(kept_or_gone) == len(before.text.replace("-", "").split())


@given(LINES, LINES)
def test_those_lines_are_marked_that_the_comparison_shows_as_changed(old: str, new: str):
    """Some are where a row has new words; a row can have a gap for a whole line that went."""
    before, after = copy(old), copy(new)
    found = difference(before.text, after.text, after.lines)
    shown = rows(found.changes, before, after)
    changed = [row for row in shown if any(part.how is How.INSERTED for part in row.parts)]

    assert found.lines <= {line.number for line in after.lines}
    assert found.is_same == all(row.is_kept for row in shown)
    assert found.lines or not changed


@given(st.sets(st.integers(0, 9)), st.sets(st.integers(0, 9)))
def test_no_line_is_marked_for_lines_that_went_beside_it(gone: set[int], reworded: set[int]):
    def written(place: int, word: str) -> str:
        return f"first{place} {word}{place} third{place} last{place}"

    old = "\n".join(written(place, "second") for place in range(10))
    left = [place for place in range(10) if place not in gone]
    new = "\n".join(written(one, "other" if one in reworded else "second") for one in left)

    changed = [number for number, place in enumerate(left, 1) if place in reworded]
    assert marked(old, new) == (changed if new else [])
