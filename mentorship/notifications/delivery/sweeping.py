"""What is due leaves: one letter that was rung for, or all there are."""

import time
from collections.abc import Iterator

from django.conf import settings

from mentorship.notifications import ceilings, forgetting, holding, kinds
from mentorship.notifications.delivery import gathering, ledger
from mentorship.notifications.delivery.flow import Flow

SWEEP_SECONDS = 15.0
A_WHILE = 0.25  # seconds of gathering, or of waiting, before connections are looked after
AT_A_TIME = 8  # letters claimed at once for each connection: an urgent one comes after these
URGENT = 5


def deliver(letter_id: int) -> None:
    """Send one letter if it is due, after those that somebody sits and waits for."""
    letters = ledger.claim_urgent(URGENT)
    if letter := ledger.claim(letter_id):
        letters.append(letter)
    Flow().put(letters)


def sweep() -> None:
    """Bring back what dead workers held; send what is due, and write the letters that notices wait for.

    Nothing leaves while mail is held. Stops after some seconds, or when the mail server cannot be
    reached: the next sweep goes on.
    """
    ledger.bring_back()
    ledger.erase_old_codes()
    ceilings.forget_old()
    forgetting.forget_old()
    if holding.since():
        return
    if settings.MAIL_LEAVES:
        _send_and_gather()
        return
    gathering.gather()
    ledger.keep_what_waits()


def _send_and_gather() -> None:
    """Both in turns, so that neither stands behind the other; what is urgent is gathered every time."""
    ends = time.monotonic() + SWEEP_SECONDS
    flow = Flow(settings.MAIL_CONNECTIONS)
    rest = gathering.one_by_one()
    is_written = False
    while flow.is_reached and time.monotonic() < ends:
        letters = ledger.claim_some(AT_A_TIME * settings.MAIL_CONNECTIONS)
        if not letters and is_written:
            break
        flow.put(letters)
        gathering.gather(kinds.urgent())
        is_written = is_written or _ends_within(rest, A_WHILE)
        while is_written and not flow.needs_more.is_set() and time.monotonic() < ends:
            gathering.gather(kinds.urgent())
            flow.wait(A_WHILE)
    flow.end()


def _ends_within(work: Iterator[None], seconds: float) -> bool:
    """Whether it came to its end when it was gone on with for so long."""
    ends = time.monotonic() + seconds
    while time.monotonic() < ends:
        try:
            next(work)
        except StopIteration:
            return True
    return False
