"""The one script that draws in the browser: Leaflet, our own modules, the style sheets."""

from functools import cache
from pathlib import Path

import xstatic.pkg.leaflet

from pages.ui.html import script

_BROWSER = Path(__file__).parent / "js"
_LEAFLET = Path(xstatic.pkg.leaflet.BASE_DIR)
# In the order they build on each other.
_SCRIPTS = (
    "dom",
    "axis",
    "history",
    "palette",
    "marks",
    "layers",
    "labels",
    "fit",
    "stage",
    "timeline",
    "legend",
    "tools",
    "atlas",
    "pair",
)
_SHEETS = ("atlas", "pair")


@cache
def javascript() -> str:
    """Return all that draws in the browser as one script: Leaflet, our own, the style sheets.

    One file, because a browser asks for Folium's scripts and sheets one after the other.
    """
    scripts = [_LEAFLET / "leaflet.js", *(_BROWSER / f"{name}.js" for name in _SCRIPTS)]
    parts = [path.read_text(encoding="utf-8") for path in scripts]
    return "\n".join([*parts, f"kurilAtlas.style({script(_stylesheet())});"])


def _stylesheet() -> str:
    sheets = [_LEAFLET / "leaflet.css", *(_BROWSER / f"{name}.css" for name in _SHEETS)]
    return "".join(path.read_text(encoding="utf-8") for path in sheets)
