"""Bugs that trials have to catch: a harness that lets one pass proves nothing."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Value
from django.utils import timezone

from mentorship.documents.formats.manuscript import Manuscript, Unreadable
from mentorship.documents.opening import converting
from mentorship.documents.store import orphans
from mentorship.documents.store.pairing import Pair
from mentorship.notifications import kinds
from mentorship.notifications.delivery import gathering, ledger, post, sweeping
from mentorship.notifications.delivery.message import FrozenMessage
from mentorship.notifications.models import Letter, Notice
from mentorship.toolbox.refs import new_ref


@dataclass(frozen=True)
class Bug:
    """One bug: the trial that has to show it, and what plants it."""

    shows_in: str
    plant: Callable[[], None]


def _sweeper_off() -> None:
    sweeping.sweep = lambda: None


def _mark_before_send() -> None:
    begin = ledger.begin_data

    def ended(letters: Sequence[Letter]) -> set[int]:
        lost = begin(letters)
        ledger.end_sent(letters)
        return lost

    ledger.begin_data = ended


def _fresh_message_id() -> None:
    frozen = post.FrozenMessage

    def anew(letter: Letter) -> FrozenMessage:
        letter.message_id = f"<{new_ref()}@localhost>"
        return frozen(letter)

    vars(post)["FrozenMessage"] = anew


def _no_access_check() -> None:
    gathering.tellable = lambda _kind, notices: notices


def _lease_by_own_clock() -> None:
    vars(ledger)["Now"] = lambda: Value(timezone.now())


def _one_bad_row() -> None:
    one_by_one = gathering.one_by_one

    def without_bulkheads(of: Iterable[str] | None = None) -> Iterator[None]:
        for notice in Notice.objects.waiting_for_a_letter().select_related("event"):
            kinds.of(notice.event.kind)
        yield from one_by_one(of)

    gathering.one_by_one = without_bulkheads


def _orphans_of_another_database() -> None:
    orphans.pair = lambda: Pair.MATCHED
    orphans.are_too_many = lambda _orphans, of: False


def _killed_converter() -> None:
    prepare = converting.prepare_in_child

    def once(*words: Any, **how: Any) -> Manuscript:  # Any: as they come
        try:
            return prepare(*words, **how)
        except Exception as error:
            raise Unreadable("damaged") from error

    converting.prepare_in_child = once


BUGS = {
    "sweeper off": Bug("CP4", _sweeper_off),
    "mark before send": Bug("cut after the dot, not kept", _mark_before_send),
    "fresh Message-ID": Bug("kept, and cut", _fresh_message_id),
    "no access check at sending": Bug("access taken back", _no_access_check),
    "lease by the worker's clock": Bug("a worker's clock is ahead", _lease_by_own_clock),
    "one bad row stops a sweep": Bug("rows of a newer release", _one_bad_row),
    "orphans deleted by an empty database": Bug("another database", _orphans_of_another_database),
    "a killed converter refuses the upload": Bug("a converter killed", _killed_converter),
}
