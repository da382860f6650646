"""The terms of a posting: what a person is asked to do, know, hold or speak, found by rules."""

import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from enum import StrEnum

from mentorship.jobsearch.coverage import lexicon
from mentorship.jobsearch.coverage.grammar import CRAFT_VERBS, GRAMMARS, Grammar
from mentorship.jobsearch.coverage.headline import Headline, headline_of
from mentorship.jobsearch.coverage.periods import YEARS
from mentorship.jobsearch.coverage.phrases import (
    ADVERB,
    INFINITIVES,
    Phrase,
    is_degree,
    is_infinitive,
    phrases_of,
)
from mentorship.jobsearch.coverage.sections import (
    About,
    Statement,
    is_only_wished_for,
    statements,
)
from mentorship.jobsearch.coverage.setting import (
    are_people,
    is_counted,
    is_department,
    is_elsewhere,
    is_object,
    is_setting,
    only_begins,
)
from mentorship.jobsearch.coverage.words import Word, key, language_of, listed, runs, words_of


class Weight(StrEnum):
    """How much a posting asks for a term."""

    REQUIRED = "required"
    NICE = "nice"


@dataclass(frozen=True, slots=True)
class Term:
    """Words of a posting that name something one can show.

    text    as the posting writes it
    start   where it stands there first, in code points
    """

    text: str
    weight: Weight
    start: int


# No word is as long; patterns would look at each of its beginnings up to its end.
ENDLESS = re.compile(r"\w{100,}")
ENOUGH = 2.0  # points from which a phrase is a term
MAX_WORDS = 5  # words
AT_LEAST = re.compile(
    r"at least|minimum|experience|mindestens|erfahrung|au moins|minimum|expérience|al menos|mínim|experiencia",
    re.IGNORECASE,
)
# To whom one reports, and whom one joins, is a setting.
BESIDE = re.compile(
    r"\b(report(s|ing)?( directly)? to|(you.ll |you will )?join(ing)?) (the|our|a|an)\b[^,.;:]*"
    r"|\b(con sede en|ubicad[oa]s? en|based in|mit sitz in|rattaché\S* (?:à|au)|sous la (?:responsabilité|direction) d\S+|unter (?:der )?leitung|basée? à|située? à|implantée? à)\b[^,.;:)]*\)?"
    r"|^[^.:;]{0,120}?\b(busca(mos)?|necesita(mos)?|precisa(mos)?|selecciona(mos)?|sucht|recrute|is (looking for|seeking)|seeks)\b",
    re.IGNORECASE,
)
# "English/Spanish" are two.
TONGUES = re.compile(r"(?<=[a-zß]{3})/(?=[A-Z][a-zß]{3,}(?![\w/]))")
CUE = re.compile(
    r"experience|knowledge|proficien|familiar|understanding|certifi|qualif|licen[cs]e|fluent|member of|skills in|use of|you know"
    r"|kenntnis|erfahrung|umgang|ausbildung|beherrsch|connaissance|maîtris|expérience|titulaire|notions|conocimiento|experiencia|dominio|manejo",
    re.IGNORECASE,
)
# Stems of these are those of "customs", "management", "accounting".
NOBODY = re.compile(
    r"customers?|managers?|designers?|engineers?|developers?|analysts?|accountants?|engineered|operators?|negotiators?|controllers?|c[efiomt]os?"
)
# Before and behind an entry of an enumeration; and its first, which something leads to.
BEGINS_ENTRY = re.compile(r"(^|[,;:(/]|\b(and|or|und|oder|et|ou|y|e|o|u))\s*$")
ENDS_ENTRY = re.compile(r"\s*($|[,;)/.]|(and|or|und|oder|et|ou|y|e|o|u)\b)")
BEGINS_FIRST = re.compile(
    r"\b(of|in|with|for|on|using|like|as|including|understand|know|von|mit|wie|in|de|des|en|avec|del|con)\s$"
)
ENDS_FIRST = re.compile(r"\s*(,|/)|\s(and|or|und|oder|et|ou|y|e|o|u)\b")
# Alone they name nothing.
BARE = listed(
    "degree diploma licence license licences certificate certification certifications completion registration "
    "graduate graduation portfolio studio minimum abschluss studium ausbildung diplôme formation"
)
SHAPE = re.compile(
    r"(?!\d[\d.,]*[kKmM%]?\+?$)(?!.*-.*-.*-)(?=.*[A-Z].*[A-Z]|[a-z][A-Z]|.*[A-Z].*\d|.*\d.*[A-Z/]|.*[+#&/]|.*\.[A-Z])[A-Za-z0-9ÄÖÜäöüÀ-ü.+#&/-]{2,}"
)


def terms_of(posting: str) -> list[Term]:
    """Its terms in their order, each once, with the stronger of its weights."""
    posting = ENDLESS.sub(lambda found: " " * len(found.group()), posting)
    language = language_of(posting)
    found: dict[str, Term] = {}
    headline = headline_of(posting, language)
    for statement in statements(posting, language):
        for term, name in _terms(statement, language, headline):
            known = found.get(name)
            if known is None:
                found[name] = term
            elif known.weight is Weight.NICE and term.weight is Weight.REQUIRED:
                found[name] = Term(known.text, Weight.REQUIRED, known.start)
    return sorted(found.values(), key=lambda term: term.start)


def _terms(statement: Statement, language: str, headline: Headline) -> Iterator[tuple[Term, str]]:
    text = BESIDE.sub(lambda aside: "," * len(aside.group()), statement.text)
    text = TONGUES.sub(",", text)
    for years in YEARS.finditer(text):
        if statement.about is not About.DUTIES or AT_LEAST.search(text):
            yield _term(statement, years.start(), years.end()), years.group().lower()
    bare = YEARS.sub(lambda years: " " * (len(years.group()) - 1) + ",", text)
    for name in _names(bare, language):
        yield _term(statement, name[0].start, name[-1].end), key(name)
        bare = bare[: name[0].start] + "," * (name[-1].end - name[0].start) + bare[name[-1].end :]
    for phrase in phrases_of(bare, words_of(bare, language), language):
        for chosen in _chosen(phrase, statement, language):
            if not _is_explained(text, chosen) and not headline.names(chosen):
                yield _term(statement, chosen[0].start, chosen[-1].end), key(chosen)


def _names(text: str, language: str) -> Iterator[Sequence[Word]]:
    """Known terms with a little word in them: "infrastructure as code", "goods in"."""
    place, ends = 0, _little(language)
    for run in runs(words_of(text, language), MAX_WORDS):
        is_whole = run[0].start >= place and not re.search(
            r"[,;.:()]", text[run[0].start : run[-1].end]
        )
        is_whole = is_whole and not _is_titled(text, run)
        is_whole = is_whole and not re.match(r"\s\d", text[run[-1].end :])  # "a level 2 diploma"
        if is_whole and any(word.folded in ends for word in run) and _is_known(run, language):
            place = run[-1].end
            yield run


def _little(language: str) -> Set[str]:
    grammar = GRAMMARS[language]
    return grammar.ends | grammar.ands | grammar.joins


def _is_titled(text: str, run: Sequence[Word]) -> bool:
    """Whether it is part of a name that goes on: "Landlord and Tenant Act"."""
    return all(word.text[0].isupper() for word in (run[0], run[-1])) and bool(
        re.match(r"\s[A-Z]", text[run[-1].end :])
    )


def _is_explained(text: str, phrase: Sequence[Word]) -> bool:
    """Whether it is the abbreviation, in brackets, of the words before it: "Immediate Life Support (ILS)"."""
    before, short = text[: phrase[0].start], phrase[0].text
    if len(phrase) > 1 or not before.endswith("(") or not short.isupper():
        return False
    parts = re.findall(r"\w+", before)
    telling = [part for part in parts if part not in {"of", "in", "and", "the", "for", "de", "der"}]
    initials = ("".join(part[0] for part in some[-len(short) :]) for some in (parts, telling))
    return short.casefold() in {one.casefold() for one in initials}


def _term(statement: Statement, start: int, end: int) -> Term:
    is_wished = statement.about is About.NICE or is_only_wished_for(statement.text, start)
    weight = Weight.NICE if is_wished else Weight.REQUIRED
    return Term(statement.text[start:end].strip(), weight, statement.start + start)


def _chosen(phrase: Phrase, statement: Statement, language: str) -> Iterator[Sequence[Word]]:
    """The phrase when it is a term; else what of it is known as one: of "testing of circuits" what is."""
    if language == "en" and phrase[0].folded.endswith("ing") and _leads_on(phrase, statement):
        return
    if is_department(phrase, statement):
        return
    is_term = points(phrase, statement, language) >= ENOUGH
    if is_term and (known := list(_of_what(phrase, language))):
        yield from known
    elif is_term:
        yield phrase
    else:
        yield from _known_in(phrase, language)


def _of_what(phrase: Phrase, language: str) -> Iterator[Sequence[Word]]:
    place = next((place for place, word in enumerate(phrase) if word.folded == "of"), 0)
    before = phrase[place - 1]
    if not place or is_degree(phrase) or (before.start > 0 and before.text[0].isupper()):
        return
    for run in _known_in(phrase[place + 1 :], language):
        if len(run) > 1 or SHAPE.fullmatch(run[0].text):
            yield run


def _known_in(phrase: Phrase, language: str) -> Iterator[Sequence[Word]]:
    place = 0
    for run in runs(phrase, MAX_WORDS):
        if run[0].start >= place and (
            _is_known(run, language)
            or (len(run) == 1 and _is_shaped(run[0], phrase, GRAMMARS[language]))
        ):
            place = run[-1].end
            yield run


def _is_shaped(word: Word, phrase: Phrase, grammar: Grammar) -> bool:
    """Whether it is the name in a phrase of more words: "PLC controlled machinery"."""
    is_name = SHAPE.fullmatch(word.text) and not grammar.soft.search(word.folded)
    return len(phrase) > 1 and len(word.text) > 2 and bool(is_name)


def points(phrase: Phrase, statement: Statement, language: str) -> float:
    """How much speaks for its being a term, in points, of which `ENOUGH` are enough."""
    if not _is_a_degree(phrase) and GRAMMARS[language].soft.search(
        " ".join(word.folded for word in phrase)
    ):
        return 3.5 if _is_known(phrase, language) else -5.0
    if len(phrase) > 1 and ADVERB.fullmatch(phrase[0].text) and not _is_known(phrase, language):
        return -5.0
    if _is_only_a_verb(phrase, language) or (len(phrase) == 1 and phrase[0].folded in BARE):
        return -5.0
    joins = GRAMMARS[language].joins | {"in", "and", "&"}
    if sum(word.folded not in joins for word in phrase) > MAX_WORDS or all(
        len(word.text) < 2 or word.text.isdigit() for word in phrase
    ):
        return -5.0
    return (
        (3.0 if _is_known(phrase, language) else 0.0)
        + (3.0 if any(SHAPE.fullmatch(word.text) for word in phrase) else 0.0)
        + (2.0 if _is_named(phrase, language) else 0.0)
        - (4.0 if is_elsewhere(phrase, statement) else 0.0)
        + (1.3 if GRAMMARS[language].crafts.search(phrase[-1].folded) else 0.0)
        + (1.3 if statement.is_item else 0.0)
        + (0.7 if CUE.search(statement.text) else 0.0)
        + (0.7 if len(phrase) > 1 else 0.0)
        + _by_itself(phrase, statement)
        + (1.0 if len(phrase) > 1 and phrase[0].folded in CRAFT_VERBS else 0.0)
        + (
            0.7
            if statement.about in {About.REQUIRED, About.NICE} and not statement.is_item
            else 0.0
        )
        - (1.3 if only_begins(phrase, statement) and not _is_known(phrase, language) else 0.0)
        - (2.0 if is_counted(phrase) or are_people(phrase, statement) else 0.0)
        + (1.3 if is_object(phrase, statement) else 0.0)
        - (0.8 if is_setting(phrase, statement) else 0.0)
        + (0.7 if language == "de" and len(phrase[0].text) > 11 else 0.0)
    )


def _is_a_degree(phrase: Phrase) -> bool:
    return len(phrase) > 1 and is_degree(phrase)


def _leads_on(phrase: Phrase, statement: Statement) -> bool:
    """Whether it is a verb whose object follows: "Reporting on sales"."""
    rest = statement.text[phrase[-1].end :]
    return phrase[-1].start == 0 and bool(re.match(r"\s(on|to|with|at)\b", rest))


def _is_only_a_verb(phrase: Phrase, language: str) -> bool:
    """Whether it is a duty's verb without its object: "Supervise", "Concevoir et maintenir"."""
    if len(phrase) > 1:
        return False
    if language in INFINITIVES:
        return is_infinitive(phrase[0])
    return phrase[0].folded in CRAFT_VERBS


def _by_itself(phrase: Phrase, statement: Statement) -> float:
    """More for an entry of an enumeration, less for a small word alone within a sentence."""
    before, behind = statement.text[: phrase[0].start], statement.text[phrase[-1].end :]
    is_entry = BEGINS_ENTRY.search(before) and ENDS_ENTRY.match(behind)
    if is_entry or (BEGINS_FIRST.search(before) and ENDS_FIRST.match(behind)):
        return 1.0 if statement.is_item else 0.5
    return -1.0 if len(phrase) == 1 and phrase[0].text.islower() else 0.0


def _is_known(phrase: Sequence[Word], language: str) -> bool:
    if NOBODY.fullmatch(phrase[-1].folded):
        return False
    if key(phrase) in lexicon.trades(language) and not (
        language == "en" and len(phrase) == 1 and phrase[0].folded not in lexicon.alone("en")
    ):
        return True
    return " ".join(word.text for word in phrase) in lexicon.technologies()


def _is_named(phrase: Sequence[Word], language: str) -> bool:
    """Whether a word of it is written large where small ones would do."""
    return language != "de" and any(word.text[0].isupper() and word.start > 0 for word in phrase)
