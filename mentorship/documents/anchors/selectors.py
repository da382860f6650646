"""What a comment is about: a span of a version's text, and the quote by which to find it again.

They are the Text Position and Text Quote Selectors of the W3C Web Annotation Data Model (2017).
Within one text the span says it all; in another one the quote is located by what stands around it;
from a version to the next one `relocation` carries all anchors together, which is surer.
"""

from dataclasses import dataclass
from itertools import takewhile

from rapidfuzz.fuzz import partial_ratio_alignment

from mentorship.documents.text.squeezing import Squeezed, squeezed

AROUND = 32  # code points of the surroundings that tell two equal quotes apart

_AHEAD = 4  # letters by which the surroundings of one place must agree better than of another
_LONG_ENOUGH = 12  # letters; with fewer, words that look similar are others
_SURROUNDED, _LIKE, _LEAD = 72, 80, 4  # per cent of letters: with surroundings, without, ahead


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


def locate(quote: Quote, text: str, near: Span | None = None) -> Span | None:
    """Where `quote` stands in `text`, or None when its words are gone, or stand there twice alike.

    Ties    the place whose surroundings agree best with prefix and suffix; then the one closest to
            `near`, which is where it is thought to be in this very text; without that the first of
            those that are the same to the letter, and none of those that merely look alike.
    Alike   without regard to blanks, line ends, hyphens, ligatures, quotes, case and Unicode form;
            then also with some words changed. An empty quote is found by its surroundings alone.
    Source  W3C Web Annotation Data Model (2017), Text Quote Selector.
    """
    exact = _exactly(quote, text)
    if exact:
        start = min(exact, key=lambda place: abs(place - near.start)) if near else exact[0]
        return Span(start, start + len(quote.text))
    words, prefix, suffix = (squeezed(part) for part in (quote.text, quote.prefix, quote.suffix))
    if not words:
        return None
    where = Squeezed(text)
    return _alike(words, prefix, suffix, where, near) or _roughly(words, prefix, suffix, where)


def _exactly(quote: Quote, text: str) -> list[int]:
    """Where quote and surroundings stand to the letter."""
    around = quote.prefix + quote.text + quote.suffix
    places, place = [], text.find(around)
    while place >= 0:
        places.append(place + len(quote.prefix))
        place = text.find(around, place + 1)
    return places


def _alike(words: str, prefix: str, suffix: str, where: Squeezed, near: Span | None) -> Span | None:
    """Where the same letters stand: surrounded the most alike, and clearly so."""
    found = [
        (_surroundings(words, prefix, suffix, where.text, place), place)
        for place in where.all(words)
    ]
    if not found:
        return None
    scores = sorted((score for score, _ in found), reverse=True)
    if near:
        spans = [
            Span(*where.span(place, place + len(words)))
            for score, place in found
            if score == scores[0]
        ]
        return min(spans, key=lambda span: abs(span.start - near.start))
    second = scores[1] if len(scores) > 1 else -_AHEAD if len(words) >= _LONG_ENOUGH else 0
    if scores[0] - second < _AHEAD:
        return None
    place = found[[score for score, _ in found].index(scores[0])][1]
    return Span(*where.span(place, place + len(words)))


def _surroundings(words: str, prefix: str, suffix: str, text: str, place: int) -> int:
    """How many letters before and behind the words at `place` are the same."""
    end = place + len(words)
    before, behind = text[max(0, place - AROUND) : place], text[end : end + AROUND]
    return _same_start(prefix[::-1], before[::-1]) + _same_start(suffix, behind)


def _same_start(one: str, other: str) -> int:
    """How many letters two texts begin with alike."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def _roughly(words: str, prefix: str, suffix: str, where: Squeezed) -> Span | None:
    """Where most of the letters stand among most of the surroundings, and nowhere else as many."""
    if len(words) < _LONG_ENOUGH or not where.text:
        return None
    around = prefix + words + suffix
    best = partial_ratio_alignment(around, where.text, score_cutoff=_SURROUNDED)
    if best is None:
        return None
    start, end = best.dest_start, best.dest_end
    rest = where.text[:start] + "\0" * (end - start) + where.text[end:]
    second = partial_ratio_alignment(around, rest, score_cutoff=best.score - _LEAD)
    inner = partial_ratio_alignment(words, where.text[start:end], score_cutoff=_LIKE)
    if second is not None or inner is None:
        return None
    words_there = where.whole_words(start + inner.dest_start, start + inner.dest_end)
    return Span(*words_there) if words_there else None
