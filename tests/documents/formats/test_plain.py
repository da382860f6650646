from pathlib import Path

import pypdfium2
import pytest

from mentorship.documents.formats import coverage, markdown, plain
from mentorship.documents.formats.plain import text_blocks

HOSTILE = """---
title: "front"
---
Hello

```{=typst}
#text(fill: red)[RAW#sys.version]
#read("/etc/passwd")
```

inline `#text(blue)[INLINE]`{=typst} and #text(green)[HASH] <script>alert(1)</script>

![words for it](file:///etc/passwd) ![and](http://127.0.0.1:9/a.png)

<p align="center">Ada <b>Lovelace</b><br>Analyst</p>
"""
COLUMNS = """Skill          Years
Python             9
Engines           12
Letters            3
"""


def lines_of(pdf: Path) -> list[str]:
    with pypdfium2.PdfDocument(pdf) as document:
        texts = [page.get_textpage().get_text_range() for page in document]
    lines = [line.replace("\u2060", "").strip() for text in texts for line in text.splitlines()]
    return [line for line in lines if line]


def typeset_lines(raw: bytes, folder: Path) -> list[str]:
    original = folder / "original.txt"
    original.write_bytes(raw)
    return lines_of(plain.to_pdf(original, folder).pdf)


def markdown_lines(text: str, folder: Path) -> list[str]:
    original = folder / "original.md"
    original.write_text(text, encoding="utf-8")
    return lines_of(markdown.to_pdf(original, folder).pdf)


def test_a_text_keeps_its_lines_and_is_never_read_as_markdown(tmp_path):
    text = b'# Ada *Lovelace*\r\n1. one\r\n\r\n`code` [a](b)\r\n#read("/etc/passwd")'

    assert typeset_lines(text, tmp_path) == [
        "# Ada *Lovelace*",
        "1. one",
        "`code` [a](b)",
        '#read("/etc/passwd")',
    ]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_a_text_is_read_in_its_encoding(tmp_path, encoding):
    assert typeset_lines("Zoë – “it”".encode(encoding), tmp_path) == ["Zoë – “it”"]


def test_a_long_line_wraps_and_loses_nothing(tmp_path):
    words = " ".join(f"word{number}" for number in range(100))

    lines = typeset_lines(words.encode(), tmp_path)

    assert len(lines) > 3
    assert " ".join(lines).split() == words.split()


def test_only_columns_are_set_in_letters_of_one_width():
    columns, prose = text_blocks(COLUMNS), text_blocks("Dear Ada,\n\n   I write\n  - to you\n")

    assert {run["s"] for block in columns for run in block["runs"] if run["t"] != "\n"} == {"m"}
    assert {run["s"] for block in prose for run in block["runs"]} == {""}


def test_indents_and_tabs_stay():
    [block] = text_blocks("\tone\n  two")

    assert [run["t"] for run in block["runs"]] == ["\u00a0" * 8 + "one", "\n", "\u00a0\u00a0two"]


def test_arabic_and_hebrew_run_from_the_right():
    blocks = text_blocks("العربية first\n\nLatin עברית\n\n12 עברית")

    assert [block["rtl"] for block in blocks] == [True, False, True]


def test_markdown_becomes_headings_lists_and_tables(tmp_path):
    text = "# Ada\n\n## Work\n\n- *one*\n- two\n\n3. three\n\n| a | b |\n|---|---|\n| c | d |\n"

    words = " ".join(markdown_lines(text, tmp_path)).split()

    assert words == ["Ada", "Work", "•", "one", "•", "two", "3.", "three", "a", "b", "c", "d"]


def test_markdown_of_a_stranger_runs_nothing_and_loses_no_words(tmp_path):
    words = " ".join(markdown_lines(HOSTILE, tmp_path))

    assert "RAW#sys.version" in words
    assert '#read("/etc/passwd")' in words
    assert "#text(blue)[INLINE]" in words
    assert "#text(green)[HASH]" in words
    assert "words for it and" in words
    assert "Ada Lovelace Analyst" in words
    assert 'title: "front"' in words
    assert "root:" not in words


def test_markdown_nested_without_end_still_says_its_words(tmp_path):
    assert markdown_lines("> " * 60 + "deep", tmp_path) == ["deep"]


def test_the_same_text_gives_the_same_bytes(tmp_path):
    made = []
    for name in ("a", "b"):
        folder = tmp_path / name
        folder.mkdir()
        (folder / "original.txt").write_text("Ada")
        made.append(plain.to_pdf(folder / "original.txt", folder).pdf.read_bytes())

    assert made[0] == made[1]


def test_the_shipped_fonts_know_what_they_can_show():
    shown = "Łódź Ελένη Ірина العربية עברית 软件 ソフト 한국어 🚀 ✓ → • ½ Nguyễn\ufeff\u200d\n❤️"

    assert not coverage.has_missing_glyphs(shown)
    assert coverage.has_missing_glyphs("𓀀")
    assert coverage.has_missing_glyphs("\ufffd")
