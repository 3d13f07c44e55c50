"""A class at once: readers without a browser, who speak Streamlit's protocol over a websocket.

``python -m tests.bench.readers [COUNT ...]`` measures classes of 30 and 100 on servers of its own.
"""

import asyncio
import json
import random
import re
import statistics
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, suppress
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import partial
from typing import TYPE_CHECKING

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import connect
from websockets.typing import Subprotocol

from tests.bench import steps
from tests.bench.line import Line
from tests.bench.steps import EMPTY, p95, to_timeline
from tests.bench.table import Table
from tests.bench.wire import family
from tests.browser import chromium
from tests.browser.server import Server, serve
from tests.browser.visit import open_atlas

if TYPE_CHECKING:
    from websockets.asyncio.client import ClientConnection

ARRIVE = 3.0  # seconds in which a class opens the atlas
RESTS = 5  # of each reader
PAUSE = (2.0, 5.0)  # seconds between a reader's rests
BOUND = 300.0  # seconds after which a reader gives up; 25 of them she rests
LANGUAGES = ("en", "ja", "ru")
PAGES = ("landings", "treaties", "chronicle", "islands", "compare", "sources")
_ORDER = re.compile(r"kurilAtlas\.command\((\{.*?\})\);")
_FIRST, _DAYS = date(1700, 1, 1), 119_000


@dataclass
class Times:
    """What a class measured, in milliseconds, and what went wrong."""

    first: list[float] = field(default_factory=list)
    rests: list[float] = field(default_factory=list)
    turns: list[float] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    wire: list[int] = field(default_factory=list)


class Reader:
    """One reader's visit: opens the map, answers as its script does, moves on and rests."""

    def __init__(self, client: "ClientConnection", language: str) -> None:
        self.client = client
        self.query = f"lang={language}"
        self.page = self.path = self.shown = ""
        self.widget = self.fragment = ""
        self.order: dict[str, object] = {}
        self.wire = 0  # bytes on the line, both ways
        take = client.protocol.receive_data

        def counted(data: bytes) -> None:
            self.wire += len(data)
            take(data)

        client.protocol.receive_data = counted  # type: ignore[method-assign, assignment]

    async def run(self, answer: dict[str, object] | None = None) -> None:
        """Ask for a run (of the map's part alone, with its ``answer``) and wait for its end."""
        request = BackMsg()
        request.rerun_script.query_string = self.query
        request.rerun_script.page_name = self.path
        if answer is not None:
            request.rerun_script.fragment_id = self.fragment
            request.rerun_script.page_script_hash = self.page
            state = request.rerun_script.widget_states.widgets.add()
            state.id, state.json_value = self.widget, json.dumps(answer)
        sent = request.SerializeToString()
        self.wire += len(sent)
        await self.client.send(sent)
        while not self._finished(await self.client.recv(decode=False)):
            pass

    def _finished(self, raw: bytes) -> bool:
        message = ForwardMsg.FromString(raw)
        if message.HasField("new_session"):
            self.page = message.new_session.page_script_hash
        if message.HasField("navigation"):
            self.shown = message.navigation.page_script_hash
        if message.HasField("page_info_changed"):
            self.query = message.page_info_changed.query_string
        element = message.delta.new_element
        if element.HasField("exception"):
            raise RuntimeError(element.exception.message)
        if element.HasField("component_instance"):
            self.widget = element.component_instance.id
            self.fragment = message.delta.fragment_id
            sent = json.loads(element.component_instance.json_args)["feature_group"]
            self.order = json.loads(_ORDER.findall(sent)[-1])
        return str(message.WhichOneof("type")) == "script_finished"

    async def rest(self, day: date) -> None:
        """Rest on a day, as the map tells it."""
        told = ("session", "seq", "lens", "viewpoint", "island")
        answer = {key: value for key, value in self.order.items() if key in told}
        await self.run(answer | {"date": day.isoformat()})
        if f"date={day}" not in self.query:
            raise RuntimeError(f"rested on {day}, the address says {self.query}")

    async def speak(self, language: str) -> None:
        """Ask for the page in another language, as its link does."""
        self.query = re.sub(r"lang=\w+", f"lang={language}", self.query)
        await self.run()
        if f"lang={language}" not in self.query:
            raise RuntimeError(f"asked for {language}, the address says {self.query}")

    async def turn(self, path: str) -> None:
        """Go to another page."""
        before, self.path = self.shown, path
        await self.run()
        if self.shown == before:
            raise RuntimeError(f"{path} is no other page")


async def visit(  # noqa: PLR0913  # what a class agrees on
    url: str, number: int, times: Times, rests: int, rested: asyncio.Barrier, *, bare: bool = False
) -> None:
    """Open the map after a while, rest ``rests`` times, change language and page, leave.

    How long each took is noted. A ``bare`` page has none of these: it is run again instead. The
    class turns the page once all have ``rested``: a rest is measured among rests.
    """
    clock = asyncio.get_running_loop().time
    chance = random.Random(number)  # noqa: S311  # no secret: the same class each time
    await asyncio.sleep(chance.uniform(0, ARRIVE))
    address = url.replace("http", "ws", 1) + "/_stcore/stream"
    start = clock()
    async with connect(address, subprotocols=[Subprotocol("streamlit")], max_size=None) as client:
        reader = Reader(client, LANGUAGES[number % len(LANGUAGES)])
        await reader.run()
        times.first.append(1000 * (clock() - start))
        for turn in range(rests):
            if turn:
                await asyncio.sleep(chance.uniform(*PAUSE))
            day = _FIRST + timedelta(days=chance.randrange(_DAYS))
            start, before = clock(), reader.wire
            await (reader.run() if bare else reader.rest(day))
            if turn:  # the first brings the rest of the page along
                times.rests.append(1000 * (clock() - start))
                times.wire.append(reader.wire - before)
        with suppress(asyncio.BrokenBarrierError):
            await rested.wait()
        language = LANGUAGES[(number + 1) % len(LANGUAGES)]
        for change in (
            partial(reader.speak, language),
            partial(reader.turn, PAGES[number % len(PAGES)]),
        ):
            await asyncio.sleep(chance.uniform(*PAUSE))
            start = clock()
            await (reader.run() if bare else change())
            times.turns.append(1000 * (clock() - start))


async def gather(url: str, count: int, rests: int = RESTS, *, bare: bool = False) -> Times:
    """Let a class of ``count`` readers visit at once; an error is noted, not raised."""
    times = Times()
    rested = asyncio.Barrier(count)

    async def one(number: int) -> None:
        try:
            await asyncio.wait_for(visit(url, number, times, rests, rested, bare=bare), BOUND)
        except Exception as error:  # noqa: BLE001  # a class goes on without one reader
            times.errors.append(f"{type(error).__name__}: {error}")
            await rested.abort()  # nobody waits for one who does not come

    await asyncio.gather(*map(one, range(count)))
    return times


def resident(server: Server) -> float:
    """Return the server's resident memory in MB."""
    return sum(one.memory_info().rss for one in family(server.pid)) / 1e6


def alone(server: Server) -> float:
    """Return what of it would be free if the server ended, in MB: without files mapped by others.

    How many pages of its libraries' files a process holds depends on what the machine read before.
    """
    return sum(one.memory_full_info().uss for one in family(server.pid)) / 1e6


def measure(table: Table, counts: tuple[int, ...] = (30, 100)) -> None:
    """Let classes visit a cold server, then the same one warm; as many an empty page."""
    for count in counts:
        with serve() as server:
            one_class = count == counts[0]
            for state, budget in (("cold", 6000), ("warm", 1500)):
                times = asyncio.run(gather(server.url, count))
                what = f"{count} at once, {state}"
                _rows(table, what, times, budget * one_class, 2000 if one_class else 6000)
            table.row("  resident memory", resident(server), None, "MB")
        with serve(EMPTY) as nothing:
            times = asyncio.run(gather(nothing.url, count, bare=True))
            _rows(table, f"{count} at once, an empty page", times, 0)


def slowly(table: Table, count: int = 30, mbit: float = 2) -> None:
    """Let a class share a line as narrow as a school's, to a warm server."""
    with serve() as server, Line(server.url, mbit=mbit).laid() as line:
        asyncio.run(gather(server.url, 1))
        times = asyncio.run(gather(line.url, count))
        _rows(table, f"{count} at once over {mbit:g} Mbit/s", times, 0)


def _rows(table: Table, what: str, times: Times, budget: int, turn: int | None = None) -> None:
    table.row(f"{what}: errors", len(times.errors), 0)
    for error in sorted(set(times.errors))[:3]:
        print(f"  {error[:110]}")
    if times.first:
        table.row(f"{what}: first answer, p95", p95(times.first), budget or None, "ms")
        table.row("  median", statistics.median(times.first), None, "ms")
    if times.turns:
        table.row(
            f"{what}: another language or page, p95",
            p95(times.turns),
            turn,
            "ms",
        )
        table.row("  median", statistics.median(times.turns), None, "ms")
    if times.rests:
        table.row(f"{what}: a rest, p95", p95(times.rests), 300 if budget else 1000, "ms")
        table.row("  median", statistics.median(times.rests), None, "ms")
        table.row(
            "  on the line for a rest, both ways, median",
            statistics.median(times.wire),
            12_000,
            "B",
        )


def beside(table: Table, count: int = 30, pages: int = 3) -> None:
    """Let readers in real browsers rest alone, and then beside a class."""
    with serve() as server, chromium.browser() as browser, ExitStack() as opened:
        rooms = [opened.enter_context(steps.visit(browser, server.url)) for _ in range(pages)]
        for room in rooms:
            to_timeline(open_atlas(room))
        alone = [time for room in rooms for time in steps.rests(room, 4)]
        with ThreadPoolExecutor(1) as others:
            going = others.submit(asyncio.run, gather(server.url, count))
            among = []
            while not going.done():
                among += [time for room in rooms for time in steps.rests(room, 1)]
        table.row(f"{pages} Chromium pages alone: after rest, p95", p95(alone), None, "ms")
        table.row(f"{pages} Chromium pages beside {count}: after rest, p95", p95(among), None, "ms")
        table.row("  median", statistics.median(among), None, "ms")
        table.row("  errors of the class", len(going.result().errors), 0)


async def come_and_go(url: str, count: int, at_once: int = 10) -> None:
    """Let ``count`` readers open the map, rest once and leave."""
    for start in range(0, count, at_once):
        await asyncio.gather(*(_short(url, start + one) for one in range(at_once)))


def leaving(table: Table, visits: int = 500) -> None:
    """Measure what visits leave behind once they are over."""
    with serve() as server:
        asyncio.run(come_and_go(server.url, 50))
        before = resident(server)
        asyncio.run(come_and_go(server.url, visits))
        table.row("resident memory after 50 visits", before, 260, "MB")
        more = resident(server) - before
        table.row(f"  more after {visits} visits have come and gone", more, 10, "MB")


async def _short(url: str, number: int) -> None:
    address = url.replace("http", "ws", 1) + "/_stcore/stream"
    async with connect(address, subprotocols=[Subprotocol("streamlit")], max_size=None) as client:
        reader = Reader(client, LANGUAGES[number % len(LANGUAGES)])
        await reader.run()
        await reader.rest(_FIRST + timedelta(days=97 * number % _DAYS))


if __name__ == "__main__":
    figures = Table()
    figures.head()
    measure(figures, tuple(map(int, sys.argv[1:])) or (30, 100))
    beside(figures)
    slowly(figures)
    leaving(figures)
