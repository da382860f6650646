"""Where a text names something and it does not count: it is denied, over, weak, still to come, or somebody else's."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from mentorship.jobsearch.coverage.lists import under
from mentorship.jobsearch.coverage.patterns import Patterns

# What may stand before somebody else in English: "by our external agency".
WHOSE = r"(?:(?:the|our|my|an?|another|some|external|outside|specialist|in-house|local|other) )*(?:\w+ )?"
# What says so of the words right behind it, and of those right before it.
JUST_BEFORE = re.compile(
    r"\b((no|without|kein\w*|ohne|pas de|pas d['’]|pas|aucune?|sans|sin|ningun[oa]?)\s+(\w+[^\S\n]+)?"
    r"|(not|never|nie|nicht|jamais de|nunca|jamás)[^\S\n]+(\w+[^\S\n]+)?"
    r"|(except|apart from|other than|instead of|rather than|außer|statt|anstelle von|sauf|hormis|au lieu de|plutôt que|excepto|salvo"
    r"|en (lugar|vez) de)\s+((the|den|dem|de[rs]?|die|les?|la|d['’]|el|l[ao]s)\s)?)$",
    re.IGNORECASE,
)
JUST_BEHIND = re.compile(
    r"[^\S\n]*(\?|(?!,\s*(?:no|keine?|aucune?) (?!longer|more|experience|practice|erfahrung|praxis|pratique|yet)\w+)[:(–,-]?\s*(is |are |ist |sind |est )?(none(?! of)|no|nothing|nein|keine?|nicht|not|noch nicht|aucune?|non|pas|néant"
    r"|never|barely|hardly|scarcely|learning|studying|lapsed|planned|nie|kaum|jamais|à peine|nunca|ninguno|pendiente|apenas)\b"
    r"(?! only| just| nur| allein| seulement| solo| more than| plus de| más de| con más| one\b| a (single )?\w| (yet )?(?-i:[A-ZÄÖÜ])))",
    re.IGNORECASE,
)
# Above what a person has not got yet, or no more.
HEADING = re.compile(
    r"\W*((what i.m |currently |still |now )?(learning|studying|in training|working towards)|not yet|still to come|learning now|in progress|upcoming"
    r"|(future|planned|next) (training|courses?|plans|goals|steps)|goals|(expired|lapsed|former) (cards|tickets|licen[cs]es|certificates)|expired|lapsed|gaps"
    r"|what i (don.t|do not|can.t|cannot|haven.t|have not|lack)|wish list"
    r"|noch nicht|in planung|geplant|noch offen|was (mir )?(noch )?fehlt|was ich (noch )?nicht|in arbeit|abgelaufen|lücken|ziele"
    r"|pas encore|à venir|en projet|en cours|lacunes|objectifs|ce que je ne|formations? (prévue|en cours)"
    r"|pendiente|próximamente|en curso|por hacer|objetivos)\b[^.;]{0,25}",
    re.IGNORECASE,
)
CLAUSE = re.compile(
    r"(?<=\w[\w)])[.!?](?=\s|$)|;|\n|\bbut\b|\baber\b|\bmais\b|\bpero\b", re.IGNORECASE
)
# How long something held: over when the text names a later year.
HELD_UNTIL = re.compile(
    r"\b(?:valid|in date|current|held|gültig|gilt|befristet|valable|valide|válid[oa]|vigente)\b[^.;\n]{0,25}?"
    r"\b(?:until|till|to|bis|jusqu\S*|hasta)\b[^.;\n]{0,15}?\b((?:19|20)\d\d)\b",
    re.IGNORECASE,
)
YEAR = re.compile(r"\b(?:19|20)\d\d\b")
LONG = 110  # code points of a clause that says more than one thing
WRAPPED = 45  # code points of a line that may go on in the next
ENTRY = re.compile(r"[,:]")
# An entry that names something; one that speaks of the entry before it; and one of which something is said.
NAMED = re.compile(r"\s*[A-ZÄÖÜ]\w+ \w")
ABOUT_IT = re.compile(
    r"\s*(I\b|ich\b|je\b|prüfung|exam|test|zertifi|certif|kurs|course|curso|cours\b|schulung|seminar|lehrgang|termin|abschluss|session"
    r"|karte|card|carte|carné|licen|lizenz|ausweis|training|formation|formación|stage|título|modul|module|praxis|practice|pratique|theor|théor"
    r"|validit|renew|verläng|auffrisch|proje[ck]?t|place|platz|anmeld|begriff|methode)",
    re.IGNORECASE,
)
SAID = re.compile(r"[A-ZÄÖÜ]\S* (\S+ )?([a-zäöüß]{5,}|[ABC][12])\b")
# Three entries and more, of at most four words each, below a name of them or none.
LISTED = re.compile(
    r"(?:[^,:]{1,30}:)?(?:\W*[^\s,:]+(?: [^\s,:]+){0,3},){2,}\W*[^\s,:]+(?: [^\s,:]+){0,3}\W*"
)


@dataclass(frozen=True, slots=True)
class Denied:
    """A part of a text in which nothing counts."""

    start: int
    end: int


def denied(text: str) -> list[Denied]:
    """All parts of `text` in which nothing counts, in order."""
    newest = max((year.group() for year in YEAR.finditer(text)), default="")
    return [
        *_under_headings(text),
        *(part for start, end in _clauses(text) for part in _of_clause(text, start, end, newest)),
    ]


def is_denied(text: str, start: int, end: int) -> bool:
    """Whether the words right before or behind these say that they do not count."""
    return bool(JUST_BEFORE.search(text, max(0, start - 40), start) or JUST_BEHIND.match(text, end))


@cache
def _of(kind: str) -> Patterns:
    """What says so of "all" in its clause, wherever it stands in it, or of what comes "after"."""
    return Patterns(
        line.replace("OTHERS", _others(language))
        for language in ("en", "de", "fr", "es")
        for line in under("denials", f"{kind} {language}")
    )


def _others(language: str) -> str:
    whose = WHOSE if language == "en" else ""
    return rf"{whose}(?:{'|'.join(under('denials', f'others {language}'))})\b"


def _under_headings(text: str) -> Iterator[Denied]:
    leads = False  # the heading stands alone: what follows it is meant
    for paragraph in re.finditer(r"(?:.+\n?)+", text):
        first, *rest = paragraph.group().splitlines()
        is_heading = bool(HEADING.fullmatch(first))
        if leads or (is_heading and rest):
            yield Denied(*paragraph.span())
        leads = is_heading and not rest


def _clauses(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for end in CLAUSE.finditer(text):
        if end.group() == "\n" and _goes_on(text, end.start()):
            continue
        if end.group().isalpha() and _only_denies(text, end.end()):
            continue
        yield start, end.start()
        start = end.end()
    yield start, len(text)


def _only_denies(text: str, place: int) -> bool:
    """Whether what follows a "but" at `place` denies what stands before it: "planned, but fell through"."""
    behind = text[place : _end_of(text, place)].strip(" ,")
    says = _of("all").first(behind)
    return says is not None and len(says.group()) >= 0.6 * len(behind)


def _end_of(text: str, place: int) -> int:
    ends = CLAUSE.search(text, place)
    return ends.start() if ends else len(text)


def _goes_on(text: str, place: int) -> bool:
    """Whether the line that ends at `place` is long, and the next one begins small: it was only wrapped."""
    return place - text.rfind("\n", 0, place) > WRAPPED and text[place + 1 : place + 2].islower()


def _of_clause(text: str, start: int, end: int, newest: str) -> Iterator[Denied]:
    clause = text[start:end]
    held = HELD_UNTIL.search(clause)
    if says := _of("all").first(clause):
        yield _about(clause, says.start(), start)
    elif held and held[1] < newest:
        yield _about(clause, held.start(), start)
    elif follows := _of("after").first(clause):
        yield Denied(start + follows.start(), end)


def _about(clause: str, place: int, start: int) -> Denied:
    """What is denied by words that stand at `place`: the clause; in brackets, only the entry before them."""
    opens, closes = clause.rfind("(", 0, place), clause.find(")", place)
    if opens >= 0 and closes >= 0 and clause.find(")", opens, place) < 0:
        entry = max((found.end() for found in ENTRY.finditer(clause, 0, opens)), default=0)
        return Denied(start + entry, start + closes)
    if LISTED.fullmatch(clause):
        return _entry(clause, place, start)
    if own := _of_its_own(clause, place):
        return Denied(start + own, start + len(clause))
    return (
        _beside(clause, place, start) if len(clause) > LONG else Denied(start, start + len(clause))
    )


def _of_its_own(clause: str, place: int) -> int:
    """Where what is denied begins when something was said of what stands before: "Arabic fluent, Kurdish only read"."""
    comma = clause.rfind(",", 0, place) + 1
    is_named = NAMED.match(clause, comma) and not ABOUT_IT.match(clause, comma)
    return comma if comma and is_named and SAID.search(clause, 0, comma) else 0


def _beside(clause: str, place: int, start: int) -> Denied:
    """What lies between commas around `place`, with what lies before it and behind it."""
    commas = [found.start() for found in re.finditer(r",", clause)]
    before = [-1, *(comma for comma in commas if comma < place)][-2:]
    behind = [*(comma for comma in commas if comma >= place), len(clause)][:2]
    return Denied(start + before[0] + 1, start + behind[-1])


def _entry(clause: str, place: int, start: int) -> Denied:
    """One of an enumeration, and the one before it when this one names nothing: "Xero, not yet"."""
    begins = max((found.end() for found in ENTRY.finditer(clause, 0, place)), default=0)
    ends = min((found.start() for found in ENTRY.finditer(clause, place)), default=len(clause))
    if begins and not re.search(r"[A-ZÀ-Ü]", clause[begins:ends]):
        begins = max((found.end() for found in ENTRY.finditer(clause, 0, begins - 1)), default=0)
    return Denied(start + begins, start + ends)
