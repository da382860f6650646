"""What the readers of a reading copy should be told about it, in their language."""

from collections.abc import Callable

from django.utils.translation import gettext as _

from mentorship.documents.models import Version

NOTES: dict[str, Callable[[], str]] = {
    "no-text": lambda: _(
        "These pages are pictures: there is no text to select. Software that sorts applications "
        "reads nothing here either."
    ),
    "unreadable-text": lambda: _(
        "Most characters in this file can’t be identified, so its text cannot be "
        "selected or searched. Saving it as PDF from the program it was written with helps."
    ),
    "missing-glyphs": lambda: _(
        "Some characters have no shape in the fonts here and show as boxes. The text holds them."
    ),
    "simplified-layout": lambda: _(
        "This is a simplified layout: the words are all there, but it looks different in its own "
        "program. For remarks on the layout, upload a PDF."
    ),
    "many-pages": lambda: _("This is long: most people who hire read two pages."),
    "less-sharp": lambda: _(
        "The pictures in this document take up a lot of room, so some pages look less sharp here "
        "than they are."
    ),
    "spaced-letters": lambda: _(
        "Some headings are spaced out letter by letter. Software may read them as single letters."
    ),
}


def sentences(version: Version) -> list[str]:
    """One sentence for each note of the version that has one."""
    return [NOTES[code]() for code in version.notes if code in NOTES]
