"""Public names of rows: short, random, without letters that look alike."""

import hashlib
import secrets

ALPHABET = "23456789abcdefghjkmnpqrstuvwxyz"
MANY = len(ALPHABET)
LENGTH = 12  # 31**12 is about 2**59: no one guesses one, and a stranger gets 404 for it anyway


def new_ref() -> str:
    """A fresh ref like `k3f9w2m8tq4x`: one draw of chance, for each is a call of the system."""
    drawn, letters = secrets.randbelow(MANY**LENGTH), []
    for _ in range(LENGTH):
        drawn, place = divmod(drawn, MANY)
        letters.append(ALPHABET[place])
    return "".join(letters)


def derived_ref(secret: str) -> str:
    """The ref that belongs to this secret: always the same, and as hard to guess."""
    number = int.from_bytes(hashlib.sha256(secret.encode()).digest())
    return "".join(
        ALPHABET[number // len(ALPHABET) ** place % len(ALPHABET)] for place in range(LENGTH)
    )
