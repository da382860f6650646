"""The mail server of trials, a process of its own: `python -m tests.faults.sink PORT FOLDER`.

It alone says what was sent. A letter is on disk, flushed, before the client hears that it was taken.
`FOLDER/script/ADDRESS` holds what it does with the next letters for an address, one line a try:

RCPT 450 4.7.1 later     this reply to RCPT
DATA 451 4.3.0 later     this reply after the final dot; the letter is not kept
CLOSE                    after the final dot the connection is cut, and the letter is not kept
KEEP CLOSE               it is kept, and the connection is cut before a reply
KEEP LATE 2.5            it is kept, and the reply takes so many seconds
"""

import asyncio
import hashlib
import json
import os
import signal
import sys
import time
from dataclasses import asdict, dataclass
from email import message_from_bytes
from pathlib import Path
from weakref import WeakKeyDictionary

from aiosmtpd.smtp import SMTP, Envelope, Session

TAKEN = "250 2.0.0 OK"


@dataclass(frozen=True)
class Taken:
    """One letter that the server took, as its ledger has it.

    begun   when its recipient was taken; what it says is made up after that. Seconds of the clock
    at      when it was kept, of the same
    letter  the ref of the letter's row
    sha256  of the bytes as they came over the wire
    """

    begun: float
    at: float
    to: str
    letter: str
    message_id: str
    sha256: str
    size: int


class Ledger:
    """Takes letters, as the scripts say, and writes down which."""

    def __init__(self, folder: Path) -> None:
        self.scripts = folder / "script"
        self.scripts.mkdir(parents=True, exist_ok=True)
        self.file = (folder / "taken").open("a")
        self.begun: WeakKeyDictionary[Envelope, float] = WeakKeyDictionary()

    def _next(self, address: str, *whens: str) -> str:
        """What the script says for this moment, taken out of it; empty when it says nothing."""
        script = self.scripts / address
        lines = script.read_text().splitlines() if script.exists() else []
        if not lines or not lines[0].startswith(whens):
            return ""
        rest = script.with_name(f".{address}")
        rest.write_text("\n".join(lines[1:]))
        rest.rename(script)
        return lines[0]

    def _keep(self, address: str, content: bytes, begun: float) -> None:
        message = message_from_bytes(content)
        taken = Taken(
            begun=begun,
            at=time.time(),
            to=address,
            letter=message["X-Delivery-Id"] or "",
            message_id=message["Message-ID"] or "",
            sha256=hashlib.sha256(content).hexdigest(),
            size=len(content),
        )
        self.file.write(json.dumps(asdict(taken)) + "\n")
        self.file.flush()
        os.fsync(self.file.fileno())

    async def handle_RCPT(  # noqa: N802 - the name aiosmtpd looks for
        self,
        _server: SMTP,
        _session: Session,
        envelope: Envelope,
        address: str,
        _options: list[str],
    ) -> str:
        """The scripted reply, or yes."""
        said = self._next(address, "RCPT")
        if said:
            return said.removeprefix("RCPT ")
        envelope.rcpt_tos.append(address)
        self.begun[envelope] = time.time()
        return TAKEN

    async def handle_DATA(  # noqa: N802 - the name aiosmtpd looks for
        self, server: SMTP, _session: Session, envelope: Envelope
    ) -> str:
        """As the script says; else the letter is kept and flushed, and then taken."""
        address = envelope.rcpt_tos[0]
        said = self._next(address, "DATA", "CLOSE", "KEEP")
        if said.startswith("DATA"):
            return said.removeprefix("DATA ")
        if said != "CLOSE":
            self._keep(address, envelope.original_content or b"", self.begun[envelope])
        if "LATE" in said:
            await asyncio.sleep(float(said.rpartition(" ")[2]))
        if said.endswith("CLOSE") and server.transport:
            server.transport.abort()
        return TAKEN


async def serve(port: int, folder: Path) -> None:
    """Take letters until this process is told to end."""
    loop = asyncio.get_running_loop()
    ledger = Ledger(folder)
    server = await loop.create_server(lambda: SMTP(ledger), "127.0.0.1", port)
    (folder / "ready").touch()
    ended = asyncio.Event()
    loop.add_signal_handler(signal.SIGTERM, ended.set)
    async with server:
        await ended.wait()


if __name__ == "__main__":
    asyncio.run(serve(int(sys.argv[1]), Path(sys.argv[2])))
