"""What the lines of a page are taken for."""

from mentorship.documents.formats.shape import SeenLine, Shape, shapes

TEXT = 10.0


def seen(
    text: str,
    *,
    size: float = TEXT,
    left: float = 0.1,
    bold: bool = False,
    italic: bool = False,
    apart: bool = True,
    on: bool = False,
    beside: bool = False,
    below: bool = False,
) -> SeenLine:
    return SeenLine(text, left, size, bold, italic, apart, on, beside, below)


def told(*lines: SeenLine) -> list[Shape]:
    (page,) = shapes([lines])
    return page


def kinds(*lines: SeenLine) -> list[str]:
    """What each line is, with its level where it has one."""
    return [f"{shape.kind} {shape.level or ''}".strip() for shape in told(*lines)]


PROSE = seen("I have run sorting halls in the north of England for more than nine years.")


def test_a_name_a_section_and_a_role_are_headings_of_three_levels():
    lines = (
        seen("Ada Okafor", size=22),
        seen("Experience", size=12, bold=True),
        seen("Shift manager", bold=True),
        PROSE,
    )

    assert kinds(*lines) == ["heading 1", "heading 2", "heading 3", "paragraph"]
    assert [shape.size for shape in told(*lines)] == [2, 1, 0, 0]


def test_what_stands_right_below_a_name_heads_nothing_unless_it_is_known_to():
    assert kinds(seen("Ada Okafor", size=22), seen("Operations lead", size=13), PROSE) == [
        "heading 1",
        "caption",
        "paragraph",
    ]
    assert kinds(seen("Ada Okafor", size=22), seen("Profile", size=13), PROSE)[1] == "heading 2"


def test_a_larger_line_below_the_size_of_sections_is_a_part():
    lines = (seen("Education", size=14), seen("BSc Logistics", size=12), PROSE)

    assert kinds(*lines) == ["heading 2", "heading 3", "paragraph"]


def test_capitals_set_apart_head_a_section_and_a_sentence_does_not():
    assert kinds(seen("VOLUNTEER SHIFTS"), PROSE) == ["heading 2", "paragraph"]
    assert kinds(seen("VOLUNTEER SHIFTS", apart=False), PROSE)[0] == "paragraph"
    assert kinds(seen("DHL"), PROSE)[0] == "paragraph"
    assert kinds(seen("I like queues that get shorter.", bold=True), PROSE)[0] == "paragraph"


def test_where_most_is_bold_bold_says_nothing():
    lines = [seen(PROSE.text, bold=True), seen("Shift manager", bold=True)]

    assert kinds(*lines) == ["paragraph", "paragraph"]
    assert [shape.bold for shape in told(*lines)] == [0, 0]


def test_a_known_word_is_a_heading_when_something_sets_it_off():
    assert kinds(PROSE, seen("Languages")) == ["paragraph", "heading 2"]
    assert kinds(PROSE, seen("Languages", apart=False)) == ["paragraph", "paragraph"]


def test_contact_and_dates_are_no_headings():
    assert kinds(seen("ada@okafor.example", bold=True), seen("2015 – 2018", bold=True), PROSE) == [
        "paragraph",
        "caption",
        "paragraph",
    ]


def test_a_role_and_its_dates_make_a_row_that_heads_what_follows():
    lines = (
        seen("Shift manager"),
        seen("2018 – 2021", beside=True),
        seen("• Ran the late shift of 26 people, on time"),
        seen("nearly always.", on=True),
    )

    assert kinds(*lines) == ["row 3", "beside", "item", ""]


def test_a_label_and_its_values_make_a_row():
    lines = (
        seen("Tools"),
        seen("SAP, SQL and many more of them, of which I use", beside=True),
        seen("the first one daily", on=True),
        PROSE,
    )

    assert kinds(*lines) == ["row", "beside", "", "paragraph"]


def test_two_columns_of_prose_are_no_row():
    assert kinds(PROSE, seen(PROSE.text, beside=True)) == ["paragraph", "paragraph"]
    below_the_first = seen("2019", beside=True)
    assert kinds(PROSE, seen("more", on=True), below_the_first)[2] == "caption"


def test_a_bullet_that_stands_far_off_belongs_to_its_text():
    lines = (seen("•"), seen("Trained eleven team leaders, of whom seven lead", beside=True))

    assert kinds(*lines) == ["item", "beside"]


def test_items_within_items_are_deeper():
    lines = (
        seen("• Research"),
        seen("– two papers", left=0.13),
        seen("• Teaching"),
        PROSE,
    )

    assert kinds(*lines) == ["item", "item 1", "item", "paragraph"]


def test_numbers_are_items_only_beside_each_other():
    assert kinds(seen("1. Sort"), seen("2. Load")) == ["item", "item"]
    assert kinds(seen("3. März in Leeds"), PROSE) == ["paragraph", "paragraph"]


def test_short_slanted_or_small_lines_are_captions():
    assert kinds(seen("Northway Parcels, Leeds", italic=True), PROSE)[0] == "caption"
    assert kinds(seen("Page 1 of 2", size=7), PROSE)[0] == "caption"
    assert [shape.size for shape in told(seen("Page 1 of 2", size=7), PROSE)] == [-1, 0]


def test_lines_of_an_address_stay_together_and_paragraphs_do_not():
    lines = (
        seen("Leeds, United Kingdom"),
        seen("ada@okafor.example", below=True),
        PROSE,
        seen("and more of it", on=True),
        seen("Another paragraph, right below it.", below=True),
    )

    assert [shape.apart for shape in told(*lines)] == [1, 0, 1, 0, 1]


def test_without_sizes_and_without_lines_there_is_something_to_say():
    assert told(seen("Ada", size=0)) == [Shape("paragraph", 0, 0, 0, 0, 1)]
    assert told(seen("", size=0)) == [Shape("paragraph", 0, 0, 0, 0, 1)]
    assert shapes([[]]) == [[]]
