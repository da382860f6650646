"""Workers, to be killed: `python -m tests.notifications.dying` makes one for each line that it reads.

`write` writes the only letter; whatever else brings back what dead workers held, and sends what there
is, and its answer is the letter's state. A line of JSON says how the worker ended, and its answer.
They are made as Celery makes its own: a process that has everything ready, and no connection, forks.
"""

import json
import os
import sys

import django

django.setup()

from django.utils import timezone  # noqa: E402 - after Django is set up

from mentorship.notifications.delivery import ledger, sweeping  # noqa: E402 - the same
from mentorship.notifications.delivery.composing import compose  # noqa: E402 - the same
from mentorship.notifications.models import Letter  # noqa: E402 - the same


def work(order: str) -> str:
    """What the line asks for. All leases are over by then, and nothing waits for its time."""
    if order == "write":
        Letter.objects.all().delete()
        kind = "notifications.password_changed"
        compose(kind, address="ada@example.org", person=None, context={})
        return ""
    past = timezone.now().replace(year=2020)
    Letter.objects.exclude(lease="").update(lease_until=past)
    ledger.bring_back()
    Letter.objects.update(due_at=past)
    sweeping.sweep()
    return str(Letter.objects.get().state)


def worker(order: str) -> tuple[int, str]:
    """How one ended, and its answer if it lived."""
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        code = 1
        try:
            os.write(writing, work(order).encode())
            code = 0
        finally:
            os._exit(code)  # after what a failure prints
    os.close(writing)
    with os.fdopen(reading) as answer:
        said = answer.read()
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), said


def main() -> None:
    """One after another, until there are no more orders."""
    for line in sys.stdin:
        sys.stdout.write(json.dumps(worker(line.strip())) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
