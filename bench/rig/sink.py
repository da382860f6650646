"""A mail server in a process of its own: `python -m bench.rig.sink PORT FILE`.

It keeps no letter. For each it writes a line to FILE before it answers: when it came, by the clock that
all processes of the machine share, and for whom. It does not wait for the disk: a mail server that
did would be slower, and everything beside it nearer to it.
"""

import asyncio
import contextlib
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from aiosmtpd.smtp import SMTP, Envelope, Session

from tests.infrastructure.node import ROOT
from tests.infrastructure.processes import free_port, running

HOST = "127.0.0.1"
READY = "ready"


class Noting:
    """Takes every letter, and notes when and for whom it came."""

    def __init__(self, file: Path) -> None:
        self.notes = file.open("a", buffering=1)

    async def handle_DATA(  # noqa: N802 - the name aiosmtpd looks for
        self, server: SMTP, session: Session, envelope: Envelope
    ) -> str:
        """Note it, and say that it was taken."""
        self.notes.write(f"{time.monotonic()} {envelope.rcpt_tos[0]}\n")
        return "250 OK"


@dataclass
class Sink:
    """The server, as whoever measures sees it.

    seen  what it has noted so far; whoever asks again and again reads only what is new
    """

    port: int
    file: Path
    seen: list[tuple[float, str]] = field(default_factory=list)
    read: int = 0

    def came(self) -> list[tuple[float, str]]:
        """When, and for whom: every letter so far."""
        with self.file.open() as notes:
            notes.seek(self.read)
            new, ended, _begun = notes.read().rpartition("\n")
        self.read += len(new) + len(ended)  # addresses here are ASCII
        self.seen += [(float(at), to) for at, to in map(str.split, new.splitlines())]
        return self.seen


@contextlib.contextmanager
def sink(folder: Path) -> Iterator[Sink]:
    """The server, started."""
    port, file, log = free_port(), folder / "letters.txt", folder / "sink.log"
    file.touch()
    command = [sys.executable, "-P", "-m", "bench.rig.sink", str(port), str(file)]
    with running(command, log, ready=lambda: READY in log.read_text(), cwd=ROOT):
        yield Sink(port, file)


async def serve(port: int, file: Path) -> None:
    """Take letters until this process ends."""
    noting = Noting(file)
    server = await asyncio.get_running_loop().create_server(lambda: SMTP(noting), HOST, port)
    sys.stdout.write(f"{READY}\n")
    sys.stdout.flush()
    async with server:
        await server.serve_forever()


if __name__ == "__main__":
    asyncio.run(serve(int(sys.argv[1]), Path(sys.argv[2])))
