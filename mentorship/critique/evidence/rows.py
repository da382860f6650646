"""The rows of a map: one term each, how it stands in the version, and who sees it there."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from hashlib import sha256

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.reader import Reader
from mentorship.circle.people import Names
from mentorship.critique.models import Sighting
from mentorship.critique.models.hands import wrote
from mentorship.documents.lines import ReadingCopy
from mentorship.jobsearch.coverage.document import Place
from mentorship.jobsearch.coverage.evidence import LONGEST_TERM, Entry
from mentorship.jobsearch.coverage.showing import Status
from mentorship.jobsearch.coverage.terms import Weight
from mentorship.toolbox.words.phrases import listed

BETWEEN = ", "  # as a form takes several words
LONGEST_QUOTE = 90  # code points
ORDER = (Status.MISSING, Status.VARIANT, Status.EXACT)  # what could be written next comes first


def anchor_of(name: str) -> str:
    """The id of a term's row; the same on every page, whatever is in its name."""
    return f"term-{sha256(name.encode()).hexdigest()[:10]}"


@dataclass(frozen=True, slots=True)
class Spoken:
    """What one person says of one term; `version` where she said it of another one."""

    name: str
    says: str
    is_passed_on: bool
    version: int | None = None

    @property
    def words(self) -> str:
        """In a sentence."""
        facts = {"name": self.name, "number": self.version}
        sees = self.says == Sighting.Says.SEEN
        if self.version is None:
            return (_("%(name)s sees it.") if sees else _("%(name)s doesn’t see it.")) % facts
        told = _("%(name)s saw it in version %(number)s.")
        return (told if sees else _("%(name)s didn’t see it in version %(number)s.")) % facts


@dataclass(frozen=True, slots=True)
class Row:
    """One term as the page shows it.

    line, words    where it first stands; 0 where it is not found
    offered        of a term that is nowhere: the line that shows most of the others, where this one
                   could be said, too; 0 for none
    denied_line    where it is named and does not count, with those words; 0 for nowhere
    spoken         what others say of it
    own            what the reader says of it herself, of `Sighting.Says`
    """

    entry: Entry
    line: int = 0
    words: str = ""
    denied_line: int = 0
    denied_words: str = ""
    spoken: Sequence[Spoken] = ()
    own: str = ""
    offered: int = 0

    @property
    def place(self) -> str:
        """Where a thread about it begins, as the reading page takes it: at a line, or on the whole."""
        line = self.line or self.denied_line or self.offered
        return f"line={line}" if line else "whole=1"

    @property
    def state(self) -> str:
        """ "exact", "variant" or "missing"."""
        return self.entry.shown.status.value

    @property
    def anchor(self) -> str:
        """Its id on the page."""
        return anchor_of(self.entry.name)

    @property
    def same_as(self) -> str:
        """What is called the same, as it is typed."""
        return BETWEEN.join(self.entry.same_as)

    @property
    def same_words(self) -> str:
        """The same as they are read."""
        return listed(self.entry.same_as)


@dataclass(frozen=True, slots=True)
class Group:
    """Terms of one weight."""

    weight: str
    rows: list[Row]

    @property
    def lead(self) -> str:
        """How many are still to be written about, as a next step and not as a mark."""
        missing = sum(not row.entry.is_found for row in self.rows)
        if not missing:
            return _("All of these are there.")
        return ngettext("%(count)s is not there yet.", "%(count)s are not there yet.", missing) % {
            "count": missing
        }


@dataclass(slots=True)
class Sightings:
    """What was said of the terms: by others, newest of each person and term, and by the reader."""

    spoken: dict[str, list[Spoken]] = field(default_factory=lambda: defaultdict(list))
    own: dict[str, str] = field(default_factory=dict)


def said_of(
    sightings: Iterable[Sighting], reader: Reader, names: Names, *, number: int
) -> Sightings:
    """Of rows in the order of their versions: what counts beside version `number`."""
    found, latest = Sightings(), {}
    for one in sightings:
        if one.version.number > number:
            continue
        if wrote(reader, person=one.author_id, asked=one.round_id, hand=one.hand_id):
            if one.version.number == number:
                found.own[one.name] = one.says
            continue
        latest[one.name, one.author_id] = one
    for (name, _author), one in latest.items():
        version = one.version.number if one.version.number != number else None
        called = names.of(one.round_id, one.author)
        found.spoken[name].append(Spoken(called, one.says, one.hand_id is not None, version))
    return found


def saying(term: str) -> str:
    """How a comment about a term begins."""
    return _("The posting asks for “%(term)s”. ") % {"term": " ".join(term.split())[:LONGEST_TERM]}


def rows_of(entries: Iterable[Entry], copy: ReadingCopy, said: Sightings) -> list[Row]:
    """A row for each entry, in their order."""
    rows = [_row(entry, copy, said) for entry in entries]
    offered = _fullest(rows)
    return [row if row.line or row.denied_line else replace(row, offered=offered) for row in rows]


def _fullest(rows: Sequence[Row]) -> int:
    """The line that shows most of what is asked for, the first of several; 0 where none shows two."""
    counts = Counter(row.line for row in rows if row.line)
    line = max(counts, key=lambda one: (counts[one], -one), default=0)
    return line if counts[line] > 1 else 0


def _row(entry: Entry, copy: ReadingCopy, said: Sightings) -> Row:
    line, words = _where(entry.shown.places, copy)
    denied_line, denied_words = _where(() if line else entry.shown.uncounted, copy, whole=True)
    return Row(
        entry,
        line,
        words if entry.shown.status is Status.VARIANT else "",
        denied_line,
        denied_words,
        said.spoken.get(entry.name, ()),
        said.own.get(entry.name, ""),
    )


def _where(places: Sequence[Place], copy: ReadingCopy, *, whole: bool = False) -> tuple[int, str]:
    """The line of the first, and its words or the whole of its line."""
    if not places or (line := copy.line_at(places[0].start)) is None:
        return 0, ""
    start, end = (line.start, line.end) if whole else (places[0].start, places[0].end)
    words = " ".join(copy.text[start:end].split())
    if len(words) > LONGEST_QUOTE:
        words = f"{words[:LONGEST_QUOTE].rpartition(' ')[0] or words[:LONGEST_QUOTE]} …"
    return line.number, words


def groups_of(rows: Sequence[Row]) -> list[Group]:
    """Required, then nice to have; in each first what is not there yet. Without what was dropped."""
    standing = [row for row in rows if not row.entry.is_dropped]
    standing.sort(key=lambda row: ORDER.index(row.entry.shown.status))
    groups = (
        Group(weight.value, [row for row in standing if row.entry.weight is weight])
        for weight in Weight
    )
    return [group for group in groups if group.rows]
