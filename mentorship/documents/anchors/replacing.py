"""Words of a text that is still being written, replaced or left out where a quote of it stands."""

from dataclasses import dataclass

from mentorship.documents.anchors.selectors import Quote, Span, locate
from mentorship.documents.text.squeezing import squeezed

AROUND = 60  # code points on either side by which a gap is found again
EMPHASIS = "*_`"
MARKS = "•◦▪▸‣·–*-+#>0123456789.) "  # what a line of nothing else is left with
CLOSING = ".,;:!?)]"


@dataclass(frozen=True, slots=True)
class Gap:
    """What was left out of a text, and what stands before and behind it there."""

    was: str
    before: str
    behind: str


def replaced(text: str, quote: Quote, words: str) -> tuple[str, str] | None:
    """`text` with `words` where `quote` stands in it, and what stood there as it was written.

    None unless the same words stand there, in one place that is surely meant.
    """
    span = _surely(quote, text)
    if span is None:
        return None
    return text[: span.start] + words + text[span.end :], text[span.start : span.end]


def left_out(text: str, quote: Quote) -> tuple[str, Gap] | None:
    """`text` without the words of `quote`, and what went: with the blank that would stand there
    twice, with marks around nothing else, and with a line that would be empty.

    None unless the same words stand there, in one place that is surely meant.
    """
    span = _surely(quote, text)
    if span is None:
        return None
    start, end = _with_what_goes_along(text, span.start, span.end)
    gap = Gap(text[start:end], text[max(0, start - AROUND) : start], text[end : end + AROUND])
    return text[:start] + text[end:], gap


def put_back(text: str, gap: Gap) -> str | None:
    """`text` with these words in it again; None where what stood around them is not there once."""
    around = gap.before + gap.behind
    if text.count(around) != 1:
        return None
    place = text.index(around) + len(gap.before)
    return text[:place] + gap.was + text[place:]


def _surely(quote: Quote, text: str) -> Span | None:
    span = locate(quote, text)
    if span is None or squeezed(text[span.start : span.end]) != squeezed(quote.text):
        return None
    return span


def _with_what_goes_along(text: str, start: int, end: int) -> tuple[int, int]:
    """From where to where it goes, if the words from `start` to `end` do."""
    while start and text[start - 1] == text[end : end + 1] and text[start - 1] in EMPHASIS:
        start, end = start - 1, end + 1
    first, last = text.rfind("\n", 0, start) + 1, text.find("\n", end)
    last = len(text) if last < 0 else last
    if not (text[first:start] + text[end:last]).strip(MARKS):
        return _lines(text, first, last)
    before, behind = text[first:start][-1:], text[end:last][:1]
    if before == " " and (not behind or behind in CLOSING):
        return start - 1, end
    return (start, end + 1) if behind == " " and before in {"", " "} else (start, end)


def _lines(text: str, first: int, last: int) -> tuple[int, int]:
    """These lines whole; with the blank one behind them where one stands before them, too."""
    last = min(len(text), last + 1)
    is_alone = not first or text[:first].endswith("\n\n")
    return (first, last + 1) if is_alone and text[last : last + 1] == "\n" else (first, last)
