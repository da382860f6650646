"""Moments that strangers name in addresses and forms."""

from datetime import UTC, datetime

from django.utils.dateparse import parse_datetime


def moment(text: str) -> datetime | None:
    """The moment in UTC that an ISO 8601 text with an offset names; None when it names none.

    What lies outside of the years 1 to 9999 in UTC names none: no database takes it.
    """
    try:
        found = parse_datetime(text)
        return found.astimezone(UTC) if found and found.tzinfo else None
    except (ValueError, OverflowError):
        return None
