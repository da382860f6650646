"""Where two runs of words touch: which words are the end of the one, which the start of the other."""

from collections.abc import Iterator, Sequence

from mentorship.documents.text.alignment import Run
from mentorship.documents.text.words import Words

_SENTENCE_ENDS = frozenset(".!?:;。！？؟।")
Both = tuple[Sequence[int], Sequence[int]]


def best_shift(run: Run, following: Run, side: int, words: tuple[Words, Words], taken: Both) -> int:
    """By how many words their border moves, to where most lines and sentences begin or end.

    side    the text in which they touch: 0 the old one, 1 the new one.
    taken   of each word of either text its partner, or -1.
    """
    back = list(_shifts(run, following, side, words, taken, -1))
    on = list(_shifts(run, following, side, words, taken, 1))
    if not (back or on):
        return 0
    ends = run.old + run.length, run.new + run.length

    def borders(shift: int) -> tuple[int, int]:
        both = (
            _border(words[text], place + shift)
            for text in (0, 1)
            for place in (ends[text], following[text])
        )
        return sum(both), -abs(shift)

    return max([0, *back, *on], key=borders)


def _shifts(
    run: Run, following: Run, side: int, words: tuple[Words, Words], taken: Both, step: int
) -> Iterator[int]:
    """By how many words the border can move back (`step` -1) or on, so that pairs stay the same."""
    other = 1 - side
    length = run.length if step < 0 else following.length
    here = following[side] - (step < 0)
    there = following[other] - 1 if step < 0 else run[other] + run.length
    for count in range(1, length):
        if not 0 <= there < len(taken[other]) or taken[other][there] >= 0:
            return
        if words[side].keys[here] != words[other].keys[there]:
            return
        yield step * count
        here, there = here + step, there + step


def _border(words: Words, word: int) -> int:
    """How much of a border there is before `word`: of lines, bullets or sentences."""
    if word in {0, len(words.keys)}:
        return 4
    if words.begins_line(word):
        return 4 if words.keys[word] in {"-", "\u2022"} or words.is_apart(word) else 2
    return 1 if words.keys[word - 1] in _SENTENCE_ENDS else 0
