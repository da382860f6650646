"""A worker, to be killed: `python -m tests.notifications.dying write` writes the only letter, `send`
brings back what dead workers held, and sends what there is; at its end the letter's state is printed.
"""

import sys

import django

django.setup()

from django.utils import timezone  # noqa: E402 - after Django is set up

from mentorship.notifications.delivery import ledger, sweeping  # noqa: E402 - the same
from mentorship.notifications.delivery.composing import compose  # noqa: E402 - the same
from mentorship.notifications.models import Letter  # noqa: E402 - the same


def main(order: str) -> None:
    """What the command line asks for. All leases are over by then, and nothing waits for its time."""
    if order == "write":
        Letter.objects.all().delete()
        kind = "notifications.password_changed"
        compose(kind, address="ada@example.org", person=None, context={})
        return
    past = timezone.now().replace(year=2020)
    Letter.objects.exclude(lease="").update(lease_until=past)
    ledger.bring_back()
    Letter.objects.update(due_at=past)
    sweeping.sweep()
    sys.stdout.write(Letter.objects.get().state)


if __name__ == "__main__":
    main(sys.argv[1])
