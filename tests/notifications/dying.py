"""A worker that dies at a step of delivery: `python -m tests.notifications.dying STEP`.

STEP is the step it dies after; `write` writes the only letter, `none` sends what is due and lives.
"""

import os
import sys
from collections.abc import Callable
from typing import Any

import django

django.setup()

from django.utils import timezone  # noqa: E402 - the same

from mentorship.notifications.delivery import ledger, sending, sweeping  # noqa: E402 - the same
from mentorship.notifications.delivery.composing import compose  # noqa: E402 - the same
from mentorship.notifications.delivery.post import BySmtp  # noqa: E402 - the same
from mentorship.notifications.models import Letter  # noqa: E402 - the same

STEPS: dict[str, tuple[Any, str]] = {
    "claimed": (ledger, "claim"),
    "frozen": (sending, "freeze"),
    "connected": (BySmtp, "open"),
    "in_data": (ledger, "begin_data"),
    "taken": (BySmtp, "carry"),
}


def die_after(step: str) -> None:
    """End this process, without any goodbye, once the step is done."""
    place, name = STEPS[step]
    real: Callable[..., Any] = getattr(place, name)

    def last(*args: Any, **options: Any) -> None:
        real(*args, **options)
        os._exit(9)

    setattr(place, name, last)


def main(step: str) -> None:
    """What the command line asks for; at its end the letter's state is printed."""
    if step == "write":
        Letter.objects.all().delete()
        kind = "notifications.password_changed"
        compose(kind, address="ada@example.org", person=None, context={})
        return
    if step in STEPS:
        die_after(step)
    past = timezone.now().replace(year=2020)
    Letter.objects.exclude(lease="").update(lease_until=past)
    sweeping.sweep()
    sys.stdout.write(Letter.objects.get().state)


if __name__ == "__main__":
    main(sys.argv[1])
