"""Mailed secrets, derived when they are needed and stored nowhere.

A dump of the database opens nothing: a secret is an HMAC under a server key of what it is for, the
row it belongs to and the row's generation. Counting the generation up ends every earlier secret.
"""

import base64
import hashlib
import hmac

CODE_LETTERS = "23456789BCDFGHJKLMNPQRSTVWXYZ"  # no vowels, no look-alikes


def _mac(key: bytes, kind: str, row: str, generation: int) -> bytes:
    message = "\0".join((kind, row, str(generation))).encode()
    return hmac.new(key, message, hashlib.sha256).digest()


def derive(key: bytes, kind: str, row: str, generation: int = 1) -> str:
    """The secret of 256 bits for one row, URL-safe, 43 characters."""
    return base64.urlsafe_b64encode(_mac(key, kind, row, generation)).rstrip(b"=").decode()


def derive_code(key: bytes, kind: str, row: str, generation: int = 1) -> str:
    """A code to type: two groups of four letters or digits, like `K7QM-3TBX` (about 39 bits)."""
    number = int.from_bytes(_mac(key, kind, row, generation))
    letters = []
    for _ in range(8):
        number, place = divmod(number, len(CODE_LETTERS))
        letters.append(CODE_LETTERS[place])
    return "".join(letters[:4]) + "-" + "".join(letters[4:])


def matches(given: str, key: bytes, kind: str, row: str, generation: int = 1) -> bool:
    """Whether `given` is the secret of this row now, compared in constant time."""
    return hmac.compare_digest(given.encode(), derive(key, kind, row, generation).encode())
