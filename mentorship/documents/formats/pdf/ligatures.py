"""What one glyph says that stands for several letters."""

from collections.abc import Sequence
from typing import TypeVar
from unicodedata import bidirectional

from mentorship.documents.text.folding import is_mark

Part = TypeVar("Part")
Place = TypeVar("Place")

_RIGHT = frozenset({"R", "AL"})
# Letters of Arabic that join the letter before and none after: in one glyph they can only be last.
_LAST = frozenset("اأإآٱدذرزوؤىةڈڑژۀ")


def joined(text: str, more: str) -> str:
    """What one glyph says, of which PDFium tells `text` and then `more`: it turns right-to-left ones around."""
    forth, back = text + more, more + text
    if not any(bidirectional(sign) in _RIGHT for sign in forth):
        return forth
    return forth if _is_whole(forth) and not _is_whole(back) else back


def _is_whole(text: str) -> bool:
    """Whether nothing follows a letter that ends what is joined, nor stands a sign before all letters."""
    letters = "".join(sign for sign in text if not is_mark(sign))
    return not (_LAST.intersection(letters[:-1]) or is_mark(text[0]))


def by_glyph(parts: Sequence[tuple[Part, Place]]) -> list[tuple[Part, Place]]:
    """Characters, each with what draws it, so that those of one glyph follow each other.

    PDFium shuffles two right-to-left glyphs that stand over each other.
    """
    result = list(parts)
    for i in range(2, len(result)):
        if result[i][1] == result[i - 2][1] != result[i - 1][1]:
            result[i - 1 : i + 1] = [result[i], result[i - 1]]
    return result
