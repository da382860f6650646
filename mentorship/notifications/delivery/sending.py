"""Letters leave through Django's mail setting: none is lost, and at most one copy too many.

SMTP cannot promise exactly one: between a message's last dot and the server's 250 nobody knows
(RFC 1047). So a second copy is byte for byte the same letter, and there is never a third.
"""

import logging
import secrets
import smtplib
from datetime import datetime, timedelta

from django.conf import settings

from mentorship.notifications import bounces
from mentorship.notifications.delivery import gathering, ledger, writing
from mentorship.notifications.delivery.bookkeeping import Book
from mentorship.notifications.delivery.ledger import LeaseLost, State
from mentorship.notifications.delivery.post import Carrier
from mentorship.notifications.delivery.smtp_replies import Meaning, enhanced_code, meaning
from mentorship.notifications.models import Letter
from mentorship.toolbox.clock.moments import now
from mentorship.toolbox.work.killpoints import killpoint

log = logging.getLogger(__name__)

# Refusals, each a pause after the one before. Counted, and not by the clock: while the mail server is
# away or does not let us in, nobody has said anything about the letter.
MAX_REFUSALS = 28  # three days, with the pauses that are set if nobody sets others
MAX_TURNED_AWAY = 5  # four hours: who runs the service had time to mend what is ours
ABOUT_THE_LETTER = {Meaning.SOON, Meaning.LATER, Meaning.POLICY}


class Overtaken(Exception):  # noqa: N818 - it says what is the case
    """At the last moment: something in the letter may no longer be told."""


class OutOfReach(Exception):  # noqa: N818 - it says what is the case
    """There is no connection to the mail server, and none could be made."""


def send(letter: Letter, carrier: Carrier, book: Book) -> Letter | None:
    """Send a claimed letter; what becomes of it is in its row. A claimed one to send instead, if any.

    Raises OutOfReach when the mail server was not there, and LeaseLost. After anything else the
    letter is to be put off.
    """
    if letter.is_about_signing_in and now() - letter.written_at > ledger.CODES_LAST:
        _end_without_leaving(letter, State.SUPPRESSED, "expired")
        return None
    if bounces.keep_back(letter):
        _end_without_leaving(letter, State.FAILED, bounces.BEFORE)
        return None
    try:
        carrier.open()
    except OSError as error:  # smtplib's own are OSErrors too
        _try_again(letter, Meaning.SOON, f"out of reach: {type(error).__name__}")
        log.warning("mail server out of reach: %s", type(error).__name__)
        raise OutOfReach from error
    killpoint("connected")
    try:
        _send(letter, carrier, book)
    except Overtaken:
        return _set_aside(letter)
    return None


def put_off(letter: Letter) -> None:
    """Something of ours failed with this letter: it waits, and others go on.

    One that may have left is in doubt when its lease ends.
    """
    writing.connect_anew()  # that may be what failed
    if letter.may_have_left:
        log.warning("nobody knows whether letter %s has left", letter.ref)
        return
    try:
        _try_again(letter, Meaning.LATER, "could not be made")
    except LeaseLost:
        log.warning("lease lost: letter %s", letter.ref)


def _set_aside(letter: Letter) -> Letter | None:
    """Replace a letter that never left; one that may have left is not sent again."""
    if letter.ambiguous:
        ledger.end(letter, State.UNCONFIRMED, "may no longer be told")
        return None
    successor = gathering.replace(letter)
    return ledger.claim(successor.pk) if successor else None


def _send(letter: Letter, carrier: Carrier, book: Book) -> None:
    """Hand it over, and write down what became of it. Raises Overtaken and LeaseLost."""
    try:
        carrier.carry(
            letter, ready=lambda: _ready(letter), may_leave=lambda: book.begin_data(letter)
        )
    except (Overtaken, LeaseLost):
        raise
    except (OSError, smtplib.SMTPException) as error:
        _answered(letter, error)
    except Exception as error:
        if not letter.may_have_left:
            raise
        _answered(letter, error)
    else:
        book.sent(letter)


def _ready(letter: Letter) -> None:
    """Let the letter say what holds now. Raises Overtaken and LeaseLost."""
    if not gathering.is_up_to_date(letter):
        raise Overtaken
    ledger.hold(letter, "data", "block")
    killpoint("ready")


def _end_without_leaving(letter: Letter, state: Letter.State, reason: str) -> None:
    """Not tried any more; whether it left is not known if it was in doubt before."""
    ledger.end(letter, State.UNCONFIRMED if letter.ambiguous else state, reason)


def _answered(letter: Letter, error: Exception) -> None:
    writing.surely(lambda: _answer(letter, error))


def _answer(letter: Letter, error: Exception) -> None:
    """Write down what a failed sending means."""
    code, text = _reply(error)
    detail = f"{code} {enhanced_code(text)}".strip()
    if not 400 <= code < 600:
        if letter.may_have_left:
            ledger.put_in_doubt(letter, reason=f"no answer: {type(error).__name__}")
        else:
            _try_again(letter, Meaning.SOON, f"cut off: {type(error).__name__}")
        return
    means = Meaning.OURS if isinstance(error, smtplib.SMTPSenderRefused) else meaning(code, text)
    if means in {Meaning.OURS, Meaning.POLICY}:
        log.error("the mail server refuses us (%s): letter %s", detail, letter.ref)
    refusals = letter.refusals + (means in ABOUT_THE_LETTER)
    if means in {Meaning.BOUNCED, Meaning.REFUSED} or (
        means is Meaning.POLICY and refusals >= MAX_TURNED_AWAY
    ):
        ledger.end(letter, State.FAILED, f"{means.value} {detail}")
    elif means in ABOUT_THE_LETTER and refusals >= MAX_REFUSALS:
        _end_without_leaving(letter, State.FAILED, f"gave up: {detail}")
    elif means in ABOUT_THE_LETTER:
        _try_again(letter, means, detail, tries=refusals, refusals=refusals)
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


def _try_again(
    letter: Letter, means: Meaning, reason: str, *, tries: int = 0, **columns: int
) -> None:
    """Let it wait, the longer the more it was tried."""
    tries = tries or letter.attempts
    step = tries - 1 if means in {Meaning.SOON, Meaning.UNWELL} else tries
    pauses = settings.SENDING_PAUSES
    seconds = pauses[min(step, len(pauses) - 1)]
    ledger.put_back(letter, due_at=_after(seconds), reason=reason, **columns)


def _after(seconds: float) -> datetime:
    """That many seconds from now, give or take a fifth: a crowd must not come back all at once."""
    share = 0.8 + 0.4 * secrets.SystemRandom().random()
    return now() + timedelta(seconds=seconds * share)
