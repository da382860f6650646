"""Words of a text: where they stand, and when two of them are one word in another form."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from mentorship.toolbox.words.stems import stem_of


def listed(words: str) -> frozenset[str]:
    """Words given as one string."""
    return frozenset(words.split())


# French elisions stand alone; names keep what makes them names: C++, C#, .NET, CI/CD, H&S, Node.js.
WORD = re.compile(
    r"\b(?:[cdjlmnst]|qu)['’](?=\w)|(?:\.(?=[A-Z]))?\w+(?:['’]\w+)*(?:[&/.+-]\w+)*(?:\+\+?|#)?",
    re.IGNORECASE,
)
STEMMERS = {"en": "english", "de": "german", "fr": "french", "es": "spanish"}
# What stands often in texts of a language, and seldom in others.
OFTEN = {
    "en": listed(
        "the and of to you with for our we your is are will have that who from at in a or by be"
    ),
    "de": listed(
        "der die das und mit für sie wir ist von zu im den ein eine bei nach oder auf du ihr des"
    ),
    "fr": listed(
        "le la les et des de du vous pour dans est nous une avec un en au aux sur par votre notre"
    ),
    "es": listed(
        "el la los las de del y en con para por una un se su sus que al lo como años es tu te más qué o"
    ),
}

_OFTEN_IN = {
    word: tuple(language for language, words in OFTEN.items() if word in words)
    for word in frozenset[str]().union(*OFTEN.values())
}


@dataclass(frozen=True)
class Word:
    """A word, and where in its text it stands (code points)."""

    text: str
    start: int
    language: str

    @property
    def end(self) -> int:
        return self.start + len(self.text)

    @cached_property
    def folded(self) -> str:
        return folded(self.text)

    @cached_property
    def stem(self) -> str:
        return stem(self.folded, self.language)


def folded(text: str) -> str:
    """`text` in NFC and lower case, one space between words, apostrophes straight."""
    return " ".join(unicodedata.normalize("NFC", text).casefold().replace("’", "'").split())


def words_of(text: str, language: str) -> list[Word]:
    """All words of `text` in order."""
    return [Word(found.group(), found.start(), language) for found in WORD.finditer(text)]


def language_of(text: str) -> str:
    """The language most of whose common words are in `text`: "en", "de", "fr" or "es"."""
    return language_among(re.findall(r"\w+", text.lower()))


def language_among(words: Iterable[str]) -> str:
    """The same for `words` that were found already."""
    counts = dict.fromkeys(OFTEN, 0)
    for word in words:
        for language in _OFTEN_IN.get(word, ()):
            counts[language] += 1
    return max(counts, key=counts.__getitem__)


@lru_cache(maxsize=20_000)  # words of people's texts: not all of them, for good
def stem(word: str, language: str) -> str:
    """What is left of a word without its endings. `word` is folded; a British ending counts as an American."""
    if language == "en":
        word = re.sub(
            r"(?<=\w{3})is(e|ed|es|er|ing|ation|ations)$", r"iz\1", word.removesuffix("'s")
        )
    bare = stem_of(word.replace("ß", "ss"), STEMMERS[language])
    return _without_diacritics(bare) if language in {"fr", "es"} else bare


def _without_diacritics(word: str) -> str:
    return "".join(
        sign for sign in unicodedata.normalize("NFD", word) if not unicodedata.combining(sign)
    )


def key(words: Sequence[Word]) -> str:
    """What two sequences of words share when they say the same in another number or case."""
    return " ".join(word.stem for word in words)


def runs(words: Sequence[Word], most: int) -> Iterator[Sequence[Word]]:
    """All sequences of neighbouring words, of at most so many, the longest of each beginning first."""
    for first in range(len(words)):
        for last in range(min(len(words), first + most), first, -1):
            yield words[first:last]
