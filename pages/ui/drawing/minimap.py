"""A small still map as SVG: it prints, it needs no script, and it shows one day or one line."""

from collections.abc import Collection, Iterable, Mapping
from hashlib import blake2s
from math import dist

from shapely.geometry.base import BaseGeometry

from geodata import Atlas
from geodata.pieces import Piece
from pages.ui.drawing import outlines, palette
from pages.ui.drawing.mercator import Bounds, Frame
from pages.ui.drawing.palette import Paint
from pages.ui.drawing.patterns import BREAKS, LAP, Patterns, rim
from pages.ui.drawing.spots import Spot, drawn_spot
from pages.ui.html import SVG, Markup, tag
from pages.ui.words.reader import Reader

# Pixels: the ring in its holder's colour that a speck gets.
_RING = 3.0
# Pixels: a ring this near to another one of its kind adds nothing.
_CROWDED = 5.5


def minimap(  # noqa: PLR0913  # what a map shows
    reader: Reader,
    *,
    title: str,
    bounds: Bounds = outlines.CHAIN,
    view: Bounds | None = None,
    width: int = 320,
    lines: Collection[str] = (),
    marked: Collection[str] = (),
    spots: Collection[Spot] = (),
) -> Markup:
    """Draw what the reader's lens shows on her day in a window (EPSG:4326), ``width`` pixels wide.

    Fitted to a ``view`` of the window, it shows the rest around that where there is room.
    ``title`` is the map's name for who cannot see it. ``lines`` are the ids of boundary
    lines to draw, whenever they were in force; ``marked`` islands get a heavy outline;
    ``spots`` are points with a number and a name.
    Holders differ by pattern as well as by colour; what is in doubt has a broken outline.
    """
    frame = Frame(bounds, width)
    held = reader.atlas.drawn(reader.day, lens=reader.lens, viewpoint=reader.viewpoint)
    drawn = outlines.islands(reader.atlas, frame)
    patterns = Patterns(
        palette.paints(reader),
        tuple(dict.fromkeys(held[name].span.controller for name in drawn)),
        _prefix(reader, title, bounds, width, *lines, *marked),
    )
    land = [outlines.path(coast) for coast in outlines.coasts(reader.atlas, frame)]
    islands = (
        _island(name, outline, held[name], patterns, name in marked)
        for name, outline in drawn.items()
    )
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
        xmlns=SVG,
        viewBox=_box(frame, view or bounds),
        width="100%",
        role="img",
        class_="minimap",
    )


def _island(
    name: str,
    outline: BaseGeometry,
    piece: Piece,
    patterns: Patterns,
    marked: bool,  # noqa: FBT001  # by position
) -> Markup:
    return outlines.path(
        outline,
        fill=patterns.fill(piece.span.controller),
        data_island=name,
        data_controller=piece.span.controller,
        **_outlined(piece, marked),
    )


def _box(frame: Frame, view: Bounds) -> str:
    left, top = frame.place(view[0], view[3])
    right, foot = frame.place(view[2], view[1])
    return f"{left:.0f} {top:.0f} {right - left:.0f} {foot - top:.0f}"


def _prefix(reader: Reader, title: str, *others: object) -> str:
    """Name a map after what it shows, so that no two on a page share a pattern's id."""
    shown = (title, reader.day, reader.lens, reader.viewpoint, reader.language, *others)
    return "m" + blake2s(repr(shown).encode(), digest_size=4).hexdigest()


def _rings(
    drawn: Mapping[str, BaseGeometry],
    held: dict[str, Piece],
    patterns: Patterns,
    marked: Collection[str],
) -> Markup:
    """Draw a ring in its holder's colour and dashes round every island too small to see."""
    taken: list[tuple[str, tuple[float, float]]] = []
    rings: list[Markup] = []
    for name, outline in sorted(drawn.items(), key=lambda item: -item[1].area):
        centre = outlines.centre(outline)
        value = held[name].span.controller
        alike = (other for same, other in taken if same == value)
        if not outlines.speck(outline) or (
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


def _lines(atlas: Atlas, wanted: Collection[str]) -> Iterable[tuple[str, BaseGeometry]]:
    frame = atlas.lines()
    return [(name, frame.geometry[name]) for name in frame.index if name in wanted]


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
