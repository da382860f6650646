"""A language in which every sentence stands in brackets, with what varies in it the other way round.

What stands outside of brackets was not translated. What touches them from outside was glued to a
sentence, and whatever counts on an order in it finds another one.
"""

import gettext
import re
from collections.abc import Iterator
from contextlib import contextmanager
from html.parser import HTMLParser
from itertools import pairwise

from django.test import override_settings
from django.utils import translation
from django.utils.translation import trans_real

CODE = "en-xa"
OPEN, CLOSE = "⟦", "⟧"
SILENT = {"script", "style", "template", "kbd"}  # what is printed on a key is no word
SAID = {"alt", "title", "aria-label", "aria-description", "aria-roledescription", "placeholder"}
SAID |= {"label"}
BUTTONS = {"submit", "button", "reset"}
VARIES = re.compile(r"%\(\w+\)[sd]|\{\w+\}")  # of Python and templates, of scripts
IN_TAGS = re.compile(r"<[^>]*>")
BY_PLACE = re.compile(r"%[sd].*%[sd]", re.DOTALL)
IS_WHOLE = re.compile(r"[.?!:…]$")
APART = re.compile(r"[·←→–—]")


class Brackets(gettext.NullTranslations):
    """A catalogue that knows every sentence: its translation is the same one, turned, in brackets."""

    def to_language(self) -> str:
        """Its code, as Django asks for it."""
        return CODE

    def gettext(self, message: str) -> str:
        """The sentence in brackets; of one with a context the sentence alone."""
        context, _, words = message.rpartition(trans_real.CONTEXT_SEPARATOR)
        return f"{OPEN}{_turned_date(words) if 'pattern' in context else turned(words)}{CLOSE}"

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        """The form that English uses for this number."""
        return self.gettext(msgid1 if n == 1 else msgid2)


def turned(sentence: str) -> str:
    """The same with its placeholders in reverse order; those within tags stay, as links must.

    Raises ValueError for several without a name: no translator could say which is which.
    """
    if BY_PLACE.search(sentence):
        raise ValueError(f"What varies has no name in “{sentence}”.")
    tags = [found.span() for found in IN_TAGS.finditer(sentence)]
    varying = [
        found
        for found in VARIES.finditer(sentence)
        if not any(start < found.start() < end for start, end in tags)
    ]
    said, done = "", 0
    for found, other in zip(varying, reversed(varying), strict=True):
        said += sentence[done : found.start()] + other.group()
        done = found.end()
    return said + sentence[done:]


def _turned_date(pattern: str) -> str:
    """The day before the weekday, the year before the day."""
    return " ".join(reversed(pattern.split()))


@contextmanager
def pseudo_locale() -> Iterator[None]:
    """Everything is said in brackets."""
    # Changing LANGUAGES makes Django forget every catalogue, here and at the end.
    with override_settings(LANGUAGE_CODE=CODE, LANGUAGES=[(CODE, "Brackets")]):
        trans_real._translations[CODE] = Brackets()  # type: ignore[attr-defined]  # what it has loaded
        with translation.override(CODE):
            yield


class Reading(HTMLParser):
    """Collects what a person sees or hears of a page, outside the brackets."""

    def __init__(self) -> None:
        super().__init__()
        self.silent = 0
        self.depth = 0
        self.outside: list[str] = []
        self.glued: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Texts in attributes are said aloud, or shown; each stands for itself."""
        self.silent += tag in SILENT
        given = dict(attrs)
        for name, value in given.items():
            is_button = name == "value" and tag == "input" and given.get("type") in BUTTONS
            is_sentence = name.startswith("data-") and " " in (value or "").strip()
            if name in SAID or is_button or is_sentence:
                self.outside += _outside(value or "", 0)[0]

    def handle_endtag(self, tag: str) -> None:
        """Scripts and styles end."""
        self.silent -= tag in SILENT

    def handle_data(self, data: str) -> None:
        """A sentence may hold links and stress: its brackets reach over several elements."""
        if not self.silent:
            if not self.depth and _is_glued(data):
                self.glued.append(" ".join(data.split()))
            found, self.depth = _outside(data, self.depth)
            self.outside += found


def _outside(text: str, depth: int) -> tuple[list[str], int]:
    parts = [""]
    for sign in text:
        depth += (sign == OPEN) - (sign == CLOSE)
        if depth == 0 and sign != CLOSE:
            parts[-1] += sign
        elif parts[-1]:
            parts.append("")
    return [part.strip() for part in parts if any(map(str.isalpha, part))], depth


def _is_glued(text: str) -> bool:
    """Whether words or a second sentence touch one in brackets that is no whole sentence."""
    pieces = [piece for piece in _pieces(text) if piece.strip()]
    for before, after in pairwise(pieces):
        sentences = [piece for piece in (before, after) if piece.startswith(OPEN)]
        is_said = any(map(str.isalnum, before)) and any(map(str.isalnum, after))
        is_label = before.startswith(OPEN) and IS_WHOLE.search(before.rstrip(CLOSE))
        if sentences and is_said and not is_label and not APART.search(before + after):
            return True
    return False


def _pieces(text: str) -> Iterator[str]:
    """The text, cut where the outermost brackets open and close."""
    depth, piece = 0, ""
    for sign in text:
        if sign == OPEN and depth == 0:
            yield piece
            piece = ""
        depth += (sign == OPEN) - (sign == CLOSE)
        piece += sign
        if sign == CLOSE and depth == 0:
            yield piece
            piece = ""
    yield piece


def untranslated(page: str) -> list[str]:
    """Each stretch with letters in it that stands outside all brackets, in order."""
    return read(page).outside


def glued(page: str) -> list[str]:
    """Each text in which words or a sentence were put beside a sentence, in order."""
    return read(page).glued


def read(page: str) -> Reading:
    """The page, read to its end."""
    reading = Reading()
    reading.feed(page)
    reading.close()
    return reading
