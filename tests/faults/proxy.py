"""What stands between the service and PostgreSQL, Valkey or the mail server, and can fail."""

import asyncio
import contextlib
import socket
import struct
import threading
from collections.abc import Coroutine, Iterator
from enum import StrEnum
from pathlib import Path
from typing import Any

CHUNK = 65536
RESET = struct.pack("ii", 1, 0)  # SO_LINGER: close at once, with RST
SLOW = 0.02  # seconds that each piece waits, unless the proxy is made with others

Address = Path | int  # a Unix socket, or a port of this machine
Streams = tuple[asyncio.StreamReader, asyncio.StreamWriter]


class Mode(StrEnum):
    """What the proxy does."""

    PASS = "hands on everything"
    REFUSE = "closes every new connection"
    SILENT = "takes everything, and says nothing"
    SLOW = "hands on each piece late"


class Proxy:
    """One proxy, in a thread of its own. `mode` may be changed at any time."""

    def __init__(self, at: Address, to: Address, *, slow: float = SLOW) -> None:
        self.at, self.to, self.slow = at, to, slow
        self.mode = Mode.PASS
        self.open: set[asyncio.StreamWriter] = set()
        self.loop = asyncio.new_event_loop()
        self.ready = threading.Event()
        self.thread = threading.Thread(target=self._run, daemon=True)

    def reset(self) -> None:
        """Cut every connection there is, in the middle of whatever it is at."""
        self._soon(self._reset())

    @contextlib.contextmanager
    def being(self, mode: Mode) -> Iterator[None]:
        """So for the block: what is open is cut, unless it is only slow."""
        self.mode = mode
        if mode is Mode.REFUSE:
            self.reset()
        try:
            yield
        finally:
            self.mode = Mode.PASS
            if mode is Mode.SILENT:  # what it was told meanwhile is gone
                self.reset()

    def __enter__(self) -> "Proxy":
        self.thread.start()
        self.ready.wait(10)
        return self

    def __exit__(self, *_error: object) -> None:
        self.reset()
        self.loop.call_soon_threadsafe(self.loop.stop)
        self.thread.join(5)

    def _soon(self, work: Coroutine[Any, Any, None]) -> None:
        asyncio.run_coroutine_threadsafe(work, self.loop).result(5)

    async def _reset(self) -> None:
        for writer in list(self.open):
            found = writer.get_extra_info("socket")
            if isinstance(self.at, int):
                with contextlib.suppress(OSError):
                    found.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, RESET)
            writer.transport.abort()

    def _run(self) -> None:
        asyncio.set_event_loop(self.loop)
        self.loop.run_until_complete(self._listen())
        self.ready.set()
        self.loop.run_forever()

    async def _listen(self) -> None:
        if isinstance(self.at, int):
            await asyncio.start_server(self._serve, "127.0.0.1", self.at)
        else:
            await asyncio.start_unix_server(self._serve, str(self.at))
            self.at.chmod(0o777)

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.open.add(writer)
        with contextlib.suppress(OSError, asyncio.IncompleteReadError):
            if self.mode is not Mode.REFUSE:
                there, back = await _connect(self.to)
                self.open.add(back)
                await asyncio.gather(self._hand_on(reader, back), self._hand_on(there, writer))
                self.open.discard(back)
        self.open.discard(writer)
        writer.close()

    async def _hand_on(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while piece := await reader.read(CHUNK):
                if self.mode is Mode.SLOW:
                    await asyncio.sleep(self.slow)
                if self.mode is Mode.SILENT:
                    continue
                writer.write(piece)
                await writer.drain()
        finally:
            writer.close()


async def _connect(to: Address) -> Streams:
    if isinstance(to, int):
        return await asyncio.open_connection("127.0.0.1", to)
    return await asyncio.open_unix_connection(str(to))
