"""Words of a text that is still being written, replaced where a quote of it stands."""

from mentorship.documents.anchors.selectors import Quote, locate
from mentorship.documents.text.squeezing import squeezed


def replaced(text: str, quote: Quote, words: str) -> tuple[str, str] | None:
    """`text` with `words` where `quote` stands in it, and what stood there as it was written.

    None unless the same words stand there, in one place that is surely meant.
    """
    span = locate(quote, text)
    if span is None:
        return None
    was = text[span.start : span.end]
    if squeezed(was) != squeezed(quote.text):
        return None
    return text[: span.start] + words + text[span.end :], was
