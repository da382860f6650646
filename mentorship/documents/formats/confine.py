"""What a process gives up before it reads a stranger's file. Linux; elsewhere what exists of it."""

import ctypes
import os
import re
import resource
import signal
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from mentorship.documents.formats.manuscript import Limits

LINUX = sys.platform == "linux"
PR_SET_PDEATHSIG = 1  # linux/prctl.h
CLONE_NEWUSER = 0x10000000  # linux/sched.h
CLONE_NEWNET = 0x40000000
OPEN_FILES = 256
# Bytes of programs and fonts, which are mapped and not written to (measured 2026-11-30: 51 MB).
PROGRAMS = 64 * 1024 * 1024
CPU_GRACE = 2  # seconds
PR_SET_NO_NEW_PRIVS = 38  # linux/prctl.h
# linux/landlock.h; the numbers are the same on every architecture
LANDLOCK_CREATE_RULESET, LANDLOCK_ADD_RULE, LANDLOCK_RESTRICT_SELF = 444, 445, 446
RULE_PATH_BENEATH = 1
EXECUTE, WRITE_FILE, READ_FILE, READ_DIRECTORY = 1 << 0, 1 << 1, 1 << 2, 1 << 3
EVERYTHING = (1 << 13) - 1  # all rights of the first Landlock, Linux 5.13
FILE_RIGHTS = EXECUTE | WRITE_FILE | READ_FILE
SOCKETS = 1 << 9 | 1 << 5  # make one, and remove it again
READING = EXECUTE | READ_FILE | READ_DIRECTORY

_libc = ctypes.CDLL(None, use_errno=True)


class Killed(Exception):  # noqa: N818 - it says what happened
    """A program was ended by a signal that is no limit of ours: that says nothing about the file."""


def die_with_parent() -> None:
    """Be killed by the kernel when the parent ends, however it ends."""
    if LINUX:
        _libc.prctl(PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)


def close_network() -> bool:
    """Leave for a network of one's own, without any interface; False where the kernel refuses.

    Root may simply leave. Anyone else needs a user namespace of her own, which some
    distributions and container runtimes forbid. Must be called while single-threaded.
    """
    if not LINUX:
        return False
    if os.geteuid() == 0 and _libc.unshare(CLONE_NEWNET) == 0:
        return True
    return bool(_libc.unshare(CLONE_NEWUSER | CLONE_NEWNET) == 0)


class _PathBeneath(ctypes.Structure):
    _pack_ = 1
    _fields_ = (("allowed_access", ctypes.c_uint64), ("parent_fd", ctypes.c_int32))


def see_only(
    *,
    readable: Iterable[Path],
    writable: Iterable[Path],
    sockets_in: Iterable[Path] = (),
) -> bool:
    """Lose sight of every file but these and what is below them; False where the kernel cannot.

    sockets_in  where sockets may be made, and names removed, but nothing be read or written.
    The children of this process are bound by it too. By Landlock: no rights are needed for it.
    """
    if not LINUX:
        return False
    handled = ctypes.c_uint64(EVERYTHING)
    rules = _libc.syscall(LANDLOCK_CREATE_RULESET, ctypes.byref(handled), 8, 0)
    if rules < 0:
        return False
    try:
        for path in readable:
            _allow(rules, path, READING)
        for path in writable:
            _allow(rules, path, EVERYTHING)
        for path in sockets_in:
            _allow(rules, path, SOCKETS)
        _libc.prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)
        return bool(_libc.syscall(LANDLOCK_RESTRICT_SELF, rules, 0) == 0)
    finally:
        os.close(rules)


def _allow(rules: int, path: Path, rights: int) -> None:
    try:
        place = os.open(path, os.O_PATH | os.O_CLOEXEC)
    except OSError:  # not on this machine, so nothing to allow
        return
    try:
        kept = rights if path.is_dir() else rights & FILE_RIGHTS
        rule = _PathBeneath(kept, place)
        _libc.syscall(LANDLOCK_ADD_RULE, rules, RULE_PATH_BENEATH, ctypes.byref(rule), 0)
    finally:
        os.close(place)


@contextmanager
def memory_peak() -> Iterator[Callable[[], int]]:
    """A function that says how many bytes of memory this process has had at most.

    It works when /proc is out of sight by then. Where there is no /proc it says 0.
    """
    with Path("/proc/self/status" if LINUX else os.devnull).open("rb", buffering=0) as status:

        def peak() -> int:
            status.seek(0)
            found = re.search(rb"VmHWM:\s+(\d+) kB", status.read(4096))
            return int(found[1]) * 1024 if found else 0

        yield peak


def obey(limits: Limits) -> None:
    """Bind this process, and what it starts, to `limits`; wall-clock time is kept by the parent."""
    bounds = {
        resource.RLIMIT_CPU: limits.cpu_seconds,
        resource.RLIMIT_FSIZE: limits.written_bytes,
        resource.RLIMIT_CORE: 0,
        resource.RLIMIT_NOFILE: OPEN_FILES,
    }
    if LINUX:  # macOS has the names but refuses to set them
        bounds[resource.RLIMIT_AS] = max(limits.address_bytes, limits.memory_bytes)
        bounds[resource.RLIMIT_DATA] = max(limits.memory_bytes - PROGRAMS, 0)
    for which, most in bounds.items():
        hard = resource.getrlimit(which)[1]
        # At its last second a process is killed as a machine without memory kills; a little before
        # it, by a signal that means this limit and nothing else.
        last = most + CPU_GRACE if which == resource.RLIMIT_CPU else most
        last = last if hard == resource.RLIM_INFINITY else min(last, hard)
        resource.setrlimit(which, (min(most, last), last))
