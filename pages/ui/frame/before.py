"""What stands where a page's map will: a picture of the view asked for, which comes with the page.

Streamlit's own scripts take a slow machine or line seconds: so long the reader sees the islands,
who held them, the day and the legend.
"""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from geodata import Atlas, load_atlas
from geodata.model import GuidedStop, Lens
from geodata.once import once
from pages.ui.browser import door
from pages.ui.browser.scope import SCOPES, Scope
from pages.ui.drawing import legend, palette
from pages.ui.drawing.mercator import Bounds
from pages.ui.drawing.minimap import minimap
from pages.ui.html import Markup, join, run, tag
from pages.ui.words import parsing
from pages.ui.words.asked import parse
from pages.ui.words.reader import Reader

_HERE = Path(__file__)
# Ways of showing a map that fills the window.
_ALONE = {"embed", "present"}
# Degrees of land that are drawn around the islands, for a room of any shape.
_AROUND = (26.0, 8.0)
_WIDTH = 1400


def asked(params: Mapping[str, str], spoken: str) -> Reader:
    """Return what an address asks for; ``spoken`` is the browser's language, if it names none."""
    return parse(params, load_atlas(), spoken)


def picture(page: str, params: Mapping[str, str], asked: Reader) -> Markup:
    """Return the picture of what an address asks a page's map for; nothing where there is none.

    ``asked`` is what its ``params`` ask for. Where the front door may open it shows what a
    newcomer sees; a script of ours takes it from who has been there before. Of a tour it shows the
    stop's day, for a question, which would be answered by it, nothing.
    """
    stop = _stop(asked.atlas, params)
    if page not in SCOPES or "quiz" in params or ("tour" in params and stop is None):
        return Markup()
    scope = SCOPES[page](asked.atlas)
    if stop is not None:
        asked = replace(asked, day=stop.day, lens=stop.lens, viewpoint=stop.viewpoint, island=None)
    reader = replace(asked, page=page, day=scope.clamp(asked.day), notices=())
    day = reader.moment(reader.day) if stop is None else reader.stop(stop)
    new = not scope.arrows and not set(door.PASSED) & params.keys()
    return join(
        [
            tag("style", Markup(_read(palette.SHEET, _HERE.with_suffix(".css")))),
            tag(
                "figure",
                *_drawn(reader.at(lens=Lens.CLAIMS) if new else reader, scope, day),
                id="before",
                lang=reader.language,
                data_new="" if new else None,
                data_tour=None if stop is None else "",
                data_alone="" if _ALONE & params.keys() else None,
            ),
            run(_read(_HERE.with_suffix(".js")), seen=door.SEEN),
        ]
    )


def _stop(atlas: Atlas, params: Mapping[str, str]) -> GuidedStop | None:
    """Return the stop of a tour that an address names; the nearest one where there are fewer."""
    tour = atlas.guided.get(params.get("tour", ""))
    if tour is None:
        return None
    asked = parsing.whole(params.get("stop", "")) or 1
    return tour.stops[min(max(asked, 1), len(tour.stops)) - 1]


def _drawn(reader: Reader, scope: Scope, day: str) -> tuple[Markup, Markup]:
    """Draw the map of a reader's day, which is written as ``day``, and its key."""
    inner, outer = _windows(reader.atlas, scope.focus)
    drawn = minimap(
        reader,
        title=reader.say("map.map", date=day),
        bounds=outer,
        view=inner,
        width=_WIDTH,
        marked=[reader.island] if reader.island else (),
    )
    held = reader.atlas.drawn(reader.day, lens=reader.lens, viewpoint=reader.viewpoint)
    key = legend.of_pieces(reader, held.values(), reader.say("compare.legend"))
    title = tag("time", day[0].upper() + day[1:], datetime=reader.day.isoformat())
    return tag("div", drawn, class_="room"), tag("figcaption", title, key)


@once
def _windows(atlas: Atlas, islands: frozenset[str]) -> tuple[Bounds, Bounds]:
    """Return the window of some islands, and a larger one with what lies around."""
    west, south, east, north = atlas.shapes.loc[sorted(islands)].total_bounds
    across, along = _AROUND
    return (west, south, east, north), (west - across, south - along, east + across, north + along)


@once
def _read(*files: Path) -> str:
    return "".join(path.read_text(encoding="utf-8") for path in files)
