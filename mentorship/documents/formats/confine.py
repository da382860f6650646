"""What a process gives up before it reads a stranger's file. Linux; elsewhere what exists of it."""

import ctypes
import os
import resource
import signal
import sys

from mentorship.documents.formats.manuscript import Limits

LINUX = sys.platform == "linux"
PR_SET_PDEATHSIG = 1  # linux/prctl.h
CLONE_NEWUSER = 0x10000000  # linux/sched.h
CLONE_NEWNET = 0x40000000
OPEN_FILES = 256

_libc = ctypes.CDLL(None, use_errno=True)


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


def obey(limits: Limits) -> None:
    """Bind this process, and what it starts, to `limits`; wall-clock time is kept by the parent."""
    bounds = {
        resource.RLIMIT_CPU: limits.cpu_seconds,
        resource.RLIMIT_FSIZE: limits.written_bytes,
        resource.RLIMIT_CORE: 0,
        resource.RLIMIT_NOFILE: OPEN_FILES,
    }
    if LINUX:  # macOS has the name but refuses to set it
        bounds[resource.RLIMIT_AS] = limits.memory_bytes
    for which, most in bounds.items():
        hard = resource.getrlimit(which)[1]
        least = most if hard == resource.RLIM_INFINITY else min(most, hard)
        resource.setrlimit(which, (least, least))
