"""Public names of rows: short, random, without letters that look alike."""

import secrets

ALPHABET = "23456789abcdefghjkmnpqrstuvwxyz"
LENGTH = 12  # 31**12 is about 2**59: no one guesses one, and a stranger gets 404 for it anyway


def new_ref() -> str:
    """A fresh ref like `k3f9w2m8tq4x`."""
    return "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))
