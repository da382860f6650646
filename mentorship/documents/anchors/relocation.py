"""Where the words that were commented on are in the next version of a text.

The two texts are aligned once, word by word and wherever sentences and sections went; then each
anchor is where most of its words are, or where other words say what they did
(`documents/statements`). Nothing is searched for by its letters alone: words that are
gone are not found in another place that says the same, since that place has anchors of its own.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from mentorship.documents.anchors.selectors import Quote, Span, locate
from mentorship.documents.statements.contests import Contest
from mentorship.documents.statements.partners import Partners
from mentorship.documents.statements.places import SURE_ENOUGH, Place, place_of
from mentorship.documents.statements.settling import settled
from mentorship.documents.statements.units import Unit, units_of
from mentorship.documents.text.blocks import in_order
from mentorship.documents.text.moves import paired, resembling
from mentorship.documents.text.squeezing import squeezed
from mentorship.documents.text.words import words_of

_ENOUGH = 0.5  # share of a quote's letters that must be left
_TORN, _ASTRAY = 0.75, 0.12  # the same, if more than some of it is elsewhere
_SURE_ENOUGH = 0.4  # how sure it is at least that what is left is the place
_BETWEEN = 40  # code points of other anchors' words that may come between words of one place
_INSERTED = 300  # the same, of words that are new
_RESEMBLING = 0.7  # how much a word with another ending is the same
_AROUND = 4  # words on either side that speak for a place


class Fate(StrEnum):
    """What became of an anchor's words."""

    UNCHANGED = "unchanged"
    MOVED = "moved"
    REWORDED = "reworded"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class Anchor:
    """A place in the old version: its quote there, and its span."""

    quote: Quote
    span: Span


@dataclass(frozen=True, slots=True)
class Carried:
    """Where an anchor is in the new version.

    span        None when its words are gone. Starts and ends with a word, or within one as before.
    fate     unchanged: the same words in the same order among what stayed in its order;
                moved: the same words elsewhere; reworded: some, up to half of their letters, were
                changed, deleted or inserted, there or elsewhere, or other words say it; gone: nobody
                says it any more.
    confidence  0 to 1: how much of the words, and of those around them, is there; of other words how
                sure it is that they say it. Of these, in texts that people rewrote, one in four
                below 0.9 was wrong, too long or too short, one in twelve above.
    guess       where a person may look for what is gone: nothing else became that, and it is not sure.
    """

    span: Span | None
    fate: Fate
    confidence: float
    guess: Span | None = None


def carry(anchors: Sequence[Anchor], old: str, new: str) -> list[Carried]:
    """Where each of `anchors`, which are of `old`, is in `new`; in their order.

    An anchor whose span and quote disagree is where its quote is in `old`. The same arguments give
    the same result, whichever anchors stand beside each other.

    Cost    some 25 ms on one core for 300 anchors in texts of 1,000 words where nothing is reworded,
            80 ms where much is: then units are compared by what they say.
    """
    if old == new:
        return [_same(anchor, old) for anchor in anchors]
    texts = _Aligned(old, new)
    return [texts.carried(anchor) for anchor in anchors]


def _gone(confidence: float) -> Carried:
    return Carried(None, Fate.GONE, round(confidence, 2))


def _unless_doubted(found: Carried) -> Carried:
    """The same, or nowhere with an offer, where too little of what is left is as it was."""
    if found.fate is Fate.REWORDED and found.confidence < _SURE_ENOUGH:
        return Carried(None, Fate.GONE, round(1 - found.confidence, 2), found.span)
    return found


def _span_of(anchor: Anchor, text: str) -> Span | None:
    """Where the anchor is in its own text."""
    span = anchor.span
    words = text[span.start : span.end]
    if words == anchor.quote.text or (words and squeezed(words) == squeezed(anchor.quote.text)):
        return span
    return locate(anchor.quote, text, span)


def _same(anchor: Anchor, text: str) -> Carried:
    span = _span_of(anchor, text)
    return Carried(span, Fate.UNCHANGED, 1.0) if span else _gone(0.5)


def _headings(units: Sequence[Unit]) -> dict[int, range]:
    return {word: unit.words for unit in units if unit.is_heading for word in unit.words}


@dataclass(frozen=True, slots=True)
class _Pair:
    """A word of the new text, the one of the old text it is, and how many letters are the same."""

    new: int
    old: int
    letters: int


class _Aligned:
    """Two texts, and which of their words are the same."""

    def __init__(self, old: str, new: str) -> None:
        self.before, self.after = words_of(old), words_of(new)
        runs = paired(self.before, self.after)
        self.pairs: dict[int, _Pair] = {}
        for run in runs:
            for old_, new_ in zip(run.olds, run.news, strict=True):
                self.pairs[old_] = _Pair(new_, old_, len(self.before.keys[old_]))
        self.alike = set(self.pairs)
        self.stayed = {word for run in in_order(runs, self.before.keys) for word in run.olds}
        for like in resembling(runs, self.before.keys, self.after.keys):
            self.pairs[like.old] = _Pair(like.new, like.old, like.letters)

    def carried(self, anchor: Anchor) -> Carried:
        """Where `anchor` is in the new text."""
        span = _span_of(anchor, self.before.text)
        if span is None:
            return _gone(0.5)
        return self._said_otherwise(span, self._by_words(span))

    def _span(self, place: Place) -> Span:
        return Span(self.after.starts[place.first], self.after.ends[place.last])

    def _said_otherwise(self, span: Span, found: Carried) -> Carried:
        """The same, or where other words say what is there no more as it was."""
        words = range(*self.before.within(span.start, span.end))
        if not words:
            return found
        if found.span and self.alike.issuperset(words):
            return _unless_doubted(self._all_of_heading(words, found))
        if found.span and not self.partners.is_in_one_unit(words):
            return _unless_doubted(found)
        place = place_of(words, self.contest)
        if place is None:
            return _unless_doubted(found)
        said, sureness = self._span(place), round(place.sureness, 2)
        if place.sureness < SURE_ENOUGH:
            return Carried(None, Fate.GONE, round(1 - sureness, 2), said)
        return Carried(said, Fate.REWORDED, sureness)

    def _all_of_heading(self, words: range, found: Carried) -> Carried:
        """The same, or the heading that was made of a whole one by saying more: "Own projects"."""
        first, last = self.pairs[words[0]].new, self.pairs[words[-1]].new
        here, there = (
            of_text.get(one) for of_text, one in zip(self.headings, (words[0], first), strict=True)
        )
        if here != words or not there or last not in there:
            return found
        known = sum(1 for pair in self.pairs.values() if pair.new in there)
        if not known == len(words) < len(there):  # nothing is said more, or it stood elsewhere
            return found
        return Carried(self._span(Place(there[0], there[-1], 0)), Fate.REWORDED, found.confidence)

    @cached_property
    def units(self) -> tuple[Sequence[Unit], Sequence[Unit]]:
        """Of either text."""
        return units_of(self.before), units_of(self.after)

    @cached_property
    def headings(self) -> tuple[dict[int, range], dict[int, range]]:
        """Of either text: by each word of a heading, all of it."""
        old, new = self.units
        return _headings(old), _headings(new)

    @cached_property
    def partners(self) -> Partners:
        """Which units say the same."""
        old, new = self.units
        return Partners(
            (self.before, old),
            (self.after, new),
            {
                old: (pair.new, 1.0 if old in self.alike else _RESEMBLING)
                for old, pair in self.pairs.items()
                if old in self.alike or self.before.keys[old].isalpha()
            },
        )

    @cached_property
    def contest(self) -> Contest:
        """What else the units may have become."""
        return settled(self.partners)

    def _by_words(self, span: Span) -> Carried:
        """Where most of the words in `span` are."""
        words = range(*self.before.within(span.start, span.end))
        if not words:
            return self._between(words.start)
        pairs = self._together(words, (span.end - span.start) // 2)
        whole = sum(len(self.before.keys[word]) for word in words)
        share = sum(pair.letters for pair in pairs) / whole
        elsewhere = sum(self.pairs[word].letters for word in words if word in self.pairs) / whole
        if share < (_TORN if elsewhere - share > _ASTRAY else _ENOUGH):
            return _gone(1 - share)
        return self._placed(span, words, pairs, share)

    def _between(self, word: int) -> Carried:
        """Where a place without words is: behind the word before it, or before the next one."""
        if pair := self.pairs.get(word - 1):
            end = self.after.ends[pair.new]
            return Carried(Span(end, end), Fate.UNCHANGED, 0.5)
        if pair := self.pairs.get(word):
            start = self.after.starts[pair.new]
            return Carried(Span(start, start), Fate.UNCHANGED, 0.5)
        return _gone(0.5)

    def _together(self, words: range, half: int) -> list[_Pair]:
        """Where most of `words` are, in the new order, with not too much between two of them."""
        found = sorted(
            (self.pairs[word] for word in words if word in self.pairs), key=lambda pair: pair.new
        )
        clusters: list[list[_Pair]] = []
        for pair in found:
            if clusters and self._is_near(clusters[-1][-1], pair, half):
                clusters[-1].append(pair)
            else:
                clusters.append([pair])
        return max(clusters, key=lambda cluster: sum(pair.letters for pair in cluster), default=[])

    def _is_near(self, pair: _Pair, following: _Pair, half: int) -> bool:
        """Whether little came between, or not all too much while both stayed in their order."""
        between = self.after.starts[following.new] - self.after.ends[pair.new]
        in_order = pair.old < following.old
        return between <= max(_BETWEEN, min(_INSERTED, 8 * half) if in_order else half)

    def _placed(self, span: Span, words: range, pairs: list[_Pair], share: float) -> Carried:
        first, last = pairs[0].new, pairs[-1].new
        same = [pair.old for pair in pairs] == list(words) and self.alike.issuperset(words)
        if not same or last - first + 1 != len(words):
            fate = Fate.REWORDED
        elif self.stayed.issuperset(words):
            fate = Fate.UNCHANGED
        else:
            fate = Fate.MOVED
        dense = sum(pair.letters for pair in pairs) / sum(
            map(len, self.after.keys[first : last + 1])
        )
        confidence = share * dense * (1 + self._support(words, first, last)) / 2
        return Carried(self._exact(span, words, pairs), fate, round(confidence, 2))

    def _support(self, words: range, first: int, last: int) -> float:
        """How many of the words around are around in the new text, 0 to 1."""
        around = [
            *range(max(0, words.start - _AROUND), words.start),
            *range(words.stop, min(len(self.before.keys), words.stop + _AROUND)),
        ]
        near = range(first - 2 * _AROUND, last + 2 * _AROUND + 1)
        there = sum(self.pairs[word].new in near for word in around if word in self.pairs)
        return there / len(around) if around else 1.0

    def _exact(self, span: Span, words: range, pairs: list[_Pair]) -> Span:
        """From the first of the pairs to the last; within a word if that is where the span was."""
        first, last = pairs[0], pairs[-1]
        start, end = self.after.starts[first.new], self.after.ends[last.new]
        if first.old == words.start and self._written_alike(first):
            start += max(0, span.start - self.before.starts[first.old])
        if last.old == words.stop - 1 and self._written_alike(last):
            end -= max(0, self.before.ends[last.old] - span.end)
        return Span(start, end)

    def _written_alike(self, pair: _Pair) -> bool:
        old = self.before.text[self.before.starts[pair.old] : self.before.ends[pair.old]]
        return old == self.after.text[self.after.starts[pair.new] : self.after.ends[pair.new]]
