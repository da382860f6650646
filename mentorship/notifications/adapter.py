"""allauth's mail becomes letters."""

from allauth.account.adapter import DefaultAccountAdapter


class LetterAdapter(DefaultAccountAdapter):  # type: ignore[misc]  # allauth is untyped
    """What allauth wants to mail is written as a letter."""
