"""Which lines of a PDF open a block: a paragraph, a heading, an item of a list."""

from pathlib import Path

from tests.documents.formats.reading_copies import PROSE, read
from tests.make.pdfs import pdf, text_at, typeset


def blocks(content: bytes, folder: Path) -> list[str]:
    """The text with each block on a line."""
    copy = read(content, folder)
    starts = [line.start for line in copy.pages[0].lines if line.new_block]
    ends = [*starts[1:], len(copy.text) + 1]
    return [copy.text[start : end - 1] for start, end in zip(starts, ends, strict=True)]


def test_paragraphs_are_blocks_and_wrapped_lines_flow_on(tmp_path: Path) -> None:
    words = "plain words " * 20

    found = blocks(typeset(f"{words}.\n\n{words}.", tmp_path), tmp_path)

    assert [block.replace("\n", " ") for block in found] == [f"{words}.".replace(" .", " .")] * 2


def test_paragraphs_set_in_by_their_first_line_are_blocks(tmp_path: Path) -> None:
    starts = [92, 72, 72, 92, 72]
    page = "".join(text_at(x, 700 - 14 * i, PROSE) for i, x in enumerate(starts))

    assert [block.count("\n") for block in blocks(pdf(page), tmp_path)] == [2, 1]


def test_bullets_headings_and_short_lines_begin_blocks(tmp_path: Path) -> None:
    page = typeset(
        "= Work\n- Led a team of many people who built and ran a service for many others "
        "and wrote about all of it\n- Sold it\n\nAda Lovelace\\ 12 Some Street\\ London",
        tmp_path,
    )

    found = [block.replace("\n", " ") for block in blocks(page, tmp_path)]

    assert found[0] == "Work"
    assert found[1].startswith("• Led")
    assert found[1].endswith("it")
    assert found[2:] == ["• Sold it", "Ada Lovelace", "12 Some Street", "London"]
