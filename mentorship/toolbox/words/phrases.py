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
    return _in_a_row(all_words, pgettext("a list ends", "%(list)s and %(word)s"))


def one_of(all_words: Iterable[object]) -> str:
    """“PDF, DOCX or ODT”: a list that one is taken from; empty for none."""
    return _in_a_row(all_words, pgettext("a list to choose from ends", "%(list)s or %(word)s"))


def _in_a_row(all_words: Iterable[object], end: str) -> str:
    first, *rest = [str(word) for word in all_words] or [""]
    if not rest:
        return first
    for word in rest[:-1]:
        first = pgettext("a list goes on", "%(list)s, %(word)s") % {"list": first, "word": word}
    return end % {"list": first, "word": rest[-1]}


def explained(word: str, why: str) -> str:
    """“Not used: too long”; the word alone when nobody said why."""
    pattern = pgettext("a word and what explains it", "%(word)s: %(why)s")
    return pattern % {"word": word, "why": why} if why else word
