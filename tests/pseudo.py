"""A language in which every translated sentence stands in brackets, and what of a page does not."""

import gettext
from collections.abc import Iterator
from contextlib import contextmanager
from html.parser import HTMLParser

from django.test import override_settings
from django.utils import translation
from django.utils.translation import trans_real

CODE = "en-xa"
OPEN, CLOSE = "⟦", "⟧"
SILENT = {"script", "style", "template", "kbd"}  # what is printed on a key is no word
SAID = {"alt", "title", "aria-label", "aria-description", "aria-roledescription", "placeholder"}
SAID |= {"label"}
BUTTONS = {"submit", "button", "reset"}


class Brackets(gettext.NullTranslations):
    """A catalogue that knows every sentence: its translation is the same one in brackets."""

    def to_language(self) -> str:
        """Its code, as Django asks for it."""
        return CODE

    def gettext(self, message: str) -> str:
        """The sentence in brackets; of one with a context the sentence alone."""
        return f"{OPEN}{message.rpartition(trans_real.CONTEXT_SEPARATOR)[2]}{CLOSE}"

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        """The form that English uses for this number."""
        return self.gettext(msgid1 if n == 1 else msgid2)


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


def untranslated(page: str) -> list[str]:
    """Each stretch with letters in it that stands outside all brackets, in order."""
    reading = Reading()
    reading.feed(page)
    reading.close()
    return reading.outside
