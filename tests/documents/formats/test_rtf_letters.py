"""Every way an RTF file writes its letters ends in the same letters."""

from pathlib import Path

import pytest

from mentorship.documents.formats.manuscript import Limits
from mentorship.documents.formats.prepare import prepare
from mentorship.documents.formats.rtf_letters import in_one_spelling

CYRILLIC = "Мария Иванова, бухгалтер"
CHARSET = r"{\fonttbl{\f0\fnil\fcharset204 Calibri;}{\f1\fnil\fcharset0 Arial;}}"


def hexed(text: str, encoding: str) -> str:
    """`text` as RTF writes the bytes of a code page."""
    return "".join(
        char if char.isascii() else "".join(f"\\'{byte:02x}" for byte in char.encode(encoding))
        for char in text
    )


def numbered(text: str, stand_in: str = "?") -> str:
    """`text` as RTF writes numbers, each with a stand-in for old programs."""
    return "".join(char if char.isascii() else f"\\u{ord(char)}{stand_in}" for char in text)


def said(body: str, folder: Path, head: str = r"\ansi\ansicpg1252\deff0") -> str:
    original = folder / "original"
    original.write_bytes(f"{{\\rtf1{head} {body}\\par}}".encode("latin-1"))
    return prepare(original, "cv.rtf", folder, limits=Limits()).text


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            numbered("María Joséphine, cafe naïve ©2013 – × 3"),
            "María Joséphine, cafe naïve ©2013 – × 3",
        ),
        ("\\uc1\\pard\\f0 " + numbered(CYRILLIC), CYRILLIC),
        (CHARSET + hexed(CYRILLIC, "cp1251"), CYRILLIC),
        (CHARSET + "{\\f1 Zo\\'eb} " + hexed("Мария", "cp1251"), "Zoë Мария"),
        (CHARSET + "\\f1 Zo\\'eb\\plain  " + hexed("Мария", "cp1251"), "Zoë Мария"),
        ("{\\fonttbl{\\f0\\fcharset128 Mincho;}}" + hexed("履歴書と表", "cp932"), "履歴書と表"),
        ("{\\fonttbl{\\f0\\fcharset128 Mincho;}}\\'83A ok", "ア ok"),
        ("\\uc2\\u12293\n\\'81\\'58\\u12392\\'82\\'c6 x", "々と x"),
        ("{\\uc0\\u233 t\\u233 }\\u233?", "étéé"),
        ("\\u-10179?\\u-8704? and \\u-10179?\\u-8704?", "😀 and 😀"),
        ("a \\u-8704?b", "a \ufffdb"),
        (
            "{\\*\\unknown \\u233?}{\\info{\\title Pr\\'e9}}{\\stylesheet{\\s1 \\u233? x;}}Ada",
            "Ada",
        ),
        ("Ada {\\pict\\bin3 }}}}Byron", "Ada Byron"),
    ],
)
def test_letters_are_what_was_meant(tmp_path, body, expected):
    assert said(body, tmp_path) == expected


@pytest.mark.parametrize(
    ("head", "raw", "expected"),
    [
        (r"\ansi\ansicpg1251", "\\'cc\\'e0\\'f0\\'e8\\'ff", "Мария"),
        (r"\ansi\ansicpg65001", "Jos\\'c3\\'a9", "José"),
        (r"\ansi\ansicpg99999", "Jos\\'e9", "José"),
        (r"\mac", "Jos\\'8e", "José"),
        (r"\pc", "Jos\\'82", "José"),
        (r"\ansi", "Jos\xe9", "José"),
    ],
)
def test_a_file_may_say_its_code_page(tmp_path, head, raw, expected):
    assert said(raw, tmp_path, head) == expected


def test_any_bytes_come_out_as_ascii():
    spelled, _ = in_one_spelling(b"}}\\" + bytes(range(256)) + b"{\\u5\\'")

    assert spelled.isascii()
