"""Other ways to carry anchors, as they are commonly written: what ours is measured beside."""

from collections.abc import Callable, Iterator, Sequence
from difflib import SequenceMatcher

from diff_match_patch import diff_match_patch

from bench.versions.cases import Anchor, Case
from mentorship.documents.anchors import relocation, selectors
from mentorship.documents.anchors.selectors import Quote, Span, quote_of
from mentorship.documents.text.words import words_of

Placed = list[Span | None]
_ENOUGH = 0.5  # as ours: of what was quoted, the share that must be left


def ours(case: Case) -> Placed:
    """`mentorship.documents.anchors.relocation`."""
    return [carried.span for carried in ours_told(case)]


def ours_told(case: Case) -> list[relocation.Carried]:
    """The same, with all that is told of each."""
    given = [
        relocation.Anchor(_quote(anchor, case.old), Span(anchor.start, anchor.end))
        for anchor in case.anchors
    ]
    return relocation.carry(given, case.old, case.new)


def _quote(anchor: Anchor, text: str) -> Quote:
    """The quote with its surroundings, if it stands where it says; else alone."""
    span = Span(anchor.start, anchor.end)
    if text[span.start : span.end] == anchor.quote:
        return quote_of(span, text)
    return Quote(anchor.quote, "", "")


def alone(case: Case) -> Placed:
    """`anchors.locate`: each by its quote and surroundings, without the old text."""
    return [selectors.locate(_quote(anchor, case.old), case.new) for anchor in case.anchors]


def exact(case: Case) -> Placed:
    """The same letters; of several places, the one with most of the 32 letters on either side."""
    return [_exact(_quote(anchor, case.old), case.new) for anchor in case.anchors]


def _exact(quote: Quote, text: str) -> Span | None:
    best, most = None, -1
    place = text.find(quote.text)
    while place >= 0:
        end = place + len(quote.text)
        before, behind = text[max(0, place - 32) : place], text[end : end + 32]
        score = sum(1 for _ in _same(before[::-1], quote.prefix[::-1]))
        score += sum(1 for _ in _same(behind, quote.suffix))
        if score > most:
            best, most = Span(place, end), score
        place = text.find(quote.text, place + 1)
    return best


def _same(one: str, other: str) -> Iterator[str]:
    for here, there in zip(one, other, strict=False):
        if here != there:
            return
        yield here


def difflib_words(case: Case) -> Placed:
    """difflib over words, and each anchor where its words went."""
    before, after = words_of(case.old), words_of(case.new)
    matcher = SequenceMatcher(None, before.keys, after.keys, autojunk=False)
    to: dict[int, tuple[int, int]] = {}
    for old, new, length in matcher.get_matching_blocks():
        for shift in range(length):
            at = (after.starts[new + shift], after.ends[new + shift])
            start, end = before.starts[old + shift], before.ends[old + shift]
            to.update(dict.fromkeys(range(start, end), at))
    return [_mapped(anchor, to) for anchor in case.anchors]


def diff_match_patch_letters(case: Case) -> Placed:
    """diff-match-patch over letters, and each anchor where its letters went."""
    to: dict[int, tuple[int, int]] = {}
    old = new = 0
    for kind, text in diff_match_patch().diff_main(case.old, case.new):
        if kind == 0:
            for shift in range(len(text)):
                to[old + shift] = (new + shift, new + shift + 1)
        old += len(text) if kind <= 0 else 0
        new += len(text) if kind >= 0 else 0
    return [_mapped(anchor, to) for anchor in case.anchors]


def _mapped(anchor: Anchor, to: dict[int, tuple[int, int]]) -> Span | None:
    places = [to[place] for place in range(anchor.start, anchor.end) if place in to]
    letters = sum(1 for letter in anchor.quote if not letter.isspace())
    if not places or len(places) < _ENOUGH * letters:
        return None
    return Span(min(start for start, _ in places), max(end for _, end in places))


WAYS: Sequence[tuple[str, Callable[[Case], Placed]]] = (
    ("ours", ours),
    ("ours, one by one", alone),
    ("difflib, words", difflib_words),
    ("diff-match-patch", diff_match_patch_letters),
    ("exact search", exact),
)
