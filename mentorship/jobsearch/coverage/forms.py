"""When two words are forms of one: "managed" and "management"."""

import re
from functools import cache, lru_cache

from mentorship.jobsearch.coverage.lists import DATA
from mentorship.jobsearch.coverage.words import stem


def akin(one: str, other: str, language: str) -> bool:
    """Whether two folded words are forms of one: "managed" and "management"."""
    if one == other:
        return True
    a, b = core(one, language), core(other, language)
    if (
        a == b
        or (language == "de" and len(one) > 3 and f"{one}s" == other)
        or (language == "en" and other in {f"{one}s", one.removesuffix("s")})
        or stem(one, language) == stem(other, language)
        or (language == "de" and len(a) >= 5 and b.startswith(a))
    ):
        return True
    shared = next(
        (place for place, (x, y) in enumerate(zip(a, b, strict=False)) if x != y),
        min(len(a), len(b)),
    )
    longer = max(len(a), len(b))
    return (
        shared >= 5 and shared >= 0.7 * longer and not any(sign.isdigit() for sign in one + other)
    )


BEFORE_STEMMING = re.compile(r"(?<=\w{4})(ships?|kenntnisse|kenntnis|systeme?)$")
AFTER_STEMMING = {
    "en": re.compile(r"(?<=\w{4})(ag|anc)$"),
    "de": re.compile(r"(?<=\w{4})(ierung|iert|ier|ation|tion|ion|ung|atur|ur)$"),
    "fr": re.compile(r"(?<=\w{4})(ation|ion)$|(?<=\w{3})ag$"),
    "es": re.compile(r"(?<=\w{3})(acion|acion|ion|aci|ad|id)$"),
}


@cache
def _families() -> dict[str, str]:
    """Irregular forms, each with the first of its family."""
    lines = (line.split() for line in (DATA / "kin.txt").read_text("utf-8").splitlines())
    return {form: forms[0] for forms in lines for form in forms}


PARTICIPLE = re.compile(
    r"(?!.*ungen)(ab|an|auf|aus|ein|vor|zu|nach|um|mit|her|durch|über|unter)?ge(\w{3,}?)(t|en)"
)


@lru_cache(maxsize=20_000)  # words of people's texts: not all of them, for good
def core(word: str, language: str) -> str:
    """What forms of one word share: "manag" of "managed". `word` is folded."""
    word = _families().get(word, word)
    if language == "de" and (participle := PARTICIPLE.fullmatch(word)):
        word = (participle[1] or "") + participle[2]
        word = f"{word}n" if word.endswith("er") else word  # "gesichert" is of "sichern"
    return AFTER_STEMMING[language].sub("", stem(BEFORE_STEMMING.sub("", word), language))
