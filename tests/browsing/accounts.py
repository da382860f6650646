"""What somebody types to sign up, and what comes of it by mail."""

from collections.abc import Callable

from mentorship.notifications.models import Letter

Code = Callable[[str], str]


def typed(email: str, **other: str) -> dict[str, str]:
    """What somebody types to sign up."""
    return {
        "email": email,
        "display_name": "Ada",
        "password1": "a quiet harbour in the rain",
        "time_zone": "Europe/Berlin",
        **other,
    }


def kinds_to(address: str) -> list[str]:
    """The kinds of the letters to an address, in the order they were written."""
    found = Letter.objects.filter(address=address).order_by("pk").values_list("kind", flat=True)
    return [kind.partition(".")[2] for kind in found]
