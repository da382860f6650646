import json
import math
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mentorship.documents.formats import wire
from mentorship.documents.formats.manuscript import REASONS, Finding, Limits, Manuscript, Unreadable
from mentorship.documents.formats.prepare import prepare
from tests.make import samples

NAMES = [f"cv.{extension}" for extension in ("pdf", "docx", "odt", "rtf", "txt", "md", "doc", "")]
STARTS = [b"", b"%PDF-1.7\n", b"{\\rtf1 ", b"PK\x03\x04", samples.word(), samples.pdf(), b"# "]
FILES = [
    ("cv.pdf", samples.pdf(), ()),
    ("cv.docx", samples.word(), ("simplified-layout",)),
    ("cv.odt", samples.writer(), ("simplified-layout",)),
    ("cv.rtf", samples.rtf(), ("simplified-layout",)),
    ("cv.txt", b"Ada Lovelace", ()),
    ("cv.md", b"Ada *Lovelace*", ()),
]


@pytest.fixture(autouse=True)
def _own_folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)


def prepared(raw: bytes, filename: str, **limits: int) -> Manuscript | str:
    Path("original").write_bytes(raw)
    images = Path("images")
    images.mkdir(exist_ok=True)
    try:
        return prepare(Path("original"), filename, images, limits=replace(Limits(), **limits))
    except Unreadable as unreadable:
        return unreadable.code


@pytest.mark.parametrize(("filename", "raw", "notes"), FILES)
def test_every_format_becomes_a_reading_copy(filename, raw, notes):
    manuscript = prepared(raw, filename)

    assert (manuscript.text, manuscript.notes) == ("Ada Lovelace", notes)
    assert manuscript.format == filename.removeprefix("cv.")
    assert [image.path.is_file() for page in manuscript.pages for image in page.images]


def test_letters_no_font_has_are_reported():
    manuscript = prepared("Ada 𓀀 end".encode(), "cv.txt")

    assert (manuscript.text, manuscript.notes) == ("Ada 𓀀 end", ("missing-glyphs",))


def test_preparing_twice_gives_the_same_copy():
    assert prepared(samples.word(), "cv.docx") == prepared(samples.word(), "cv.docx")


def test_a_converted_text_past_the_page_limit_is_refused():
    assert prepared(b"line\n\n" * 400, "cv.txt", pages=2) == "too-many-pages"


def test_no_folder_is_left_behind():
    prepared(samples.word(), "cv.docx")

    assert sorted(path.name for path in Path().iterdir()) == ["images", "original"]


@settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(st.sampled_from(NAMES), st.sampled_from(STARTS), st.binary(max_size=200))
def test_any_bytes_are_a_reading_copy_or_a_refusal(filename, start, more):
    answer = prepared(start + more, filename)

    assert isinstance(answer, Manuscript) or answer in REASONS


@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(st.text(max_size=200), st.sampled_from(["cv.txt", "cv.md"]))
def test_any_text_can_be_typeset(text, filename):
    raw = text.encode("utf-8", "replace")

    assert isinstance(prepared(raw, filename), Manuscript) or prepared(raw, filename) in {
        "empty",
        "mismatch",
    }


@pytest.mark.parametrize(("filename", "raw", "notes"), FILES)
def test_a_manuscript_survives_the_wire(filename, raw, notes):
    manuscript = prepared(raw, filename)
    sent = wire.dump(manuscript)

    received = wire.load(sent, Path("images"), limits=Limits())

    assert received.notes == notes
    assert wire.dump(received) == sent
    assert received.text == manuscript.text
    assert [page.lines[0].words[0].end for page in received.pages] == [3]


def _with(place: list[int | str], value: object) -> str:
    """The JSON of a small manuscript with one value changed."""
    row = json.loads(wire.dump(prepared(samples.pdf(), "cv.pdf")))
    target = row
    for step in place[:-1]:
        target = target[step]
    target[place[-1]] = value
    return json.dumps(row)


@pytest.mark.parametrize(
    ("place", "value"),
    [
        ([0], "PDF!"),
        ([1], 5),
        ([1], "\ud800"),
        ([2], ["<b>"]),
        ([3], []),
        ([3, 0, 0], 2),
        ([3, 0, 1], math.inf),
        ([3, 0, 1], -1),
        ([3, 0, 4], 1000),
        ([3, 0, 5, 0, 0], 7),
        ([3, 0, 5, 0, 2], 10**12),
        ([3, 0, 5, 0, 3, 0], math.nan),
        ([3, 0, 5, 0, 3], [0, 0]),
        ([3, 0, 5, 0, 6, 0, 1], 500),
        ([3, 0, 6, 0, 1], "../original"),
        ([3, 0, 6, 0, 1], "missing.webp"),
        ([3, 0, 6, 0, 0], 3),
        ([3, 0, 6], 1),
        ([3, 0], {"a": 1}),
    ],
)
def test_an_answer_that_cannot_be_is_refused(place, value):
    with pytest.raises(ValueError, match=r"."):
        wire.load(_with(place, value), Path("images"), limits=Limits())


def test_what_its_owner_should_know_survives_the_wire():
    facts = {"count": 3, "example": "java", "line": 2}
    found = (Finding("unseen-words", facts),)
    copy = replace(prepared(samples.pdf(), "cv.pdf"), findings=found)

    assert wire.load(wire.dump(copy), Path("images"), limits=Limits()).findings == found


@pytest.mark.parametrize("row", [["A", {}], ["a", []], ["a", {"B": 1}], ["a", {"b": "x" * 201}]])
def test_findings_that_cannot_be_are_refused(row):
    with pytest.raises(ValueError, match=r"."):
        wire.load(_with([4], [row]), Path("images"), limits=Limits())


def test_boxes_from_outside_of_the_page_are_brought_to_its_edge():
    received = wire.load(_with([3, 0, 5, 0, 3, 0], -5), Path("images"), limits=Limits())

    assert received.pages[0].lines[0].box[0] == 0.0
