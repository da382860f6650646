"""The process that forks one limited child for every document.

Starting Python and importing pdfium costs more than reading a résumé, so it is done once: this
process is executed afresh (no secrets, no threads, nothing of Django), closes its network, loads
the converters, and then waits. For each job it forks; the child limits itself, works, writes its
answer to a file and ends. Whatever the child does to itself dies with it.

It speaks JSON lines over one socket: first {"network_closed": bool}, then for each job, once it can
be read but is not complete, {"so_far": true} (what there is then is in the file `SO_FAR`), and one
{"ended": …}, which is one of

    "done"     the answer is in the file
    "refused"  what the converters say of the document: {"code": …, "facts": …}
    "limit"    the document took more than it may
    "failed"   nothing is known of the document, for something went wrong here: {"why": …}

Only the child itself refuses, in words of its own, over a pipe: how a process ended says nothing
about a document, for machines kill processes too. It ends when its worker does: the socket reads
end of file.
"""

import errno
import json
import os
import resource
import select
import shutil
import signal
import socket
import sys
import tempfile
import time
import traceback
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

from PIL import Image

from mentorship.documents.formats import confine, wire
from mentorship.documents.formats.manuscript import Limits, Manuscript, Unreadable
from mentorship.documents.formats.prepare import prepare
from mentorship.documents.formats.sight import DEVICES, readable

ANSWER, SO_FAR = "answer.json", "so-far.json"
READABLE = b'{"so_far": true}\n'
# The kernel sends these only for a limit that was reached. SIGKILL is none of them: that is how a
# machine without memory kills.
LIMIT_SIGNALS = {signal.SIGXCPU, signal.SIGXFSZ}
# pdfium and the typesetter abort when memory is refused, and had three quarters of what they may
# have by then (measured 2026-11-28, with 400 MB and 1 GB); a common document takes a third of it.
# Who fails with less than half has a fault, and watchdogs send SIGABRT too.
MOST = 0.5
LIMIT_ERRORS = {errno.EFBIG, errno.ENOMEM}
ROOM_ERRORS = {errno.ENOSPC, errno.EDQUOT}
KILOBYTE = 1024 if confine.LINUX else 1  # what macOS counts are bytes
MAX_SAID = 8192  # bytes a child may say over its pipe
ELBOW_ROOM = 4 << 20  # bytes that must be free for a refusal to be believed

Message = dict[str, object]


@dataclass(frozen=True, slots=True)
class Job:
    """One file to prepare. `room` is a private folder for the answer and all temporary files.

    hidden  folders that the child is never to see into: the project's, and where its state is
    """

    original: str
    filename: str
    into: str
    room: str
    soffice: str | None
    hidden: list[str]
    limits: dict[str, int]


def load() -> None:
    """Load what is otherwise loaded when it is first needed, which is in every child anew.

    Pillow looks for all its formats when the first picture is saved as WebP: some sixty modules.
    """
    Image.init()


def main(descriptor: int) -> None:
    """Serve jobs from the socket `descriptor` until it closes."""
    load()
    with socket.socket(fileno=descriptor) as worker, worker.makefile("rb") as lines:
        _send(worker, {"network_closed": confine.close_network()})
        for line in lines:
            _send(worker, _run(Job(**json.loads(line)), worker))


def _send(worker: socket.socket, message: Message) -> None:
    worker.sendall(json.dumps(message).encode() + b"\n")


def _run(job: Job, worker: socket.socket) -> Message:
    """Fork for `job` and say how that ended; the child never outlives this call."""
    # Only the child holds the writing end, so reading ends exactly when the child does.
    pipe, held_by_child = os.pipe()
    child = os.fork()
    if not child:
        os.close(pipe)
        worker.close()
        _work(job, held_by_child)
    os.close(held_by_child)
    try:
        said, is_over = _listen(pipe, worker, job.limits["wall_seconds"])
    finally:
        os.close(pipe)
        status, used = _end(child)
    if said is None:
        shutil.rmtree(job.room, ignore_errors=True)  # a killed worker leaves no words behind
        sys.exit()
    if is_over and status == 0:
        return _understood(said)
    if _took_too_much(job, status if is_over else 0, used):
        return {"ended": "limit"}
    # It was killed by somebody else; or it stood still, or others took the processor.
    why = "interrupted" if is_over else "slow"
    return {"ended": "failed", "why": why, "trace": f"exit {status}"}


def _took_too_much(job: Job, status: int, used: resource.struct_rusage) -> bool:
    """Whether a child that did not come to its end was ended by a limit of its own."""
    if used.ru_utime + used.ru_stime >= job.limits["cpu_seconds"] or -status in LIMIT_SIGNALS:
        return True
    had_most = used.ru_maxrss * KILOBYTE > MOST * job.limits["memory_bytes"]
    return -status == signal.SIGABRT and had_most


def _listen(pipe: int, worker: socket.socket, seconds: float) -> tuple[bytes | None, bool]:
    """What the child said, None when the worker is gone; and whether the child ended by itself."""
    until, said, told = time.monotonic() + seconds, b"", False
    while len(said) <= MAX_SAID:
        # The worker says nothing while it waits: if its side is readable, it is gone.
        left = max(until - time.monotonic(), 0)
        readable, _, _ = select.select([pipe, worker.fileno()], [], [], left)
        if worker.fileno() in readable:
            return None, False
        if not readable:
            return said, False
        more = os.read(pipe, MAX_SAID)
        if not more:
            return said, True
        said += more
        if not told and said.startswith(READABLE):
            said, told = said.removeprefix(READABLE), True
            worker.sendall(READABLE)
    return b"", True


def _understood(said: bytes) -> Message:
    try:
        message = json.loads(said)
    except ValueError:
        message = None
    if not isinstance(message, dict) or "ended" not in message:
        return {"ended": "failed", "why": "broken", "trace": "no answer"}
    return message


def _end(child: int) -> tuple[int, resource.struct_rusage]:
    """Kill what is left of the child's process group; the child's status and what it has used.

    The group is killed before the child is waited for: until then its number cannot be reused.
    A child that has ended by itself keeps its own status.
    """
    try:
        os.killpg(child, signal.SIGKILL)
    except ProcessLookupError:
        os.kill(child, signal.SIGKILL)  # it had no time to make its group
    _, status, used = os.wait4(child, 0)
    return os.waitstatus_to_exitcode(status), used


def _work(job: Job, pipe: int) -> NoReturn:
    """The whole life of a child."""
    try:
        os.setpgid(0, 0)
        confine.die_with_parent()
        _redirect_standard_streams()
        os.write(pipe, json.dumps(_outcome(job, pipe)).encode())
    finally:
        os._exit(0)


def _outcome(job: Job, pipe: int) -> Message:
    limits = Limits(**job.limits)
    with confine.memory_peak() as peak:  # opened while the child may still look at it
        try:
            os.chdir(job.room)
            tempfile.tempdir = job.room  # so that nothing is left behind, however this ends
            _look_away(job)
            confine.obey(limits)
            return _prepared(job, limits, pipe)
        except BaseException as error:  # noqa: BLE001 - whatever it is, it ends here, with the child
            return _failure(error, took_most=peak() > MOST * limits.memory_bytes)


def _failure(error: BaseException, *, took_most: bool) -> Message:
    """What an error says of the document, or of us.

    took_most  whether the child had most of the memory it may have: libraries that are refused
              more of it fail in many ways, as wrong values and panics for instance
    """
    if took_most or isinstance(error, MemoryError | RecursionError):
        return {"ended": "limit"}
    number = error.errno if isinstance(error, OSError) else None
    if number in LIMIT_ERRORS:
        return {"ended": "limit"}
    why = "no-room" if number in ROOM_ERRORS else "broken"
    if isinstance(error, confine.Killed):
        why = "interrupted"
    return {"ended": "failed", "why": why, "trace": _trace(error)}


def _look_away(job: Job) -> None:
    """See the file and what its conversion needs, and nothing else of the machine."""
    confine.see_only(
        readable=[*readable(job.soffice, job.hidden), Path(job.original)],
        writable=map(Path, (*DEVICES, job.room, job.into)),
        sockets_in=[Path("/tmp")] if job.soffice else (),  # noqa: S108 - LibreOffice has no other
    )


def _prepared(job: Job, limits: Limits, pipe: int) -> Message:
    def so_far(copy: Manuscript) -> None:
        Path(SO_FAR).write_text(wire.dump(copy), encoding="utf-8")
        os.write(pipe, READABLE)

    try:
        manuscript = prepare(
            Path(job.original),
            job.filename,
            Path(job.into),
            limits=limits,
            soffice=job.soffice,
            so_far=so_far,
        )
    except Unreadable as refusal:
        _require_room(limits)
        return {"ended": "refused", "code": refusal.code, "facts": refusal.facts}
    Path(ANSWER).write_text(wire.dump(manuscript), encoding="utf-8")
    return {"ended": "done"}


def _require_room(limits: Limits) -> None:
    """Raise OSError where the disk is full: converters then call documents damaged that are not."""
    with tempfile.TemporaryFile() as file:
        file.write(bytes(min(ELBOW_ROOM, limits.written_bytes)))


def _trace(error: BaseException) -> str:
    """The kind and places of an error, without its message: that may quote the document."""
    frames = traceback.extract_tb(error.__traceback__)
    places = [f"{Path(frame.filename).name}:{frame.lineno}" for frame in frames[-6:]]
    return f"{type(error).__name__} at {', '.join(places)}"[:500]


def _redirect_standard_streams() -> None:
    nothing = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(nothing, stream)
    os.close(nothing)
