"""What goes over the wire: websocket bytes of a page, and a client that is no browser."""

import asyncio
import base64
import gzip
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import psutil
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import connect
from websockets.typing import Subprotocol

if TYPE_CHECKING:
    from playwright.sync_api import Page, Response
    from websockets.asyncio.client import ClientConnection

STREAMLITS_OWN = ("/static/", "/_stcore/", "/favicon")


@dataclass
class Sockets:
    """Messages of a page's websockets; ``clear`` starts the count anew."""

    sent: list[bytes] = field(default_factory=list)
    received: list[bytes] = field(default_factory=list)

    def clear(self) -> None:
        """Forget what was counted."""
        self.sent.clear()
        self.received.clear()

    @property
    def total(self) -> int:
        """Bytes both ways."""
        return sum(map(len, self.sent + self.received))

    def to_the_map(self) -> int:
        """Return the bytes of what the server told the map."""
        count = 0
        for raw in self.received:
            message = ForwardMsg.FromString(raw)
            if message.delta.new_element.HasField("component_instance"):
                count += len(raw)
        return count

    @property
    def last_rerun(self) -> BackMsg | None:
        """The last request for a rerun."""
        reruns = [message for raw in self.sent if (message := BackMsg.FromString(raw))]
        reruns = [message for message in reruns if message.HasField("rerun_script")]
        return reruns[-1] if reruns else None


def sockets(page: "Page") -> Sockets:
    """Count the page's websocket messages from now on."""
    counted = Sockets()
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")

    def keep(into: list[bytes]) -> Any:  # noqa: ANN401  # a CDP event handler
        def handle(event: dict[str, Any]) -> None:
            response = event["response"]
            data = response["payloadData"]
            binary = response["opcode"] == 2  # RFC 6455
            into.append(base64.b64decode(data) if binary else data.encode())

        return handle

    session.on("Network.webSocketFrameSent", keep(counted.sent))
    session.on("Network.webSocketFrameReceived", keep(counted.received))
    return counted


def transfers(page: "Page") -> "list[Response]":
    """Collect the page's responses from now on."""
    responses: list[Response] = []

    def keep(response: "Response") -> None:  # Playwright marks its handlers; list.append resists
        responses.append(response)

    page.on("response", keep)
    return responses


def beyond_streamlit(responses: "list[Response]") -> dict[str, int]:
    """Return the gzipped size of the page and of each file that is not Streamlit's, by path."""
    sizes = {}
    for response in responses:
        path = urlsplit(response.url).path
        if not path.startswith(STREAMLITS_OWN) and response.ok:
            sizes[path] = len(gzip.compress(response.body()))
    return sizes


def zipped(messages: list[bytes]) -> int:
    """Return the gzipped size of websocket messages, each by itself."""
    return sum(len(gzip.compress(message)) for message in messages)


async def _open(url: str) -> "ClientConnection":
    address = url.replace("http", "ws", 1) + "/_stcore/stream"
    return await connect(address, subprotocols=[Subprotocol("streamlit")], max_size=None)


async def _run(client: "ClientConnection", request: BackMsg) -> None:
    await client.send(request.SerializeToString())
    while True:
        raw = await client.recv(decode=False)
        kind = ForwardMsg.FromString(raw).WhichOneof("type")
        if kind == "script_finished":
            return


def _first_run() -> BackMsg:
    request = BackMsg()
    request.rerun_script.query_string = ""
    return request


def family(pid: int) -> list[psutil.Process]:
    """Return a server's process and those it started."""
    process = psutil.Process(pid)
    return [process, *process.children(recursive=True)]


class Crowd:
    """Sessions without a browser, for ``asyncio.run`` of one question at a time."""

    def __init__(self, url: str, count: int) -> None:
        self.url, self.count = url, count

    async def memory(self, pid: int) -> int:
        """Return the server's resident bytes while all sessions are open."""
        clients = []
        for _ in range(self.count):
            clients.append(await _open(self.url))
            await _run(clients[-1], _first_run())
        resident = sum(one.memory_info().rss for one in family(pid))
        for client in clients:
            await client.close()
        return int(resident)

    async def reruns(self, requests: list[BackMsg], seconds: float = 8.0) -> float:
        """Return how many of ``requests`` (each client takes turns) a second are served."""
        clients = [await _open(self.url) for _ in range(self.count)]
        for client in clients:
            await _run(client, _first_run())
        loop = asyncio.get_running_loop()
        until = loop.time() + seconds
        served = 0

        async def ask(client: "ClientConnection", turn: int) -> None:
            nonlocal served
            while loop.time() < until:
                await _run(client, requests[turn % len(requests)])
                served += 1
                turn += 1

        await asyncio.gather(*(ask(client, turn) for turn, client in enumerate(clients)))
        for client in clients:
            await client.close()
        return served / seconds
