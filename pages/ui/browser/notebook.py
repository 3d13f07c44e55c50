"""The atlas in a notebook: its own map with the timeline, and a plain one in its colours."""

from datetime import date

import folium
import geopandas as gpd
from branca.element import Figure

from geodata import Atlas, load_atlas
from geodata.exports import rows
from pages.ui.browser import export
from pages.ui.drawing import palette
from pages.ui.html import tag
from pages.ui.words.reader import Reader
from pages.ui.words.tongues import FALLBACK, TONGUES

_HEIGHT = 640
# Columns of what ``Atlas.on`` returns that a reader takes in at a glance.
_SHOWN = ["name", "holder", "since", "confidence"]


def atlas_map(  # noqa: PLR0913  # what a view has
    day: date | str,
    *,
    lens: str = "control",
    viewpoint: str = "neutral",
    island: str | None = None,
    language: str = FALLBACK,
    atlas: Atlas | None = None,
    height: int = _HEIGHT,
) -> folium.Map:
    """Return the atlas's map on ``day`` (or "1875-08-22"), as the last line of a cell shows it.

    The timeline, the lenses and all days come with it (about 1 MB); it needs no network.
    ``height`` is in pixels. Raises ValueError for what the atlas does not have.
    """
    known = atlas or load_atlas()
    when = date.fromisoformat(day) if isinstance(day, str) else day
    # says in words what is wrong with a day, a lens, a viewpoint
    known.drawn(when, lens=lens, viewpoint=viewpoint)
    for value, values in ((island, [None, *known.islands]), (language, [*TONGUES])):
        if value not in values:
            raise ValueError(f"{value!r} is none of {', '.join(filter(None, values))}")
    reader = Reader(known, language, when, lens, viewpoint, island)
    drawn = export.single_map(reader)
    figure = drawn.get_root()
    assert isinstance(figure, Figure)  # noqa: S101  # a map makes one
    figure.width, figure.height = "100%", f"{height}px"
    return drawn


def explored(
    held: gpd.GeoDataFrame, *, language: str = FALLBACK, atlas: Atlas | None = None
) -> folium.Map:
    """Return a plain Folium map of what ``Atlas.on`` returned: a layer a holder, in its colour.

    Each island tells its name and record; more layers may be added.
    """
    known = atlas or load_atlas()
    named = held.assign(
        name=[known.islands[str(island)].name[language] for island in held.index],
        holder=[rows.holder(known, holder, language) for holder in held["controller"]],
        since=held["since"].astype(str),
    )
    shown = folium.Map(tiles=None)
    for holder, isles in named.groupby("controller", sort=False):
        colour = rows.colour(known, str(holder))
        style = {"color": palette.INK, "weight": 1, "fillColor": colour, "fillOpacity": 0.9}
        folium.GeoJson(
            isles[[*_SHOWN, "geometry"]],
            name=tag("span", "■ ", style=f"color: {colour}") + isles["holder"].iloc[0],
            style_function=lambda _, style=style: style,
            tooltip=folium.GeoJsonTooltip(_SHOWN),
        ).add_to(shown)
    folium.LayerControl(collapsed=False).add_to(shown)
    west, south, east, north = named.total_bounds
    shown.fit_bounds([(south, west), (north, east)])
    return shown
