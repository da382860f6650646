"""Texts that we set on pages ourselves: what they say is their source's words, never the picture's."""

from pathlib import Path

import pytest

from mentorship.documents.formats.known import places
from mentorship.documents.formats.known.pieces import Piece, counted, number_pieces
from mentorship.documents.formats.manuscript import Limits, Manuscript, Unreadable
from mentorship.documents.formats.prepare import prepare
from tests.documents.formats.reading_copies import assert_sound
from tests.make import samples

ARABIC = (
    "مهندسة برمجيات (بيروت) عملت مع Google Cloud من 2019 إلى 2023 على «البحث» ونسبة 15% نمو، C++."
)
HEBREW = "מהנדסת תוכנה (תל אביב) עבדתי ב-Google Cloud משנת 2019 עד 2023, מערכת C++ ו-SQL."
THAI = "วิศวกรซอฟต์แวร์ที่มีประสบการณ์ทำงานในกรุงเทพมหานครและเชียงใหม่เป็นเวลาเจ็ดปีกับทีมขนาดใหญ่และเล็กมาก"
HINDI = "जीवन परिचय इंजीनियर जिसने विद्यार्थियों"
EMOJI = "Zoë 👩‍👩‍👧‍👦 in Zürich 👍🏽 tone, 5️⃣ keycap, 🇨🇭🇩🇪 and ❤️ banana"
HAN = "上海交通大学工学士，软件工程师"
PATH = "https://www.example.org/" + "/".join(["a-long-part-of-an-address"] * 6) + "?of=it&so=on"


def copy_of(raw: bytes, filename: str, folder: Path) -> Manuscript:
    original = folder / "original"
    original.write_bytes(raw)
    images = folder / "images"
    images.mkdir()
    copy = prepare(original, filename, images, limits=Limits())
    assert_sound(copy)
    return copy


def lines_of(copy: Manuscript) -> list[str]:
    return copy.text.replace("\n\n", "\n").split("\n")


@pytest.mark.parametrize("text", [ARABIC, HEBREW, HINDI, EMOJI, HAN])
@pytest.mark.parametrize("filename", ["cv.txt", "cv.md"])
def test_a_text_says_its_own_words_in_its_own_order(tmp_path, text, filename):
    assert copy_of(text.encode(), filename, tmp_path).text.replace("\n", " ") == text


@pytest.mark.parametrize(
    ("raw", "filename"),
    [
        (samples.word(f"<w:p><w:r><w:t>{HEBREW}</w:t></w:r></w:p>"), "cv.docx"),
        (samples.writer(f"<text:p>{HEBREW}</text:p>"), "cv.odt"),
        (samples.rtf("".join(f"\\u{ord(char)}?" for char in HEBREW)), "cv.rtf"),
    ],
)
def test_an_office_file_says_its_own_words_in_its_own_order(tmp_path, raw, filename):
    assert copy_of(raw, filename, tmp_path).text.replace("\n", " ") == HEBREW


@pytest.mark.parametrize("text", [THAI, HAN * 8, PATH])
def test_words_that_a_lines_end_parts_lose_nothing(tmp_path, text):
    lines = lines_of(copy_of(text.encode(), "cv.txt", tmp_path))

    assert len(lines) > 1
    assert "".join(lines) == text
    assert not [line for line in lines if line[0] in "ัิีึืุู็่้๊๋์ะา"]  # no Thai sign without its letter


def test_words_lie_on_their_ink_from_the_right(tmp_path):
    copy = copy_of("عملت Google Cloud أنا".encode(), "cv.txt", tmp_path)

    [line] = copy.pages[0].lines
    lefts = {copy.text[word.start : word.end]: word.box[0] for word in line.words}
    assert sorted(lefts, key=lambda word: -lefts[word]) == ["عملت", "Cloud", "Google", "أنا"]


def test_letters_no_font_has_stay_in_the_text(tmp_path):
    copy = copy_of("Ada 𓀀 end".encode(), "cv.txt", tmp_path)

    assert (copy.text, copy.notes) == ("Ada 𓀀 end", ("missing-glyphs",))


def test_a_soft_hyphen_is_no_sign_of_the_word(tmp_path):
    assert copy_of("exper\u00adience".encode(), "cv.txt", tmp_path).text == "experience"


def test_words_set_in_parts_stay_whole(tmp_path):
    assert copy_of(b"**Pyth**on and *C*++", "cv.md", tmp_path).text == "Python and C++"


def test_a_paragraph_is_one_block_and_items_are_blocks_with_their_signs(tmp_path):
    prose = "Some words of hers. " * 12
    text = f"# Ada\n\n{prose}\n\n- one\n- two\n  1. three\n\n| a | b |\n|-|-|\n| c | d |"

    copy = copy_of(text.encode(), "cv.md", tmp_path)

    opens = [line.new_block for line in copy.pages[0].lines]
    assert lines_of(copy)[-7:] == ["• one", "• two", "1. three", "a", "b", "c", "d"]
    assert opens == [True, True, *[False] * (len(opens) - 9), *[True] * 7]


def test_a_footnote_stands_at_the_foot_of_its_page(tmp_path):
    notes = '<w:footnote w:id="2"><w:p><w:r><w:t>Twice.</w:t></w:r></w:p></w:footnote>'
    body = (
        '<w:p><w:r><w:t>Prize</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r>'
        "<w:r><w:t> of Leeds</w:t></w:r></w:p><w:p><w:r><w:t>End</w:t></w:r></w:p>"
    )
    file = samples.word(
        body,
        relations=samples.relation("rId1", "footnotes", "footnotes.xml"),
        parts={"word/footnotes.xml": f"<w:footnotes {samples.W}>{notes}</w:footnotes>"},
    )

    assert lines_of(copy_of(file, "cv.docx", tmp_path)) == ["Prize of Leeds", "End", "Twice."]


def test_letters_set_apart_are_joined_and_told(tmp_path):
    copy = copy_of(b"E D U C A T I O N", "cv.txt", tmp_path)

    assert (copy.text, copy.notes) == ("EDUCATION", ("spaced-letters",))


def test_pages_that_lack_words_of_their_source_are_read_back_and_say_so(tmp_path, monkeypatch):
    monkeypatch.setattr(places, "SCHEME", "somewhere-else:")

    copy = copy_of(b"Ada Lovelace", "cv.txt", tmp_path)

    assert (copy.text, copy.notes) == ("Ada Lovelace", ("read-back",))


def test_a_page_that_says_too_much_is_refused(tmp_path):
    original = tmp_path / "original"
    original.write_bytes(b"x" * 300)

    with pytest.raises(Unreadable, match="too-complex"):
        prepare(original, "cv.txt", tmp_path, limits=Limits(characters_per_page=200))


@pytest.mark.parametrize(
    ("kind", "said"),
    [("1", "28"), ("a", "ab"), ("A", "AB"), ("i", "xxviii"), ("I", "XXVIII")],
)
def test_items_are_counted_as_their_list_wants(kind, said):
    assert counted(28, kind) == said
    assert counted(0, kind) == "0"


def test_what_is_numbered_knows_its_paragraph():
    run = {"t": "a-b c\ufb01", "s": ""}
    blocks, said = number_pieces([{"k": "p", "runs": [run]}, {"k": "rule"}])

    assert said == (Piece("a-b", 1, spaced=True), Piece("cfi", 1, spaced=True))
    assert blocks == [
        {"k": "p", "runs": [{"s": "", "parts": [[0, "a-\u2060b"], " ", [1, "cfi"]]}]},
        {"k": "rule"},
    ]


def test_only_an_address_is_parted_at_the_end_of_a_line(tmp_path):
    words = "some well-known cross-device and/or e-commerce " * 12

    lines = lines_of(copy_of(words.encode(), "cv.txt", tmp_path))

    assert [line for line in lines if line.endswith(("-", "/"))] == []
    assert " ".join(lines).split() == words.split()


def test_a_piece_in_several_rows_is_shared_out_between_signs():
    rows = [(0.0, 0.0, 50.0, 10.0), (0.0, 12.0, 50.0, 22.0)]
    word = Piece("abce\u0301\u0323de", 1, spaced=True)

    lines = places.lines_of((word,), {0: rows, 9: rows})

    assert [line.words[0].text for line in lines] == ["abcẹ\u0301", "de"]


def test_a_mark_in_other_type_stays_on_its_ideograph():
    row = [(0.0, 0.0, 50.0, 10.0)]
    said = (Piece("か", 1, spaced=True), Piece("\u3099", 1, spaced=False))

    [line] = places.lines_of(said, {0: row, 1: row})

    assert [word.text for word in line.words] == ["が"]


def test_a_list_of_terms_says_what_they_mean(tmp_path):
    text = b"2010-2014\n:   **PhD**, Leeds\n\n    *Thesis: A title*\n\n2008\n:   BSc\n"

    lines = lines_of(copy_of(text, "cv.md", tmp_path))

    assert lines == ["2010-2014", "PhD, Leeds", "Thesis: A title", "2008", "BSc"]
