"""What goes wrong in a trial."""

import contextlib
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass

from tests.faults.rig import Rig
from tests.faults.story import Story


class NotReached(Exception):  # noqa: N818 - it says what is the case
    """No process came to the kill point; the trial says nothing."""


@dataclass(frozen=True)
class Happening:
    """One thing that goes wrong.

    during   begins it; ends it once it has done what it can do, with the story told in between
    tells    what people do
    refuses  the addresses that the mail server refuses for good
    has_copies  whether a second copy of a letter may come of it
    takes_all   it takes the database away from everybody on the same server
    """

    name: str
    during: Callable[[Rig, Story], AbstractContextManager[None]]
    tells: Callable[[Story], None] = Story.tell
    refuses: Callable[[Story], set[str]] = lambda _story: set()
    has_copies: bool = True
    takes_all: bool = False


@contextlib.contextmanager
def nothing(_rig: Rig, _story: Story) -> Iterator[None]:
    yield
