"""What a posting asks for, marked in the lines of a version."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from accounts.reader import Reader
from mentorship.critique.evidence.doors import pursuit_beside
from mentorship.critique.margin.lines import MarkedPage
from mentorship.documents.access import Rights
from mentorship.documents.models import Version
from mentorship.documents.reading.pages import ShownLine
from mentorship.jobsearch.maps import Mapped, maps_of
from mentorship.jobsearch.models import Pursuit
from mentorship.toolbox.questions.in_step import ask_all
from mentorship.toolbox.words.phrases import listed

Span = tuple[int, int, str]  # from, to, which term


@dataclass(frozen=True, slots=True)
class Marks:
    """The words of one version that answer a posting, in the order of its text."""

    pursuit: Pursuit
    mapped: Mapped
    spans: list[Span]

    def on(self, pages: list[MarkedPage]) -> list[MarkedPage]:
        """The same pages with these words marked in their lines."""
        return [replace(page, asked=self._asked(page.lines)) for page in pages]

    def _asked(self, lines: Iterable[ShownLine]) -> dict[int, tuple[str, str]]:
        found = {}
        for line in lines:
            here = [span for span in self.spans if span[0] < line.end and line.start < span[1]]
            if here:
                parts = dict.fromkeys(_within(line, start, end) for start, end, _term in here)
                terms = dict.fromkeys(term for _start, _end, term in here)
                found[line.number] = " ".join(parts), listed(terms)
        return found


def _within(line: ShownLine, start: int, end: int) -> str:
    first, last = max(start, line.start) - line.start, min(end, line.end) - line.start
    units = (len(line.text[:place].encode("utf-16-le")) // 2 for place in (first, last))
    return "-".join(str(unit) for unit in units)


def marks_of(version: Version, reader: Reader, held: Rights, *, ref: str) -> Marks | None:
    """What the posting of the pursuit `ref` asks for; None where she may not read that posting."""
    pursuit = pursuit_beside(version.document, reader, held, ref).first()
    if pursuit is None:
        return None
    [mapped] = ask_all(maps_of(pursuit, [version]))
    spans = [
        (place.start, place.end, entry.text)
        for entry in mapped.entries
        if not entry.is_dropped
        for place in entry.shown.places
    ]
    return Marks(pursuit, mapped, sorted(spans))
