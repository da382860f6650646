"""Where a text says a term in other words: all that carry its sense, in another form or order."""

import re
from collections.abc import Iterator, Sequence
from itertools import product

from mentorship.jobsearch.coverage.document import PART, Document, Place
from mentorship.jobsearch.coverage.forms import akin, core
from mentorship.jobsearch.coverage.grammar import GRAMMARS
from mentorship.jobsearch.coverage.words import Word, listed, words_of

WIDEST = 12  # words between the first and the last that together are one term in another order
FAR = 60  # code points between the two parts of a compound that was taken apart
DEGREE = re.compile(
    r"\b(degree|bachelor\S*|master\S*|b\.?sc|b\.?s|b\.?a|m\.?sc|m\.?a|beng|meng|ph\.?d"
    r"|diploma|hnd|hnc|btec|llb|mba|pgce|university|college|studium|dipl(?:om\S*|\.\S*)|hochschule"
    r"|universität|staatsexamen"
    r"|bts|dut|but|université|école|grado|licenciatura|máster|universidad)\b(?! ?\d)",
    re.IGNORECASE,
)
ANY_DEGREE = re.compile(
    r"(university |college |first |bachelor['’]?s? |undergraduate |academic |higher |hochschul)*(degree|studium|abschluss)"
    r"|bachelor['’]?s?( degree)?|diplôme universitaire|título universitario|titulación universitaria",
    re.IGNORECASE,
)
# What a name is as well known without, and what says no more than the rest does.
MAKERS = listed(
    "ms microsoft adobe google amazon apache atlassian oracle din en bs autodesk autocad esri "
    "graphpad ibm vmware cisco jetbrains "
    "hashicorp bentley dassault siemens daf"
)
LITTLE = listed(
    "skill skills knowledge cert certificate certified licence license ticket system systems "
    "systeme software tool tools method methods technique techniques programme "
    "certification certifications umgebung umgebungen verbindung verbindungen landschaft "
    "lösung lösungen tool tools level stufe niveau registration kenntnisse kenntnis "
    "ausbildung zertifikat kl klasse fr fachrichtung logiciel "
    "logiciels diplôme in two zwei your our their others basic professional nivel manejo "
    "título carné erfahrung erfahrungen dos js card cards karte carte tarjeta hm"
)
# What only wraps what is named beside it: "Scrum-Erfahrung", "carné de carretillero". Alone, what is left is enough.
WRAPS = listed(
    "experience knowledge certificate certification licence license card ticket others kenntnisse kenntnis erfahrung "
    "erfahrungen ausbildung zertifikat schein expérience connaissance connaissances attestation permis habilitation carné título titulación "
    "experiencia conocimiento conocimientos"
)
ENOUGH_ALONE = 5  # letters
EDITION = re.compile(r"0|20[0-3]\d")
# Little words between those that carry the sense.
BETWEEN = listed(
    "in l d des les von zu zum zur nach dem den der für mit im am als bei auf the a an un une to "
    "with for and el los del al y en con para por aux auprès"
)


def in_other_words(term: str, document: Document) -> Iterator[Place]:
    """All words that carry its sense, near each other, in another form or order."""
    wanted = _meant(term, document.language)
    if not wanted or (len(wanted) == 1 and len(wanted[0]) < 3):
        return
    if DEGREE.search(term):
        yield from _of_a_degree(term, document)
        return
    hits = [document.akin_to(one) for one in wanted]
    if all(hits):
        yield from _near(hits, document)
    if document.language == "de" and len(wanted) == 1:
        yield from _taken_apart(wanted[0], document)
    yield from _put_together(wanted, document)
    if any(sign.isdigit() for sign in term):
        whole = [part.group().casefold() for part in PART.finditer(term)]
        yield from _put_together(whole, document) if whole != wanted else ()


def _meant(term: str, language: str) -> list[str]:
    """The folded words of a term that carry its sense."""
    grammar = GRAMMARS[language]
    parts = [
        part.group()
        for word in words_of(term.replace("/in", ""), language)
        for part in PART.finditer(word.text)
    ]
    little = grammar.joins | grammar.ands | BETWEEN
    words = [
        part.casefold() for part in parts if part.casefold() not in little or _is_letter(part, term)
    ]
    kept = [
        word for word in words if not (word in MAKERS or word in LITTLE or EDITION.fullmatch(word))
    ]
    is_name = any(
        len(part) > 1 and (part.isupper() or any(sign.isdigit() for sign in part)) for part in parts
    )
    if len(kept) > 1 or (kept and is_name) or not words[1:] or words[0] in MAKERS:
        return kept
    bare = [word for word in words if word not in WRAPS]
    return bare if len(bare) == 1 and len(bare[0]) >= ENOUGH_ALONE else words


def _is_letter(part: str, term: str) -> bool:
    """Whether it is the name of a level or a class: "A Level", "Klasse C"."""
    return len(part) == 1 and part.isupper() and len(term) > 1


def _near(hits: Sequence[Sequence[Word]], document: Document) -> Iterator[Place]:
    """Where one of each stands within a sentence or two lines, the narrowest for each first word."""
    for first in hits[0]:
        chosen = [first]
        for others in hits[1:]:
            chosen.append(
                min(others, key=lambda word: (word in chosen, abs(word.start - first.start)))
            )
        start, end = min(word.start for word in chosen), max(word.end for word in chosen)
        between = document.text[start:end]
        if (
            len(between.split()) <= WIDEST
            and between.count("\n") < 2
            and not re.search(
                r";|\.\s+[A-ZÄÖÜ]|\n\s*\n|\n[ \t]*[-•*·–]|(?<!,)\n(?=[A-ZÀ-Ü])", between
            )
        ):
            yield Place(start, end)


def _taken_apart(compound: str, document: Document) -> Iterator[Place]:
    """ "Abstimmung der Konten" for "Kontenabstimmung", "Kaufteilauswahl" for "Kaufteile"."""
    for place in range(4, len(compound) - 3):
        left, right = compound[:place], compound[place:]
        ends = document.akin_to(right)
        lefts = {left, left.rstrip("s-")} if ends else set()
        begins = [word for one in sorted(lefts) for word in document.akin_to(one)]
        for one, other in product(begins, ends):
            if 0 < abs(one.start - other.start) < FAR:
                yield Place(min(one.start, other.start), max(one.end, other.end))


def _put_together(wanted: Sequence[str], document: Document) -> Iterator[Place]:
    """One word for several, or several for one: "Goods-in", "OAuth2", "post-mortems", "Kaufteilauswahl"."""
    compact, words = "".join(wanted), document.words
    if len(compact) < 5:
        return
    if document.language == "de":
        cores = [core(one, "de") for one in wanted]
        yield from (Place(one.start, one.end) for one in words if _holds_all(cores, one.folded))
    for run in document.runs_like(compact):
        if len(run) + len(wanted) > 2:
            yield Place(words[run[0]].start, words[run[-1]].end)


def _holds_all(cores: Sequence[str], word: str) -> bool:
    return all(len(one) >= 4 and one in word for one in cores) and word not in cores


def _of_a_degree(term: str, document: Document) -> Iterator[Place]:
    """Any degree of that subject."""
    subject = [
        one
        for one in _meant(DEGREE.sub(" ", term), document.language)
        if len(one) > 2 and one != "s"
    ]
    for line in re.finditer(r"[^\n]+", document.text):
        words = document.words_between(*line.span())
        if (
            (subject or ANY_DEGREE.fullmatch(term))
            and DEGREE.search(line.group())
            and all(
                any(akin(one, word.folded, document.language) for word in words) for one in subject
            )
        ):
            yield _narrowest(line.span(), subject, words, document)


def _narrowest(
    line: tuple[int, int], subject: Sequence[str], words: Sequence[Word], document: Document
) -> Place:
    """From the word for the degree to those of its subject; a line may deny something else further on."""
    degree = DEGREE.search(document.text, *line)
    about = [
        next(word for word in words if akin(one, word.folded, document.language)) for one in subject
    ]
    spans = [degree.span() if degree else line, *((word.start, word.end) for word in about)]
    return Place(min(start for start, _ in spans), max(end for _, end in spans))
