"""What is due leaves: one letter that was rung for, or all there are."""

import time
from collections.abc import Iterator

from django.conf import settings

from mentorship.notifications import ceilings, forgetting, holding, kinds
from mentorship.notifications.delivery import gathering, ledger
from mentorship.notifications.delivery.flow import Flow
from mentorship.notifications.models import Letter

SWEEP_SECONDS = 15.0
A_WHILE = 0.25  # seconds of gathering before connections are looked after
AT_A_TIME = 16  # letters claimed at once for each connection; urgent ones overtake them
URGENT = 5
LOOKED_UP = 8  # times as many letters as are claimed at once have their turn worked out
LOOK_SECONDS = 5.0  # at most until whoever has a first letter by now comes before others' second


def deliver(letter_id: int) -> None:
    """Send one letter if it is due, after those that somebody sits and waits for."""
    letters = ledger.claim_urgent(URGENT)
    if letter := ledger.claim(letter_id):
        letters.append(letter)
    with Flow() as flow:
        flow.put(letters)


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
    """Both in turns, so that neither stands behind the other; what is urgent is looked for every time."""
    with Flow(settings.MAIL_CONNECTIONS) as flow:
        _in_turns(flow)


def _in_turns(flow: Flow) -> None:
    ends = time.monotonic() + SWEEP_SECONDS
    turns, rest = Turns(), gathering.one_by_one()
    is_written = False
    while flow.goes_on and time.monotonic() < ends:
        gathering.gather(kinds.urgent())
        letters = ledger.claim_urgent(URGENT)
        needs_more = flow.needs_more.is_set()
        if needs_more:
            letters += turns.claim(AT_A_TIME * settings.MAIL_CONNECTIONS)
        if needs_more and is_written and not letters:
            break
        flow.put(letters)
        is_written = is_written or _ends_within(rest, A_WHILE)
        flow.wait()


class Turns:
    """Whose letter is next, looked up for a while: asked anew for every few it would cost the most."""

    def __init__(self) -> None:
        self.ids: list[int] = []
        self.until = 0.0

    def claim(self, count: int) -> list[Letter]:
        """Up to so many letters that are due, leased to the caller."""
        if not self.ids or time.monotonic() > self.until:
            self.ids = ledger.in_turns(LOOKED_UP * count)
            self.until = time.monotonic() + LOOK_SECONDS
        letters: list[Letter] = []
        while self.ids and not letters:  # others may have claimed the first
            some, self.ids = self.ids[:count], self.ids[count:]
            letters = ledger.lease(some, count)
        return letters


def _ends_within(work: Iterator[None], seconds: float) -> bool:
    """Whether it came to its end when it was gone on with for so long."""
    ends = time.monotonic() + seconds
    while time.monotonic() < ends:
        try:
            next(work)
        except StopIteration:
            return True
    return False
