"""Words of one text, carried to another one."""

from mentorship.documents.anchors.relocation import Anchor, Carried, carry
from mentorship.documents.anchors.selectors import Span, quote_of


def carried(words: str, old: str, new: str) -> Carried:
    """What became of these words."""
    start = old.index(words)
    span = Span(start, start + len(words))
    [found] = carry([Anchor(quote_of(span, old), span)], old, new)
    return found


def told(words: str, old: str, new: str) -> str:
    """The words that now say it."""
    span = carried(words, old, new).span
    return new[span.start : span.end] if span else ""
