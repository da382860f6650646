"""Where a phrase that may be a term begins and ends, in each language."""

import re
from collections.abc import Set
from dataclasses import dataclass

from mentorship.jobsearch.coverage.lists import under
from mentorship.jobsearch.coverage.words import listed


@dataclass(frozen=True, slots=True)
class Grammar:
    """The little words of a language.

    ends    end a phrase; `joins` stand within one, `ands` between two
    leads   stand before what is meant: "experience of", "strong"; `trails` after it: "skills", "required"
    crafts  how a word ends that names something one does
    soft    makes a phrase one about manners, conditions or the employer
    """

    ends: Set[str]
    joins: Set[str]
    ands: Set[str]
    leads: Set[str]
    trails: Set[str]
    crafts: re.Pattern[str]
    soft: re.Pattern[str]


def inflected(verbs: str) -> frozenset[str]:
    """English verbs as orders, as what somebody does, and as doing: "manage manages managing"."""
    return frozenset(form for verb in verbs.split() for form in (verb, _he(verb), _doing(verb)))


def _he(verb: str) -> str:
    if re.search(r"[^aeo]y$", verb):
        return f"{verb[:-1]}ies"
    return f"{verb}es" if re.search(r"(s|sh|ch|x)$", verb) else f"{verb}s"


def _doing(verb: str) -> str:
    return f"{verb.removesuffix('e')}ing" if not verb.endswith("ee") else f"{verb}ing"


# What people do in their trades: with its object it is a duty.
CRAFT_VERBS = inflected(" ".join(under("grammar-en", "craft verbs")))


def _grammar_of(language: str) -> Grammar:
    def words(part: str) -> frozenset[str]:
        return listed(" ".join(under(f"grammar-{language}", part)))

    def any_of(part: str) -> str:
        return "|".join(under(f"grammar-{language}", part))

    verbs = " ".join(under(f"grammar-{language}", "verbs that lead"))
    endings, crafts = any_of("craft endings"), any_of("crafts")
    return Grammar(
        ends=words("ends"),
        joins=words("joins"),
        ands=words("ands"),
        leads=words("leads") | inflected(verbs),
        trails=words("trails"),
        crafts=re.compile(rf"\w+({endings})$" + (rf"|^({crafts})$" if crafts else "")),
        soft=re.compile(rf"\b({any_of('soft')})\b"),
    )


GRAMMARS = {language: _grammar_of(language) for language in ("en", "de", "fr", "es")}
