"""What carrying tells of two texts and what comparing them tells do not contradict one another."""

from dataclasses import dataclass

from hypothesis import given, settings
from hypothesis import strategies as st

from mentorship.documents.anchors.relocation import Anchor, Fate, carry
from mentorship.documents.anchors.selectors import Span, quote_of
from mentorship.documents.text.comparing import difference
from mentorship.documents.text.words import words_of

WORD = st.sampled_from(
    ["Led", "led", "the", "team", "•", ",", "café", "ﬁve", "経験", "01/2016", "."]
)
WORDS = st.lists(WORD, min_size=1, max_size=14)
GAP = st.sampled_from([" ", "\n", "\n\n", "  "])


@dataclass(frozen=True)
class Line:
    """A line of a text, as its page has it."""

    number: int
    start: int
    end: int
    opens_block: bool = False
    goes_on: bool = False


def lines_of(text: str) -> list[Line]:
    """The lines of a text that are not empty."""
    found, start = [], 0
    for line in text.split("\n"):
        if line:
            found.append(Line(len(found) + 1, start, start + len(line)))
        start += len(line) + 1
    return found


@st.composite
def texts(draw: st.DrawFn, words: list[str]) -> str:
    """The same words, with some white space between them."""
    return "".join(word + draw(GAP) for word in words)


def anchors_of(text: str) -> list[Anchor]:
    """An anchor on each word, and one on each row of three."""
    words = words_of(text)
    spans = [
        Span(start, end)
        for length in (1, 3)
        for start, end in zip(words.starts, words.ends[length - 1 :], strict=False)
    ]
    return [Anchor(quote_of(span, text), span) for span in spans]


@settings(deadline=None)
@given(WORDS.flatmap(lambda words: st.tuples(texts(words), texts(words))))
def test_where_no_word_changed_every_point_is_where_it_was(pair):
    old, new = pair

    told = difference(old, new, lines_of(new))
    found = carry(anchors_of(old), old, new)

    assert (told.is_same, told.lines, told.come, told.gone) == (True, frozenset(), 0, 0)
    assert {one.fate for one in found} <= {Fate.UNCHANGED}


@settings(deadline=None)
@given(WORDS.flatmap(texts), WORDS.flatmap(texts))
def test_where_a_point_was_reworded_or_is_gone_words_differ(old, new):
    found = carry(anchors_of(old), old, new)

    if {Fate.REWORDED, Fate.GONE} & {one.fate for one in found}:
        assert not difference(old, new, lines_of(new)).is_same


@settings(deadline=None)
@given(WORDS.flatmap(texts), WORDS.flatmap(texts))
def test_what_is_in_its_place_are_the_same_words(old, new):
    for anchor, one in zip(anchors_of(old), carry(anchors_of(old), old, new), strict=True):
        if one.span and one.fate is not Fate.REWORDED:
            there = new[one.span.start : one.span.end]
            assert words_of(there).keys == words_of(anchor.quote.text).keys
