"""What the server says of itself is true, and what nobody needs is shut."""

import asyncio
import gzip
import re
from collections.abc import Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
import streamlit as st

from pages.ui.browser import files
from pages.ui.frame import packed
from pages.ui.frame.guard import Guard

Receive = Callable[[], Awaitable[dict[str, Any]]]
Send = Callable[[dict[str, Any]], Awaitable[None]]
BASES = ["", "/kuril", "/a/b"]


async def streamlit(_scope: dict[str, Any], _receive: Receive, send: Send) -> None:
    """Stand for Streamlit's own answer."""
    headers = [(b"content-type", b"text/plain"), (b"referrer-policy", b"origin")]
    await send({"type": "http.response.start", "status": 200, "headers": headers})
    await send({"type": "http.response.body", "body": b"ok"})


def ask(
    path: str,
    query: str = "",
    app: Any = streamlit,  # noqa: ANN401  # Starlette's are typed apart
    **headers: str,
) -> tuple[int, dict[bytes, bytes], bytes]:
    """Return status, headers and text of the guarded answer to one request."""
    sent: list[dict[str, Any]] = []

    async def receive() -> dict[str, Any]:
        await asyncio.sleep(0)
        return {"type": "http.request"}

    async def send(message: Any) -> None:  # noqa: ANN401  # Starlette's messages are mappings
        sent.append(dict(message))
        await asyncio.sleep(0)

    scope = {
        "type": "http",
        "path": path,
        "query_string": query.encode(),
        "method": "GET",
        "headers": [
            (name.replace("_", "-").encode(), value.encode()) for name, value in headers.items()
        ],
    }
    # in a thread: one that drove a browser before keeps a loop of its own running
    with ThreadPoolExecutor(1) as thread:
        thread.submit(lambda: asyncio.run(Guard(app)(scope, receive, send))).result()
    return sent[0]["status"], dict(sent[0]["headers"]), sent[1]["body"]


@pytest.mark.parametrize("base", BASES)
def test_health_is_ok_only_while_there_are_files_to_give(
    base: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert ask(f"{base}/_stcore/health")[::2] == (200, b"ok")
    for error in (OSError(28, "No space left on device"), OSError(30, "Read-only file system")):

        def refuse(error: OSError = error) -> Path:
            raise error

        with monkeypatch.context() as broken:
            broken.setattr(files, "folder", refuse)
            status, _, told = ask(f"{base}/_stcore/health")
            assert status == 503
            assert str(error).encode() in told
    assert ask(f"{base}/_stcore/health")[::2] == (200, b"ok")


@pytest.mark.parametrize("base", BASES)
@pytest.mark.parametrize("path", ["upload_file/a/b", "metrics"])
def test_doors_that_nobody_needs_are_shut(base: str, path: str) -> None:
    assert ask(f"{base}/_stcore/{path}")[0] == 404


def test_every_answer_carries_the_headers_and_keeps_its_own() -> None:
    for path in ("/", "/component/x/atlas.js", "/_stcore/metrics"):
        status, headers, _ = ask(path)
        assert headers[b"x-content-type-options"] == b"nosniff"
        assert b"permissions-policy" in headers
        assert b"x-frame-options" not in headers
        if status == 200:
            assert headers[b"referrer-policy"] == b"origin"


@pytest.mark.parametrize("base", BASES)
def test_the_files_of_the_map_are_packed_and_kept_and_no_other_version_is(base: str) -> None:
    packed.publish("component/a.b", files.addressed())
    for address, content in files.addressed().items():
        name, _, version = address.partition("?")
        path = f"{base}/component/a.b/{name}"
        status, headers, body = ask(path, version, accept_encoding="br, gzip")
        assert (status, headers[b"content-encoding"]) == (200, b"gzip")
        assert gzip.decompress(body) == content
        assert b"immutable" in headers[b"cache-control"]
        assert b"javascript" in headers[b"content-type"] or b"json" in headers[b"content-type"]
        _, headers, body = ask(path, version)
        assert body == content
        assert b"content-encoding" not in headers
        for other in ("", "0000"):
            assert ask(path, other, accept_encoding="gzip")[2] == b"ok"
    assert ask(f"{base}/component/a.c/{address.partition('?')[0]}", version)[2] == b"ok"


@pytest.mark.parametrize(
    ("asked", "is_packed"),
    [
        ("gzip", True),
        ("br, GZIP;q=0.5", True),
        ("deflate,gzip ; q=1.000", True),
        ("*", True),
        ("gzip;q=0", False),
        ("gzip; q=0.000, identity", False),
        ("*;q=0", False),
        ("x-gzip2, br", False),
        ("identity", False),
        ("", False),
    ],
)
def test_who_refuses_packed_answers_gets_none(asked: str, is_packed: bool) -> None:  # noqa: FBT001  # pytest gives it
    packed.publish("component/a.b", {"x.js?1": b"content"})
    _, headers, body = ask("/component/a.b/x.js", "1", accept_encoding=asked)
    assert (b"content-encoding" in headers) == is_packed
    assert (gzip.decompress(body) if is_packed else body) == b"content"


@pytest.mark.parametrize("base", BASES)
def test_streamlits_own_scripts_are_packed_too(base: str) -> None:
    streamlits = Path(st.__file__).parent / "static"
    packed.publish("static", packed.lasting(streamlits / "static"))
    index = (streamlits / "index.html").read_text(encoding="utf-8")
    named = re.findall(r'"\./(static/[^"]+\.(?:js|css))"', index)
    assert len(named) > 9
    for address in named:
        _, headers, body = ask(f"{base}/{address}", accept_encoding="gzip")
        assert headers[b"content-encoding"] == b"gzip"
        assert gzip.decompress(body) == (streamlits / address).read_bytes()
    for path in ("static/js/none.12345678.js", "static/../x.js", "favicon.png"):
        assert ask(f"{base}/{path}", accept_encoding="gzip")[2] == b"ok"
