"""The line from the server to a page: held up, cut and mended."""

from functools import partial
from typing import TYPE_CHECKING

from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from tests.browser.visit import APP, CONNECTED, PATIENCE, becomes, wait_ready

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page, Route, WebSocketRoute

CUT = 3000  # a websocket's close code that is free for applications


class Line:
    """The line from the server to a page that is yet to be opened; it can be held up."""

    def __init__(self, page: "Page") -> None:
        self._page = page
        self._late: list[Callable[[], None]] = []
        self._held = False
        self._cut = False
        self._whole = False  # whether a run has been held up to its end
        self._sockets: list[WebSocketRoute] = []
        page.route_web_socket("**/_stcore/stream", self._connect)

    def hold(self) -> None:
        """Let nothing more arrive, once an answer on its way is whole: half of one is no page."""
        wait_ready(self._page)
        self._held, self._whole = True, False

    def answered(self) -> None:
        """Wait until the server has said all it has to say; none of it arrives."""
        said = -1
        while said < len(self._late):  # another run may follow
            becomes(self._page, lambda: self._whole, expected=True)
            said = len(self._late)
            self._page.wait_for_timeout(1000)
        self._whole = False

    def release(self) -> None:
        """Let everything arrive, in its order."""
        self._held = False
        for send in self._late:
            send()
        self._late.clear()

    def cut(self) -> None:
        """Break the line, with all that was held up; the page tries in vain to connect anew."""
        self._cut, self._held = True, False
        self._late.clear()
        for socket in self._sockets:
            socket.close(code=CUT)
        self._sockets.clear()
        self._page.wait_for_selector(f"{APP}:not({CONNECTED})", state="attached")

    def mend(self) -> None:
        """Let the page connect again, and wait until it has."""
        self._cut = False
        self._page.wait_for_selector(f"{APP}{CONNECTED}", state="attached", timeout=PATIENCE)

    def _connect(self, socket: "WebSocketRoute") -> None:
        if self._cut:
            socket.close(code=CUT)
            return
        server = socket.connect_to_server()
        self._sockets += [socket, server]

        def arrive(message: str | bytes) -> None:
            if self._held:
                self._late.append(partial(socket.send, message))
                self._note(message)
            else:
                socket.send(message)

        server.on_message(arrive)

    def _note(self, message: str | bytes) -> None:
        assert isinstance(message, bytes)  # Streamlit has no others
        told = ForwardMsg.FromString(message)
        if told.WhichOneof("type") == "new_session":
            self._whole = False
        elif told.WhichOneof("type") == "script_finished":
            self._whole = told.script_finished != ForwardMsg.FINISHED_EARLY_FOR_RERUN


def held_up(page: "Page", address: str) -> "list[Route]":
    """Hold up what the page asks for at an address; return the list that it comes to wait in."""
    held: list[Route] = []

    def hold(route: "Route") -> None:
        held.append(route)

    page.route(address, hold)
    return held
