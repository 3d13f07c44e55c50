"""The line a treaty drew: a small map of it, its strait's three names, who held either side."""

from datetime import date
from typing import Any

import shapely

from geodata.model import Lens
from pages.ui.drawing.mercator import Bounds, Frame
from pages.ui.drawing.minimap import minimap
from pages.ui.drawing.palette import FONT, INK
from pages.ui.html import Markup, join, picture, tag
from pages.ui.parts import citations
from pages.ui.treaties.axis import HALO
from pages.ui.words import captions, holders
from pages.ui.words.reader import Reader

# Pixels of a map, and how near a name may come to its side.
_WIDTH, _MARGIN = 360, 46
# Degrees of sea and land shown around a line, and the least a window is wide and high.
_ROOM, _WIDE, _HIGH = 0.5, 3.0, 1.6


def drawn(reader: Reader, instrument: str) -> list[Any]:
    """Return the boundary lines an instrument drew (rows of ``atlas.lines()``)."""
    lines = reader.atlas.lines(viewpoint=reader.viewpoint)
    own = lines[lines["instrument"] == instrument].sort_values("start")
    return [row for _, row in own.iterrows()]


def ended(reader: Reader, day: date | None) -> list[str]:
    """Return the names of the treaty lines that went out of force on a day."""
    lines = reader.atlas.lines(viewpoint=reader.viewpoint)
    gone = lines[(lines["end"] == day) & (lines["kind"] == "treaty")] if day else lines[:0]
    return [row["name"][reader.language] for _, row in gone.iterrows()]


def figure(reader: Reader, line: Any) -> Markup:  # noqa: ANN401  # a row of a data frame
    """Draw one line on the day it took effect, with its names, its days and its two sides."""
    name, day = line["name"][reader.language], line["start"]
    words = reader.say(
        "treaties.line_until" if line["end"] else "treaties.line_today",
        kind=reader.say(f"map.{line['kind']}"),
        first=reader.written(day),
        last=reader.written(line["end"]) if line["end"] else "",
    )
    title = f"{name}, {reader.written(day)}"
    return tag(
        "figure",
        picture(_map(reader, line, title), title),
        tag(
            "figcaption",
            tag("b", name),
            _strait(reader, line["strait"]),
            tag("p", words),
            tag("p", reader.say("treaties.course_schematic"), class_="soft")
            if line["course"] == "schematic"
            else "",
            tag("p", line["note"][reader.language], class_="soft") if line["note"] else "",
            tag("ul", *_sides(reader, line)),
            citations.sources(reader, line["sources"]),
        ),
        class_="line",
    )


def _map(reader: Reader, line: Any, title: str) -> Markup:  # noqa: ANN401  # a row of a frame
    """Draw the line between its shores, with the names of what lies on either side."""
    bounds = window(line.geometry.bounds)
    drawing = minimap(
        reader.at(line["start"], lens="control"),
        title=title,
        bounds=bounds,
        width=_WIDTH,
        lines=(line.name,),
    )
    frame = Frame(bounds, _WIDTH)
    names = []
    for name, point in _shores(reader, line, bounds):
        x, y = frame.place(point.x, point.y)
        inside = min(max(x, _MARGIN), _WIDTH - _MARGIN)
        names.append(tag("text", name, x=f"{inside:.0f}", y=f"{y:.0f}"))
    return tag(
        "svg",
        drawing,
        tag("g", *names, text_anchor="middle", font_size="14", font_weight="600", **HALO),
        viewBox=f"0 0 {_WIDTH} {frame.height:.0f}",
        width=str(_WIDTH),
        height=f"{frame.height:.0f}",
        font_family=FONT,
        fill=INK,
    )


def _shores(
    reader: Reader,
    line: Any,  # noqa: ANN401  # a row of a data frame
    bounds: Bounds,
) -> list[tuple[str, shapely.Point]]:
    """Return the names of the lands beside a line, each with a point on it in the window."""
    atlas, language = reader.atlas, reader.language
    box = shapely.box(*bounds)
    found = []
    for name in (one for side in line["parts"] for one in side):
        island = atlas.islands.get(name)
        shape = (atlas.shapes if island else atlas.land).geometry[name]
        seen = shapely.intersection(shape, box)
        if not seen.is_empty:
            words = reader.name(name) if island else atlas.places[name].name[language]
            found.append((words, seen.representative_point()))
    return found


def window(bounds: Bounds) -> Bounds:
    """Return a window (EPSG:4326) around a line's bounds that shows its shores."""
    west, south, east, north = bounds
    across = max(_WIDE - (east - west), 2 * _ROOM) / 2
    up = max(_HIGH - (north - south), 2 * _ROOM) / 2
    return west - across, south - up, east + across, north + up


def _strait(reader: Reader, strait: Any) -> Markup:  # noqa: ANN401  # a text or None
    """Write a strait's three names, the reader's own first."""
    if strait is None:
        return Markup()
    names = (tag("span", name, lang=code) for name, code in reader.everywhere(strait))
    return tag("p", join(names, reader.tongue.dot))


def _sides(reader: Reader, line: Any) -> list[Markup]:  # noqa: ANN401  # a row of a data frame
    """Say of each island beside the line who held it that day, since when, and why."""
    atlas, _language, day = reader.atlas, reader.language, line["start"]
    items = []
    for name in (one for side in line["parts"] for one in side if one in atlas.islands):
        span = atlas.span(name, day)
        items.append(
            tag(
                "li",
                citations.names(reader, name),
                reader.tongue.colon,
                reader.say(
                    "treaties.side",
                    status=holders.status(reader, Lens.CONTROL, span.controller),
                ),
                " ",
                captions.basis(reader, span) or "",
                " ",
                captions.doubt(reader, span) or "",
                citations.sources(reader, span.sources),
            )
        )
    return items
