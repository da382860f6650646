"""The service's own address for links in letters: from its settings, never from a request's Host."""

from django.conf import settings

from mentorship import environment

PORT = environment.number("PORT", 8000, least=1, most=65535)


def site() -> str:
    """Where the service is found, without a slash at its end: "https://mentorship.example"."""
    return settings.SITE_URL or f"http://localhost:{PORT}"
