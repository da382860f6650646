"""Words of stored letters that are to go: what they were about is deleted, or they are old enough."""

from collections.abc import Iterable
from datetime import timedelta
from typing import Any

from django.conf import settings
from django.db.models import Q, QuerySet

from mentorship.notifications.models import Letter, Notice
from mentorship.toolbox.clock.moments import Now

State = Letter.State
ENDED = [
    *(State.SENT, State.UNCONFIRMED, State.KEPT),
    *(State.REPLACED, State.SUPPRESSED, State.FAILED),
]
AT_ONCE = 1000
UNSENT = [State.WAITING, State.CLAIMED]
IN_HAND = ("pk", "state", "nonce", "ambiguous")
STOPPED = {"state": State.SUPPRESSED, "reason": "deleted", "lease": "", "lease_until": None}
NO_WORDS: dict[str, Any] = {"subject": "", "text": "", "html": "", "headers": {}}


def forget(things: Iterable[str]) -> None:
    """Erase every letter that tells of one of these things, or of a part or state of one.

    One that has not left does not leave: whoever has it in hand finds its lease gone. That it was
    written, to whom and when, stays.

    things  as events name them: "comment:k3f9w2m8tq4x", "document:k3f9w2m8tq4x"
    """
    told = _telling_of(things)
    told.exclude(state__in=ENDED).update(ended_at=Now(), **STOPPED)
    told.update(**NO_WORDS)


def reword(things: Iterable[str]) -> None:
    """Erase the words of the same letters, of which some may still be told.

    One that has not left waits, and says what holds when it leaves (see `delivery.gathering`): whoever
    has it in hand finds its lease gone. One that may have left does not leave a second time, for a
    second copy would be another letter.
    """
    told = _telling_of(things)
    held = list(told.select_for_update(of=("self",)).order_by("pk").values_list(*IN_HAND))
    unsent = {
        pk for pk, state, nonce, ambiguous in held if state in UNSENT and nonce and not ambiguous
    }
    rest = told.exclude(pk__in=unsent)
    rest.exclude(state__in=ENDED).update(ended_at=Now(), **STOPPED)
    rest.update(**NO_WORDS)
    told.filter(pk__in=unsent).update(
        state=State.WAITING, lease="", lease_until=None, subject="", text="", html=""
    )


def _telling_of(things: Iterable[str]) -> QuerySet[Letter]:
    named = sorted(set(things))
    about = Q(event__thing__in=named)
    for name in named:
        if not name.startswith("comment:"):  # which have no parts, and may be many
            about |= Q(event__thing__startswith=f"{name}/")
    notices = Notice.objects.filter(about).exclude(letter=None)
    return Letter.objects.filter(pk__in=notices.values("letter"))


def forget_old() -> None:
    """Erase the words of letters that ended longer ago than letters are kept."""
    long_ago = Now() - timedelta(days=settings.KEEP_LETTERS_DAYS)
    old = Letter.objects.filter(state__in=ENDED, ended_at__lt=long_ago).exclude(
        text="", html="", subject=""
    )
    some = list(old.order_by("ended_at").values_list("pk", flat=True)[:AT_ONCE])
    Letter.objects.filter(pk__in=some).update(**NO_WORDS)
