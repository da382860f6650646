"""How a term stands in a document: as written, in another form, or not at all."""

import re
from collections.abc import Callable, Iterator, Sequence, Set
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from mentorship.jobsearch.coverage.document import Document, Place
from mentorship.jobsearch.coverage.grammar import GRAMMARS
from mentorship.jobsearch.coverage.lists import DATA
from mentorship.jobsearch.coverage.other_words import MAKERS, in_other_words
from mentorship.jobsearch.coverage.periods import YEARS, months
from mentorship.jobsearch.coverage.words import Word, folded, listed, runs, words_of


class Status(StrEnum):
    """How a term stands in a document, where it counts."""

    EXACT = "exact"
    VARIANT = "variant"
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class Shown:
    """places    where the term stands and counts, the first first
    uncounted   where it is named and does not count: denied, over, still to come
    """

    status: Status
    places: Sequence[Place] = ()
    uncounted: Sequence[Place] = ()


def shown(term: str, document: Document) -> Shown:
    """How `term`, as a posting writes it, stands in `document`."""
    uncounted: list[Place] = []
    for status, look in WAYS[:1] if term in COMMON else WAYS:
        places = list(look(term, document))
        counting = [place for place in places if document.counts(place)]
        if counting:
            return Shown(status, tuple(counting), tuple(uncounted))
        uncounted.extend(place for place in places if place not in uncounted)
    return Shown(Status.MISSING, (), tuple(uncounted))


def _as_written(term: str, document: Document) -> Iterator[Place]:
    if not term.strip():
        return
    parts = (re.sub("['’]", "['’]", re.escape(part)) for part in term.split())
    is_short = len(term) <= 3
    before, behind = (
        (r"(?<![\w&])", r"(?![\w+#&]|-(?![A-ZÄÖÜ]))") if is_short else (r"(?<!\w)", r"(?![\w+#])")
    )
    is_cased = is_short or term in COMMON
    pattern = before + r"\s+".join(parts) + behind
    for found in re.finditer(pattern, document.text, 0 if is_cased else re.IGNORECASE):
        yield Place(*found.span())


def _as_years(term: str, document: Document) -> Iterator[Place]:
    """As many years, or more, said as years."""
    if (wanted := YEARS.fullmatch(term)) is None:
        return
    for found in YEARS.finditer(document.text):
        if months(found) >= months(wanted):
            yield Place(*found.span())


def _under_another_name(term: str, document: Document) -> Iterator[Place]:
    if term.endswith(SCRIPT) and len(term) > len(SCRIPT) + 1:
        yield from _as_written(term.removesuffix(SCRIPT), document)
    for name in _names_of(folded(term)):
        yield from _as_written(name, document)
        if " " in name and not MAKERS.intersection(folded(name).split()):
            yield from in_other_words(name, document)


@cache
def _pairs() -> Sequence[tuple[str, str]]:
    """Names of one thing, folded, each with the other."""
    lines = (DATA / "same.txt").read_text("utf-8").splitlines()
    pairs = [(one, other) for one, _, other in (line.partition(", ") for line in lines)]
    return [both for one, other in pairs for both in ((folded(one), other), (folded(other), one))]


def _names_of(term: str) -> Iterator[str]:
    for there, instead in _pairs():
        if there in term and re.search(rf"(?<!\w){re.escape(there)}(?!\w)", term):
            yield re.sub(rf"(?<!\w){re.escape(there)}(?!\w)", instead, term)


def _as_initials(term: str, document: Document) -> Iterator[Place]:
    """An abbreviation for what it stands for, or the other way round."""
    little = _little(document.language)
    letters = re.sub(r"[&./]", "", term)
    if letters.isupper() and 2 <= len(letters) <= 6:
        yield from _spelled_out(letters, document, little)
    named = [word for word in words_of(term, document.language) if word.folded not in little]
    if len(named) > 1:
        initials = "".join(word.text[0].upper() for word in named)
        yield from _as_written(initials, document)


def _with_a_part_abbreviated(term: str, document: Document) -> Iterator[Place]:
    """ "JCT D&B" for "JCT Design and Build", "Disabilities Act compliance" for "ADA compliance"."""
    for part, instead in _abbreviated(term, document):
        said = term.replace(part, instead)
        yield from _as_written(said, document)
        yield from in_other_words(said, document)


def _abbreviated(term: str, document: Document) -> Iterator[tuple[str, str]]:
    """Parts of a term with what the document has for them: initials for words, or words for initials."""
    words = words_of(term, document.language)
    little = _little(document.language)
    for run in runs(words, MOST_INITIALS):
        named = [word for word in run if word.folded not in little]
        if len(named) > 1 and len(run) < len(words) and named[0] is run[0]:
            letters = [word.text[0].upper() for word in named]
            part = term[run[0].start : run[-1].end]
            shorts = ("".join(letters), "&".join(letters))
            yield from ((part, short) for short in shorts if short in document.text)
    for word in words:
        if len(words) > 1 and word.text.isupper() and 2 < len(word.text) <= MOST_INITIALS:
            for place in _spelled_out(word.text, document, little):
                yield word.text, document.text[place.start : place.end]


def _little(language: str) -> Set[str]:
    grammar = GRAMMARS[language]
    return grammar.joins | grammar.ands | grammar.ends


def _spelled_out(letters: str, document: Document, little: Set[str]) -> Iterator[Place]:
    telling = [
        word
        for word in document.words
        if word.folded not in little and not re.fullmatch(r"[ldLD]", word.text)
    ]
    yield from _runs_of(letters, telling, document)
    if len(letters) > 3:  # "return on ad spend" is ROAS; of fewer letters too much would be
        yield from _runs_of(letters, document.words, document)


def _runs_of(letters: str, words: Sequence[Word], document: Document) -> Iterator[Place]:
    for first in range(len(words) - len(letters) + 1):
        run = words[first : first + len(letters)]
        together = document.text[run[0].start : run[-1].end]
        if "".join(word.text[0].upper() for word in run) == letters and not re.search(
            r"[,.;:\n]", together
        ):
            yield Place(run[0].start, run[-1].end)


def _as_both(term: str, document: Document) -> Iterator[Place]:
    """ "Loading and unloading trailers", "Monats- und Jahresabschlüsse", said in two places."""
    if (both := BOTH.fullmatch(term)) is None:
        return
    left, right = both.groups()
    shared = " ".join(right.split()[len(left.split()) :])
    first = _begun_as(left[:-1], document) if left[-1] == "-" else f"{left} {shared}".strip()
    places = [_counting(part, document) for part in (first, right)]
    if all(places):
        yield from (place for place in places if place)


def _begun_as(stump: str, document: Document) -> str:
    """The first word that begins so, and the stump itself when none does."""
    begun = (word.text for word in document.words if word.folded.startswith(folded(stump)))
    return next(begun, stump)


def _counting(part: str, document: Document) -> Place | None:
    found = (place for look in (_as_written, in_other_words) for place in look(part, document))
    return next((place for place in found if document.counts(place)), None)


SCRIPT = ".js"  # "Charts in D3"
MOST_INITIALS = 5
# Names that are words of every day, too: "I excel at", "access to", "react to".
COMMON = listed(
    "Excel Access Word Outlook Teams Spark React Swift Rust Express Slack Sage Notion Segment Sketch Helm Spring Flask Ruby Oracle "
    "Pages Numbers Keynote Bash Ada Swing Puppet Chef Salt Vault Consul Nomad Drone Buddy Jest Mocha Cypress Unity Maya Blender Edge"
)
BOTH = re.compile(r"(\S+(?: \S+)?) (?:and|&|und|et) (\S+(?: \S+){0,2})")
Look = Callable[[str, Document], Iterator[Place]]
WAYS: Sequence[tuple[Status, Look]] = (
    (Status.EXACT, _as_written),
    (Status.VARIANT, _as_years),
    (Status.VARIANT, _under_another_name),
    (Status.VARIANT, _as_initials),
    (Status.VARIANT, _with_a_part_abbreviated),
    (Status.VARIANT, in_other_words),
    (Status.VARIANT, _as_both),
)
