"""Words that are known as terms: names of technologies, and words of trades."""

from functools import cache

from mentorship.jobsearch.coverage.lists import DATA
from mentorship.jobsearch.coverage.words import folded, key, words_of


@cache
def trades(language: str) -> frozenset[str]:
    """Words of trades in this language, as `words.key` gives them."""
    lines = (DATA / f"{language}.txt").read_text("utf-8").splitlines()
    names = (name.strip() for line in lines for name in line.partition(":")[2].split(","))
    return frozenset(key(words_of(name, language)) for name in names)


@cache
def alone(language: str) -> frozenset[str]:
    """The words of trades that are one word, folded: "pick" has the stem of "picking", and is none."""
    lines = (DATA / f"{language}.txt").read_text("utf-8").splitlines()
    names = (name.strip() for line in lines for name in line.partition(":")[2].split(","))
    return frozenset(form for name in names for form in _numbers(folded(name)) if " " not in name)


def _numbers(word: str) -> tuple[str, ...]:
    return word, f"{word}s", f"{word}es", word.removesuffix("s")


@cache
def technologies() -> frozenset[str]:
    """Names as they are written: of technologies by O*NET, and of what else is asked for by its name."""
    names = (DATA / "technology.txt").read_text("utf-8").splitlines()
    ours = (DATA / "names.txt").read_text("utf-8").splitlines()
    return frozenset((*(name for name in names if len(name) > 2 and not name.islower()), *ours))
