"""On the morning of the day it was planned for, a seeker is reminded of her next step."""

from typing import Any

from mentorship.jobsearch.kinds import NEXT_STEP
from mentorship.jobsearch.models import Pursuit
from mentorship.notifications import kinds
from mentorship.notifications import links as addresses
from mentorship.notifications.kinds import Kind
from mentorship.notifications.models import Notice
from mentorship.notifications.notices import Channel, tell
from mentorship.notifications.topics import Topic


def register() -> None:
    """Make the kind known."""
    kinds.register(
        Kind(
            NEXT_STEP,
            _may_still_be_told,
            _letter,
            together=_each,
            topic=Topic.NEXT_STEPS,
        )
    )


def remind(pursuit: Pursuit) -> None:
    """Tell its owner of the step of this day; by letter alone, the desk shows it anyway."""
    tell(
        NEXT_STEP,
        thing=f"{pursuit.thing}/{pursuit.next_on}",
        actor=None,
        people=[pursuit.owner],
        channels=[Channel.LETTER],
    )


def _each(notice: Notice) -> object:
    return notice.event_id


def _pursuit_of(notice: Notice) -> Pursuit | None:
    """The pursuit it is about, while it goes on and its step is still planned for that day."""
    ref, _slash, day = notice.event.thing.partition(":")[2].partition("/")
    found = Pursuit.objects.under_way().without_posting().filter(ref=ref).first()
    return found if found and str(found.next_on) == day else None


def _may_still_be_told(notice: Notice) -> bool:
    return _pursuit_of(notice) is not None


def _letter(notices: list[Notice]) -> dict[str, Any]:
    pursuit = _pursuit_of(notices[0])
    assert pursuit is not None  # noqa: S101 - it was asked whether it may be told
    return {"pursuit": pursuit, "page": addresses.to(pursuit.get_absolute_url())}
