"""When the sweeps were heard last: rows, for Redis may be away and web and worker far apart."""

from datetime import datetime, timedelta

from django.conf import settings
from django.db.models import Max

from mentorship.documents.formats.sandbox import network_is_closed
from mentorship.home.models import Heartbeat
from mentorship.toolbox.moments import now

CONVERTERS = "converters"
MISSED = 3  # sweeps, and a minute for one that takes long: then nobody does them
SLACK = timedelta(minutes=1)


def note_converters() -> None:
    """Keep that converters run here, and whether they are cut off from the network."""
    Heartbeat.objects.beat(CONVERTERS, without_network=network_is_closed())


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
    return [
        name
        for name, age in ages().items()
        if age is None or age > MISSED * timedelta(seconds=settings.SWEEPS[name]) + SLACK
    ]


def converters_are_without_network() -> bool:
    """What the workers that open files said last."""
    facts = Heartbeat.objects.filter(name=CONVERTERS).values_list("facts", flat=True).first()
    return bool(facts and facts.get("without_network"))


def last() -> float | None:
    """Seconds since any sweep ended; None when none ever did."""
    known = [age.total_seconds() for age in ages().values() if age is not None]
    return min(known, default=None)
