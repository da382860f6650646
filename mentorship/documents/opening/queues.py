"""The queues of files that wait to be opened: one for each kind of row that has a file."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from django.db.models import Q, QuerySet

from accounts.models import User
from mentorship.documents.models import Opened
from mentorship.documents.models.opened import most_tries
from mentorship.toolbox.clock.moments import Now

Row = TypeVar("Row", bound=Opened)


@dataclass(frozen=True, slots=True)
class Queue(Generic[Row]):
    """Rows of one kind, each with a file, and what is done with it.

    unfinished    those that no worker has finished
    owner         the path from a row to whom it belongs
    had           what tells which of hers are open now, or were within ten minutes: rows, by the path
                  from them to whom they belong
    called        how whoever runs the service finds a row
    open          make of the file what is wanted, and keep it; raises Unreadable for what the
                  converters say of it
    does_without  whether a row whose file is refused is kept all the same, with what is there
    claimed       columns of a row that a worker takes
    freed         columns of a row that waits again
    """

    unfinished: Callable[[], QuerySet[Row]]
    owner: str
    had: Mapping[str, Callable[[], QuerySet[Any]]]  # Any: of the models that say it
    called: Callable[[Row], str]
    open: Callable[[Row], None]
    does_without: Callable[[Row], bool] = lambda _row: False
    claimed: Mapping[str, object] = field(default_factory=dict)
    freed: Mapping[str, object] = field(default_factory=dict)

    def waiting(self) -> QuerySet[Row]:
        """To be opened, now or later: what has been tried too often is not, until it is started again."""
        return self.unfinished().exclude(_given_up())

    def due(self) -> QuerySet[Row]:
        """To be opened now: never begun, failed, or left by a worker that died."""
        return self.unfinished().filter(attempts__lt=most_tries(), due_at__lte=Now())

    def left_at_last(self) -> QuerySet[Row]:
        """Those whose worker died at the last try."""
        last = self.unfinished().filter(attempts__gte=most_tries(), due_at__lte=Now())
        return last.exclude(lease="")

    def given_up(self) -> QuerySet[Row]:
        """Those that are tried no more: see `Opened.is_given_up`."""
        return self.unfinished().filter(_given_up())

    def in_trouble(self) -> QuerySet[Row]:
        """Those that wait for us to mend something; under way for the first time they do not."""
        return self.unfinished().filter(~Q(trouble="") | _given_up())


def _given_up() -> Q:
    return Q(attempts__gte=most_tries(), lease="")


QUEUES: list[Queue[Any]] = []  # Any: of every kind


def register(queue: Queue[Any]) -> None:
    """Let the files of this queue be counted with all others."""
    QUEUES.append(queue)


def waiting_of(owner: User) -> int:
    """How many files of hers are still to be opened, in all queues."""
    return sum(one.waiting().filter(**{one.owner: owner}).count() for one in QUEUES)
