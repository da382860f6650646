"""Static files that are joined from others, as if they stood in `static/`: collected, hashed, served.

What a page can do without at first comes in few files, for on a slow line each round takes longer
than what it brings. They are made anew whenever one of their sources has changed.
"""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.staticfiles.finders import BaseFinder
from django.core.files.storage import FileSystemStorage

from mentorship.toolbox.pages import joining

SOURCES = Path(settings.BASE_DIR) / "static"
SCRIPTS, STYLES = SOURCES / "js", SOURCES / "css"
# The reading page: what a press on a line needs, and then what makes the page richer.
PRESS = ("pages/reading-lines", "margin/margin-notes")
REST = ("margin/later", "forms/field-limits", "pages/posting-beside")
IN_PAGE = ("pages/kept-presses", "pages/first-sight")  # joined in the page itself
MARGIN = (
    "components/kinds",
    "pages/margin-row",
    "pages/critique",
    "pages/relocations",
    "pages/short-threads",
    "pages/crowd",
    "pages/saying",
    "pages/posting",
)
JOINED: dict[str, Callable[[], str]] = {
    "js/joined/press.js": lambda: joining.module(SCRIPTS, PRESS),
    "js/joined/rest.js": lambda: joining.module(SCRIPTS, REST, after="press", given=PRESS),
    "css/joined/margin.css": lambda: joining.styles(STYLES, MARGIN),
}


class JoinedFinder(BaseFinder):
    """Finds what is joined; a real file, for who asks for its path."""

    def __init__(self, *_words: object, **_options: object) -> None:
        self.storage = FileSystemStorage(location=settings.JOINED_ROOT)

    def check(self, **_options: object) -> list[Any]:  # Any: Django's own kinds of messages
        """There is nothing to set up."""
        return []

    def find(self, path: str, find_all: bool = False, **_options: object) -> Any:  # as Django's
        """The path of this one, made now."""
        if path not in JOINED:
            return []
        made = str(self._made(path))
        return [made] if find_all else made

    def list(
        self, ignore_patterns: Iterable[str] | None
    ) -> Iterator[tuple[str, FileSystemStorage]]:
        """All of them."""
        for path in JOINED:
            self._made(path)
            yield path, self.storage

    def _made(self, path: str) -> Path:
        """Written only when it differs, so that its age tells when it changed."""
        file = Path(self.storage.path(path))
        text = JOINED[path]()
        if not file.exists() or file.read_text() != text:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text)
        return file
