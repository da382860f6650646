"""Once, a seeker is reminded of a letter to an employer that has not left."""

from typing import Any

from mentorship.jobsearch.kinds import UNSENT_LETTER
from mentorship.jobsearch.models import EmployerLetter
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
            UNSENT_LETTER,
            _may_still_be_told,
            _letter,
            together=_each,
            topic=Topic.NEXT_STEPS,
        )
    )


def remind(letter: EmployerLetter) -> None:
    """Tell its owner, by letter alone."""
    tell(
        UNSENT_LETTER,
        thing=letter.thing,
        actor=None,
        people=[letter.pursuit.owner],
        channels=[Channel.LETTER],
    )


def _each(notice: Notice) -> object:
    return notice.event_id


def _letter_of(notice: Notice) -> EmployerLetter | None:
    """The letter it is about, while it still makes sense to send it and she has not."""
    ref = notice.event.thing.partition(":")[2]
    about = EmployerLetter.objects.select_related("document", "pursuit__owner")
    found = about.filter(document__ref=ref, sent_at=None).first()
    return found if found and found.is_timely else None


def _may_still_be_told(notice: Notice) -> bool:
    return _letter_of(notice) is not None


def _letter(notices: list[Notice]) -> dict[str, Any]:
    letter = _letter_of(notices[0])
    assert letter is not None  # noqa: S101 - it was asked whether it may be told
    page = addresses.to(letter.get_absolute_url())
    return {"pursuit": letter.pursuit, "is_thanks": letter.is_thanks, "page": page}
