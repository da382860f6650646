"""Letters on their way to the mail server: several at a time, and a slow one holds up no other."""

import itertools
import logging
import mmap
import time
from collections.abc import Callable, Iterable
from queue import Empty, PriorityQueue
from threading import Event, Thread
from typing import Self

from celery.signals import worker_process_shutdown, worker_shutdown, worker_shutting_down
from django.conf import settings
from django.db import Error, connection

from mentorship.notifications.delivery import ledger, sending, writing
from mentorship.notifications.delivery.bookkeeping import Book
from mentorship.notifications.delivery.ledger import LeaseLost
from mentorship.notifications.delivery.post import POST, Carrier
from mentorship.notifications.models import Letter

log = logging.getLogger(__name__)

LEAVE_AFTER = 20.0  # seconds; whoever then still waits for a slow mail server does so alone
MAX_LEFT = 4  # times as many threads as connections may be left waiting in one process
SETTLE_SECONDS = 0.25  # at most until a row says that its letter was taken
LOW = 2  # letters left for each connection: more are claimed before they have nothing to do
URGENT, OTHER, END = range(3)

# Whether the worker is ending. Its processes are forked and share this byte: only the first is told.
ENDING = mmap.mmap(-1, 1)


@worker_shutting_down.connect
def begin_no_other(**_facts: object) -> None:
    """The worker was asked to end: what is on its way is answered for, and the rest waits as before."""
    ENDING[0] = 1


def is_ending() -> bool:
    """Whether this worker begins no other letter."""
    return ENDING[0] == 1


@worker_shutdown.connect
@worker_process_shutdown.connect
def wait_for_answers(**_facts: object) -> None:
    """Before a process ends, as long as a server may think, or whoever ends it has patience.

    A letter without its answer is in doubt for an hour.
    """
    deadline = time.monotonic() + settings.SMTP_SECONDS["end"]
    for thread in Flow.running():
        thread.join(max(0.0, deadline - time.monotonic()))


class Flow:
    """Letters that were claimed, and the connections that take one after another of them.

    As a context it ends with its block, however that ends: see `end`.

    connections  with one, letters are sent where they are put in; with more, in threads of their own
    """

    begun: "list[Thread]" = []  # all of this process

    def __init__(self, connections: int = 1) -> None:
        Flow.begun = Flow.running()
        room = MAX_LEFT * connections - len(Flow.begun)
        self.letters: PriorityQueue[tuple[int, int, Letter | None]] = PriorityQueue()
        self.numbers = itertools.count()
        self.book = Book(is_prompt=connections == 1)
        self.is_reached = connections == 1 or room > 0
        self.needs_more = Event()
        self.needs_more.set()
        self.threads = [
            Thread(target=self._carry_in_a_thread, name="post", daemon=True)
            for _ in range(min(connections, room) if connections > 1 else 0)
        ]
        Flow.begun += self.threads
        for thread in self.threads:
            thread.start()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, *_error: object) -> None:
        if kind:
            writing.connect_anew()  # that may be what failed
        self.end()

    @classmethod
    def running(cls) -> list[Thread]:
        """Connections of this process at work, and those that still wait for slow mail servers."""
        return [thread for thread in cls.begun if thread.is_alive()]

    @property
    def goes_on(self) -> bool:
        """Whether other letters may be begun."""
        return self.is_reached and not is_ending()

    def put(self, letters: Iterable[Letter]) -> None:
        """Have these sent, urgent ones first and the others in this order. All were claimed just now."""
        claimed = list(letters)
        if claimed:
            self.needs_more.clear()
        for letter in claimed:
            self._put(URGENT if letter.is_urgent else OTHER, letter)
        if claimed and not self.threads:
            self._carry()

    def wait(self) -> None:
        """A moment, or until little is left to send but what is on its way."""
        self.needs_more.wait(SETTLE_SECONDS)
        self.book.settle()

    def end(self) -> None:
        """Let what was put in be sent. Whoever waits for a slow server after that is left waiting.

        A process that ends meanwhile leaves that letter to its lease, and so does a database that
        takes nothing.
        """
        for _ in self.threads:
            self._put(END, None)
        deadline = time.monotonic() + LEAVE_AFTER
        for thread in self.threads:
            while thread.is_alive() and time.monotonic() < deadline:
                thread.join(SETTLE_SECONDS)
                _if_the_database_takes_it(self.book.settle)
        self.book.is_prompt = True
        _if_the_database_takes_it(self.book.settle)
        _if_the_database_takes_it(self._give_back)

    def _put(self, rank: int, letter: Letter | None) -> None:
        self.letters.put((rank, next(self.numbers), letter))

    def _carry_in_a_thread(self) -> None:
        try:
            self._carry()
        except Exception:  # of the database: the leases end by themselves
            log.exception("a connection to the mail server was given up")
        finally:
            self.needs_more.set()
            connection.close()

    def _carry(self) -> None:
        with POST.carrier() as carrier:
            while letter := self._next():
                self._carry_one(letter, carrier)

    def _next(self) -> Letter | None:
        """The next letter: waited for in a thread. None when there will be no other."""
        if not self.goes_on:
            self._give_back()
        if self.letters.qsize() <= LOW * len(self.threads):
            self.needs_more.set()
        try:
            return self.letters.get(block=bool(self.threads))[2]
        except Empty:
            return None

    def _give_back(self) -> None:
        """What nobody here comes to, or not without a mail server, waits as before."""
        while True:
            try:
                letter = self.letters.get_nowait()[2]
            except Empty:
                return
            if letter is None:
                self._put(END, None)  # for another thread
                return
            ledger.give_back([letter])

    def _carry_one(self, letter: Letter, carrier: Carrier) -> None:
        try:
            ledger.hold(letter, "connect", "mail", "rcpt")
            successor = sending.send(letter, carrier, self.book)
        except sending.OutOfReach:
            self.is_reached = False
        except LeaseLost:
            log.warning("lease lost: letter %s", letter.ref)
        except Exception:  # one letter that cannot be made stops no other
            log.exception("letter %s was not sent", letter.ref)
            carrier.close()
            sending.put_off(letter)
        else:
            if successor:
                self._put(URGENT, successor)


def _if_the_database_takes_it(write: Callable[[], None]) -> None:
    """At the end nothing that cannot be written keeps a connection from being closed."""
    try:
        write()
    except Error as error:
        log.warning("left to their leases: %s", type(error).__name__)
