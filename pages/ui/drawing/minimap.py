"""A small still map as SVG: it prints, it needs no script, and it shows one day or one line."""

from collections.abc import Collection, Iterable
from functools import cache
from hashlib import blake2s
from math import dist

import shapely
from shapely.geometry.base import BaseGeometry

from geodata import Atlas
from geodata.spans import Piece
from pages.ui.drawing import palette
from pages.ui.drawing.mercator import Bounds, Frame
from pages.ui.drawing.palette import Paint
from pages.ui.drawing.patterns import BREAKS, LAP, Patterns, rim
from pages.ui.drawing.spots import Spot, drawn_spot
from pages.ui.html import Markup, tag
from pages.ui.words.reader import Reader

CHAIN: Bounds = (144.6, 42.9, 157.4, 51.4)
REGION: Bounds = (139.5, 42.9, 157.4, 54.9)

# Pixels below which an island gets a ring in its holder's colour.
_SMALL = 5.0
_RING = 3.0
# Pixels: a ring this near to another one of its kind adds nothing.
_CROWDED = 5.5


def minimap(  # noqa: PLR0913  # what a map shows
    reader: Reader,
    *,
    title: str,
    bounds: Bounds = CHAIN,
    width: int = 320,
    lines: Collection[str] = (),
    marked: Collection[str] = (),
    spots: Collection[Spot] = (),
) -> Markup:
    """Draw what the reader's lens shows on her day in a window (EPSG:4326), ``width`` pixels wide.

    ``title`` is the map's name for who cannot see it. ``lines`` are the ids of boundary
    lines to draw, whenever they were in force; ``marked`` islands get a heavy outline;
    ``spots`` are points with a number and a name.
    Holders differ by pattern as well as by colour; what is in doubt has a broken outline.
    """
    frame = Frame(bounds, width)
    held = reader.atlas.drawn(reader.day, lens=reader.lens, viewpoint=reader.viewpoint)
    window = shapely.box(*bounds).buffer(1)
    drawn = {
        name: outline
        for name, shape in _shapes(reader.atlas).items()
        if not (outline := _outline(frame, name, shape, window)).is_empty
    }
    patterns = Patterns(
        palette.paints(reader),
        tuple(dict.fromkeys(held[name].span.controller for name in drawn)),
        _prefix(
            title,
            reader.day,
            reader.lens,
            reader.viewpoint,
            reader.language,
            bounds,
            width,
            *lines,
            *marked,
        ),
    )
    coasts = (_outline(frame, "land", shape, window) for shape in reader.atlas.land.geometry)
    land = [_path(coast) for coast in coasts if not coast.is_empty]
    islands = [
        _path(
            outline,
            fill=patterns.fill(held[name].span.controller),
            data_island=name,
            data_controller=held[name].span.controller,
            **_outlined(held[name], name in marked),
        )
        for name, outline in drawn.items()
    ]
    return tag(
        "svg",
        tag("title", title),
        patterns.definitions(),
        tag("rect", width="100%", height="100%", fill=palette.SEA),
        tag("g", *land, fill=palette.LAND, stroke=palette.SHORE),
        tag("g", *islands, stroke=palette.INK, stroke_width="0.7"),
        _rings(drawn, held, patterns, marked),
        *(_line(frame, shape, name) for name, shape in _lines(reader.atlas, lines)),
        *(
            drawn_spot(spot, frame.place(spot.lon, spot.lat), frame.kilometre(spot.lat))
            for spot in spots
        ),
        viewBox=f"0 0 {width} {frame.height:.0f}",
        width="100%",
        role="img",
        class_="minimap",
    )


def _prefix(*shown: object) -> str:
    """Name a map after what it shows, so that no two on a page share a pattern's id."""
    return "m" + blake2s(repr(shown).encode(), digest_size=4).hexdigest()


def _rings(
    drawn: dict[str, BaseGeometry],
    held: dict[str, Piece],
    patterns: Patterns,
    marked: Collection[str],
) -> Markup:
    """Draw a ring in its holder's colour and dashes round every island too small to see."""
    taken: list[tuple[str, tuple[float, float]]] = []
    rings: list[Markup] = []
    for name, outline in sorted(drawn.items(), key=lambda item: -item[1].area):
        west, south, east, north = outline.bounds
        centre = ((west + east) / 2, (south + north) / 2)
        value = held[name].span.controller
        alike = (other for same, other in taken if same == value)
        small = max(east - west, north - south) < _SMALL
        if not small or (
            name not in marked and any(dist(centre, other) < _CROWDED for other in alike)
        ):
            continue
        taken.append((value, centre))
        at = {"cx": f"{centre[0]:.1f}", "cy": f"{centre[1]:.1f}"}
        at["r"] = f"{_RING * (2 if name in marked else 1):g}"
        rings.append(_one_ring(at, patterns.paints[value], held[name]))
    return tag("g", *rings, fill="none", stroke_width="1.5")


def _one_ring(at: dict[str, str], paint: Paint, piece: Piece) -> Markup:
    at |= {"pathLength": f"{LAP:g}"}
    parts = [
        # the colours lie on a dark ring, so that pale ones show on the sea
        tag("circle", **at, stroke=palette.INK, stroke_width="2.4"),
        *(
            tag(
                "circle",
                **at,
                stroke=stroke.colour,
                stroke_dasharray=stroke.dash or None,
                stroke_dashoffset=f"{stroke.offset:g}" if stroke.offset else None,
            )
            for stroke in rim(paint)
        ),
    ]
    if piece.doubt:
        gaps = BREAKS[piece.doubt].ring
        parts.append(
            tag("circle", **at, stroke=palette.SEA, stroke_width="2.6", stroke_dasharray=gaps)
        )
    return tag("g", *parts, data_ring=piece.span.controller, data_doubt=piece.doubt)


def _outlined(piece: Piece, marked: bool) -> dict[str, str | None]:  # noqa: FBT001  # by position
    """Return the outline of an island: heavy where it is marked, broken where it is in doubt."""
    width = "2.4" if marked else "1.1" if piece.doubt else None
    dashes = BREAKS[piece.doubt].outline if piece.doubt else None
    return {"stroke_width": width, "stroke_dasharray": dashes, "data_doubt": piece.doubt}


def _shapes(atlas: Atlas) -> dict[str, BaseGeometry]:
    return {str(name): shape for name, shape in atlas.shapes.geometry.items()}


def _lines(atlas: Atlas, wanted: Collection[str]) -> Iterable[tuple[str, BaseGeometry]]:
    frame = atlas.lines()
    return [(name, frame.geometry[name]) for name in frame.index if name in wanted]


def _outline(frame: Frame, name: str, shape: BaseGeometry, window: BaseGeometry) -> BaseGeometry:
    if not shapely.box(*shape.bounds).intersects(window):
        return shapely.MultiPolygon()
    return _drawn(frame, name, shapely.to_wkb(shape), shapely.to_wkb(window))


@cache
def _drawn(frame: Frame, name: str, shape: bytes, window: bytes) -> BaseGeometry:  # noqa: ARG001  # name keeps caches apart
    """Clip, project and thin a shape; kept, for the same islands are drawn on every map."""
    clipped = shapely.intersection(shapely.from_wkb(shape), shapely.from_wkb(window))
    return shapely.simplify(frame.pixels(clipped), 0.4)


def _path(shape: BaseGeometry, **style: str | None) -> Markup:
    rings = [
        _ring(ring.coords)
        for part in getattr(shape, "geoms", [shape])
        if part.geom_type == "Polygon" and not part.is_empty
        for ring in (part.exterior, *part.interiors)
    ]
    return tag("path", d="".join(rings), fill_rule="evenodd", **style)


def _ring(points: Iterable[tuple[float, ...]]) -> str:
    """Write a closed ring in tenths of a pixel, each point from the one before: half the length."""
    (x, y), *rest = [(round(x * 10), round(y * 10)) for x, y in points]
    written = [f"M{x / 10:g},{y / 10:g}l"]
    for to_x, to_y in rest[:-1]:
        if (to_x, to_y) != (x, y):
            written.append(f"{(to_x - x) / 10:g},{(to_y - y) / 10:g} ")
        x, y = to_x, to_y
    return "".join(written).rstrip("l ") + "Z"


def _line(frame: Frame, shape: BaseGeometry, name: str) -> Markup:
    points = [
        "M" + "L".join(f"{x:.1f},{y:.1f}" for x, y in part.coords)
        for part in getattr(frame.pixels(shape), "geoms", [frame.pixels(shape)])
    ]
    return tag(
        "path",
        d="".join(points),
        fill="none",
        stroke=palette.MARK,
        stroke_width="3",
        data_line=name,
    )
