"""What a posting calls the job and who gives it: words that name no skill."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from mentorship.jobsearch.coverage.sections import heading
from mentorship.jobsearch.coverage.words import Word, listed, words_of

SEGMENT = re.compile(r"\s[-–|]\s|[(,|]|\s(?:of|for|in|im|at|bei|en|de)\s")
LABEL = re.compile(
    r"^[\W_]*(?:(?:job )?title|position|role|stelle|poste|titre)\s?:\s*", re.IGNORECASE
)
# How words end that name somebody by what she does.
ROLE = re.compile(
    r"\w+(er|or|ist|ian|ant|chef|nurse|cook|clerk|associate|intern|lead|representative"
    r"|executive|agent|man|woman"
    r"|mann|frau|kraft|eur|euse|rice|ier|ière|iste|ien|ienne|ante)s?$|chef",
    re.IGNORECASE,
)
JOINS = listed("of in de d' des du der")  # "Diplôme d'État d'infirmier" is no title
NAMED = (
    re.compile(
        r"^(?:At|Chez|Bei|En) ([A-Z][^\s,]*(?: [A-Z][^\s,]*){0,2}),? (?:we|nous|wir|tu|vous|you)\b",
        re.MULTILINE,
    ),
    re.compile(
        r"^[\W_]*(?:About|Über|À propos de|Life at|Why) ((?:[A-Z]\S*)(?: (?:&|[A-Z]\S*)){0,3})\s*$",
        re.MULTILINE,
    ),
    re.compile(
        r"\b((?:[A-Z][\w'’-]+ ){0,2}[A-Z][\w'’-]+),? (?:is (?:an?\b(?! (?:big |real |strong "
        r"|definite )?(?:plus|bonus|must|advantage|nice))|the|one|proud|looking|seeking)|(?:seeks"
        r"|offers|operates|manufactures|provides)\b|GmbH|AG\b|Ltd|LLP|Inc\b|plc"
        r"|ist (?:eine?\b(?! (?:plus|muss|vorteil))|das)|est une?\b(?! (?:plus|atout)))\b",
        re.MULTILINE,
    ),
)


@dataclass(frozen=True, slots=True)
class Headline:
    """Words for whoever does the job, and those of the employer's name, all folded."""

    roles: frozenset[str]
    employer: frozenset[str]

    def names(self, phrase: Sequence[Word]) -> bool:
        """Whether these words are the job's title, or the employer."""
        is_title = phrase[-1].folded in self.roles and not any(
            word.folded in JOINS for word in phrase
        )
        named = [word.folded in self.employer for word in phrase]
        is_of_hers = len(phrase) == 2 and phrase[0].language != "de" and any(named)
        return is_title or is_of_hers or all(named)


def headline_of(posting: str, language: str) -> Headline:
    """What stands first in `posting`, and who it says it is."""
    lines = (line.strip() for line in posting.splitlines())
    first = next((line for line in lines if line and not heading(line)), "")
    title = SEGMENT.split(LABEL.sub("", first), maxsplit=1)[0]
    last = [word.folded for word in words_of(title, language)][-1:]
    names = (found[1] for pattern in NAMED for found in pattern.finditer(posting[:3000]))
    employer = (
        word.folded.removesuffix("'s") for name in names for word in words_of(name, language)
    )
    return Headline(
        frozenset(form for word in last if ROLE.fullmatch(word) for form in (word, f"{word}s")),
        frozenset(employer) - {"the", "die", "das", "la", "le"},
    )
