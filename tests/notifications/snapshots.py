"""Each kind of letter as it is written, without what differs from one writing to the next."""

import re
from pathlib import Path

from django.conf import settings

from mentorship.notifications import codes
from mentorship.notifications.models import Letter

FOLDER = Path(settings.BASE_DIR) / "docs" / "letters"
NAMED = "documents|pursuits|rounds|threads|invitations|reviews|sending"
CHANGING = (
    (re.compile(r"/(i|unsubscribe)/[\w/-]+"), r"/\1/…/"),
    (re.compile(rf"/({NAMED})/[\w-]{{12,}}(?=/)"), r"/\1/…"),
    (re.compile(r"\b[0-9A-Z]{4}-[0-9A-Z]{4}\b"), "ABCD-2345"),
    (re.compile(r"\b([a-z]+)-[0-9a-f]{8}\b"), r"\1"),
)


def snapshot(letter: Letter) -> str:
    """Its subject and its text."""
    words = f"Subject: {letter.subject}\n\n{codes.reveal(letter.text, letter)}"
    for changing, name in CHANGING:
        words = changing.sub(name, words)
    return words


def path_of(kind: str) -> Path:
    """Where the text of this kind stands: docs/letters/circle/due.txt."""
    app, _dot, name = kind.partition(".")
    return FOLDER / app / f"{name}.txt"


def first_of_each(letters: list[Letter]) -> dict[str, Letter]:
    """The first letter of each kind."""
    return {letter.kind: letter for letter in reversed(letters)}
