"""The one script that draws in the browser: Leaflet, our own modules, the style sheets."""

import re
from functools import cache
from graphlib import TopologicalSorter
from pathlib import Path

import xstatic.pkg.leaflet

from pages.ui.drawing import palette
from pages.ui.html import script

_BROWSER = Path(__file__).parent / "js"
_LEAFLET = Path(xstatic.pkg.leaflet.BASE_DIR)
_SHEETS = ("atlas", "share", "pair")
_IMPORT = re.compile(r'^import (\{[^}]+\}) from "\./(\w+)\.js";$', re.MULTILINE)
_EXPORT = re.compile(r"^export ((?:async )?(?:class|const|function) (\w+))", re.MULTILINE)


@cache
def javascript() -> str:
    """Return all that draws in the browser as one script: Leaflet, our own, the style sheets.

    One file, because a browser asks for Folium's scripts and sheets one after the other; and no
    module, because those may not be read from disk.
    """
    leaflet = (_LEAFLET / "leaflet.js").read_text(encoding="utf-8")
    return "\n".join([leaflet, _joined(), f"kurilAtlas.style({script(_stylesheet())});"])


def _joined() -> str:
    """Join the modules into one script, each after those it imports."""
    modules = {path.stem: path.read_text(encoding="utf-8") for path in _BROWSER.glob("*.js")}
    imports = {
        name: [imported for _, imported in _IMPORT.findall(code)]
        for name, code in sorted(modules.items())
    }
    order = TopologicalSorter(imports).static_order()
    parts = [_wrapped(name, modules[name]) for name in order]
    return "\n".join(["(() => {", '"use strict";', "const modules = {};", *parts, "})();"])


def _wrapped(name: str, code: str) -> str:
    """Make a module a function of its own, which returns what the module exports."""
    exports = ", ".join(exported for _, exported in _EXPORT.findall(code))
    body = _EXPORT.sub(r"\1", _IMPORT.sub(r"const \1 = modules.\2;", code))
    return f"modules.{name} = (() => {{\n{body}return {{ {exports} }};\n}})();"


def _stylesheet() -> str:
    sheets = [
        _LEAFLET / "leaflet.css",
        palette.SHEET,
        *(_BROWSER / f"{name}.css" for name in _SHEETS),
    ]
    return "".join(path.read_text(encoding="utf-8") for path in sheets)
