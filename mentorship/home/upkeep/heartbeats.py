"""When the sweeps were heard last: rows, for Redis may be away and web and worker far apart."""

import socket
from datetime import datetime, timedelta

from django.conf import settings
from django.db.models import Max

from mentorship.documents.formats.sandbox import network_is_closed
from mentorship.home.models import MAX_NAME, Heartbeat
from mentorship.toolbox.clock.moments import Now, now

CONVERTERS = "converters@"  # and the name of their machine
MISSED = 3  # sweeps, and a minute for one that takes long: then nobody does them
SLACK = timedelta(minutes=1)
FORGOTTEN = timedelta(days=1)  # a machine that is gone


def note_converters() -> None:
    """Keep that converters run here, and whether they are cut off from the network."""
    name = f"{CONVERTERS}{socket.gethostname()}"[:MAX_NAME]
    Heartbeat.objects.beat(name, without_network=network_is_closed())
    gone = Heartbeat.objects.filter(name__startswith=CONVERTERS, at__lt=Now() - FORGOTTEN)
    gone.delete()


def newest() -> datetime | None:
    """When anything was heard last, if ever, by the database's clock."""
    found: datetime | None = Heartbeat.objects.aggregate(last=Max("at"))["last"]
    return found


def ages() -> dict[str, timedelta | None]:
    """How long ago each sweep ended last, by the database's clock; None for one that never did."""
    heard, right_now = dict(Heartbeat.objects.values_list("name", "at")), now()
    return {name: right_now - heard[name] if name in heard else None for name in settings.SWEEPS}


def silent() -> list[str]:
    """The sweeps that nobody does."""
    return [name for name, age in ages().items() if age is None or age > _patience(name)]


def _patience(name: str) -> timedelta:
    return MISSED * timedelta(seconds=settings.SWEEPS[name]) + SLACK


def converters() -> dict[str, bool]:
    """The machines that open files and were heard lately: whether without network, as each said last."""
    lately = Now() - _patience("home.heartbeat")
    heard = Heartbeat.objects.filter(name__startswith=CONVERTERS, at__gt=lately)
    return {
        name.removeprefix(CONVERTERS): bool(facts.get("without_network"))
        for name, facts in heard.order_by("name").values_list("name", "facts")
    }


def last() -> float | None:
    """Seconds since any sweep ended; None when none ever did."""
    known = [age.total_seconds() for age in ages().values() if age is not None]
    return min(known, default=None)
