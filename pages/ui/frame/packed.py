"""Files that never change, packed once: Streamlit reads or packs each anew for every reader."""

import gzip
import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from starlette.responses import HTMLResponse, Response

if TYPE_CHECKING:
    from starlette.types import Scope

_PLACE = re.compile(r"/(?:component|static)/.*")
_VERSION = re.compile(r"\.[\w-]{8}\.(?:js|css)$")
# Each address changes with what stands there: a browser need not ask again.
_KEPT = {"Cache-Control": "public, max-age=31536000, immutable", "Vary": "Accept-Encoding"}
# Not what the machine's own settings say of them.
_KINDS = {".js": "text/javascript", ".css": "text/css", ".json": "application/json"}
_LEVEL = 6  # gzip's usual: the highest takes twice the time, for a hundredth of the bytes
_QUICK = 4
_PACKED = {"Content-Encoding": "gzip"}
_contents: dict[str, bytes | Path] = {}


def publish(place: str, files: Mapping[str, bytes | Path]) -> None:
    """Have the files of a place answered for, each by its name and what tells its version."""
    _contents.update({f"/{place}/{name}": content for name, content in files.items()})


def lasting(folder: Path) -> dict[str, Path]:
    """Return the scripts and style sheets of a folder whose names tell their version."""
    found = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*")}
    return {name: path for name, path in found.items() if _VERSION.search(name)}


def scripts() -> list[str]:
    """Return the addresses, from a page, of the scripts that other components run first."""
    return [f".{name}" for name in _contents if re.match("/component/.*/static/", name)]


def answer(scope: "Scope") -> Response | None:
    """Return the answer to a request for one of them; None: it is not, or of another version."""
    found = _PLACE.search(scope["path"])
    if scope["method"] != "GET" or not found:
        return None
    query = scope.get("query_string", b"").decode("latin-1")
    address = f"{found[0]}?{query}" if query else found[0]
    if address not in _contents:
        return None
    content = _contents[address]
    kind = _KINDS[PurePosixPath(scope["path"]).suffix]
    if not _unpacks(scope):
        return Response(_read(content), media_type=kind, headers=_KEPT)
    return Response(_packed(content), media_type=kind, headers=_KEPT | _PACKED)


def page(content: str, scope: "Scope") -> Response:
    """Return a page that is made for one reader: no browser may keep it unasked."""
    asked = {"Cache-Control": "no-cache", "Vary": "Accept-Encoding, Accept-Language"}
    if not _unpacks(scope):
        return HTMLResponse(content, headers=asked)
    return HTMLResponse(gzip.compress(content.encode(), _QUICK, mtime=0), headers=asked | _PACKED)


def _unpacks(scope: "Scope") -> bool:
    asked = dict(scope["headers"]).get(b"accept-encoding", b"").decode("latin-1").lower()
    ways = ("".join(way.split()).partition(";q=") for way in asked.split(","))
    weights = {way: weight or "1" for way, _, weight in ways}
    return bool(weights.get("gzip", weights.get("*", "")).strip("0."))


def _read(content: bytes | Path) -> bytes:
    return content if isinstance(content, bytes) else content.read_bytes()


@cache
def _packed(content: bytes | Path) -> bytes:
    return gzip.compress(_read(content), _LEVEL, mtime=0)
