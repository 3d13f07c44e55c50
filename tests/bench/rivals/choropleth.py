"""The third usual way: folium's TimeSliderChoropleth, saved as a file."""

import shutil
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import folium
import pandas as pd
from folium.plugins import TimeSliderChoropleth
from xstatic.pkg import leaflet

from tests.bench.rivals import ground

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext, Route


def save(folder: Path) -> Path:
    """Write the map to a file in ``folder`` and return its path."""
    stamps = {day: str(int(pd.Timestamp(day).as_unit("s").timestamp())) for day in ground.days()}
    styles: dict[str, dict[str, dict[str, object]]] = {}
    islands = ground.held(ground.days()[0])
    for day, stamp in stamps.items():
        for island, colour in ground.held(day)["colour"].items():
            styles.setdefault(str(island), {})[stamp] = {"color": colour, "opacity": 1}
    drawn = folium.Map(ground.CENTRE, zoom_start=ground.ZOOM, tiles=None)
    TimeSliderChoropleth(islands[["geometry"]].to_json(), styledict=styles).add_to(drawn)
    path = folder / "choropleth.html"
    drawn.save(path)
    return path


def libraries(folder: Path) -> dict[str, Path] | None:
    """Return what the file fetches from CDNs, by file name; None without npm."""
    npm = shutil.which("npm")
    if npm is None:
        return None
    packages = ["d3@4", "jquery@3.7.1", "moment@2"]
    command = [npm, "install", "--silent", "--no-save", "--prefix", str(folder), *packages]
    if subprocess.run(command, check=False, capture_output=True).returncode:
        return None
    data, modules = Path(leaflet.BASE_DIR), folder / "node_modules"
    return {
        "leaflet.js": data / "leaflet.js",
        "leaflet.css": data / "leaflet.css",
        "d3.v4.min.js": modules / "d3" / "build" / "d3.min.js",
        "jquery-3.7.1.min.js": modules / "jquery" / "dist" / "jquery.min.js",
        "moment.min.js": modules / "moment" / "min" / "moment.min.js",
    }


def stand_in(context: "BrowserContext", files: dict[str, Path]) -> None:
    """Answer the file's CDN requests from this machine; what it can do without is empty."""

    def answer(route: "Route") -> None:
        path = files.get(Path(urlsplit(route.request.url).path).name)
        if path is None:
            route.fulfill(status=200, body="")
        else:
            route.fulfill(path=path)

    context.route(lambda url: urlsplit(url).scheme == "https", answer)
