"""Secrets in letters: stored as markers, derived whenever the words of a letter are needed."""

import hashlib

from django.conf import settings

from mentorship.notifications import kinds
from mentorship.notifications.models import Letter
from mentorship.toolbox import tokens


def server_key() -> bytes:
    """The key that mailed secrets are derived under."""
    return hashlib.sha256(b"mailed secrets\0" + settings.SECRET_KEY.encode()).digest()


def code_for(ref: str, generation: int = 1) -> str:
    """The code to type that the letter with this ref carries, like `K7QM-3TBX`."""
    return tokens.derive_code(server_key(), "code", ref, generation)


def code_of(letter: Letter) -> dict[str, str]:
    """What the marker in a letter with a code stands for."""
    return {"code": code_for(letter.ref, letter.generation)}


def marker(name: str) -> str:
    """What stands in the stored words for a secret."""
    return "{{" + name + "}}"


def reveal(words: str, letter: Letter) -> str:
    """The words with each marker replaced by its secret. Never stored, never logged."""
    for name, secret in kinds.of(letter.kind).secrets(letter).items():
        words = words.replace(marker(name), secret)
    return words
