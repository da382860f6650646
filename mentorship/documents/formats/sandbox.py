"""Prepare a document in a limited child process, so that a hostile file harms nothing but itself.

The worker that calls this keeps one zygote (see zygote.py) and sends it jobs. A forked copy of
the worker starts its own; a zygote that died is replaced at the next job.
"""

import atexit
import functools
import json
import logging
import os
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path

from mentorship.documents.formats import wire
from mentorship.documents.formats.manuscript import REASONS, Limits, Manuscript, SoFar, Unreadable

ROOT = Path(__file__).resolve().parents[3]
BOOT = (
    "import sys; sys.path.insert(0, sys.argv[1]); "
    "from mentorship.documents.formats.zygote import main; main(int(sys.argv[2]))"
)
START_SECONDS = 30
GRACE_SECONDS = 5  # on top of a job's own time
ANSWER, SO_FAR = "answer.json", "so-far.json"
LONGEST_FACT = 100

logger = logging.getLogger(__name__)


class ZygoteLost(Exception):  # noqa: N818 - it says what happened
    """The zygote ended in the middle of a job."""


class NotOpened(Exception):  # noqa: N818 - it says what happened
    """Nothing is known of the document, for something went wrong here: try it again later.

    why     one of `FAILURES`
    """

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


FAILURES = (
    "interrupted",  # a process was killed, or none comes up
    "slow",  # the time was over before the work was done, and not for the document's sake
    "no-room",  # the disk is full
    "broken",  # our converters failed in a way they should not
)


class Zygote:
    """One zygote process and the socket to it."""

    def __init__(self) -> None:
        self.socket, theirs = socket.socketpair()
        with theirs:
            self.process = subprocess.Popen(  # noqa: S603 - our own interpreter on our own module
                [sys.executable, "-I", "-X", "utf8", "-c", BOOT, str(ROOT), str(theirs.fileno())],
                pass_fds=[theirs.fileno()],
                env={"PATH": os.environ.get("PATH", os.defpath), "LANG": "C.UTF-8"},
                cwd="/",
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                start_new_session=True,  # Ctrl-C in a terminal is the worker's, not ours
            )
        self.lines = self.socket.makefile("rb")
        try:
            self.network_is_closed = self._read(START_SECONDS).get("network_closed") is True
        except (ZygoteLost, NotOpened) as error:
            self.end()
            raise NotOpened("interrupted") from error

    def run(
        self, job: dict[str, object], *, seconds: float, so_far: Callable[[], None]
    ) -> dict[str, object]:
        """How the child for `job` ended, as zygote.py says it.

        so_far  called when the copy can be read, and is not complete

        Raises ZygoteLost, and NotOpened when no answer came in time.
        """
        until = time.monotonic() + seconds
        try:
            self.socket.sendall(json.dumps(job).encode() + b"\n")
        except OSError as error:
            raise ZygoteLost from error
        while "so_far" in (message := self._read(max(until - time.monotonic(), 0.01))):
            so_far()
        return message

    def _read(self, seconds: float) -> dict[str, object]:
        self.socket.settimeout(seconds)
        try:
            line = self.lines.readline()
        except TimeoutError as error:
            raise NotOpened("slow") from error
        except OSError as error:
            raise ZygoteLost from error
        if not line.endswith(b"\n"):
            raise ZygoteLost
        message: dict[str, object] = json.loads(line)
        return message

    def end(self) -> None:
        """Close the socket, which ends the process, and collect it."""
        self.let_go()
        try:
            self.process.wait(timeout=2)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()

    def let_go(self) -> None:
        """Close this process's copy of the socket."""
        self.lines.close()
        self.socket.close()


class _Keeper:
    """The zygote of this process, if it has one, and the right to talk to it."""

    def __init__(self) -> None:
        self.lock = threading.Lock()
        self.zygote: Zygote | None = None

    def run(
        self, job: dict[str, object], *, seconds: float, so_far: Callable[[], None]
    ) -> dict[str, object]:
        with self.lock:
            self.zygote = self.zygote or Zygote()
            try:
                return self.zygote.run(job, seconds=seconds, so_far=so_far)
            except BaseException:  # its answer may still come, and must not be taken for the next
                self._end()
                raise

    def end(self) -> None:
        with self.lock:
            self._end()

    def _end(self) -> None:
        if self.zygote:
            self.zygote.end()
        self.zygote = None

    def forget(self) -> None:
        """In a forked copy: the zygote belongs to the parent, and must see only the parent end."""
        if self.zygote:
            self.zygote.let_go()
            self.zygote.process.returncode = 0  # not our child: nothing to wait for or warn about
        self.zygote = None
        self.lock = threading.Lock()  # the old one may have been held when we were forked


_keeper = _Keeper()
atexit.register(_keeper.end)
os.register_at_fork(after_in_child=_keeper.forget)


def prepare_in_child(
    original: Path,
    filename: str,
    into: Path,
    *,
    limits: Limits,
    soffice: str | None = None,
    hidden: Iterable[Path] = (),
    so_far: SoFar | None = None,
) -> Manuscript:
    """The reading copy of `original`, its page images in `into`, made in a limited child.

    filename  what its owner called it; only the extension matters.
    hidden    folders that it never sees into, wherever they are; the project's is one in any case.
    so_far    hears of the copy once it can be read: see `read_pdf`. Twice, if the child was lost.
    Raises    Unreadable, the converters' own verdict; NotOpened, when there is none. Whoever calls
              then drops `into`, images may already be in it.
    Cost      about 10 ms on top of `prepare`; the first call of a process about 300 ms.
    """
    with tempfile.TemporaryDirectory(prefix="document-", ignore_cleanup_errors=True) as room:
        job: dict[str, object] = {
            "original": str(original.resolve()),
            "filename": filename,
            "into": str(into.resolve()),
            "room": room,
            "soffice": soffice,
            "hidden": [str(ROOT), *(str(place) for place in hidden)],
            "limits": asdict(limits),
        }

        def heard() -> None:
            if so_far:
                so_far(_answer(Path(room, SO_FAR), into, limits))

        ended = _run(job, seconds=limits.wall_seconds + GRACE_SECONDS, so_far=heard)
        match ended["ended"]:
            case "done":
                return _answer(Path(room, ANSWER), into, limits)
            case "refused":
                raise _refusal(ended)
            case "limit":
                raise Unreadable("too-complex")
            case _:
                raise _failure(ended)


def _run(
    job: dict[str, object], *, seconds: float, so_far: Callable[[], None]
) -> dict[str, object]:
    """Run `job`, once more when the zygote was lost: it may have been gone before."""
    for _ in range(2):
        try:
            return _keeper.run(job, seconds=seconds, so_far=so_far)
        except ZygoteLost:
            logger.warning("the document zygote was lost; a new one takes over")
    raise NotOpened("interrupted")


def _answer(path: Path, into: Path, limits: Limits) -> Manuscript:
    try:
        return wire.load(path.read_text(encoding="utf-8"), into.resolve(), limits=limits)
    except (OSError, ValueError) as error:
        logger.warning("a document's child gave an answer that cannot be")
        raise NotOpened("broken") from error


def _refusal(message: dict[str, object]) -> Exception:
    code, facts = message.get("code"), message.get("facts")
    if code not in REASONS or not isinstance(facts, dict):
        logger.warning("a document's child gave a refusal that cannot be")
        return NotOpened("broken")
    kept = {
        str(name)[:LONGEST_FACT]: fact if isinstance(fact, int) else str(fact)[:LONGEST_FACT]
        for name, fact in facts.items()
    }
    return Unreadable(str(code), **kept)


def _failure(message: dict[str, object]) -> NotOpened:
    why = str(message.get("why"))
    trace = str(message.get("trace", "no trace"))[:500]
    logger.warning("a document's child did not get to its end (%r): %r", why[:20], trace)
    return NotOpened(why if why in FAILURES else "broken")


@contextmanager
def _a_zygote() -> Iterator[Zygote]:
    zygote = Zygote()
    try:
        yield zygote
    finally:
        zygote.end()


@functools.cache
def network_is_closed() -> bool:
    """Whether documents are prepared without any network here; tried once, for the health page."""
    try:
        with _a_zygote() as zygote:
            return zygote.network_is_closed
    except NotOpened:
        return False
