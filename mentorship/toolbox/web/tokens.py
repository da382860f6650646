"""The token of forms, masked with one draw of chance instead of thirty-two.

Django masks it anew for each answer, so that its bytes betray nothing where pages are compressed (BREACH), and draws
each letter of the mask by itself. What is drawn here is as long, as even and as secret, and Django checks it as its own.
"""

import secrets
from typing import Any

from django.http import HttpRequest
from django.middleware.csrf import CSRF_ALLOWED_CHARS, CSRF_SECRET_LENGTH, get_token
from django.utils.functional import SimpleLazyObject

MANY = len(CSRF_ALLOWED_CHARS)
MASKS = MANY**CSRF_SECRET_LENGTH
PLACES = {letter: place for place, letter in enumerate(CSRF_ALLOWED_CHARS)}
AROUND = CSRF_ALLOWED_CHARS * 2  # the sum of two places needs no remainder


def csrf(request: HttpRequest) -> dict[str, Any]:
    """As the context processor of this name that Django puts before all others."""
    return {"csrf_token": SimpleLazyObject(lambda: _token(request))}


def _token(request: HttpRequest) -> str:
    secret = request.META.get("CSRF_COOKIE", "")
    if len(secret) != CSRF_SECRET_LENGTH:
        return get_token(request)  # nobody has been here before: Django makes her a secret
    request.META["CSRF_COOKIE_NEEDS_UPDATE"] = True  # her cookie lasts longer, as Django has it
    return masked(secret)


def masked(secret: str) -> str:
    """A mask, and the secret under it."""
    drawn, mask = secrets.randbelow(MASKS), []
    for _ in range(CSRF_SECRET_LENGTH):
        drawn, place = divmod(drawn, MANY)
        mask.append(place)
    over = [AROUND[PLACES[letter] + place] for letter, place in zip(secret, mask, strict=True)]
    return "".join([CSRF_ALLOWED_CHARS[place] for place in mask] + over)
