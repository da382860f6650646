"""What words become when somebody proposes others: what would go, and what would stand there. Pure."""

from functools import lru_cache

from mentorship.documents.text.changes import Change, How, changes
from mentorship.documents.text.folding import SOFT_HYPHEN


def is_other(old: str, new: str) -> bool:
    """Whether `new` says something else than `old`: how lines are broken does not count."""
    return _on_one_line(old) != _on_one_line(new)


@lru_cache(maxsize=2048)
def stretches(old: str, new: str) -> tuple[tuple[How, str], ...]:
    """What is kept, deleted and inserted, all of it on one line.

    Where nothing differs but signs that look alike, the whole is replaced: somebody meant it.
    """
    old, new = _on_one_line(old), _on_one_line(new)
    told = changes(old, new)
    if old != new and all(change.how is How.KEPT for change in told):
        return (How.DELETED, old), (How.INSERTED, new)
    return tuple(_stretch(one, old[slice(*one.old)], new[slice(*one.new)]) for one in told)


def _stretch(change: Change, old: str, new: str) -> tuple[How, str]:
    """What is kept stands as it will be, with a blank after it if it had one or will have."""
    if change.how is How.KEPT:
        return How.KEPT, new if new.endswith(" ") or not old.endswith(" ") else f"{new} "
    return change.how, old or new


def _on_one_line(text: str) -> str:
    return " ".join(text.replace(f"{SOFT_HYPHEN}\n", "").replace(SOFT_HYPHEN, "").split())
