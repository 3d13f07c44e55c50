"""What the map's frame fetches, packed once: Streamlit packs each file anew for every reader."""

import gzip
import mimetypes
from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING

from starlette.responses import Response

if TYPE_CHECKING:
    from starlette.types import Scope

_PLACE = "/component/"
# Each address changes with what stands there: a browser need not ask again.
_KEPT = {"Cache-Control": "public, max-age=31536000, immutable", "Vary": "Accept-Encoding"}
_contents: dict[str, bytes] = {}


def publish(component: str, files: Mapping[str, bytes]) -> None:
    """Have a component's files answered for, each by its name and what tells its version."""
    _contents.update({f"{component}/{name}": content for name, content in files.items()})


def scripts() -> list[str]:
    """Return the addresses, from a page, of the scripts that other components run first."""
    return [f".{_PLACE}{address}" for address in _contents if "/static/" in address]


def answer(scope: "Scope") -> Response | None:
    """Return the answer to a request for one of them; None: it is not, or of another version."""
    _, found, name = scope["path"].partition(_PLACE)
    query = scope.get("query_string", b"").decode("latin-1")
    address = f"{name}?{query}" if query else name
    if not found or scope["method"] != "GET" or address not in _contents:
        return None
    kind, _ = mimetypes.guess_type(name)
    wanted = dict(scope["headers"]).get(b"accept-encoding", b"")
    if b"gzip" not in wanted:
        return Response(_contents[address], media_type=kind, headers=_KEPT)
    packed = {**_KEPT, "Content-Encoding": "gzip"}
    return Response(_packed(_contents[address]), media_type=kind, headers=packed)


@cache
def _packed(content: bytes) -> bytes:
    return gzip.compress(content, mtime=0)
