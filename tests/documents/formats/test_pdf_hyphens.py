"""Hyphens at the ends of lines: whose they are."""

from pathlib import Path

import pytest

from mentorship.documents.formats.pdf.hyphens import hyphen
from tests.documents.formats.reading_copies import read
from tests.make.pdfs import pdf, text_at

SOFT = "\u00ad"


@pytest.mark.parametrize(
    ("half", "rest", "words", "joined"),
    [
        ("manage", "ment", "", SOFT),
        ("MANAGE", "MENT", "", SOFT),
        ("e", "commerce", "", "-" + SOFT),
        ("(full", "stack),", "full-stack", "-" + SOFT),
        ("full", "stack", "fullstack", SOFT),
        ("Okonkwo", "Lindqvist", "", "-" + SOFT),
        ("B", "2", "", "-" + SOFT),
        ("tomas-berg", "abc", "", "-" + SOFT),
        ("www", "one.two", "", "-" + SOFT),
        ("world", "class", "", "-" + SOFT),
        ("cross", "device", "device", "-" + SOFT),
        ("results", "driven", "results", "-" + SOFT),
        ("results", "driven", "", SOFT),
        ("results", "shop", "results shop", "-" + SOFT),
        ("real", "ty", "", SOFT),
        ("Groß", "und", "", "-"),
        ("last", "", "", "-"),
    ],
)
def test_a_hyphen_belongs_to_the_word_or_to_its_typesetter(
    half: str, rest: str, words: str, joined: str
) -> None:
    assert hyphen(half, rest, set(words.split())) == joined


def test_words_keep_their_own_hyphens(tmp_path: Path) -> None:
    lines = (
        "Led the move to e-",
        "commerce with web-",
        "based manage-",
        "ment; Groß-",
        "und Einzelhandel",
    )
    page = "".join(
        text_at(72, 700 - 14 * i, line.replace("ß", r"\337")) for i, line in enumerate(lines)
    )

    text = read(pdf(page), tmp_path).text

    whole = text.replace(f"{SOFT}\n", "").replace("\n", " ")
    assert whole == "Led the move to e-commerce with web-based management; Groß- und Einzelhandel"


def test_scripts_that_are_never_broken_keep_their_hyphen() -> None:
    assert hyphen("वेतन", "प्रणाली", set()) == "-" + SOFT
    assert hyphen("ל", "Kubernetes", set()) == "-" + SOFT
