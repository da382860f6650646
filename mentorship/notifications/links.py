"""The service's own address for links in letters: from its settings, never from a request's Host."""

from django.conf import settings

from mentorship.notifications.marks import Ours


def site() -> str:
    """Where the service is found, without a slash at its end: "https://mentorship.example"."""
    return settings.SITE_URL or f"http://localhost:{settings.PORT}"


def to(path: str) -> Ours:
    """A link in a letter to one of our pages."""
    return Ours(site() + path)
