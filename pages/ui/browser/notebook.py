"""The atlas in a notebook: its own map with the timeline, and GeoPandas' map in its colours."""

from datetime import date

import folium
import geopandas as gpd
from branca.element import Figure

from geodata import Atlas, load_atlas
from geodata.exports import rows
from pages.ui.browser import export
from pages.ui.drawing import palette
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
    """Return GeoPandas' map of what ``Atlas.on`` returned, with names and the atlas's colours.

    ``GeoDataFrame.explore`` asks for matplotlib and mapclassify, which the atlas does not need.
    """
    known = atlas or load_atlas()
    named = held.assign(
        name=[known.islands[str(island)].name[language] for island in held.index],
        holder=[rows.holder(known, holder, language) for holder in held["controller"]],
    )
    colours = {
        rows.holder(known, holder, language): rows.colour(known, holder)
        for holder in held["controller"].unique()
    }
    shown: folium.Map = named[[*_SHOWN, "geometry"]].explore(
        "holder",
        categories=[*colours],
        categorical=True,
        cmap=[*colours.values()],
        tooltip=_SHOWN,  # type: ignore[arg-type]  # its stub knows only bool
        tiles=None,
        style_kwds={"color": palette.INK, "weight": 1, "fillOpacity": 0.9},
    )
    return shown
