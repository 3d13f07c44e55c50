"""What must not happen during a visit."""

import re
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import BrowserContext, ConsoleMessage, Page, Request, WebError

LOCAL = {"127.0.0.1", "localhost"}
_HERE = "|".join(map(re.escape, sorted(LOCAL)))
OUTSIDE = re.compile(rf"^https?://(?!(?:{_HERE})[:/])", re.IGNORECASE)
# What Streamlit says of a machine that is busy with others: no fault of the page.
_BUSY = re.compile(r"DoInitPings timed out|Connection timed out|server is not responding")
_PROBES = ("/_stcore/health", "/_stcore/host-config")


class Watch:
    """What must not happen during a visit: addresses outside this machine, and errors."""

    def __init__(self) -> None:
        self.outside: list[str] = []
        self.errors: list[str] = []
        self._notes: dict[Any, Callable[[Any], None]] = {  # Playwright's own names
            "request": self._ask,
            "page": self._listen,
            "console": self._note,
            "weberror": self._fail,
        }

    def follow(self, context: "BrowserContext") -> None:
        """Note what the pages of this context ask for and say; nothing outside is found."""
        for event, note in self._notes.items():
            context.on(event, note)

    def leave(self, context: "BrowserContext") -> None:
        """Note no more of this context."""
        for event, note in self._notes.items():
            context.remove_listener(event, note)

    def check(self) -> None:
        """Fail if anything was noted."""
        assert not self.outside, f"asked for addresses outside this machine: {self.outside}"
        assert not self.errors, f"the browser's console has errors: {self.errors}"

    def _ask(self, request: "Request") -> None:
        if OUTSIDE.match(request.url):
            self.outside.append(request.url)

    def _listen(self, page: "Page") -> None:
        page.on("websocket", lambda socket: self._note_socket(socket.url))

    def _fail(self, error: "WebError") -> None:
        self.errors.append(str(error.error))

    def _note(self, message: "ConsoleMessage") -> None:
        # on a page's own address Streamlit first looks for its server below that page
        probing = (message.location.get("url") or "").endswith(_PROBES)
        if message.type == "error" and not probing and not _BUSY.search(message.text):
            self.errors.append(f"{message.text} ({message.location.get('url')})")

    def _note_socket(self, url: str) -> None:
        if urlsplit(url).hostname not in LOCAL:
            self.outside.append(url)
