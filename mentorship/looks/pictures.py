"""The picture of page one as readers see it: made of the version's own each time, and kept nowhere."""

from django.core.files.storage import default_storage

from mentorship.documents.models import Page
from mentorship.looks import covering
from mentorship.looks.models import Showing


def first_page(showing: Showing) -> Page:
    """Page one of the version, with its lines."""
    return showing.version.pages.without_words().get(number=1)


def boxes(showing: Showing, page: Page) -> list[covering.Box]:
    """All that is covered: the lines with a margin around them, and what was drawn."""
    covered = set(showing.lines)
    of_lines = [covering.around(line[3]) for line in page.lines if line[0] in covered]
    return [*of_lines, *showing.drawn]


def covered(showing: Showing) -> bytes:
    """The picture of page one with everything covered gone from it, as WebP."""
    page = first_page(showing)
    largest = max(page.images, key=lambda image: image["scale"])
    # Nothing but the row chooses the name.
    with default_storage.open(largest["file"]) as file:
        return covering.cover(file.read(), boxes(showing, page))
