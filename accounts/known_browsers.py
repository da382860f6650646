"""Browsers that have proved an address before: what strangers do to it does not keep them out.

A signed cookie, and no list of devices: it names mailboxes by a hash under a key of the server, so
that whoever finds it learns no address. It opens nothing.
"""

import hashlib
import hmac

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from accounts.addresses import mailbox

COOKIE = "__Host-known" if settings.HTTPS else "known"
SALT = "accounts.known"
MAX_AGE = 365 * 24 * 3600
MAX_ADDRESSES = 5  # people who share one browser


def remember(request: HttpRequest, response: HttpResponse, address: str) -> None:
    """From now on this browser is one in which the address was proved."""
    known = dict.fromkeys([_name(address), *_known(request)])
    response.set_signed_cookie(
        COOKIE,
        " ".join(list(known)[:MAX_ADDRESSES]),
        salt=SALT,
        max_age=MAX_AGE,
        secure=settings.HTTPS,
        httponly=True,
        samesite="Lax",
    )


def knows(request: HttpRequest, address: str) -> bool:
    """Whether the address was proved in this browser within a year."""
    return _name(address) in _known(request)


def _known(request: HttpRequest) -> list[str]:
    kept = request.get_signed_cookie(COOKIE, default="", salt=SALT, max_age=MAX_AGE)
    return str(kept).split()


def _name(address: str) -> str:
    key = b"known browsers\0" + settings.SECRET_KEY.encode()
    return hmac.new(key, mailbox(address).encode(), hashlib.sha256).hexdigest()[:32]
