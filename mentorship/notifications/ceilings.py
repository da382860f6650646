"""How many letters a day somebody outside can cause: to one mailbox, from one network, in all.

Counted in the database, so that it holds whatever else is away; by names that are hashed under a key
of the server, so that no address of the network is in a dump. What strangers ask for, without a
sign-in, counts apart from what goes on in rounds: neither uses up the other. And whoever asks from a
browser in which the address was proved before is not kept out by what others asked for it: that has a
share of its own. So to one mailbox go at most as many letters a day as these shares together.
"""

import hashlib
import hmac
import logging
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from django.conf import settings
from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.addresses import mailbox
from mentorship.notifications.models import Tally
from mentorship.toolbox.refused import Refused

log = logging.getLogger(__name__)

ALARM_SHARE = 0.8
SERVICE = "service"
A_FEW = 2  # letters that a network may ask for when others have asked for many


@dataclass(frozen=True, slots=True)
class Asker:
    """Who causes a letter, as far as that is known.

    network   from where it was asked; empty for nobody outside
    is_known  in this browser the address was proved before
    """

    network: str = ""
    is_known: bool = False


class TooMany(Refused):
    """No more such letters today."""

    def __init__(self) -> None:
        sentence = _("Too many emails were asked for today. Try again tomorrow.")
        super().__init__("too-many-letters", sentence, status=429)


@transaction.atomic
def ask(address: str, *, by: Asker) -> None:
    """Count a letter that somebody asks for without having signed in, before it is written.

    Raises TooMany when it must not be written. What was counted until then goes with the
    transaction of whoever calls.
    """
    name = mailbox(address)
    from_here = f"asked {name} from {by.network}"
    _require(from_here, settings.MAX_LETTERS_ASKED_FROM_ONE_PLACE)
    if by.is_known:
        _require(f"asked by its own {name}", settings.MAX_LETTERS_ASKED_KNOWN)
    elif not _add(f"asked {name}", 1, most=settings.MAX_LETTERS_ASKED):
        if _count(from_here) > A_FEW:
            raise TooMany
        _require(f"asked afresh {name}", settings.MAX_LETTERS_ASKED_AFRESH)
    _require_of_all(1, by=by)


@transaction.atomic
def invite(addresses: Iterable[str], *, by: Asker) -> None:
    """Count letters that somebody signed in has sent to people, before they are written.

    Raises TooMany as `ask`.
    """
    names = sorted(mailbox(address) for address in addresses)
    for name in names:
        _require(f"invited {name}", settings.MAX_INVITATIONS_PER_MAILBOX)
    _require_of_all(len(names), by=by)


@transaction.atomic
def may_try(what: str, *, by: Asker, most: int) -> bool:
    """Whether something secret may be guessed once more now, counted before anybody judges it.

    what  is guessed at; `most` tries from one network in each ten minutes of the clock
    """
    minutes = int(timezone.now().timestamp()) // 600
    return _add(f"tried {what} from {by.network} in {minutes}", 1, most=most)


def may_judge(secret: str, *, most: int) -> bool:
    """Whether one more guess at this secret, wherever it comes from, is compared with it; counted
    in one step, so that of many at once no more than `most` are.
    """
    return _add(f"judged {secret}", 1, most=most)


def may_try_password(address: str, *, by: Asker) -> bool:
    """Whether a password for this address is tried once more today, counted from wherever it comes.

    A browser in which the address was proved before is not kept out by what others tried, nor is a
    code by mail.
    """
    return by.is_known or may_judge(
        f"password of {mailbox(address)}", most=settings.MAX_PASSWORDS_TRIED
    )


def is_full(address: str) -> bool:
    """Whether this mailbox has got all the letters it gets in a day: what else is to tell waits."""
    return _count(f"all {mailbox(address)}") >= settings.MAX_LETTERS_PER_MAILBOX


def may_be_invited(address: str) -> bool:
    """Whether one more invitation may go there today, whoever sends it."""
    invited = _count(f"invited {mailbox(address)}")
    return invited < settings.MAX_INVITATIONS_PER_MAILBOX and not is_full(address)


def note_written(address: str) -> None:
    """Count a letter of any kind that was written, but for what was asked for: `ask` counts that."""
    _add(f"all {mailbox(address)}", 1)


def sent_today() -> int:
    """How many letters people outside have caused today."""
    return _count(SERVICE)


def is_well() -> bool:
    """Whether it is far from the most that the service sends in a day."""
    return sent_today() < settings.MAX_LETTERS_A_DAY * ALARM_SHARE


def forget_old() -> None:
    """Counts of days that are over count nothing."""
    Tally.objects.filter(day__lt=_today() - timedelta(days=1)).delete()


def _require_of_all(letters: int, *, by: Asker) -> None:
    """The network first, so that one that may not go on costs the service nothing."""
    if by.network:
        _require(f"from {by.network}", settings.MAX_LETTERS_PER_NETWORK, letters)
    before = sent_today()
    alarm = int(settings.MAX_LETTERS_A_DAY * ALARM_SHARE)
    if before < alarm <= before + letters:
        log.error("%s letters a day are near: %s were asked for", settings.MAX_LETTERS_A_DAY, alarm)
    if by.is_known:
        _add(SERVICE, letters)
    else:
        _require(SERVICE, settings.MAX_LETTERS_A_DAY, letters)


def _require(name: str, most: int, more: int = 1) -> None:
    if not _add(name, more, most=most):
        raise TooMany


def _add(name: str, more: int, *, most: int = 2**31 - 1) -> bool:
    """Count up in one step, unless it would be more than `most`: two at once are both counted."""
    which = {"day": _today(), "name": _hidden(name)}
    if more > most:
        return False
    full = Tally.objects.filter(**which)
    room = full.filter(count__lte=most - more)
    if room.update(count=F("count") + more):
        return True
    if full.exists():
        return False
    Tally.objects.bulk_create([Tally(**which)], ignore_conflicts=True)
    return bool(room.update(count=F("count") + more))


def _count(name: str) -> int:
    found = Tally.objects.filter(day=_today(), name=_hidden(name))
    return found.values_list("count", flat=True).first() or 0


def _hidden(name: str) -> str:
    key = b"tallies\0" + settings.SECRET_KEY.encode()
    return hmac.new(key, name.encode(), hashlib.sha256).hexdigest()[:32]


def _today() -> date:
    return timezone.now().date()
