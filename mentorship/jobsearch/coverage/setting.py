"""What stands around a term in a posting: where it is done, for how many, beside whom. None of it is one."""

import re

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
# Before a place.
PLACES = listed("across from throughout near")


def is_place(phrase: Phrase, statement: Statement) -> bool:
    """Whether it is where a duty is done: "across East Anglia"."""
    before = statement.text[: phrase[0].start].split()
    return bool(before) and before[-1].casefold() in PLACES


def is_counted(phrase: Phrase) -> bool:
    """Whether it is so many of something: "12 new seats"."""
    of_words = len(phrase) == 2 and phrase[-1].language == "de" and phrase[-1].text[1:].islower()
    return phrase[0].text.isdigit() and (phrase[-1].text.islower() or of_words)


def are_people(phrase: Phrase, statement: Statement) -> bool:
    """Whether it is so many people: "three fee earners"."""
    before = statement.text[: phrase[0].start].split()
    is_many = bool(before) and before[-1].casefold() in NUMBERS
    return is_many and bool(PEOPLE.search(phrase[-1].folded))


def is_setting(phrase: Phrase, statement: Statement) -> bool:
    """Whether it says for whom or where a duty is done."""
    before = statement.text[: phrase[0].start].split()
    while before and before[-1].casefold() in COUNTS:
        before.pop()
    return statement.about is About.DUTIES and bool(before) and before[-1].casefold() in SETTINGS
