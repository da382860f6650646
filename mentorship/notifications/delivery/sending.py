"""Letters leave through Django's mail setting: none is lost, and at most one copy too many.

SMTP cannot promise exactly one: between a message's last dot and the server's 250 nobody knows
(RFC 1047). So a second copy is byte for byte the same letter, and there is never a third.
"""

import contextlib
import logging
import secrets
import smtplib
import time
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.core.mail import get_connection
from django.utils import timezone

from mentorship.notifications import ceilings, forgetting, holding
from mentorship.notifications.delivery import gathering, ledger
from mentorship.notifications.delivery.ledger import LeaseLost, State
from mentorship.notifications.delivery.message import FrozenMessage, freeze
from mentorship.notifications.delivery.smtp_replies import Meaning, enhanced_code, meaning
from mentorship.notifications.models import Letter

log = logging.getLogger(__name__)

PAUSES = (1, 5, 15, 60, 180)  # minutes; the last one again and again
GIVE_UP = timedelta(days=3)
SWEEP_SECONDS = 15.0


def sweep() -> None:
    """Bring back what dead workers held; unless mail is held, gather due notices, send what is due.

    Stops after 15 seconds, or when the mail server cannot be reached: the next sweep goes on.
    """
    ledger.bring_back()
    ledger.erase_old_codes()
    ceilings.forget_old()
    forgetting.forget_old()
    if holding.since():
        return
    gathering.gather()
    if not settings.MAIL_LEAVES:
        ledger.keep_what_waits()
        return
    end = time.monotonic() + SWEEP_SECONDS
    for letter_id in ledger.due():
        if not deliver(letter_id) or time.monotonic() > end:
            break


def deliver(letter_id: int) -> bool:
    """Send one letter if it is due. False when the mail server could not be reached."""
    letter = ledger.claim(letter_id)
    if letter is None:
        return True
    try:
        return _hand_over(letter)
    except LeaseLost:
        log.warning("lease lost: letter %s", letter.ref)
        return True


def _hand_over(letter: Letter) -> bool:
    if reason := _too_late(letter):
        ledger.end(letter, State.UNCONFIRMED if letter.ambiguous else reason[0], reason[1])
        return True
    freeze(letter)
    server = get_connection()
    try:
        server.open()
    except OSError as error:  # smtplib's own are OSErrors too
        _try_again(letter, Meaning.SOON, f"out of reach: {type(error).__name__}")
        log.warning("mail server out of reach: %s", type(error).__name__)
        return False
    try:
        _send(letter, server)
    finally:
        with contextlib.suppress(OSError):
            server.close()
    return True


def _too_late(letter: Letter) -> tuple[Letter.State, str] | None:
    age = timezone.now() - letter.written_at
    if letter.is_about_signing_in and age > ledger.CODES_LAST:
        return State.SUPPRESSED, "expired"
    if age > GIVE_UP and letter.attempts > 1:
        return State.FAILED, f"gave up: {letter.reason}"[:120]
    return None


def _send(letter: Letter, server: Any) -> None:
    if gathering.is_overtaken(letter):
        _set_aside(letter)
        return
    _call_before_data(server, lambda: ledger.begin_data(letter))
    try:
        server.send_messages([FrozenMessage(letter)])
    except LeaseLost:
        raise
    except Exception as error:  # noqa: BLE001 - a provider's backend raises what it likes
        _answer(letter, error)
    else:
        ledger.end(letter, State.SENT)


def _set_aside(letter: Letter) -> None:
    """Replace a letter that never left; one that may have left is not sent again."""
    if letter.ambiguous:
        ledger.end(letter, State.UNCONFIRMED, "may no longer be told")
        return
    successor = gathering.replace(letter)
    if successor:
        deliver(successor.pk)


def _call_before_data(server: Any, begin: Callable[[], None]) -> None:
    """Have `begin` called at the last moment before the letter's bytes may leave.

    With SMTP that is the DATA command: a server that drops us before it has certainly no copy. Other
    backends have no such moment, and begin at once.
    """
    smtp = getattr(server, "connection", None)
    if not isinstance(smtp, smtplib.SMTP):
        begin()
        return
    data = smtp.data

    def data_after_begin(message: bytes | str) -> tuple[int, bytes]:
        begin()
        return data(message)

    smtp.data = data_after_begin  # type: ignore[assignment]  # of this one connection


def _answer(letter: Letter, error: Exception) -> None:
    """Write down what a failed sending means."""
    code, text = _reply(error)
    detail = f"{code} {enhanced_code(text)}".strip()
    if not 400 <= code < 600:
        if letter.state == State.IN_DATA:
            ledger.put_in_doubt(
                letter, due_at=_after(1), reason=f"no answer: {type(error).__name__}"
            )
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
    return timezone.now() + timedelta(minutes=minutes * share)
