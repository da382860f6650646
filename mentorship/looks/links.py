"""The addresses that show a look: derived from a server key whenever they are needed, stored nowhere."""

from django.urls import reverse

from mentorship.notifications import codes, links
from mentorship.toolbox import tokens

LINK = "look link"
PICTURE = "picture of a look"


def address(ref: str) -> str:
    """The look link with this ref, as the seeker copies it. It is good in any number of browsers."""
    token = tokens.derive(codes.server_key(), LINK, ref)
    return links.site() + reverse("looks:entry", args=[ref, token])


def opens(token: str, ref: str) -> bool:
    """Whether the token is that of the look link with this ref."""
    return tokens.matches(token, codes.server_key(), LINK, ref)


def picture(ref: str) -> str:
    """What shows the picture of the one look with this ref, as long as that lasts."""
    return tokens.derive(codes.server_key(), PICTURE, ref)


def shows(token: str, ref: str) -> bool:
    """Whether the token is that of `picture`."""
    return tokens.matches(token, codes.server_key(), PICTURE, ref)
