"""What stands around a term in a posting: where it is done, for how many, beside whom. None of it is one."""

import re
from enum import StrEnum

from mentorship.jobsearch.coverage.grammar import CRAFT_VERBS, GRAMMARS
from mentorship.jobsearch.coverage.lists import pattern
from mentorship.jobsearch.coverage.phrases import Phrase
from mentorship.jobsearch.coverage.sections import About, Statement
from mentorship.jobsearch.coverage.words import listed

COUNTS = listed("two three four five six several new our the a an your all")
NUMBERS = listed("two three four five six seven eight nine ten several 2 3 4 5 6 7 8 9 10 12 15 20")
PEOPLE = re.compile(r"\w(ers|ors|ants|ians|ists|ees)$")
SETTINGS = listed(
    "for with at from by on across within alongside to für bei mit im in an am auf beim pour "
    "avec chez au aux dans auprès par"
)
FAR = 12  # words before a phrase among which what it hangs on is looked for
CLAUSE = re.compile(r"[;.()]")
# How English words end that name things rather than say what happens to them.
NAMING = re.compile(
    r"[^s]s$|(ing|tion|ment|ance|ence|ship|ity|ics|try|ery|age|sis|ology|graphy|cycle|stock)$"
)
DEPARTMENTS = pattern("settings", "departments")
OBJECT_FOLLOWS = re.compile(
    r"(\sund \w+)?\s(der|des|von|vom|im|in|zu|zur|zum|bei|nach|über|mit)( \w+e[nrs]?)? [A-ZÄÖÜ]"
)
WORKPLACES = pattern("settings", "workplaces")
# How a verb looks that postings put before what the reader is to do it to.
VERBS = {language: pattern("settings", f"verbs {language}") for language in ("de", "fr", "es")}
# Before a place.
PLACES = listed("across from throughout near")


def is_place(phrase: Phrase, statement: Statement) -> bool:
    """Whether it is where a duty is done: "across East Anglia"."""
    before = statement.text[: phrase[0].start].split()
    return bool(before) and before[-1].casefold() in PLACES


def is_elsewhere(phrase: Phrase, statement: Statement) -> bool:
    """Whether it is where a duty is done, or where people work."""
    return is_place(phrase, statement) or is_workplace(phrase)


def only_begins(phrase: Phrase, statement: Statement) -> bool:
    """Whether what it is done to follows, in German: "Anleitung im Haushalt", "Führung und Pflege der Akten"."""
    rest = statement.text[phrase[-1].end :]
    is_doing = len(phrase) == 1 and phrase[0].language == "de" and phrase[0].text.endswith("ung")
    return is_doing and bool(OBJECT_FOLLOWS.match(rest))


def is_counted(phrase: Phrase) -> bool:
    """Whether it is so many of something: "12 new seats"."""
    of_words = len(phrase) == 2 and phrase[-1].language == "de" and phrase[-1].text[1:].islower()
    if len(phrase) > 1 and phrase[-1].text.isdigit() and phrase[-2].text.islower():
        return True  # "grupo de 24"
    return phrase[0].text.isdigit() and (phrase[-1].text.islower() or of_words)


def are_people(phrase: Phrase, statement: Statement) -> bool:
    """Whether it is so many people: "three fee earners"."""
    before = statement.text[: phrase[0].start].split()
    is_many = bool(before) and before[-1].casefold() in NUMBERS
    return is_many and bool(PEOPLE.search(phrase[-1].folded))


def is_object(phrase: Phrase, statement: Statement) -> bool:
    """Whether it is what a verb of a sentence about the work is done to: "run discovery calls and demos"."""
    if statement.is_item or statement.about not in {About.DUTIES, About.OPENING}:
        return False
    verb = phrase[0].folded
    if phrase[0].language == "en" and not NAMING.search(phrase[-1].folded):
        return False
    is_doing = phrase[0].language == "en" and len(phrase) > 1 and verb.endswith("ing")
    return is_doing or verb in CRAFT_VERBS or _governed(phrase, statement) is Governor.VERB


def is_setting(phrase: Phrase, statement: Statement) -> bool:
    """Whether it says for whom or where a duty is done."""
    return statement.about is About.DUTIES and _governed(phrase, statement) is Governor.PREPOSITION


class Governor(StrEnum):
    """What a phrase hangs on."""

    VERB = "verb"
    PREPOSITION = "preposition"
    NOTHING = "nothing"


def _governed(phrase: Phrase, statement: Statement) -> Governor:
    """By the nearest word before it that governs, across an enumeration: "with courts, insurers and banks"."""
    before = CLAUSE.split(statement.text[: phrase[0].start])[-1].split()
    language = phrase[0].language
    for word in reversed(before[-FAR:]):
        if word.casefold() in SETTINGS:
            return Governor.PREPOSITION
        if _is_verb(word.casefold().rstrip(","), language):
            return Governor.VERB
    return Governor.NOTHING


def _is_verb(word: str, language: str) -> bool:
    if language == "en":
        return word in GRAMMARS["en"].leads or word in CRAFT_VERBS
    return bool(VERBS[language].fullmatch(word))


def is_department(phrase: Phrase, statement: Statement) -> bool:
    """Whether it is with whom a duty is done: "with procurement and legal"."""
    return (
        len(phrase) == 1
        and bool(DEPARTMENTS.fullmatch(phrase[0].folded))
        and is_setting(phrase, statement)
    )


def is_workplace(phrase: Phrase) -> bool:
    """Whether it is where people work: "busy dental practice", "boutique de Tours"."""
    head = phrase[0] if phrase[0].language in {"fr", "es"} else phrase[-1]
    is_name = head.language != "de" and head.start > 0 and head.text[0].isupper()
    return not is_name and bool(WORKPLACES.fullmatch(head.folded))
