"""Where words may be said in another text when nothing is sure: for a person to look at, and say. Pure."""

from mentorship.documents.statements.extents import narrowest
from mentorship.documents.statements.partners import Partners
from mentorship.documents.statements.places import Place, parts

_LIKELY = 0.2  # how close another unit comes, at least


def guess_of(words: range, found: Partners) -> Place | None:
    """Where `words` may be said now; None when nothing comes close.

    words   at least one; of those in several units the one counts that has most of them.
    Never what another statement of the old text became.
    """
    words, _ = parts(words, found)[0]
    number = found.old.unit_at(words[0])
    likeliest = found.likeliest(number)
    if likeliest is None or likeliest[1] < _LIKELY:
        return None
    other, sureness = likeliest
    return Place(*narrowest(words, other, found.supposing(number, other)), sureness)
