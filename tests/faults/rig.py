"""Everything a trial runs on: the whole service, and between its parts what can fail."""

import contextlib
import json
import os
import shutil
import signal
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote, unquote, urlsplit

from mentorship.supervisor.__main__ import answers
from mentorship.supervisor.plan import valkey
from tests.faults import beside
from tests.faults.proxy import Proxy
from tests.faults.sink import Taken
from tests.infrastructure import prepared
from tests.infrastructure.node import ROOT
from tests.infrastructure.processes import called, free_ports, running
from tests.infrastructure.service import Service, environment, running_service

SOCKET = ".s.PGSQL.5432"
SLOW_ANSWER = 0.003  # seconds: a page asks PostgreSQL many things, one after another


@dataclass
class Rig:
    """The running service, its proxies, and what the mail server took."""

    folder: Path
    service: Service
    smtp: Proxy
    redis: Proxy
    database: Proxy
    variables: dict[str, str]

    @property
    def points(self) -> Path:
        """Where kill points are armed."""
        return self.folder / "points"

    @property
    def broker(self) -> Path:
        """Valkey's own socket, behind the proxy."""
        return self.folder / "valkey.sock"

    @property
    def empty(self) -> Path:
        """Another database, with tables and nothing in them."""
        return self.folder / "empty" / prepared.DATABASE

    def arm(self, point: str, error: int | None = None) -> None:
        """The next process that reaches the point dies there, or meets this error."""
        made = self.points / f".{point}"
        made.write_text("" if error is None else str(error))
        made.rename(self.points / point)

    def disarm(self) -> set[str]:
        """Take back what was not reached; the points that were."""
        reached = {one.name.split(".reached-")[0] for one in self.points.glob("*.reached-*")}
        for one in self.points.iterdir():
            one.unlink()
        return reached

    def script(self, address: str, *lines: str) -> None:
        """What the mail server does with the next letters for this address: see sink.py."""
        (self.folder / "sink" / "script" / address).write_text("\n".join(lines))

    def taken(self) -> list[Taken]:
        """Every letter that the mail server took, in the order they came."""
        lines = (self.folder / "sink" / "taken").read_text().splitlines()
        return [Taken(**json.loads(line)) for line in lines]

    def processes(self, *words: str) -> list[int]:
        """The service's processes in whose name and command all these words stand, the oldest first."""
        parents, found = {}, []
        for entry in Path("/proc").glob("[0-9]*"):
            with contextlib.suppress(OSError):
                facts = (entry / "stat").read_text().rpartition(")")[2].split()
                parents[int(entry.name)] = int(facts[1])
                if all(word in called(entry) for word in words):
                    found.append(int(entry.name))
        return sorted(one for one in found if self._is_ours(one, parents))

    def _is_ours(self, process: int, parents: dict[int, int]) -> bool:
        while process := parents.get(process, 0):
            if process == self.service.process.pid:
                return True
        return False

    def kill(self, *words: str, by: signal.Signals = signal.SIGKILL, newest: bool = False) -> None:
        """End one of them, without a goodbye unless `by` says otherwise."""
        found = self.processes(*words)
        if found:
            with contextlib.suppress(ProcessLookupError):
                os.kill(found[-1 if newest else 0], by)


@contextlib.contextmanager
def rig(folder: Path, database: str) -> Iterator[Rig]:
    """Start all of it in `folder`, on the PostgreSQL database at this URL, as the environment says."""
    for name in ("points", "sink", "sockets", "empty"):
        shutil.rmtree(folder / name, ignore_errors=True)
        (folder / name).mkdir()
    prepared.fill(folder / "empty", environment(), database=True)
    beside.be_ready()
    server = urlsplit(database)
    sockets = Path(unquote(server.netloc.rpartition("@")[2]))  # a hostname would be in lower case
    broker = folder / "valkey.sock"
    behind, port = free_ports(2)
    through = f"postgres://postgres@{quote(str(folder / 'sockets'), safe='')}{server.path}"
    variables = {
        "DATABASE_URL": through,
        "REDIS_URL": f"redis+socket://{folder / 'proxy.sock'}",
        "EMAIL_HOST": "127.0.0.1",
        "EMAIL_PORT": str(port),
        "KILL_POINTS": str(folder / "points"),
        "PLANTED": os.environ.get("PLANTED", ""),
        "DJANGO_SETTINGS_MODULE": "tests.faults.settings",
    }
    with (
        running(
            [*valkey(broker).command, "--dir", str(folder)],
            folder / "valkey.log",
            ready=lambda: answers(str(broker), b"PING\r\n", b"+PONG"),
        ),
        running(
            [sys.executable, "-P", "-m", "tests.faults.sink", str(behind), str(folder / "sink")],
            folder / "sink.log",
            ready=(folder / "sink" / "ready").exists,
            env=environment(),
            cwd=ROOT,
        ),
        Proxy(port, behind) as smtp,
        Proxy(folder / "proxy.sock", broker) as redis,
        Proxy(folder / "sockets" / SOCKET, sockets / SOCKET, slow=SLOW_ANSWER) as postgres,
        running_service(folder, **variables) as service,
    ):
        yield Rig(folder, service, smtp, redis, postgres, variables)
