"""Files prepared in a child, and what happens to it meanwhile: it is killed, or stands still."""

import os
import subprocess
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from mentorship.documents.formats import sandbox
from mentorship.documents.formats.confine import see_only
from mentorship.documents.formats.manuscript import Limits, Manuscript, SoFar, Unreadable
from mentorship.documents.formats.sandbox import NotOpened, prepare_in_child


def children_of(pid: int) -> list[int]:
    """The children of a process."""
    listed = subprocess.run(["pgrep", "-P", str(pid)], capture_output=True, text=True, check=False)
    return [int(line) for line in listed.stdout.split()]


@contextmanager
def meanwhile(happens: Callable[[int], None]) -> Iterator[None]:
    """Do `happens` to each child that prepares a document while this goes on."""
    over = threading.Event()

    def watch() -> None:
        done: set[int] = set()
        while not over.wait(0.01):
            zygote = sandbox._keeper.zygote
            for child in set(children_of(zygote.process.pid)) - done if zygote else ():
                happens(child)
                done.add(child)

    watcher = threading.Thread(target=watch)
    watcher.start()
    try:
        yield
    finally:
        over.set()
        watcher.join()


def prepared(
    folder: Path, raw: bytes, filename: str, *, so_far: SoFar | None = None, **limits: int
) -> Manuscript | str:
    """What becomes of a file with these bytes: its copy, the refusal, or what failed."""
    original = folder / "original"
    original.write_bytes(raw)
    images = folder / "images"
    images.mkdir(exist_ok=True)
    try:
        allowed = replace(Limits(), **limits)
        return prepare_in_child(original, filename, images, limits=allowed, so_far=so_far)
    except Unreadable as unreadable:
        return unreadable.code
    except NotOpened as failed:
        return f"failed: {failed.why}"


def can_look_away() -> bool:
    """Whether this kernel lets a process lose sight of files."""
    child = os.fork()
    if not child:
        os._exit(see_only(readable=[], writable=[]))
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 1


def zygote_pid() -> int:
    """The process whose children prepare documents."""
    assert sandbox._keeper.zygote
    return sandbox._keeper.zygote.process.pid


def is_alive(pid: int) -> bool:
    """Whether the process still does something."""
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return False
    return state not in {"Z", "X"}
