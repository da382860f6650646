"""What was deleted and inserted between two texts, word by word, in chunks a person can read."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from mentorship.documents.text.alignment import Run, aligned
from mentorship.documents.text.words import Words, words_of

_ISLAND = 2  # so few words kept between two changes are read as changed with them


class How(StrEnum):
    """What became of a stretch of text. What moved is told as gone and come, unless it is asked for."""

    KEPT = "kept"
    DELETED = "deleted"
    INSERTED = "inserted"
    MOVED_AWAY = "moved-away"
    MOVED_HERE = "moved-here"

    @property
    def is_of_old(self) -> bool:
        """Whether it stands in the old text, and there no more in the new one."""
        return self in {How.DELETED, How.MOVED_AWAY}


@dataclass(frozen=True, slots=True)
class Change:
    """A stretch of two texts: from where to where in each, half-open, in code points.

    What is deleted has no length in the new text, and stands where it is missed; what is inserted
    has none in the old one. A kept stretch holds the same words in both, which need not be the same
    characters: lines may be broken elsewhere.
    """

    how: How
    old: tuple[int, int]
    new: tuple[int, int]


def changes(old: str, new: str) -> list[Change]:
    """How `new` came of `old`: what was kept, deleted and inserted, in reading order.

    Kept and deleted stretches together are `old`, kept and inserted ones `new`, to the last blank,
    which belongs to the word before it. Where words were replaced, the old ones stand first. A word
    or two between two changes are told as part of them. Capitals count; what `words` says that no
    reader sees does not. No stretch is empty, and no two neighbours could be one.
    """
    before, after = words_of(old, cased=True), words_of(new, cased=True)
    if not (before.keys and after.keys):
        return list(_without_words(old, new, bool(before.keys or after.keys)))
    first, last = Run(0, 0, 0), Run(len(before.keys), len(after.keys), 0)
    runs = _without_islands([first, *aligned(before.keys, after.keys), last], before, after)
    for place in range(1, len(runs)):
        pair = _from_a_line_start(runs[place - 1], runs[place], before, after)
        runs[place - 1 : place + 1] = pair
    return list(_told([*runs, last], before, after))  # the last may have words by now


def _without_words(old: str, new: str, differ: bool) -> Iterator[Change]:
    """Of two texts one of which is blank, or both."""
    if old and new and not differ:
        yield Change(How.KEPT, (0, len(old)), (0, len(new)))
    else:
        yield from _replaced((0, len(old)), (0, len(new)))


def _replaced(old: tuple[int, int], new: tuple[int, int]) -> Iterator[Change]:
    if old[0] < old[1]:
        yield Change(How.DELETED, old, (new[0], new[0]))
    if new[0] < new[1]:
        yield Change(How.INSERTED, (old[1], old[1]), new)


def _without_islands(runs: Sequence[Run], before: Words, after: Words) -> list[Run]:
    """`runs` without those that are short beside what changed on either side of them.

    A bullet that begins a line in both texts stays, so that two rewritten lines are not told as one.
    """
    kept = [runs[0]]
    for run, following in pairwise(runs[1:]):
        short = run.length <= min(_ISLAND, _distance(kept[-1], run), _distance(run, following))
        if not short or (before.begins_line(run.old) and after.begins_line(run.new)):
            kept.append(run)
    return [*kept, runs[-1]]


def _distance(run: Run, following: Run) -> int:
    """How many words changed between two runs: deleted or inserted ones, whichever are more."""
    return max(
        following.old - run.old - run.length,
        following.new - run.new - run.length,
    )


def _from_a_line_start(run: Run, following: Run, before: Words, after: Words) -> tuple[Run, Run]:
    """The two runs, with what is only deleted or only inserted between them as whole lines.

    Of "• one • two" either "• one" or "one •" can be what is missing in "• two": the former reads
    better. Of "One. Two. Three." either ". Two" or "Two." can be missing in "One. Three.".
    """
    ends = run.old + run.length, run.new + run.length
    if (ends[0] == following.old) == (ends[1] == following.new):
        return run, following
    words, start, end = (
        (after, ends[1], following.new)
        if ends[0] == following.old
        else (before, ends[0], following.old)
    )
    is_last = (len(before.keys), len(after.keys)) == (
        following.old + following.length,
        following.new + following.length,
    )
    for by in _slides(words, start, end, run.length, following.length + is_last):
        if words.begins_line(start + by):
            return (
                run._replace(length=run.length + by),
                Run(following.old + by, following.new + by, following.length - by),
            )
    return run, following


def _slides(words: Words, start: int, end: int, before: int, after: int) -> Iterator[int]:
    """How far the stretch from `start` to `end` may stand elsewhere, and what is left be the same.

    before, after  how many kept words there are, of which one stays: else two changes would touch
    """
    yield 0
    for by in range(1, before):
        if words.keys[start - by] != words.keys[end - by]:
            break
        yield -by
    for by in range(1, after):
        if words.keys[start + by - 1] != words.keys[end + by - 1]:
            break
        yield by


def _told(runs: Sequence[Run], before: Words, after: Words) -> Iterator[Change]:
    """Kept and changed stretches in turn, tiling both texts."""
    for run, following in pairwise(runs):
        ends = run.old + run.length, run.new + run.length
        if run.length:
            old = before.place(run.old), before.place(ends[0])
            yield Change(How.KEPT, old, (after.place(run.new), after.place(ends[1])))
        yield from _replaced(
            (before.place(ends[0]), before.place(following.old)),
            (after.place(ends[1]), after.place(following.new)),
        )
