"""What is left of a word without its endings, by the stemmers of Snowball (https://snowballstem.org)."""

import threading
from functools import lru_cache

import snowballstemmer


@lru_cache(maxsize=50_000)
def stem_of(word: str, language: str) -> str:
    """The stem of `word`, which is in lower case. `language` is Snowball's name of it: "english".

    Raises KeyError for a language it has no stemmer for.
    """
    return str(_stemmer(language, threading.get_ident()).stemWord(word))


@lru_cache(maxsize=64)
def _stemmer(language: str, thread: int) -> "snowballstemmer.stemmer":
    """A stemmer of this thread's own: two threads may not use one at once."""
    return snowballstemmer.stemmer(language)
