"""What a comment is about: a span of a version's text, and the quote by which to find it again."""

from dataclasses import dataclass

AROUND = 32  # code points of the surroundings that tell two equal quotes apart


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a version's text: half-open, in code points."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Quote:
    """The words of a span and what stands around them: a W3C Text Quote Selector."""

    text: str
    prefix: str
    suffix: str


def quote_of(span: Span, text: str) -> Quote:
    """The quote that says where `span` is in `text` without naming a number."""
    return Quote(
        text=text[span.start : span.end],
        prefix=text[max(0, span.start - AROUND) : span.start],
        suffix=text[span.end : span.end + AROUND],
    )


def without_blank_ends(span: Span, text: str) -> Span:
    """The same span without white space at its ends; empty at its start when there is only that."""
    words = text[span.start : span.end]
    start = span.start + len(words) - len(words.lstrip())
    stripped = words.strip()
    return Span(start, start + len(stripped)) if stripped else Span(span.start, span.start)
