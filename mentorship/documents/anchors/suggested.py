"""Where the words that somebody suggested instead of others are in the next version of a text.

Each text is made in which the suggestions are followed, and carried like any other: a suggestion
that was followed stayed there as it was.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from mentorship.documents.anchors.relocation import Anchor, Carried, Fate, carry
from mentorship.documents.anchors.selectors import Span, quote_of
from mentorship.documents.text.words import words_of

_SAME = {Fate.UNCHANGED, Fate.MOVED}
_SURELY = 0.75  # how sure it is that words are gone which were to go
_LAYERS = 8  # so many suggestions for the same words are looked for; of more, the first


@dataclass(frozen=True, slots=True)
class Suggested:
    """Words for those of an anchor, and where that is in the next version."""

    anchor: Anchor
    words: str
    carried: Carried


def followed(suggestions: Sequence[Suggested], old: str, new: str) -> list[Carried | None]:
    """Where each of these, which are for words of `old`, stands in `new`; in their order.

    None unless it stands there to the letter, capitals counting, and the words it was for do not: of
    words that were only to be shortened what was to stay is no suggestion that was followed.
    """
    found: list[Carried | None] = [None] * len(suggestions)
    asked = [
        place
        for place, one in enumerate(suggestions)
        if _keys(one.words) and _keys(one.words) != _keys(_words_of(one.anchor, old))
    ]
    for layer in _layers(asked, suggestions):
        anchors, text = _as_suggested([suggestions[place] for place in layer], old)
        for place, carried in zip(layer, carry(anchors, text, new), strict=True):
            if _is_followed(suggestions[place], carried, new):
                found[place] = carried
    return found


def were_left_out(one: Suggested, old: str, new: str) -> bool:
    """Whether the words of an anchor, which somebody suggested to leave out, are not in `new`.

    They are nowhere there; or what else stood in their line stands there to the letter.
    """
    if one.carried.fate in _SAME:
        return False
    if one.carried.fate is Fate.GONE:
        return one.carried.confidence >= _SURELY
    span = one.anchor.span
    start, end = old.rfind("\n", 0, span.start) + 1, old.find("\n", span.end)
    line = Span(start, len(old) if end < 0 else end)
    anchor = Anchor(quote_of(line, old), line)
    rest = f"{old[start : span.start].rstrip()} {old[span.end : line.end].lstrip()}"
    (before,) = carry([anchor], old, new)
    (found,) = followed([Suggested(anchor, rest.strip(), before)], old, new)
    return found is not None


def _layers(places: Iterable[int], suggestions: Sequence[Suggested]) -> list[list[int]]:
    """These places, those together whose words do not overlap, each in the order of the text."""
    layers: list[list[int]] = []
    for place in sorted(places, key=lambda one: suggestions[one].anchor.span.start):
        start = suggestions[place].anchor.span.start
        free = (one for one in layers if suggestions[one[-1]].anchor.span.end <= start)
        layer = next(free, None)
        if layer is not None:
            layer.append(place)
        elif len(layers) < _LAYERS:
            layers.append([place])
    return layers


def _as_suggested(suggestions: Iterable[Suggested], old: str) -> tuple[list[Anchor], str]:
    """The old text with these words in it, and where they are."""
    text, end, spans = "", 0, []
    for one in suggestions:
        text += old[end : one.anchor.span.start]
        spans.append(Span(len(text), len(text) + len(one.words)))
        text, end = text + one.words, one.anchor.span.end
    text += old[end:]
    return [Anchor(quote_of(span, text), span) for span in spans], text


def _is_followed(one: Suggested, carried: Carried, new: str) -> bool:
    span, before = carried.span, one.carried.span
    if span is None or carried.fate not in _SAME:
        return False
    if _keys(new[span.start : span.end]) != _keys(one.words):
        return False
    if before is None or one.carried.fate not in _SAME:
        return True
    return span.start <= before.start and before.end <= span.end


def _words_of(anchor: Anchor, old: str) -> str:
    return old[anchor.span.start : anchor.span.end]


def _keys(text: str) -> Sequence[str]:
    return words_of(text, cased=True).keys
