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
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path

from mentorship.documents.formats import wire
from mentorship.documents.formats.manuscript import REASONS, Limits, Manuscript, Unreadable

ROOT = Path(__file__).resolve().parents[3]
BOOT = (
    "import sys; sys.path.insert(0, sys.argv[1]); "
    "from mentorship.documents.formats.zygote import main; main(int(sys.argv[2]))"
)
START_SECONDS = 30
ANSWER = "answer.json"
LONGEST_FACT = 100

logger = logging.getLogger(__name__)


class ZygoteLost(Exception):  # noqa: N818 - it says what happened
    """The zygote ended in the middle of a job."""


class NoZygote(Exception):  # noqa: N818 - it says what happened
    """No zygote comes up here: nothing is wrong with the document, try it again later."""


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
        except ZygoteLost as error:
            self.end()
            raise NoZygote from error

    def run(self, job: dict[str, object], *, seconds: float) -> str:
        """How the child for `job` ended: "done", "limit" or "crash"."""
        try:
            self.socket.sendall(json.dumps(job).encode() + b"\n")
        except OSError as error:
            raise ZygoteLost from error
        return str(self._read(seconds)["ended"])

    def _read(self, seconds: float) -> dict[str, object]:
        self.socket.settimeout(seconds)
        try:
            line = self.lines.readline()
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

    def run(self, job: dict[str, object], *, seconds: float) -> str:
        with self.lock:
            self.zygote = self.zygote or Zygote()
            try:
                return self.zygote.run(job, seconds=seconds)
            except ZygoteLost:
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
) -> Manuscript:
    """The reading copy of `original`, its page images in `into`, made in a limited child.

    filename  what its owner called it; only the extension matters.
    Raises    Unreadable: whoever calls then drops `into`, images may already be in it. NoZygote
              when documents cannot be prepared at all at the moment.
    Cost      about 10 ms on top of `prepare`; the first call of a process about 300 ms.
    """
    with tempfile.TemporaryDirectory(prefix="document-", ignore_cleanup_errors=True) as room:
        job: dict[str, object] = {
            "original": str(original.resolve()),
            "filename": filename,
            "into": str(into.resolve()),
            "room": room,
            "soffice": soffice,
            "limits": asdict(limits),
        }
        match _run(job, seconds=limits.wall_seconds + START_SECONDS):
            case "done":
                return _answer(Path(room, ANSWER), into, limits)
            case "limit":
                raise Unreadable("too-complex")
            case _:
                logger.warning("a document's child crashed: %s", _crash(Path(room, ANSWER)))
                raise Unreadable("damaged")


def _run(job: dict[str, object], *, seconds: float) -> str:
    """Run `job`, once more when the zygote was lost; a file that loses two is a file too much."""
    for _ in range(2):
        try:
            return _keeper.run(job, seconds=seconds)
        except ZygoteLost:
            logger.warning("the document zygote was lost; a new one takes over")
    return "limit"


def _answer(path: Path, into: Path, limits: Limits) -> Manuscript:
    try:
        raw = path.read_text(encoding="utf-8")
        if raw.startswith("{"):
            raise _refusal(json.loads(raw))
        return wire.load(raw, into.resolve(), limits=limits)
    except (OSError, ValueError) as error:
        logger.warning("a document's child gave an answer that cannot be")
        raise Unreadable("damaged") from error


def _refusal(message: dict[str, object]) -> Unreadable:
    code, facts = message.get("unreadable"), message.get("facts")
    if code not in REASONS or not isinstance(facts, dict):
        raise ValueError("not a refusal")
    kept = {
        str(name)[:LONGEST_FACT]: fact if isinstance(fact, int) else str(fact)[:LONGEST_FACT]
        for name, fact in facts.items()
    }
    return Unreadable(code, **kept)


def _crash(path: Path) -> str:
    """The kind and places of the error that ended a child, if it could still write them."""
    try:
        message = json.loads(path.read_text(encoding="utf-8"))
        return f"{message['crash']} at {', '.join(message['places'])}"[:500]
    except (OSError, ValueError, KeyError, TypeError):
        return "no trace"


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
    except NoZygote:
        return False
