"""Reading PDFs: what is refused, what is noted, and what every reading copy keeps to."""

import random
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image

from mentorship.documents.formats.manuscript import Limits, Manuscript, Unreadable
from mentorship.documents.formats.pdf.reading import read_pdf
from tests.documents.formats.reading_copies import assert_sound
from tests.make.pdfs import LETTER, pdf, picture, stream, text_at, typeset

HELLO = pdf(text_at(72, 700, "Hello world"))


def read(content: bytes, folder: Path, limits: Limits | None = None) -> Manuscript:
    path = folder / "upload.pdf"
    path.write_bytes(content)
    return read_pdf(path, folder, limits=limits or Limits())


def refusal(content: bytes, folder: Path, limits: Limits | None = None) -> Unreadable:
    with pytest.raises(Unreadable) as caught:
        read(content, folder, limits)
    return caught.value


def test_a_page_becomes_text_lines_words_and_two_images(tmp_path: Path) -> None:
    copy = read(HELLO, tmp_path)

    [page] = copy.pages
    [line] = page.lines
    assert (copy.format, copy.text, copy.notes) == ("pdf", "Hello world", ())
    assert (page.number, page.width, page.height, page.start, page.end) == (1, 612, 792, 0, 11)
    assert (line.number, line.angle, line.new_block) == (1, 0, True)
    assert [copy.text[word.start : word.end] for word in line.words] == ["Hello", "world"]
    assert [(image.path.name, image.scale, image.width) for image in page.images] == [
        ("page-1@1x.webp", 1, 918),
        ("page-1@2x.webp", 2, 1700),
    ]


def test_words_are_boxed_where_their_ink_is(tmp_path: Path) -> None:
    copy = read(pdf(text_at(100, 500, "Ink"), page="/MediaBox [0 0 600 800]"), tmp_path)

    image = Image.open(copy.pages[0].images[0].path).convert("L").point(lambda v: 255 * (v < 128))
    ink = image.getbbox()
    left, top, right, bottom = copy.pages[0].lines[0].words[0].box
    assert ink is not None
    assert left * image.width <= ink[0] + 1
    assert top * image.height <= ink[1] + 1
    assert right * image.width >= ink[2] - 1
    assert bottom * image.height >= ink[3] - 1
    assert right - left < 30 / 600


def test_the_same_file_gives_the_same_copy(tmp_path: Path) -> None:
    first, second = tmp_path / "a", tmp_path / "b"
    first.mkdir()
    second.mkdir()

    copies = [read(HELLO, first), read(HELLO, second)]

    assert copies[0].text == copies[1].text
    assert copies[0].pages[0].lines == copies[1].pages[0].lines
    for one, other in zip(copies[0].pages[0].images, copies[1].pages[0].images, strict=True):
        assert one.path.read_bytes() == other.path.read_bytes()


def test_lines_are_numbered_through_all_pages(tmp_path: Path) -> None:
    copy = read(pdf(text_at(72, 700, "One"), text_at(72, 700, "Two")), tmp_path)

    assert copy.text == "One\n\nTwo"
    assert [line.number for page in copy.pages for line in page.lines] == [1, 2]
    assert [copy.text[page.start : page.end] for page in copy.pages] == ["One", "Two"]


def test_what_the_conversion_noted_comes_first(tmp_path: Path) -> None:
    path = tmp_path / "made.pdf"
    path.write_bytes(pdf(*["" if i else text_at(72, 700, "Hi") for i in range(6)]))

    copy = read_pdf(path, tmp_path, limits=Limits(), format="docx", notes=("simplified-layout",))

    assert (copy.format, copy.notes) == ("docx", ("simplified-layout", "many-pages"))


def test_too_many_pages_are_refused(tmp_path: Path) -> None:
    found = refusal(pdf(*[text_at(72, 700, "Page")] * 4), tmp_path, Limits(pages=3))

    assert (found.code, found.facts) == ("too-many-pages", {"pages": 4, "limit": 3})


@pytest.mark.parametrize("box", ["0 0 20000 700", "0 0 0.5 700", "0 0 2147483647 2147483647"])
def test_a_page_that_is_no_paper_is_refused(tmp_path: Path, box: str) -> None:
    assert refusal(pdf("", page=f"/MediaBox [{box}]"), tmp_path).code == "page-size"


def test_a_page_with_too_many_characters_is_refused(tmp_path: Path) -> None:
    limits = Limits(characters_per_page=10)

    assert refusal(HELLO, tmp_path, limits).code == "too-complex"


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7", b"not a pdf", HELLO[:40]])
def test_what_is_no_pdf_is_damaged(tmp_path: Path, content: bytes) -> None:
    assert refusal(content, tmp_path).code == "damaged"


def test_a_page_that_cannot_be_loaded_is_damaged(tmp_path: Path) -> None:
    broken = HELLO.replace(b"/Kids [20 0 R]", b"/Kids [98 0 R]")

    assert refusal(broken, tmp_path).code == "damaged"


def test_a_password_is_asked_for_in_another_way(tmp_path: Path) -> None:
    key = "00" * 32
    encrypt = f"<< /Filter /Standard /V 1 /R 2 /O <{key}> /U <{key}> /P -4 >>"
    locked = pdf("", objects=(encrypt.encode(),), trailer=f"/Encrypt 10 0 R /ID [<{key}> <{key}>]")

    assert refusal(locked, tmp_path).code == "password"


def test_a_form_only_acrobat_shows_is_refused(tmp_path: Path) -> None:
    form = pdf(
        text_at(72, 700, "Please wait"),
        catalog="/NeedsRendering true /AcroForm << /Fields [] /XFA 10 0 R >>",
        objects=(stream(b"<xdp:xdp/>"),),
    )

    assert refusal(form, tmp_path).code == "acrobat-form"


def test_a_document_that_shows_nothing_is_empty(tmp_path: Path) -> None:
    white = "1 1 1 rg 0 0 612 792 re f"

    assert refusal(pdf(white, ""), tmp_path).code == "empty"


def test_a_drawing_without_words_is_readable_and_says_so(tmp_path: Path) -> None:
    copy = read(pdf("100 100 200 200 re f"), tmp_path)

    assert (copy.text, copy.notes) == ("", ("no-text",))


def test_a_scan_is_readable_and_says_so(tmp_path: Path) -> None:
    noise = random.Random(1).randbytes(200 * 260)  # noqa: S311 - grain of a scanner
    scan = pdf("612 0 0 792 0 0 cm /X Do", objects=(picture(noise, 200),))

    copy = read(scan, tmp_path)

    assert (copy.text, copy.notes) == ("", ("no-text",))
    assert copy.pages[0].images[0].path.stat().st_size < 400_000


def test_a_scan_with_a_stamp_is_still_a_scan_and_with_its_text_is_not(tmp_path: Path) -> None:
    image = (picture(bytes(range(100)), 10),)
    drawn = "q 612 0 0 792 0 0 cm /X Do Q "
    words = "".join(text_at(72, 700 - 20 * i, f"line {i} of it") for i in range(8))

    stamped = read(pdf(drawn + text_at(72, 20, "Scanned today"), objects=image), tmp_path)
    searchable = read(pdf(drawn + words, objects=image), tmp_path)

    assert (stamped.text, stamped.notes) == ("Scanned today", ("no-text",))
    assert searchable.notes == ()


def test_pale_fills_keep_their_colour(tmp_path: Path) -> None:
    copy = read(pdf(f"0.97 g 0 0 200 792 re f 0 g {text_at(300, 700, 'Side')}"), tmp_path)

    image = Image.open(copy.pages[0].images[0].path).convert("RGB")
    assert image.getpixel((50, 600)) == (247, 247, 247)
    assert image.getpixel((600, 600)) == (255, 255, 255)


def test_photographs_keep_all_their_shades(tmp_path: Path) -> None:
    shades = picture(bytes(range(256)) * 64, 256)

    photo = pdf(
        f"q 120 0 0 120 400 600 cm /X Do Q {text_at(72, 700, 'Portrait')}", objects=(shades,)
    )

    image = Image.open(read(photo, tmp_path).pages[0].images[0].path).convert("L")
    seen = {image.getpixel((x, 200)) for x in range(605, 775)}
    assert len(seen) > 100


def test_a_large_picture_is_lossy_where_that_is_lighter(tmp_path: Path) -> None:
    noise = random.Random(1).randbytes(300 * 300)  # noqa: S311 - the worst of photographs
    drawn = "q 400 0 0 300 100 100 cm /X Do Q q 9 0 0 9 900 900 cm /X Do Q "

    copy = read(pdf(drawn + text_at(72, 700, "Me"), objects=(picture(noise, 300),)), tmp_path)

    first = copy.pages[0].images[0].path.read_bytes()
    assert first[12:16] == b"VP8 "
    assert len(first) < 200_000


def test_a_portrait_too_restless_to_keep_whole_is_lossy(tmp_path: Path) -> None:
    noise = random.Random(1).randbytes(195 * 255 * 3)  # noqa: S311 - the worst of photographs
    drawn = "q 130 0 0 170 400 600 cm /X Do Q " + text_at(72, 700, "Me")

    copy = read(pdf(drawn, objects=(picture(noise, 195, "RGB"),)), tmp_path)

    assert copy.pages[0].images[0].path.read_bytes()[12:16] == b"VP8 "


def test_a_large_sheet_stays_within_the_pixels_allowed(tmp_path: Path) -> None:
    copy = read(pdf(text_at(72, 700, "Poster"), page="/MediaBox [0 0 14400 800]"), tmp_path)

    assert [image.width for image in copy.pages[0].images] == [4096, 4096]


def test_what_was_filled_into_a_form_is_text(tmp_path: Path) -> None:
    look = stream(
        text_at(2, 4, "Ada Lovelace").encode(),
        "/Type /XObject /Subtype /Form /BBox [0 0 200 20] /Resources << /Font << /F 3 0 R >> >>",
    )
    field = b"<< /Subtype /Widget /FT /Tx /T (n) /Rect [150 696 350 716] /AP << /N 10 0 R >> >>"
    form = pdf(
        text_at(72, 700, "Name"),
        page="/MediaBox [0 0 612 792] /Annots [11 0 R]",
        catalog="/AcroForm << /Fields [11 0 R] >>",
        objects=(look, field),
    )

    assert read(form, tmp_path).text == "Name\nAda Lovelace"


def test_links_and_their_frames_add_no_text(tmp_path: Path) -> None:
    link = b"<< /Subtype /Link /Rect [70 690 150 715] /Contents (hidden) /Border [0 0 1] >>"

    linked = pdf(text_at(72, 700, "Portfolio"), page=f"{LETTER} /Annots [10 0 R]", objects=(link,))

    assert read(linked, tmp_path).text == "Portfolio"


@pytest.fixture(scope="module")
def samples(tmp_path_factory: pytest.TempPathFactory) -> list[bytes]:
    folder = tmp_path_factory.mktemp("samples")
    return [
        HELLO,
        typeset("#set text(size: 9pt)\n= Ada\n/ Work: proof, *code*\n#lorem(30)", folder),
    ]


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(data=st.data())
def test_any_bytes_give_a_copy_or_a_refusal(
    samples: list[bytes], tmp_path: Path, data: st.DataObject
) -> None:
    content = bytearray(data.draw(st.sampled_from([*samples, b"%PDF-1.7\n"])))
    for at, value in data.draw(
        st.lists(st.tuples(st.integers(0, len(content) - 1), st.integers(0, 255)), max_size=30)
    ):
        content[at] = value
    content += data.draw(st.binary(max_size=20))

    try:
        copy = read(bytes(content), tmp_path, Limits(pages=3))
    except Unreadable:
        return
    assert_sound(copy)
