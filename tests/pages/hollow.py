"""Rows in which nothing stands: they are seen as a gap that nobody can explain."""

import re

SILENT = re.compile(r"<(script|style|template|noscript)\b.*?</\1>|<!--.*?-->", re.DOTALL)
INLINE = re.compile(r"<(span|b|i|em|small|strong)\b(?P<known_by>[^>]*)>\s*</\1>")
ROW = re.compile(r"<(p|li|ul|ol|dl|dt|dd|div|nav|blockquote)\b(?P<known_by>[^>]*)>\s*</\1>")
FILLED_LATER = re.compile(r"\b(hidden|role|id|data-\w+|aria-live)\b")


def hollow(page: str) -> list[str]:
    """Such rows of a whole page. What a script fills has a name, a role or is hidden until then."""
    if "<html" not in page:  # a part, which a script puts into one
        return []
    shown = SILENT.sub("", page)
    while (less := INLINE.sub(_unless_filled_later, shown)) != shown:
        shown = less
    return [
        found.group() for found in ROW.finditer(shown) if not FILLED_LATER.search(found["known_by"])
    ]


def _unless_filled_later(found: re.Match[str]) -> str:
    return found.group() if FILLED_LATER.search(found["known_by"]) else ""
