"""Whom people can write to about this service, and what they can read about it."""

from collections.abc import Iterator

from django.conf import settings
from django.utils.translation import gettext as _


def written_to() -> str:
    """The address or the page, as people read it; nothing where the operator gave none."""
    return str(settings.CONTACT)


def leads_to() -> str:
    """The same as an address that can be pressed."""
    told = written_to()
    return f"mailto:{told}" if "@" in told else told


def links() -> Iterator[tuple[str, str]]:
    """Name and address of each page there is, for the foot of every page."""
    for name, address in (
        (_("Contact"), leads_to()),
        (_("Privacy"), settings.PRIVACY_URL),
        (_("Help"), settings.HELP_URL),
    ):
        if address:
            yield name, address
