"""Which lines run on from the line before when text is wrapped anew."""

from dataclasses import replace

from mentorship.documents.formats.flow import goes_on
from mentorship.documents.formats.manuscript import Line, Look, Word

HEIGHT = 0.02
LETTER = 0.01


def set_lines(*rows: str, left: float = 0.1, new_block: frozenset[int] = frozenset()) -> list[Line]:
    """Lines under one another at `left`, each letter one hundredth of the page wide."""
    lines, at = [], 0
    for place, row in enumerate(rows):
        top = 0.1 + place * HEIGHT
        right = left + len(row) * LETTER
        first = len(row.split()[0])
        word = Word(at, at + first, (left, top, left + first * LETTER, top + HEIGHT))
        box = (left, top, right, top + HEIGHT)
        opens = place in new_block
        lines.append(Line(place + 1, at, at + len(row), box, (word,), new_block=opens))
        at += len(row) + 1
    return lines


def claims(*rows: str, new_block: frozenset[int] = frozenset()) -> list[bool]:
    return goes_on(set_lines(*rows, new_block=new_block), "\n".join(rows))


def test_a_line_goes_on_when_its_first_word_had_no_room_above():
    rows = ("Responsible for eighty-four people", "on three shifts and forty thousand", "parcels")

    assert claims(*rows) == [False, True, True]


def test_a_line_its_author_broke_begins_anew():
    rows = ("English, native", "Igbo, native", "German", "Responsible for many people")

    assert claims(*rows, new_block=frozenset({3})) == [False, False, False, False]


def test_a_bullet_begins_anew_however_full_the_line_before():
    rows = ("• Cut mis-sorts from 1.9 % to 0.6 %", "• Brought agency cover down by a th")

    assert claims(*rows) == [False, False]


def test_a_new_block_begins_anew():
    rows = ("Responsible for eighty-four people", "On three shifts and forty thousand")

    assert claims(*rows, new_block=frozenset({1})) == [False, False]


def test_the_top_of_a_second_column_does_not_go_on_from_the_foot_of_the_first():
    first = set_lines("Operations lead with nine years in", "parcel logistics and many shifts")
    second = set_lines("Deputy operations manager at some", left=0.6)

    assert goes_on([*first, *second], "x" * 200) == [False, True, False]


def test_a_page_without_lines_has_nothing_to_claim():
    assert goes_on([], "") == []


def test_a_sentence_that_goes_on_is_one_though_there_was_room():
    rows = (
        "Operations lead with nine years in",
        "parcel logistics. I like queues that get",
        "Shorter and teams that stay with me",
    )

    assert claims(*rows, new_block=frozenset({1, 2})) == [False, True, False]


def test_entries_of_a_list_in_small_letters_stay_entries():
    assert claims("shift planning", "coaching", "spreadsheets and all of that") == [False] * 3


def test_details_of_contact_and_dates_begin_anew():
    rows = ("Leeds, UK", "ada.okafor@mail.example", "Shift lead", "January 2019 - March 2021")

    assert claims(*rows) == [False, False, False, False]


def test_what_stands_beside_a_line_does_not_go_on_from_it():
    (role, text) = set_lines("Shift manager of the night", "lead of many people")
    beside = replace(text, box=(0.2, role.box[1], 0.39, role.box[3]))

    assert goes_on([role, beside], "Shift manager of the night\nlead of many people") == [
        False,
        False,
    ]


def test_lines_that_look_different_are_apart():
    bold, text = set_lines("Responsible for eighty-four people", "on three shifts and forty")
    said = "Responsible for eighty-four people\non three shifts and forty"
    assert goes_on([bold, text], said) == [False, True]

    assert goes_on([replace(bold, look=Look(10, bold=True)), text], said) == [False, False]
    larger = replace(bold, look=Look(12))
    assert goes_on([larger, replace(text, look=Look(10))], said) == [False, False]


def test_the_rest_of_a_broken_word_goes_on():
    assert claims("We manage\u00ad", "ment teams and write lines that run far") == [False, True]
