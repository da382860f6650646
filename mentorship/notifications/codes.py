"""Secrets in letters: stored as marks, derived whenever the words of a letter are needed."""

import hashlib

from django.conf import settings
from django.urls import reverse

from accounts.models import User
from mentorship.notifications import kinds, links, marks
from mentorship.notifications.models import Letter
from mentorship.toolbox import tokens

STOP = "unsubscribe"


def server_key() -> bytes:
    """The key that mailed secrets are derived under."""
    return hashlib.sha256(b"mailed secrets\0" + settings.SECRET_KEY.encode()).digest()


def code_for(ref: str, generation: int = 1) -> str:
    """The code to type that the letter with this ref carries, like `K7QM-3TBX`."""
    return tokens.derive_code(server_key(), "code", ref, generation)


def code_of(letter: Letter) -> dict[str, str]:
    """What the mark in a letter with a code stands for."""
    return {"code": code_for(letter.ref, letter.generation)}


def stop_token(person: User, topic: str) -> str:
    """What shows that letters about `topic` to this person may be stopped; it opens nothing else."""
    return tokens.derive(server_key(), STOP, f"{person.ref}/{topic}")


def stops(token: str, person: User, topic: str) -> bool:
    """Whether the token is the one of `stop_token`. It never ends: old letters can be stopped too."""
    return tokens.matches(token, server_key(), STOP, f"{person.ref}/{topic}")


def reveal(words: str, letter: Letter) -> str:
    """The words with each mark replaced by its secret. Never stored, never logged."""
    known = {**kinds.of(letter.kind).secrets(letter), **_stop_link(letter)}
    return marks.filled(words, letter.nonce, known)


def reveal_header(name: str, value: str, letter: Letter) -> str:
    """The header's value. Only the one that stops such letters holds a secret, whatever is in it."""
    if name != "List-Unsubscribe":
        return value
    return marks.filled(value, letter.nonce, _stop_link(letter))


def _stop_link(letter: Letter) -> dict[str, str]:
    """Where letters like this one are stopped, without signing in."""
    topic = kinds.of(letter.kind).topic
    if not topic or letter.person is None:
        return {}
    ids = [letter.person.ref, topic, stop_token(letter.person, topic)]
    return {STOP: links.site() + reverse("notifications:unsubscription", args=ids)}
