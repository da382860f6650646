"""HTML that was drawn with marks, and values in their places."""

import re
from collections.abc import Mapping
from html import escape

from django.utils.safestring import SafeString

_MARK = re.compile(r"mark-[a-z]+-\d+-mark")


def mark(name: str, number: int = 0) -> str:
    """What stands for a value of this name while HTML is drawn: nothing in it is escaped."""
    return f"mark-{name}-{number}-mark"


def filled(html: str, values: Mapping[str, str]) -> SafeString:
    """The HTML with these values, escaped, each in the place of its mark."""
    return SafeString(_MARK.sub(lambda found: escape(values[found[0]]), html))
