"""The pages of versions that were shown lately, kept by this process for some minutes.

A version whose pictures are all drawn never changes, and its pages are the same for everybody who may read
it. Who may is asked at each request, as before: whoever comes here holds a row that `visible_to` has
given her for this one. Nothing of a reader is kept, and nothing that is said about the text (docs/adr/0015).
"""

import threading
import time
from typing import NamedTuple, TypeAlias

from mentorship.documents.models import Version
from mentorship.documents.reading.pages import ShownPage, shown_pages

MAX_CHARACTERS = 300_000  # of text: some sixty résumés, which take 5 MB
LIFETIME = 600.0  # seconds

# The form's key besides the id: it is random, so that no row of another database is taken for it.
_Name: TypeAlias = tuple[object, ...]


class _Kept(NamedTuple):
    pages: tuple[ShownPage, ...]
    characters: int
    until: float


_kept: dict[_Name, _Kept] = {}  # the oldest first
_lock = threading.Lock()
_waiting: list[threading.Timer] = []  # the one until the oldest is to be forgotten


def pages_of(version: Version) -> tuple[ShownPage, ...]:
    """All pages of a ready version, in order; one query, or none where they were shown lately."""
    if version.drawn_at is None:
        return tuple(shown_pages(version))
    found = kept(version)
    if found is not None:
        return found
    pages, characters = tuple(shown_pages(version)), len(version.text)
    with _lock:
        _forget_after(LIFETIME)
        _kept[_name(version)] = _Kept(pages, characters, time.monotonic() + LIFETIME)
        _forget_most()
    return pages


def kept(version: Version) -> tuple[ShownPage, ...] | None:
    """The same without a query; None where they were not shown lately."""
    with _lock:
        _forget_old()
        found = _kept.get(_name(version))
    return found.pages if found else None


def _name(version: Version) -> _Name:
    return version.pk, version.key, version.recipe, version.drawn_at


def forget_all() -> None:
    """As if nothing had been shown."""
    with _lock:
        for timer in _waiting:
            timer.cancel()
        _waiting.clear()
        _kept.clear()


def _forget_after(seconds: float) -> None:
    """Forget in time even where nobody asks for a page any more: what was deleted is gone within the hour."""
    if _waiting:
        return
    timer = threading.Timer(seconds, _forget_in_time)
    timer.daemon = True
    _waiting.append(timer)
    timer.start()


def _forget_in_time() -> None:
    with _lock:
        _waiting.clear()
        _forget_old()
        if _kept:
            _forget_after(max(0.0, next(iter(_kept.values())).until - time.monotonic()))


def _forget_old() -> None:
    now = time.monotonic()
    while _kept and next(iter(_kept.values())).until <= now:
        del _kept[next(iter(_kept))]


def _forget_most() -> None:
    """All that is more than may be kept, the oldest first."""
    left = sum(one.characters for one in _kept.values())
    while left > MAX_CHARACTERS:
        left -= _kept.pop(next(iter(_kept))).characters
