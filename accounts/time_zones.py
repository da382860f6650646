"""Which time zones are known here."""

import zoneinfo
from functools import cache


@cache
def names() -> list[str]:
    """All of them, in the order of the alphabet: "Europe/Berlin"."""
    return sorted(zoneinfo.available_timezones())


def is_known(name: str) -> bool:
    """Whether a browser's or a person's word for a zone is one we can count in."""
    return name in names()
