"""What words say, whatever their form: "trained" and "training", "Jan 2016" and "01/2016", "$1.2M"
and "1,200,000" have terms in common.

A term is a text: a stem, "=7" for a number, "@3" for March, "~12" for the twelfth group of words that
stand for one another, "^" and the consonants of an Arabic word.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache
from pathlib import Path

from mentorship.documents.text.words import words_of
from mentorship.toolbox.words.stems import stem_of

_HERE = Path(__file__).parent
_NUMBER = re.compile(r"(\d+(?:[.,]\d+)*)([km]|tsd|mio|mrd|bn)?", re.IGNORECASE)
_MONTH_AND_YEAR = re.compile(r"(?:(\d{1,2})[./])?(\d{1,2})[./]((?:19|20)\d\d)")
_YEAR_AND_MONTH = re.compile(r"((?:19|20)\d\d)[./-](\d{1,2})(?:[./-](\d{1,2}))?")
_THOUSANDS = re.compile(r"[.,](?=\d{3}(?:\D|$))")
_TIMES = {"k": 1e3, "tsd": 1e3, "m": 1e6, "mio": 1e6, "bn": 1e9, "mrd": 1e9}
_JOINS = re.compile(r"[&+/,|·]|\b(?:and|und|et|y|e|en|och|og|i|и|та|ve)\b", re.IGNORECASE)
_PARTS = re.compile(r"[^\W_]+")
_ARABIC = re.compile(r"[\u0621-\u064a]{3,}")
_CLITICS = re.compile(r"^(?:[وف]?[بكل]?(?:ال|لل)|[وفل](?=.{3}))")  # and, in, as, for, the
_VOWELS = re.compile("[اويىأإآءؤئة]")
_ENDINGS = re.compile(r"(?:ات|ان|ون|ين|ها|هم|نا|ية|[هةتي])$")


def _rows(name: str) -> Iterator[str]:
    """The lines of a data file that are no comments."""
    for line in (_HERE / name).read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("# "):
            yield line


@cache
def common() -> Mapping[str, frozenset[str]]:
    """Words that say little, by the name of their language's stemmer."""
    parted = (line.split() for line in _rows("common.txt"))
    return {language: frozenset(words) for language, *words in parted}


@cache
def _all_common() -> frozenset[str]:
    return frozenset().union(*common().values())


@cache
def _named() -> Mapping[str, frozenset[str]]:
    """The terms of words that name a month, or a number."""
    found: dict[str, set[str]] = {}
    for line in _rows("months.txt"):
        for number, names in enumerate(line.split("|"), 1):
            for name in names.replace("=", " ").split():
                found.setdefault(name, set()).add(f"@{number}")
    for line in _rows("numbers.txt"):
        value, *words = line.split()
        for word in words:
            found.setdefault(word, set()).add(f"={float(value):g}")
    return {word: frozenset(terms) for word, terms in found.items()}


@cache
def _alike() -> Mapping[str, frozenset[str]]:
    """The groups of words that stand for one another, by word."""
    found: dict[str, set[str]] = {}
    for number, line in enumerate(_rows("alike.txt")):
        if not line.startswith(":"):
            kind = "~!" if line.startswith("!") else "~"
            for word in line.removeprefix("!").split():
                found.setdefault(word, set()).add(f"{kind}{number}")
    return {word: frozenset(groups) for word, groups in found.items()}


@cache
def _headings() -> Mapping[str, frozenset[int]]:
    found: dict[str, set[int]] = {}
    for number, line in enumerate(_rows("alike.txt")):
        if line.startswith(":"):
            for wording in line.removeprefix(":").split("|"):
                found.setdefault(_bare(wording), set()).add(number)
    return {wording: frozenset(groups) for wording, groups in found.items()}


def heading_groups(text: str) -> frozenset[int]:
    """What a heading heads, as numbers of groups of headings that say the same.

    "Education and courses" heads both.
    """
    found = _headings().get(_bare(text), frozenset())
    for part in _JOINS.split(text):
        found |= _headings().get(_bare(part), frozenset())
    return found


def _bare(text: str) -> str:
    return " ".join(key for key in words_of(text).keys if key[0].isalnum())


def language_of(keys: Iterable[str]) -> str:
    """The stemmer for a text of these words: of the language whose common words are the most."""
    counts = Counter(keys)
    return max(common(), key=lambda name: sum(counts[word] for word in common()[name]))


def is_common(key: str) -> bool:
    """Whether a word says little in some language."""
    return key in _all_common()


@lru_cache(maxsize=50_000)
def terms_of(word: str, language: str) -> frozenset[str]:
    """What a word says, as it is written but for capitals; of a sign what it stands for, or nothing."""
    dated = _dated(word)
    if dated:
        return dated
    number = _NUMBER.fullmatch(word)
    if number:
        return frozenset({f"={_value(*number.groups()):g}"})
    found = {*_named().get(word, ()), *_alike().get(word, ())}
    if _ARABIC.fullmatch(word):
        found |= _skeleton(word)
    for part in parts_of(word):
        found |= {stem_of(part, language), *_alike().get(part, ())}
        found |= _named().get(part, frozenset())
        if part.isdecimal() and not _is_of_a_code(part, word):
            found = {*found - {part}, f"={float(part):g}"}
    return frozenset(found)


def _is_of_a_code(digits: str, word: str) -> bool:
    """Whether these digits of a word are no number: "CTA-07"."""
    return digits[0] == "0" and any(map(str.isalpha, word))


def parts_of(word: str) -> list[str]:
    """The words that one is made of, without those that say little: of "l'accueil" the second.

    All of them, where each says little.
    """
    parts = _PARTS.findall(word)
    return [part for part in parts if len(part) > 1 and not is_common(part)] or parts


def _skeleton(word: str) -> set[str]:
    """Of an Arabic word what is left without what is written together with it, and long vowels.

    "وأسكن" and "أسكن" say the same, and so do "الصيادلة" and "صيدلي".
    """
    bare = _ENDINGS.sub("", _CLITICS.sub("", word, count=1))
    firm = _VOWELS.sub("", bare)
    return {f"^{one}" for one in (firm, bare) if len(one) > 2}


@cache
def unspaced() -> Mapping[str, frozenset[str]]:
    """What words of several characters say in a script without blanks."""
    return {
        word: groups for word, groups in _alike().items() if len(word) > 1 and word[0] > "\u2e80"
    }


def _dated(key: str) -> frozenset[str]:
    """The month and year of "01/2016", "2016.01", "11.09.2024"."""
    if found := _MONTH_AND_YEAR.fullmatch(key):
        day, month, year = found.groups()
    elif found := _YEAR_AND_MONTH.fullmatch(key):
        year, month, day = found.groups()
    else:
        return frozenset()
    terms = {f"@{int(month)}", f"={year}"}
    return frozenset(terms | {f"={int(day)}"} if day else terms)


def _value(digits: str, times: str | None) -> float:
    """The number that is written so: "1,200,000", "45.000", "2.9" with "m" for millions."""
    plain = _THOUSANDS.sub("", digits).replace(",", ".")
    whole, *rest = plain.split(".")
    number = float(f"{whole}.{''.join(rest)}" if rest else whole)
    return number * _TIMES.get((times or "").casefold(), 1)


def is_figure(term: str) -> bool:
    """Whether a term is a number or a month."""
    return term[0] in "=@"


@cache
def _cut_short() -> frozenset[str]:
    return frozenset(word for line in _rows("short.txt") for word in line.split())


def is_cut_short(key: str) -> bool:
    """Whether a full stop behind this word belongs to it."""
    return key in _cut_short()


def is_month(key: str) -> bool:
    """Whether a word names a month."""
    return any(term[0] == "@" for term in _named().get(key, ()))


def is_formula(term: str) -> bool:
    """Whether a term is of how letters begin, or of how they end."""
    return term[:2] == "~!"
