"""A line to a server that is slow, far, cut or watched over, on this machine alone."""

import asyncio
import threading
from collections.abc import Coroutine, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

CHUNK = 2048  # bytes put on the line at a time
QUEUED = 32  # chunks that wait before the sender must
FORBIDDEN = b"HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"


@dataclass
class Way:
    """One direction of the line, shared by all its readers: ``rate`` bytes a second."""

    rate: float | None
    free: float = 0.0

    def passed(self, size: int, now: float) -> float:
        """Return when so many more bytes are through."""
        if self.rate is None:
            return now
        self.free = max(self.free, now) + size / self.rate
        return self.free


@dataclass
class Line:
    """Passes connections on to a server, as slowly and as far as told.

    ``websockets`` says what becomes of them: passed, refused (as a school's proxy does), or silent
    (accepted and never answered).
    """

    server: str
    mbit: float | None = None
    travel: float = 0.0  # seconds, one way
    websockets: str = "passed"
    url: str = ""
    up: bool = True
    _loop: asyncio.AbstractEventLoop = field(default_factory=asyncio.new_event_loop)
    _open: set[asyncio.StreamWriter] = field(default_factory=set)

    def __post_init__(self) -> None:
        """Set out two ways of the same width."""
        rate = None if self.mbit is None else self.mbit * 1e6 / 8
        self._ways = Way(rate), Way(rate)

    def cut(self) -> None:
        """Break all connections and let none through."""
        self._call(self._cut())

    def mend(self) -> None:
        """Let connections through again."""
        self.up = True

    @contextmanager
    def laid(self) -> "Iterator[Line]":
        """Serve the line on a port of its own until the block ends."""
        thread = threading.Thread(target=self._loop.run_forever, daemon=True)
        thread.start()
        listening = self._call(asyncio.start_server(self._connect, "127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{listening.sockets[0].getsockname()[1]}"
        try:
            yield self
        finally:
            listening.close()
            self._call(self._end())
            self._loop.call_soon_threadsafe(self._loop.stop)
            thread.join()

    def _call(self, work: Coroutine[Any, Any, Any]) -> Any:  # noqa: ANN401  # whatever it returns
        return asyncio.run_coroutine_threadsafe(work, self._loop).result(10)

    async def _cut(self) -> None:
        self.up = False
        for writer in self._open:
            writer.transport.abort()
        self._open.clear()

    async def _end(self) -> None:
        await self._cut()
        others = asyncio.all_tasks() - {asyncio.current_task()}
        for task in others:
            task.cancel()
        await asyncio.gather(*others, return_exceptions=True)

    async def _connect(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        if not self.up:
            writer.transport.abort()
            return
        try:
            head = await reader.readuntil(b"\r\n\r\n")
            if self.websockets != "passed" and b"upgrade: websocket" in head.lower():
                await self._bar(reader, writer)
                return
            place = urlsplit(self.server)
            there, back = await asyncio.open_connection(place.hostname, place.port)
            self._open |= {writer, back}
            await asyncio.gather(
                self._pass(reader, back, self._ways[0], head),
                self._pass(there, writer, self._ways[1]),
            )
        except (OSError, asyncio.IncompleteReadError, asyncio.CancelledError):
            pass  # either end has gone, or the line has
        finally:
            writer.transport.abort()

    async def _bar(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        if self.websockets == "refused":
            writer.write(FORBIDDEN)
            await writer.drain()
        else:
            await reader.read()  # until the browser gives up

    async def _pass(
        self,
        reader: asyncio.StreamReader,
        writer: asyncio.StreamWriter,
        way: Way,
        head: bytes = b"",
    ) -> None:
        waiting: asyncio.Queue[tuple[float, bytes]] = asyncio.Queue(QUEUED)
        clock = self._loop.time

        async def arrive() -> None:
            while True:
                when, chunk = await waiting.get()
                await asyncio.sleep(max(0.0, when - clock()))
                if not chunk:
                    break
                writer.write(chunk)
                await writer.drain()
            writer.close()

        arriving = asyncio.ensure_future(arrive())
        chunk = head
        while chunk or (chunk := await reader.read(CHUNK)):
            through = way.passed(len(chunk), clock())
            await waiting.put((through + self.travel, chunk))
            await asyncio.sleep(max(0.0, through - clock() - 0.2))  # little lies in queue
            chunk = b""
        await waiting.put((clock() + self.travel, b""))
        await arriving
