"""A process for which the machine has no room, or none for what it opens."""

import errno
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from mentorship.supervisor import forks, plan
from tests.infrastructure.service import environment

pytestmark = pytest.mark.processes


def test_a_process_that_has_no_room_leaves_nothing_open(monkeypatch: pytest.MonkeyPatch):
    def refuse() -> int:
        raise OSError(errno.EAGAIN, "Resource temporarily unavailable")

    monkeypatch.setattr(os, "fork", refuse)
    before = len(list(Path("/proc/self/fd").iterdir()))

    with pytest.raises(OSError, match="unavailable"):
        forks.Fork(plan.Service("beat", ("celery", "beat")), lock=0)

    assert len(list(Path("/proc/self/fd").iterdir())) == before
    assert not signal.pthread_sigmask(signal.SIG_BLOCK, []) & set(forks.ENDING)


def test_a_process_that_has_no_room_for_its_files_ends(tmp_path: Path):
    full = (
        "import os, resource\n"
        "from mentorship.supervisor import forks, plan\n"
        "lock = os.open(os.devnull, os.O_RDONLY)\n"
        "own = len(os.listdir('/proc/self/fd')) - 1\n"  # but that of the listing
        "_, most = resource.getrlimit(resource.RLIMIT_NOFILE)\n"
        "resource.setrlimit(resource.RLIMIT_NOFILE, (own + 2, most))\n"  # those of the pipe
        "try:\n"
        "    print(forks.Fork(plan.Service('beat', ('celery', 'beat')), lock).wait())\n"
        "except BaseException as error:\n"
        "    print('it goes on', os.getpid(), type(error).__name__)\n"
    )
    told = tmp_path / "told"
    with told.open("w") as out:
        command = [sys.executable, "-P", "-c", full]
        subprocess.run(command, env=environment(), stdout=out, timeout=30, check=True)

    assert told.read_text() == "1\n"
