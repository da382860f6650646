"""Public names of rows: short, random, without letters that look alike."""

import hashlib
import secrets

ALPHABET = "23456789abcdefghjkmnpqrstuvwxyz"
LENGTH = 12  # 31**12 is about 2**59: no one guesses one, and a stranger gets 404 for it anyway


def new_ref() -> str:
    """A fresh ref like `k3f9w2m8tq4x`."""
    return "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))


def derived_ref(secret: str) -> str:
    """The ref that belongs to this secret: always the same, and as hard to guess."""
    number = int.from_bytes(hashlib.sha256(secret.encode()).digest())
    return "".join(
        ALPHABET[number // len(ALPHABET) ** place % len(ALPHABET)] for place in range(LENGTH)
    )
