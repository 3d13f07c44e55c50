"""What the usual ways have in common: Leaflet from this machine, days, colours, shapes."""

from datetime import date
from functools import cache
from zlib import crc32

import folium
import geopandas
from streamlit.components.v1 import declare_component
from xstatic.pkg import leaflet

from geodata import load_atlas

CENTRE = (47.0, 150.0)
ZOOM = 5


def serve_leaflet() -> None:
    """Let folium's maps fetch Leaflet from this server (no CDN can be reached)."""
    component = declare_component("leaflet", path=leaflet.BASE_DIR)
    folium.Map.default_js = [("leaflet", f"../{component.name}/leaflet.js")]
    folium.Map.default_css = [("leaflet_css", f"../{component.name}/leaflet.css")]


@cache
def days() -> tuple[date, ...]:
    """Return the days on which an island changes hands."""
    atlas = load_atlas()
    return tuple(day for day in atlas.moments() if atlas.changes(day))


def held(day: date) -> geopandas.GeoDataFrame:
    """Return the islands with their colour on a day."""
    islands = load_atlas().on(day)[["controller", "geometry"]]
    return islands.assign(colour=[colour(name) for name in islands["controller"]])


def colour(controller: str) -> str:
    """Return a colour that only has to differ from the others."""
    return f"#{crc32(controller.encode()) & 0xFFFFFF:06x}"
