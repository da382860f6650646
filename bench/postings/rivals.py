"""Other ways to take terms from a posting: YAKE, RAKE, and the words that stand there most often."""

import re
import subprocess
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence

from mentorship.jobsearch.coverage.grammar import GRAMMARS
from mentorship.jobsearch.coverage.terms import terms_of
from mentorship.jobsearch.coverage.words import language_of

MOST = 25  # terms that a way which only ranks may give: a posting of the set has about 21
# In a process of its own: its licence asks that of whoever does not take it over.
YAKE = """import sys, yake
found = yake.KeywordExtractor(lan=sys.argv[1], n=3, top=int(sys.argv[2])).extract_keywords(sys.stdin.read())
print("\\n".join(words for words, _ in found))"""


def ours(posting: str) -> list[str]:
    """What `mentorship.jobsearch.coverage` finds."""
    return [term.text for term in terms_of(posting)]


def yake(posting: str) -> list[str]:
    """Campos et al., "YAKE! Keyword extraction from single documents" (2020), by the authors' library."""
    told = subprocess.run(
        [sys.executable, "-c", YAKE, language_of(posting), str(MOST)],
        input=posting,
        capture_output=True,
        text=True,
        check=True,
    )
    return told.stdout.splitlines()


def rake(posting: str) -> list[str]:
    """Rose et al., "Automatic keyword extraction from individual documents" (2010).

    Phrases between little words and punctuation, ranked by the sum of degree through frequency of their words.
    """
    phrases = _phrases(posting)
    frequency, degree = Counter[str](), defaultdict[str, int](int)
    for phrase in phrases:
        for word in phrase:
            frequency[word] += 1
            degree[word] += len(phrase)
    rank = {
        " ".join(phrase): sum(degree[word] / frequency[word] for word in phrase)
        for phrase in phrases
    }
    return sorted(rank, key=lambda words: -rank[words])[:MOST]


def most_frequent(posting: str) -> list[str]:
    """The words that stand there most often, little ones left out."""
    counts = Counter(word for phrase in _phrases(posting) for word in phrase if len(word) > 2)
    return [word for word, _ in counts.most_common(MOST)]


def _phrases(posting: str) -> list[tuple[str, ...]]:
    grammar = GRAMMARS[language_of(posting)]
    little = {*grammar.ends, *grammar.joins, *grammar.ands, *LITTLE}
    found: list[tuple[str, ...]] = []
    for piece in re.split(r"[^\w\s'’+#/&-]|\n", posting.lower()):
        phrase: list[str] = []
        for word in [*piece.split(), "of"]:
            if word in little or word == "of":
                found += [tuple(phrase)] if 0 < len(phrase) <= 4 else []
                phrase = []
            else:
                phrase.append(word)
    return found


LITTLE = [
    "der",
    "die",
    "das",
    "den",
    "dem",
    "ein",
    "eine",
    "einen",
    "in",
    "mit",
    "im",
    "für",
    "von",
    "zu",
    "zur",
    "zum",
    "auf",
    "bei",
    "nach",
    "am",
    "als",
    "auch",
    "sie",
    "wir",
    "ihr",
    "du",
    "ist",
    "sind",
]
WAYS: Sequence[tuple[str, Callable[[str], list[str]]]] = (
    ("ours", ours),
    ("YAKE", yake),
    ("RAKE", rake),
    ("most frequent", most_frequent),
)
