"""Signing up ends with proving the address: until then it changes nothing about anybody.

What was typed waits in the browser's own session, so that whoever signs up with another person's
address leaves no password on her row, and an invited person claims the row she already has.
"""

from dataclasses import asdict
from typing import Any

from django.http import HttpRequest

from accounts import actions
from accounts.actions import SignUp

KEY = "sign_up"


def remember(request: HttpRequest, sign_up: SignUp) -> None:
    """Keep what was typed until the address is proved."""
    request.session[KEY] = asdict(sign_up)


def address_was_proved(request: HttpRequest, email_address: Any, **_: Any) -> None:
    """The person whose address it is claims her row. allauth's `email_confirmed` calls this."""
    typed = request.session.pop(KEY, None)
    actions.claim(email_address.user, sign_up=SignUp(**typed) if typed else None)
