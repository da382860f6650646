"""Addresses as Django's `reverse` gives them, composed once for each name.

`reverse` looks through all patterns of a name and tries its answer against a regular expression; a page
asks it for the same few names again and again.
"""

from functools import lru_cache

from django.conf import settings
from django.urls import get_script_prefix, get_urlconf, reverse

MAX_KEPT = 500
Where = tuple[str, str]
NUMBER = 1_000_000_007  # no number of this size stands in an address of ours


def address(name: str, *parts: str | int) -> str:
    """As `reverse(name, args=parts)`."""
    return address_at(where(), name, parts)


def address_at(where: Where, name: str, parts: tuple[str | int, ...]) -> str:
    """The same for whoever has asked `where` already, for many addresses of one page."""
    kinds = tuple([type(part) for part in parts])
    if not all(map(_is_plain, parts)):
        return reverse(name, args=parts)
    return _pattern(name, kinds, *where) % parts


def where() -> Where:
    """Which addresses hold for this request, and what stands before each (SCRIPT_NAME)."""
    return get_urlconf() or settings.ROOT_URLCONF, get_script_prefix()


def pattern(name: str, *kinds: type) -> str:
    """The address with %s for each part, of these kinds: for rows, whose parts are refs and numbers of ours."""
    return _pattern(name, kinds, *where())


def _is_plain(part: object) -> bool:
    """Whether it stands in an address as it is: our refs and numbers do."""
    if type(part) is str:
        return part.isascii() and part.isalnum()
    return type(part) is int and 0 < part < NUMBER


@lru_cache(MAX_KEPT)
def _pattern(name: str, kinds: tuple[type, ...], urlconf: str, _prefix: str) -> str:
    """The address, with %s where its parts are."""
    marks = [
        NUMBER + place if kind is int else f"mark{place}mark" for place, kind in enumerate(kinds)
    ]
    found = reverse(name, urlconf, args=marks).replace("%", "%%")
    for mark in marks:
        found = found.replace(str(mark), "%s")
    return found
