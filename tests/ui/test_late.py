"""What a page asks for after its reader has left it is not heard; all else is."""

import asyncio
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from streamlit.proto.BackMsg_pb2 import BackMsg

from pages.ui.frame.guard import Guard

MAP, TREATIES = "7dc256", "7d3c7c"


def asked(page: str, part: str = "") -> dict[str, Any]:
    """Return what a browser sends to have a page run, or a part of it."""
    told = BackMsg()
    told.rerun_script.page_script_hash = page
    told.rerun_script.fragment_id = part
    return {"type": "websocket.receive", "bytes": told.SerializeToString()}


def heard(messages: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return what Streamlit receives of the messages on one websocket."""
    waiting, given_on = iter(messages), []

    async def receive() -> dict[str, Any]:
        await asyncio.sleep(0)
        return next(waiting)

    async def streamlit(_scope: object, receive: Any, _send: object) -> None:  # noqa: ANN401  # Starlette's are typed apart
        while (message := await receive())["type"] != "websocket.disconnect":
            given_on.append(message)

    app: Any = streamlit
    nowhere: Any = None
    visit = Guard(app)({"type": "websocket", "path": "/_stcore/stream"}, receive, nowhere)
    # in a thread: one that drove a browser before keeps a loop of its own running
    with ThreadPoolExecutor(1) as thread:
        thread.submit(lambda: asyncio.run(visit)).result()
    return given_on


END = {"type": "websocket.disconnect", "code": 1000}


@pytest.mark.parametrize("first", ["", MAP], ids=["by its address", "by a link"])
def test_a_map_is_heard_until_its_reader_asks_for_another_page(first: str) -> None:
    messages = [
        asked(first),
        asked(MAP, "map"),
        asked(TREATIES),
        asked(MAP, "map"),
        asked(TREATIES, "search"),
        asked(MAP),
        asked(MAP, "map"),
        asked(TREATIES, "search"),
    ]
    assert heard([*messages, END]) == [*messages[:3], *messages[4:7]]


def test_a_line_that_comes_back_hears_the_page_that_is_open() -> None:
    messages = [asked(MAP, "map"), asked(MAP), asked(MAP, "map")]
    assert heard([*messages, END]) == messages


@pytest.mark.parametrize(
    "message",
    [
        {"type": "websocket.connect"},
        {"type": "websocket.receive", "text": "no run"},
        {"type": "websocket.receive", "bytes": b""},
        {"type": "websocket.receive", "bytes": b"\xff\xff\xff"},
        {"type": "websocket.receive", "bytes": BackMsg(stop_script=True).SerializeToString()},
        {"type": "websocket.receive", "bytes": BackMsg(app_heartbeat=True).SerializeToString()},
    ],
)
def test_what_asks_for_no_run_passes_as_it_is(message: dict[str, Any]) -> None:
    messages = [asked(TREATIES), message]
    assert heard([*messages, END]) == messages
