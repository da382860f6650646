"""The mailed link that sends a mentor's drafts as they are: derived, stored nowhere."""

from django.urls import reverse

from mentorship.notifications import codes, links
from mentorship.toolbox import tokens

SEND = "send drafts"


def to_send(ref: str, generation: int) -> str:
    """The address of the page with the one button, for the review with this ref."""
    token = tokens.derive(codes.server_key(), SEND, ref, generation)
    return links.site() + reverse("critique:sending", args=[ref, token])


def opens(token: str, ref: str, generation: int) -> bool:
    """Whether the token is the one of `to_send`."""
    return tokens.matches(token, codes.server_key(), SEND, ref, generation)
