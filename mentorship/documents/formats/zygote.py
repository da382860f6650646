"""The process that forks one limited child for every document.

Starting Python and importing pdfium costs more than reading a résumé, so it is done once: this
process is executed afresh (no secrets, no threads, nothing of Django), closes its network, loads
the converters, and then waits. For each job it forks; the child limits itself, works, writes its
answer to a file and ends. Whatever the child does to itself dies with it.

It speaks JSON lines over one socket: first {"network_closed": bool}, then for each job one
{"ended": "done" | "limit" | "crash"}. It ends when its worker does: the socket reads end of file.
"""

import errno
import json
import os
import select
import shutil
import signal
import socket
import sys
import tempfile
import traceback
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

from mentorship.documents.formats import confine, wire
from mentorship.documents.formats.manuscript import Limits, Unreadable
from mentorship.documents.formats.prepare import prepare

ANSWER = "answer.json"
# What converters need to run: programs, libraries, fonts; no home, no data, no settings of ours.
SYSTEM = (
    "/usr",
    "/lib",
    "/lib64",
    "/bin",
    "/opt",
    "/etc/fonts",
    "/etc/ld.so.cache",
    "/etc/libreoffice",
    "/var/spool/libreoffice",
    "/etc/nsswitch.conf",
    "/etc/passwd",  # LibreOffice will not run for a user it cannot look up
)
DEVICES = ("/dev/null", "/dev/urandom", "/dev/random", "/dev/zero")
LIMIT, CRASH = 3, 4  # exit codes of the child
# pdfium and the typesetter abort when memory is refused; the others are the kernel's own.
LIMIT_SIGNALS = {signal.SIGKILL, signal.SIGXCPU, signal.SIGXFSZ, signal.SIGABRT}


@dataclass(frozen=True, slots=True)
class Job:
    """One file to prepare. `room` is a private folder for the answer and all temporary files."""

    original: str
    filename: str
    into: str
    room: str
    soffice: str | None
    limits: dict[str, int]


def main(descriptor: int) -> None:
    """Serve jobs from the socket `descriptor` until it closes."""
    with socket.socket(fileno=descriptor) as worker, worker.makefile("rb") as lines:
        _say(worker, {"network_closed": confine.close_network()})
        for line in lines:
            _say(worker, {"ended": _run(Job(**json.loads(line)), worker)})


def _say(worker: socket.socket, message: dict[str, object]) -> None:
    worker.sendall(json.dumps(message).encode() + b"\n")


def _run(job: Job, worker: socket.socket) -> str:
    """Fork for `job` and say how the child ended; it never outlives this call."""
    # Only the child holds the writing end, so reading ends exactly when the child does.
    alive, held_by_child = os.pipe()
    child = os.fork()
    if not child:
        os.close(alive)
        worker.close()
        _work(job)
    os.close(held_by_child)
    try:
        # The worker says nothing while it waits: if its side is readable, it is gone.
        ends = [alive, worker.fileno()]
        readable, _, _ = select.select(ends, [], [], job.limits["wall_seconds"])
    finally:
        os.close(alive)
        status = _end(child)
    if worker.fileno() in readable:
        shutil.rmtree(job.room, ignore_errors=True)  # a killed worker leaves no words behind
        sys.exit()
    return _how(status) if readable else "limit"


def _end(child: int) -> int:
    """Kill what is left of the child's process group and collect the child's status.

    The group is killed before the child is waited for: until then its number cannot be reused.
    A child that has ended by itself keeps its own status.
    """
    try:
        os.killpg(child, signal.SIGKILL)
    except ProcessLookupError:
        os.kill(child, signal.SIGKILL)  # it had no time to make its group
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def _how(status: int) -> str:
    if status == 0:
        return "done"
    return "limit" if status == LIMIT or -status in LIMIT_SIGNALS else "crash"


def _work(job: Job) -> NoReturn:
    """The whole life of a child."""
    status = CRASH
    try:
        os.setpgid(0, 0)
        confine.die_with_parent()
        _redirect_standard_streams()
        os.chdir(job.room)
        tempfile.tempdir = job.room  # so that nothing is left behind, however this ends
        limits = Limits(**job.limits)
        _look_away(job)
        confine.obey(limits)
        _answer(_prepared(job, limits))
        status = 0
    except (MemoryError, RecursionError):
        status = LIMIT
    except OSError as error:
        status = LIMIT if error.errno in {errno.EFBIG, errno.ENOMEM} else CRASH
        _explain(error)
    except BaseException as error:  # noqa: BLE001 - whatever it is, it ends here, with the child
        _explain(error)
    finally:
        os._exit(status)


def _look_away(job: Job) -> None:
    """See the file and what its conversion needs, and nothing else of the machine."""
    # The first place Python looks in is the project's folder: there may be secrets in it.
    python = (sys.prefix, sys.base_prefix, *sys.path[1:])
    places: list[str | Path] = [*SYSTEM, *python, Path(__file__).parent, job.original]
    if job.soffice:
        places.append(Path(job.soffice).resolve().parent)
    confine.see_only(
        readable=map(Path, places),
        writable=map(Path, (*DEVICES, job.room, job.into)),
        sockets_in=[Path("/tmp")] if job.soffice else (),  # noqa: S108 - LibreOffice has no other
    )


def _prepared(job: Job, limits: Limits) -> str:
    try:
        manuscript = prepare(
            Path(job.original),
            job.filename,
            Path(job.into),
            limits=limits,
            soffice=job.soffice,
        )
    except Unreadable as answer:
        return json.dumps({"unreadable": answer.code, "facts": answer.facts})
    return wire.dump(manuscript)


def _answer(text: str) -> None:
    Path(ANSWER).write_text(text, encoding="utf-8")


def _explain(error: BaseException) -> None:
    """Leave the kind and places of an error, without its message: that may quote the document."""
    frames = traceback.extract_tb(error.__traceback__)
    places = [f"{Path(frame.filename).name}:{frame.lineno}" for frame in frames[-6:]]
    _answer(json.dumps({"crash": type(error).__name__, "places": places}))


def _redirect_standard_streams() -> None:
    nothing = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(nothing, stream)
    os.close(nothing)
