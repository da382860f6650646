"""Words that are known as terms: names of technologies, and words of trades."""

from functools import cache
from pathlib import Path

from mentorship.jobsearch.coverage.words import key, words_of

DATA = Path(__file__).with_name("data")


@cache
def trades(language: str) -> frozenset[str]:
    """Words of trades in this language, as `words.key` gives them."""
    lines = (DATA / f"{language}.txt").read_text("utf-8").splitlines()
    names = (name.strip() for line in lines for name in line.partition(":")[2].split(","))
    return frozenset(key(words_of(name, language)) for name in names)


@cache
def technologies() -> frozenset[str]:
    """Names of technologies as they are written, by O*NET."""
    names = (DATA / "technology.txt").read_text("utf-8").splitlines()
    return frozenset(name for name in names if len(name) > 2 and not name.islower())
