"""What several connections have to write about their letters, written for all of them at once.

Each letter is marked before its last dot, and marked as sent after the mail server has taken it: two
statements and two commits, each longer than the conversation itself. Whoever comes while another is
writing waits for that, and the next to write writes for all who wait.

Of what one connection sends, one letter at most is unmarked: the one that was taken last is marked
with the next one at the latest. So a process that dies leaves no more in doubt than it has connections.
"""

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass
from threading import Lock
from typing import TypeVar

from mentorship.notifications.delivery import ledger, writing
from mentorship.notifications.delivery.ledger import LeaseLost, State
from mentorship.notifications.models import Letter

T = TypeVar("T")


@dataclass(slots=True)
class Beginning:
    """A letter whose last dot waits for its mark."""

    letter: Letter
    is_marked: bool = False
    is_lost: bool = False


class Book:
    """What is to be written about the letters of one flow.

    is_prompt  nobody will come soon: write at once that a letter was taken
    """

    def __init__(self, *, is_prompt: bool) -> None:
        self.is_prompt = is_prompt
        self.beginnings: deque[Beginning] = deque()
        self.taken: deque[Letter] = deque()
        self.lock = Lock()

    def begin_data(self, letter: Letter) -> None:
        """Return once the letter is marked, and what was taken before it. Raises LeaseLost."""
        own = Beginning(letter)
        self.beginnings.append(own)
        with self.lock:
            if not own.is_marked:
                self._write(own)
        if own.is_lost:
            raise LeaseLost

    def sent(self, letter: Letter) -> None:
        """The mail server has it: its row will say so soon."""
        if not ledger.is_done_once_sent(letter):
            writing.surely(lambda: ledger.end(letter, State.SENT))
            return
        self.taken.append(letter)
        if self.is_prompt:
            self.settle()

    def settle(self) -> None:
        """Write which letters were taken."""
        with self.lock:
            self._settle()

    def _write(self, own: Beginning) -> None:
        """For all who wait. When it fails the others write for themselves."""
        self._settle()
        beginnings = _all_of(self.beginnings)
        try:
            lost = writing.surely(lambda: ledger.begin_data([one.letter for one in beginnings]))
        except BaseException:
            self.beginnings.extend(one for one in beginnings if one is not own)
            raise
        for one in beginnings:
            one.is_lost = one.letter.pk in lost
            one.is_marked = True

    def _settle(self) -> None:
        taken = _all_of(self.taken)
        if not taken:
            return
        try:
            writing.surely(lambda: ledger.end_sent(taken))
        except BaseException:
            self.taken.extend(taken)
            raise


def _all_of(waiting: deque[T]) -> Sequence[T]:
    """Those that wait now, taken out."""
    return [waiting.popleft() for _ in range(len(waiting))]
