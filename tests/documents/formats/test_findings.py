"""What the owner of a file should know: remarks left in it, words nobody sees, letters nobody reads."""

from pathlib import Path

import pytest

from mentorship.documents.formats.findings.remarks import remarks_in
from mentorship.documents.formats.manuscript import Finding, Limits
from mentorship.documents.formats.prepare import prepare
from tests.make import pdfs, samples

STUFFED = "java python kubernetes manager leader"
COMMENTS = f"<w:comments {samples.W}><w:comment w:id='1'/><w:comment w:id='2'/></w:comments>"


def run(text: str) -> str:
    return f"<w:r><w:t>{text}</w:t></w:r>"


def changed(kind: str, text: str, author: str = "Ben") -> str:
    return f"<w:{kind} w:author='{author}' w:date='2026-03-01T10:00:00Z'>{run(text)}</w:{kind}>"


def found(raw: bytes, kind: str, folder: Path) -> list[Finding]:
    original = folder / f"original.{kind}"
    original.write_bytes(raw)
    return list(remarks_in(original, kind))


def findings_of(raw: bytes, folder: Path, name: str = "cv.pdf") -> tuple[Finding, ...]:
    original = folder / "original"
    original.write_bytes(raw)
    return prepare(original, name, folder, limits=Limits()).findings


def remarks(comments: int, changes: int) -> Finding:
    return Finding("remarks-inside", {"comments": comments, "changes": changes})


def test_comments_and_changes_of_word_are_counted_as_a_person_would(tmp_path):
    body = (
        f"<w:p>{changed('ins', 'one')}{changed('ins', 'and the same')}{run('kept')}"
        f"{changed('ins', 'two')}{changed('del', 'three')}{changed('del', 'four', 'Cem')}</w:p>"
    )
    file = samples.word(
        body,
        relations=samples.relation("rId1", "comments", "comments.xml")
        + samples.relation("rId2", "header", "h.xml"),
        parts={
            "word/comments.xml": COMMENTS,
            "word/h.xml": f"<w:hdr {samples.W}><w:p>{changed('moveFrom', 'five')}</w:p></w:hdr>",
        },
    )

    assert found(file, "docx", tmp_path) == [remarks(2, 5)]


def test_comments_and_changes_of_an_open_document_are_counted(tmp_path):
    body = (
        "<text:tracked-changes><text:changed-region/><text:changed-region/></text:tracked-changes>"
        "<text:p>Led<office:annotation><text:p>how?</text:p></office:annotation></text:p>"
    )

    assert found(samples.writer(body), "odt", tmp_path) == [remarks(1, 2)]


def test_comments_and_changes_of_rich_text_are_counted(tmp_path):
    body = (
        "Led{\\*\\annotation how?} {\\revised\\revauth1 a}{\\b\\revised more} kept {\\deleted x}"
        "{\\revised y}{\\revised0 z}{\\*\\annotationx}"
    )

    assert found(samples.rtf(body), "rtf", tmp_path) == [remarks(1, 3)]


def test_notes_in_a_pdf_are_counted_and_links_are_none(tmp_path):
    note = "<< /Type /Annot /Subtype /{} /Rect [0 0 9 9] {} >>"
    annotations = (
        note.format("Text", "/Contents (why?)"),
        note.format("Highlight", "/Contents ()"),
        note.format("Highlight", ""),
        note.format("Underline", "/Contents (good)"),
        note.format("Link", "/Contents (a page)"),
    )
    file = pdfs.pdf(
        pdfs.text_at(72, 700, "Ada"), page=f"{pdfs.LETTER} /Annots [{' '.join(annotations)}]"
    )

    assert found(file, "pdf", tmp_path) == [remarks(2, 0)]


@pytest.mark.parametrize(
    ("kind", "raw"),
    [
        ("docx", samples.word()),
        ("odt", samples.writer()),
        ("rtf", samples.rtf()),
        ("pdf", samples.pdf()),
        ("txt", b"Ada"),
    ],
)
def test_a_file_without_remarks_has_none_to_tell(tmp_path, kind, raw):
    assert found(raw, kind, tmp_path) == []


@pytest.mark.parametrize(
    "how",
    [
        "1 1 1 rg {text}",
        "3 Tr {text} 0 Tr",
        "{text} 0 0 0 rg 60 590 500 40 re f",
        "q 0 0 1 1 re W n {text} Q",
        ".95 g {text}",
    ],
)
def test_words_nobody_sees_are_told_with_their_line(tmp_path, how):
    hidden = how.format(text=pdfs.text_at(72, 600, STUFFED))
    file = pdfs.pdf(pdfs.text_at(72, 700, "Ada Lovelace") + hidden)

    assert findings_of(file, tmp_path) == (
        Finding("unseen-words", {"count": 5, "example": STUFFED, "line": 2}),
    )


@pytest.mark.parametrize(
    "how",
    [
        "0 0 .4 rg 0 590 612 40 re f 1 1 1 rg {text}",
        ".6 g {text}",
        "1 0 0 rg {text}",
    ],
)
def test_white_on_dark_and_pale_words_are_seen(tmp_path, how):
    shown = how.format(text=pdfs.text_at(72, 600, STUFFED))

    assert findings_of(pdfs.pdf(pdfs.text_at(72, 700, "Ada") + shown), tmp_path) == ()


def test_a_word_or_two_without_ink_are_not_worth_a_word(tmp_path):
    hidden = "1 1 1 rg " + pdfs.text_at(72, 600, "two · words")

    assert findings_of(pdfs.pdf(pdfs.text_at(72, 700, "Ada") + hidden), tmp_path) == ()


STRIPES = pdfs.picture(bytes([0, 250] * 100), 50)
FAINT = pdfs.picture(bytes(200), 50).replace(b"<< ", b"<< /SMask 11 0 R ", 1)
OVER = "q 400 0 0 40 60 690 cm /X Do Q "
HIDDEN = pdfs.text_at(72, 700, "Words under a picture")


@pytest.mark.parametrize(
    ("content", "picture", "words"),
    [
        (HIDDEN + OVER, STRIPES, ["Words under a picture"]),
        (OVER + HIDDEN, STRIPES, []),  # on it, not under it
        (HIDDEN + OVER, FAINT, []),  # it lets light through
        (HIDDEN + OVER.replace("690", "500"), STRIPES, []),
        (HIDDEN + OVER.replace("0 0 40", "0 0 14"), STRIPES, []),  # over half of each letter
        (HIDDEN + "q 612 0 0 792 0 0 cm /X Do Q", STRIPES, []),  # a scan, with what was read of it
    ],
)
def test_words_under_a_picture_are_told(tmp_path, content, picture, words):
    content += pdfs.text_at(72, 100, "Ada Lovelace")
    raw = pdfs.pdf(content, objects=(picture, STRIPES))

    found = findings_of(raw, tmp_path)

    assert [each.facts["example"] for each in found if each.code == "unseen-words"] == words


def test_what_we_set_ourselves_is_not_held_against_its_picture(tmp_path):
    assert findings_of("👩‍👩‍👧‍👦 𓀀𓀀𓀀 Ada".encode(), tmp_path, "cv.txt") == ()


def test_letters_whose_font_does_not_say_what_they_are_are_told(tmp_path):
    cmap = b"begincmap 2 begincodespacerange <00> <7f> <e00000> <ffffff> endcodespacerange \
1 begincidrange <e0e0e0> <e0e0ff> 1 endcidrange endcmap"
    below = b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /A /DW 1000 /FontDescriptor 12 0 R \
/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> >>"
    flags = b"<< /Type /FontDescriptor /FontName /A /Flags 4 /FontBBox [0 0 1000 1000] >>"
    file = pdfs.pdf(
        "BT /F 12 Tf 72 700 Td <e0e0e0e0e0e1e0e0e2> Tj ET",
        font="/Type /Font /Subtype /Type0 /BaseFont /A /Encoding 10 0 R /DescendantFonts [11 0 R]",
        objects=(pdfs.stream(cmap, "/Type /CMap /CMapName /A"), below, flags),
    )

    assert findings_of(file, tmp_path) == (
        Finding("unmapped-letters", {"count": 1, "example": "\ufffd" * 3, "line": 1}),
    )


PROSE = (
    "Led a group of nine nurses on the ward",
    "and wrote the rules by which we all work now.",
) * 4


def odd(*lines: str) -> bytes:
    names = b"<< /Type /Encoding /BaseEncoding /WinAnsiEncoding /Differences [1 /uni019F] >>"
    page = "".join(pdfs.text_at(72, 720 - 15 * i, line) for i, line in enumerate(lines))
    font = pdfs.FONT.replace("/WinAnsiEncoding", "10 0 R")
    return pdfs.pdf(page, font=font, objects=(names,))


@pytest.mark.parametrize("words", ["Opera_ng and communica_on", "of snake_case and communica_on"])
def test_letters_that_came_out_as_a_gap_are_told_with_an_example(tmp_path, words):
    first, *_ = words.removeprefix("of ").split()

    assert findings_of(odd(*PROSE, words), tmp_path) == (
        Finding("odd-letters", {"count": 2, "example": first, "line": 9}),
    )


@pytest.mark.parametrize(
    "lines",
    [
        (*PROSE, "Columns user_id and order_id in the table of participation"),
        (*PROSE, "Only one word: communica_on"),
        ("Opera_ng and communica_on",),
    ],
)
def test_names_of_programs_are_no_letters_gone_wrong(tmp_path, lines):
    assert findings_of(odd(*lines), tmp_path) == ()


def test_a_sign_that_no_language_here_writes_is_told(tmp_path):
    [found] = findings_of(odd(r"Led the ac\001on group"), tmp_path)

    assert (found.code, found.facts["example"]) == ("odd-letters", "ac\u019fon")
