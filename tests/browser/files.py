"""The plain files on a server of their own, under a path and packed, as any web server has them."""

import gzip
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache, partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

if TYPE_CHECKING:
    from playwright.sync_api import Page, Request

# Bytes, gzip: a first visit to a page with a map (design.md, section 5), and to one without:
# the chronicle, of which an event in Russian takes some 250, or the sources, some 120 each.
FIRST_VISIT, TEXT_PAGE = 350_000, 100_000
_PACKED = ("text/", "application/json", "application/javascript", "image/svg")


@cache
def _packed(path: Path, _changed: int) -> bytes:
    """Return a file packed; a web server does it once, not for every reader."""
    return gzip.compress(path.read_bytes(), 6)


class _Handler(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def send_head(self) -> BytesIO | BinaryIO | None:
        """Send what is asked for packed, where that helps."""
        path = Path(self.translate_path(self.path))
        if path.is_dir():
            path /= "index.html"
        kind = self.guess_type(path)
        if not path.is_file() or not kind.startswith(_PACKED):
            return super().send_head()
        body = _packed(path, path.stat().st_mtime_ns)
        self.send_response(200)
        for name, value in {
            "Content-Type": f"{kind}; charset=utf-8",
            "Content-Encoding": "gzip",
            "Content-Length": str(len(body)),
            "Cache-Control": "max-age=3600",
        }.items():
            self.send_header(name, value)
        self.end_headers()
        return BytesIO(body)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


class _Server(ThreadingHTTPServer):
    def handle_error(self, request: Any, client_address: Any) -> None:  # noqa: ANN401  # as inherited
        """Say nothing of a browser that leaves before its answer has come."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


@contextmanager
def served(site: Path) -> Iterator[str]:
    """Serve the site, and return its address: under a path of its own."""
    handler = partial(_Handler, directory=str(site.parent))
    with _Server(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/{site.name}"
        server.shutdown()


def asked(page: "Page") -> set[str]:
    """Return a set that every address the page asks for is noted in."""
    addresses: set[str] = set()

    def note(request: "Request") -> None:  # Playwright marks its handlers; set.add resists
        addresses.add(request.url)

    page.on("request", note)
    return addresses


def weight(site: Path, home: str, addresses: set[str]) -> int:
    """Return the bytes, gzip, of the site's files among addresses; ``home`` is where it stands."""
    paths = {site / url.partition("?")[0].removeprefix(f"{home}/") for url in addresses}
    return sum(len(gzip.compress(path.read_bytes())) for path in paths if path.is_file())
