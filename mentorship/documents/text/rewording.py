"""What words become when somebody proposes others: what would go, and what would stand there. Pure."""

import os
from hashlib import blake2b

from mentorship.documents.text.changes import Change, How, changes
from mentorship.documents.text.folding import SOFT_HYPHEN

_MOST = 2048
_SECRET = os.urandom(16)
_told: dict[bytes, list[Change]] = {}  # by digests that say nothing: no words stay in memory


def is_other(old: str, new: str) -> bool:
    """Whether `new` says something else than `old`: how lines are broken does not count."""
    return _on_one_line(old) != _on_one_line(new)


def stretches(old: str, new: str) -> tuple[tuple[How, str], ...]:
    """What is kept, deleted and inserted, all of it on one line.

    Where nothing differs but signs that look alike, the whole is replaced: somebody meant it.
    """
    old, new = _on_one_line(old), _on_one_line(new)
    told = _changes(old, new)
    if old != new and all(change.how is How.KEPT for change in told):
        return (How.DELETED, old), (How.INSERTED, new)
    return tuple(_stretch(one, old[slice(*one.old)], new[slice(*one.new)]) for one in told)


def _changes(old: str, new: str) -> list[Change]:
    """The same pairs are shown again and again, so where they differ is remembered."""
    digest = blake2b(f"{old}\n{new}".encode(), key=_SECRET).digest()
    told = _told.get(digest)
    if told is None:
        if len(_told) >= _MOST:
            _told.clear()
        told = _told[digest] = changes(old, new)
    return told


def _stretch(change: Change, old: str, new: str) -> tuple[How, str]:
    """What is kept stands as it will be, with a blank after it if it had one or will have."""
    if change.how is How.KEPT:
        return How.KEPT, new if new.endswith(" ") or not old.endswith(" ") else f"{new} "
    return change.how, old or new


def _on_one_line(text: str) -> str:
    return " ".join(text.replace(f"{SOFT_HYPHEN}\n", "").replace(SOFT_HYPHEN, "").split())
