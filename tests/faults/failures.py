"""Something that the service stands on fails, or one of its processes is killed whatever it is at."""

import contextlib
import errno
import os
import signal
import threading
import time
from collections.abc import Iterator
from datetime import timedelta

import psycopg
import redis
from django.utils import timezone

from mentorship.notifications.delivery import ledger
from mentorship.notifications.models import Event, Letter, Notice
from tests.faults import beside
from tests.faults.happenings import Happening, nothing
from tests.faults.judge import is_settled
from tests.faults.kills import REACHED_WITHIN, and_revoke, and_silence, and_unsubscribe
from tests.faults.proxy import Mode
from tests.faults.rig import Rig
from tests.faults.story import Story, Unanswered, patiently

LEASED = [("connect", "mail", "rcpt"), ("end",)]  # what a lease covers
MORE = 0.2  # seconds
LATE = "KEEP LATE 0.6"  # as long as a mail server may think
CONVERTING = 1.0  # seconds that a converter is killed for, again and again


def scripted(name: str, *lines: str, refuses: bool = False) -> Happening:
    """The mail server does this with the next letters for Ada."""

    @contextlib.contextmanager
    def during(rig: Rig, story: Story) -> Iterator[None]:
        rig.script(story.world.ada.email, *lines)
        yield

    def refused(story: Story) -> set[str]:
        return {story.world.ada.email} if refuses else set()

    return Happening(name, during, refuses=refused)


def proxied(name: str, part: str, mode: Mode, seconds: float = 1.0) -> Happening:
    """What stands between the service and a part of it behaves so, from the story's begin on."""

    @contextlib.contextmanager
    def during(rig: Rig, _story: Story) -> Iterator[None]:
        with getattr(rig, part).being(mode):
            yield
            time.sleep(seconds)

    return Happening(name, during)


def cut(name: str, part: str) -> Happening:
    """Every connection to a part of the service is cut while the story is told, again and again."""

    @contextlib.contextmanager
    def during(rig: Rig, _story: Story) -> Iterator[None]:
        getattr(rig, part).reset()
        yield
        getattr(rig, part).reset()

    return Happening(name, during)


def killed(name: str, *words: str, newest: bool = False) -> Happening:
    """A process of the service is killed as the story begins, and again when it is told."""

    @contextlib.contextmanager
    def during(rig: Rig, _story: Story) -> Iterator[None]:
        rig.kill(*words, newest=newest)
        yield
        rig.kill(*words, newest=newest)

    return Happening(name, during)


def asked_of_redis(name: str, *commands: str, after: tuple[str, ...] = ()) -> Happening:
    """Redis is told this as the story begins, and `after` once it is told."""

    @contextlib.contextmanager
    def during(rig: Rig, _story: Story) -> Iterator[None]:
        with redis.Redis(unix_socket_path=str(rig.broker)) as server:
            for command in commands:
                server.execute_command(*command.split())
            yield
            for command in after:
                server.execute_command(*command.split())

    return Happening(name, during)


@contextlib.contextmanager
def _full_disk(rig: Rig, _story: Story) -> Iterator[None]:
    """The first file that is written meets a full disk."""
    rig.arm("file-written", errno.ENOSPC)
    yield
    rig.disarm()


@contextlib.contextmanager
def _frozen_worker(rig: Rig, _story: Story) -> Iterator[None]:
    """A worker's child stands still for longer than its leases last, and then goes on."""
    children = rig.processes("mentorship:work")[1:] + rig.processes("mentorship:conv")[1:]
    for child in children:
        os.kill(child, signal.SIGSTOP)
    yield
    time.sleep(max(ledger.lease_of(*steps).total_seconds() for steps in LEASED) + MORE)
    for child in children:
        with contextlib.suppress(ProcessLookupError):
            os.kill(child, signal.SIGCONT)


@contextlib.contextmanager
def _converter_dies(rig: Rig, _story: Story) -> Iterator[None]:
    """Whatever converts is killed again and again while Ada's text is prepared."""
    ended = threading.Event()

    def kill() -> None:
        while not ended.wait(0.02):
            rig.kill("zygote", newest=True)

    killing = threading.Thread(target=kill)
    killing.start()
    yield
    time.sleep(CONVERTING)
    ended.set()
    killing.join()


@contextlib.contextmanager
def _database_crash(rig: Rig, _story: Story) -> Iterator[None]:
    """One of PostgreSQL's processes is killed: it ends all others, and starts anew from its log."""
    with psycopg.connect(os.environ["DATABASE_URL"], autocommit=True) as connection:
        backend = connection.info.backend_pid
        os.kill(backend, signal.SIGKILL)
    yield


@contextlib.contextmanager
def _newer_rows(_rig: Rig, story: Story) -> Iterator[None]:
    """There are rows of a newer release, whose kinds nobody here knows."""
    past = timezone.now() - timedelta(hours=1)
    event = Event.objects.create(kind="from.tomorrow", thing="thread:x", audience=1)
    notice = Notice.objects.create(
        event=event, person=story.world.ada, channel=Notice.Channel.LETTER, due_at=past
    )
    letter = Letter.objects.create(
        kind="from.tomorrow", address="someone@example.org", subject="?", due_at=past
    )
    yield
    ends = time.monotonic() + REACHED_WITHIN
    while not is_sent_to(story) and time.monotonic() < ends:
        time.sleep(0.05)
    is_sent = is_sent_to(story)
    for row in (notice, event, letter):
        row.delete()
    if not is_sent:
        raise Unanswered("nothing left while there were rows that nobody knows")


@contextlib.contextmanager
def _another_database(rig: Rig, _story: Story) -> Iterator[None]:
    """An empty database is started with the same files, and cleans up what it has no rows for."""
    yield
    with beside.beside(beside.clean_up, rig.empty):
        pass


@contextlib.contextmanager
def _clock_ahead(rig: Rig, story: Story) -> Iterator[None]:
    """One more worker, whose clock is an hour ahead, while the mail server thinks about each letter."""
    for address in (story.world.ada.email, story.ben.email, story.cleo):
        rig.script(address, LATE)
    with beside.beside(beside.bring_back_an_hour_ahead):
        yield
        ends = time.monotonic() + REACHED_WITHIN
        while not patiently(lambda: is_settled(story)) and time.monotonic() < ends:
            time.sleep(0.05)


def is_sent_to(story: Story) -> bool:
    """Whether what was told to Ada has left, so that no row stood in its way."""
    return Letter.objects.filter(address=story.world.ada.email, state=Letter.State.SENT).exists()


OTHERS = {
    one.name: one
    for one in (
        scripted("451 after RCPT", "RCPT 451 4.3.0 later"),
        scripted("451 after the dot", "DATA 451 4.3.0 later"),
        scripted("452 after RCPT", "RCPT 452 4.2.2 full"),
        scripted("greylisted", "RCPT 450 4.7.1 greylisted", "RCPT 450 4.7.1 greylisted"),
        scripted("no such mailbox", "RCPT 550 5.1.1 no such mailbox", refuses=True),
        scripted("too large for good", "DATA 552 5.3.4 too large", refuses=True),
        scripted("cut after the dot, not kept", "CLOSE"),
        scripted("kept, and cut", "KEEP CLOSE"),
        scripted("kept, and cut twice", "KEEP CLOSE", "KEEP CLOSE"),
        scripted("kept, and late", LATE),
        proxied("mail server away", "smtp", Mode.REFUSE),
        proxied("mail server silent", "smtp", Mode.SILENT),
        proxied("mail server slow", "smtp", Mode.SLOW),
        proxied("Redis away", "redis", Mode.REFUSE),
        proxied("Redis silent", "redis", Mode.SILENT),
        proxied("Redis slow", "redis", Mode.SLOW),
        asked_of_redis("Redis emptied", "FLUSHALL", after=("FLUSHALL",)),
        asked_of_redis("Redis paused", "CLIENT PAUSE 1500 WRITE"),
        asked_of_redis("Redis full", "CONFIG SET maxmemory 1", after=("CONFIG SET maxmemory 0",)),
        asked_of_redis("Redis read-only", "REPLICAOF 127.0.0.1 1", after=("REPLICAOF NO ONE",)),
        proxied("PostgreSQL slow", "database", Mode.SLOW, 0.0),
        cut("connections to PostgreSQL cut", "database"),
        Happening("PostgreSQL crashes", _database_crash, takes_all=True),
        cut("connections to Redis cut", "redis"),
        cut("connections to the mail server cut", "smtp"),
        killed("a web process killed", "mentorship:web", newest=True),
        killed("the web server killed", "mentorship:web"),
        killed("a worker's child killed", "mentorship:work", newest=True),
        killed("a worker killed", "mentorship:work"),
        killed("beat killed", "mentorship:beat"),
        Happening("a worker stands still", _frozen_worker),
        Happening("a converter killed", _converter_dies),
        Happening("a full disk", _full_disk),
        Happening("rows of a newer release", _newer_rows),
        Happening("access taken back", nothing, tells=and_revoke),
        Happening("letters stopped by their link", nothing, tells=and_unsubscribe),
        Happening("letters of one person unwanted", nothing, tells=and_silence),
        Happening("another database", _another_database),
        Happening("a worker's clock is ahead", _clock_ahead, has_copies=False),
    )
}
