"""What the browser begins to fetch with the page itself, long before Streamlit asks for it."""

import re
from pathlib import Path

import streamlit as st

from pages.ui.browser.scope import SCOPES
from pages.ui.frame import assets, packed

_CHUNKS = Path(st.__file__).parent / "static" / "static" / "js"
# What draws the elements that a page with a map begins with.
_ELEMENTS = ("Html", "ComponentInstance", "PageLink")
_IMPORTED = re.compile(r'\bimport(?:\{[^{}]*\}from)?"\./([\w.-]+\.js)"')


def addresses(page: str, index: str) -> dict[str, object] | None:
    """Return what a page whose document is ``index`` will ask for; None without a timeline."""
    if page not in SCOPES:
        return None
    source = assets.source(page)
    return {
        "modules": [f"./static/js/{name}" for name in _modules(index)],
        "scripts": [*packed.scripts(), _here(assets.code())],
        "data": [_here(source["islands"]), _here(source["land"])],
        "histories": {code: _here(address) for code, address in source["history"].items()},
    }


def _here(address: str) -> str:
    """Return an address as seen from the page: the map's frame lies beside its files."""
    return address.replace("../", "./component/", 1)


def _modules(index: str) -> list[str]:
    """Return the scripts of those elements, with what they import, that the page does not name."""
    wanted = [path.name for name in _ELEMENTS for path in _CHUNKS.glob(f"{name}.*.js")]
    found: list[str] = []
    for name in wanted:  # which grows
        if name in index or name in found or not (_CHUNKS / name).exists():
            continue
        found.append(name)
        wanted += _IMPORTED.findall((_CHUNKS / name).read_text(encoding="utf-8"))
    return found
