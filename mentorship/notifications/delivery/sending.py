"""Letters leave through Django's mail setting: none is lost, and at most one copy too many.

SMTP cannot promise exactly one: between a message's last dot and the server's 250 nobody knows
(RFC 1047). So a second copy is byte for byte the same letter, and there is never a third.
"""

import logging
import secrets
import smtplib
import time
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from threading import Lock

from django.conf import settings
from django.db import connection

from mentorship.notifications import ceilings, forgetting, holding
from mentorship.notifications.delivery import gathering, ledger
from mentorship.notifications.delivery.ledger import LeaseLost, State
from mentorship.notifications.delivery.message import freeze
from mentorship.notifications.delivery.post import POST, Carrier
from mentorship.notifications.delivery.smtp_replies import Meaning, enhanced_code, meaning
from mentorship.notifications.models import Letter
from mentorship.toolbox.killpoints import killpoint
from mentorship.toolbox.moments import now

log = logging.getLogger(__name__)

PAUSES = (1, 5, 15, 60, 180)  # minutes; the last one again and again
GIVE_UP = timedelta(days=3)
SWEEP_SECONDS = 15.0
AT_A_TIME = 8  # letters that one connection is given at once: an urgent one comes after these
URGENT = 5


class Overtaken(Exception):  # noqa: N818 - it says what is the case
    """At the last moment: something in the letter may no longer be told."""


def sweep() -> None:
    """Bring back what dead workers held; send what is due, gather due notices, send what came of it.

    Nothing leaves while mail is held. Stops after some seconds, or when the mail server cannot be
    reached: the next sweep goes on.
    """
    ledger.bring_back()
    ledger.erase_old_codes()
    ceilings.forget_old()
    forgetting.forget_old()
    if holding.since():
        return
    if not settings.MAIL_LEAVES:
        gathering.gather()
        ledger.keep_what_waits()
        return
    if send_due():
        gathering.gather()
        send_due()


def deliver(letter_id: int) -> bool:
    """Send one letter if it is due, after those that somebody sits and waits for.

    False when the mail server could not be reached.
    """
    letters = ledger.claim_urgent(URGENT)
    if letter := ledger.claim(letter_id):
        letters.append(letter)
    return Round(letters).carry()


def send_due(within: float = SWEEP_SECONDS) -> bool:
    """Send what is due, over several connections; False when the mail server was out of reach."""
    ends = time.monotonic() + within
    while time.monotonic() < ends:
        letters = ledger.claim_some(AT_A_TIME * settings.MAIL_CONNECTIONS)
        if not letters:
            return True
        if not Round(letters).carry_all():
            return False
    return True


class Round:
    """Letters that were claimed together; each connection takes the next one when it is free."""

    def __init__(self, letters: Iterable[Letter]) -> None:
        self.letters = list(letters)[::-1]
        self.lock = Lock()
        self.claimed_at = time.monotonic()
        self.is_reached = True

    def carry_all(self) -> bool:
        """Send all, over as many connections as settings allow. False when the server is out of reach."""
        count = min(settings.MAIL_CONNECTIONS, len(self.letters))
        if count == 1:
            return self.carry()
        with ThreadPoolExecutor(count, thread_name_prefix="post") as threads:
            for done in [threads.submit(self._carry_in_a_thread) for _ in range(count)]:
                done.result()
        return self.is_reached

    def _carry_in_a_thread(self) -> None:
        try:
            self.carry()
        finally:
            connection.close()

    def carry(self) -> bool:
        """Send one after another while there are any. False when the server is out of reach."""
        with POST.carrier() as carrier:
            while letter := self._next():
                try:
                    self._try(letter, carrier)
                except LeaseLost:
                    log.warning("lease lost: letter %s", letter.ref)
                except Exception:  # one letter that cannot be made stops no other
                    log.exception("letter %s was not sent", letter.ref)
                    carrier.close()
                    _put_off(letter)
        return self.is_reached

    def _next(self) -> Letter | None:
        with self.lock:
            if not self.is_reached:
                ledger.give_back(self.letters)
                self.letters = []
            return self.letters.pop() if self.letters else None

    def _try(self, letter: Letter, carrier: Carrier) -> None:
        if time.monotonic() - self.claimed_at > settings.LEASE_MARGIN / 2:
            ledger.renew(letter, "connect", "mail", "rcpt")
        if reason := _too_late(letter):
            ledger.end(letter, State.UNCONFIRMED if letter.ambiguous else reason[0], reason[1])
            return
        try:
            carrier.open()
        except OSError as error:  # smtplib's own are OSErrors too
            self.is_reached = False
            _try_again(letter, Meaning.SOON, f"out of reach: {type(error).__name__}")
            log.warning("mail server out of reach: %s", type(error).__name__)
            return
        killpoint("connected")
        try:
            _send(letter, carrier)
        except Overtaken:
            self._set_aside(letter)

    def _set_aside(self, letter: Letter) -> None:
        """Replace a letter that never left; one that may have left is not sent again."""
        if letter.ambiguous:
            ledger.end(letter, State.UNCONFIRMED, "may no longer be told")
            return
        successor = gathering.replace(letter)
        if successor and (claimed := ledger.claim(successor.pk)):
            with self.lock:
                self.letters.append(claimed)


def _send(letter: Letter, carrier: Carrier) -> None:
    """Hand it over, and write down what became of it. Raises Overtaken and LeaseLost."""
    try:
        carrier.carry(
            letter, ready=lambda: _ready(letter), may_leave=lambda: ledger.begin_data(letter)
        )
    except (Overtaken, LeaseLost):
        raise
    except (OSError, smtplib.SMTPException) as error:
        _answer(letter, error)
    except Exception as error:
        if letter.state != State.IN_DATA:
            raise
        _answer(letter, error)
    else:
        ledger.end(letter, State.SENT)


def _ready(letter: Letter) -> None:
    """Let the letter say what holds now, and freeze it. Raises Overtaken and LeaseLost."""
    if not gathering.is_up_to_date(letter):
        raise Overtaken
    freeze(letter)
    killpoint("frozen")


def _too_late(letter: Letter) -> tuple[Letter.State, str] | None:
    if not letter.is_about_signing_in and letter.attempts == 1:
        return None
    age = now() - letter.written_at
    if letter.is_about_signing_in and age > ledger.CODES_LAST:
        return State.SUPPRESSED, "expired"
    if age > GIVE_UP and letter.attempts > 1:
        return State.FAILED, f"gave up: {letter.reason}"
    return None


def _put_off(letter: Letter) -> None:
    """Something of ours failed with this letter: it waits, and others go on."""
    try:
        _try_again(letter, Meaning.LATER, "could not be made")
    except LeaseLost:
        log.warning("lease lost: letter %s", letter.ref)


def _answer(letter: Letter, error: Exception) -> None:
    """Write down what a failed sending means."""
    code, text = _reply(error)
    detail = f"{code} {enhanced_code(text)}".strip()
    if not 400 <= code < 600:
        if letter.state == State.IN_DATA:
            ledger.put_in_doubt(letter, reason=f"no answer: {type(error).__name__}")
        else:
            _try_again(letter, Meaning.SOON, f"cut off: {type(error).__name__}")
        return
    means = Meaning.OURS if isinstance(error, smtplib.SMTPSenderRefused) else meaning(code, text)
    if means is Meaning.OURS:
        log.error("the mail server refuses us (%s): letter %s", detail, letter.ref)
    if means in {Meaning.BOUNCED, Meaning.REFUSED}:
        ledger.end(letter, State.FAILED, f"{means.value} {detail}")
    else:
        _try_again(letter, means, detail)


def _reply(error: Exception) -> tuple[int, str]:
    """The server's reply, or code 0 when there was none."""
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        code, text = next(iter(error.recipients.values()))
        return code, text.decode(errors="replace")
    if isinstance(error, smtplib.SMTPResponseException):
        said: bytes | str = error.smtp_error
        return error.smtp_code, said.decode(errors="replace") if isinstance(said, bytes) else said
    return 0, ""


def _try_again(letter: Letter, means: Meaning, reason: str) -> None:
    step = letter.attempts - 1 if means is Meaning.SOON else letter.attempts
    minutes = PAUSES[min(step, len(PAUSES) - 1)]
    ledger.put_back(letter, due_at=_after(minutes), reason=reason)


def _after(minutes: float) -> datetime:
    """That many minutes from now, give or take a fifth: a crowd must not come back all at once."""
    share = 0.8 + 0.4 * secrets.SystemRandom().random()
    return now() + timedelta(minutes=minutes * share)
