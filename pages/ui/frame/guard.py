"""What stands before Streamlit's own answers: true health, closed doors, headers, no late word."""

from typing import TYPE_CHECKING

from anyio import to_thread
from starlette.middleware import Middleware
from starlette.responses import PlainTextResponse

from pages.ui.browser import files
from pages.ui.frame import packed
from pages.ui.frame.late import Late

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

# Nobody uploads, and how many read is not for everyone to ask.
_CLOSED = ("/_stcore/upload_file/", "/_stcore/metrics")
_HEALTH = "/_stcore/health"
# No X-Frame-Options: schools frame the atlas in their lessons on purpose (README).
_HEADERS = {
    b"x-content-type-options": b"nosniff",
    b"referrer-policy": b"strict-origin-when-cross-origin",
    b"permissions-policy": b"camera=(), geolocation=(), microphone=(), payment=(), usb=()",
}


class Guard:
    """Answers in Streamlit's place where that would say or allow too much."""

    def __init__(self, app: "ASGIApp") -> None:
        self.app = app

    async def __call__(self, scope: "Scope", receive: "Receive", send: "Send") -> None:
        """Answer one request, or let Streamlit; on a websocket it hears all but what is late."""
        if scope["type"] == "websocket":
            await self.app(scope, _in_time(receive), send)
            return
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def sending(message: "Message") -> None:
            if message["type"] == "http.response.start":
                given = {name for name, _ in message["headers"]}
                added = [pair for pair in _HEADERS.items() if pair[0] not in given]
                message = {**message, "headers": [*message["headers"], *added]}
            await send(message)

        app = await _refusal(scope["path"]) or packed.answer(scope) or self.app
        await app(scope, receive, sending)


def _in_time(receive: "Receive") -> "Receive":
    """Return the way to a websocket's messages without those of a page that was left."""
    late = Late()

    async def receiving() -> "Message":
        message = await receive()
        while late.hears(message):
            message = await receive()
        return message

    return receiving


async def _refusal(path: str) -> PlainTextResponse | None:
    """Return what is said instead of Streamlit's answer; None where that is true and wanted."""
    if any(door in path for door in _CLOSED):
        return PlainTextResponse("Not found", status_code=404)
    if path.endswith(_HEALTH):
        try:
            await to_thread.run_sync(files.folder)
        except OSError as error:
            return PlainTextResponse(f"No place for the atlas's files: {error}", status_code=503)
    return None


def middleware() -> list[Middleware]:
    """Return what Streamlit's server puts before itself."""
    return [Middleware(Guard)]
