"""What stands in both of two texts, and elsewhere: told as moved, not as gone and come. Pure."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from mentorship.documents.text.alignment import Run
from mentorship.documents.text.changes import Change, How
from mentorship.documents.text.moves import paired
from mentorship.documents.text.words import Words, words_of

_WORTH_TELLING = 3  # words in a row: of fewer nobody would say that they moved


def with_moves(found: Sequence[Change], old: str, new: str) -> list[Change]:
    """The same changes, those words told as moved that are gone in one place and come in another.

    They are paired as carrying pairs them: so what a point moved along with is told as moved. Tiles
    both texts as before. Cost: of comparing, some five times.
    """
    went = [change for change in found if change.how is How.DELETED]
    came = [change for change in found if change.how is How.INSERTED]
    if not (went and came):
        return list(found)
    before, after = words_of(old), words_of(new)
    left = _words_in((change.old for change in went), before)
    entered = _words_in((change.new for change in came), after)
    alike = _Alike(before, after)
    olds, news = set[int](), set[int]()
    for run in paired(before, after):
        for part in _parts(run, left, entered, alike):
            olds.update(part.olds)
            news.update(part.news)
    return [part for change in found for part in _parted(change, before, after, olds, news)]


class _Alike:
    """Whether words of two texts are the same, capitals too."""

    def __init__(self, before: Words, after: Words) -> None:
        self.before, self.after = _cased(before), _cased(after)

    def are(self, old: int, new: int) -> bool:
        return self.before[old] == self.after[new]


def _cased(words: Words) -> list[str]:
    cased = words_of(words.text, cased=True)
    keys = dict(zip(cased.starts, cased.keys, strict=True))
    return [keys.get(start, "") for start in words.starts]


def _words_in(spans: Iterable[tuple[int, int]], words: Words) -> set[int]:
    return {word for span in spans for word in range(*words.within(*span))}


def _parts(run: Run, left: set[int], entered: set[int], alike: _Alike) -> Iterator[Run]:
    """What of a run is gone where it was, has come where it is, and is worth telling."""

    def has_moved(step: int) -> bool:
        old, new = run.old + step, run.new + step
        return old in left and new in entered and alike.are(old, new)

    for moved, steps in groupby(range(run.length), has_moved):
        first, *rest = steps
        if moved and len(rest) + 1 >= _WORTH_TELLING:
            yield Run(run.old + first, run.new + first, len(rest) + 1)


def _parted(
    change: Change, before: Words, after: Words, olds: set[int], news: set[int]
) -> Iterator[Change]:
    """A change as what moved and what did not, in turn."""
    if change.how is How.DELETED:
        for span, moved in _stretches(change.old, before, olds):
            yield Change(How.MOVED_AWAY if moved else How.DELETED, span, change.new)
    elif change.how is How.INSERTED:
        for span, moved in _stretches(change.new, after, news):
            yield Change(How.MOVED_HERE if moved else How.INSERTED, change.old, span)
    else:
        yield change


def _stretches(
    span: tuple[int, int], words: Words, moved: set[int]
) -> Iterator[tuple[tuple[int, int], bool]]:
    """A stretch of a text in parts, each with whether its words moved; blanks belong to the word before."""
    start, end = span
    inside = range(*words.within(start, end))
    for has_moved, group in groupby(inside, moved.__contains__):
        last = list(group)[-1]
        stop = end if last == inside[-1] else min(end, words.place(last + 1))
        yield (start, stop), has_moved
        start = stop
