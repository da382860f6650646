"""No letter holds a word that cannot be translated, nor a sentence glued together."""

import html
import re
from collections.abc import Iterator

import pytest

from mentorship.notifications.models import Letter
from tests import make
from tests.notifications import every_letter
from tests.notifications.every_letter import MENTORS, SAID, SEEKER, TITLE
from tests.pages.pseudo import glued, pseudo_locale, untranslated

pytestmark = pytest.mark.django_db

WORDS = (TITLE, *SAID, SEEKER, *MENTORS, "hal", *filter(None, make.TEXT.splitlines()))
TYPED = re.compile("|".join(map(re.escape, WORDS)))
ADDRESS = re.compile(r"\S+@\S+|https?://\S+|\{\{[^}]*\}\}")


def test_every_letter_says_everything_in_the_language_of_its_reader() -> None:
    with pseudo_locale():
        letters = every_letter.written()

    left = sorted({(letter.kind, words) for letter in letters for words in said_in(letter)})
    assert left == []
    assert sorted(every_letter.names() - {letter.kind for letter in letters}) == []


def said_in(letter: Letter) -> Iterator[str]:
    """What in its subject, its text and its page cannot be translated."""
    lines = [html.escape(line) for line in (letter.subject, *letter.text.splitlines())]
    for part in (*(f"<p>{line}</p>" for line in lines), letter.html):
        yield from glued(part)
        for words in untranslated(part):
            ours = TYPED.sub("", ADDRESS.sub("", words))
            if any(map(str.isalpha, ours)):
                yield words
