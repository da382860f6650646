"""Parts of sentences whose words are not known before: quoted, in a list, explained.

Every language has signs and an order of its own for them, so each pattern is a message.
"""

from collections.abc import Iterable

from django.utils.translation import pgettext


def quoted(words: str) -> str:
    """“Words” as a sentence names them. Inside a whole sentence its own message holds the signs."""
    return pgettext("words in quotes", "“%(words)s”") % {"words": words}


def listed(all_words: Iterable[object]) -> str:
    """“Ada, Ben and Cem”; empty for none."""
    first, *rest = map(str, all_words) if (all_words := list(all_words)) else ("",)
    if not rest:
        return first
    for word in rest[:-1]:
        first = pgettext("a list goes on", "%(list)s, %(word)s") % {"list": first, "word": word}
    facts = {"list": first, "word": rest[-1]}
    return pgettext("a list ends", "%(list)s and %(word)s") % facts


def explained(word: str, why: str) -> str:
    """“Not used: too long”; the word alone when nobody said why."""
    pattern = pgettext("a word and what explains it", "%(word)s: %(why)s")
    return pattern % {"word": word, "why": why} if why else word
