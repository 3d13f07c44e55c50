"""A map to colour, for paper: the outlines of all islands, with names, with numbers, or bare."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from math import hypot

import shapely
from shapely.geometry.base import BaseGeometry

from pages.ui.drawing import labels, outlines, palette
from pages.ui.drawing.mercator import Bounds, Frame
from pages.ui.html import Markup, tag
from pages.ui.words.reader import Reader

WIDTH = 480
# Pixels: what is smaller cannot be coloured, and gets a ring that can.
_SPECK, _RING = 9.0, 7.5
# Pixels: a name farther off than this is tied to its island by a thread.
_FAR = 16.0
_GROUND = {"fill": palette.RULE, "stroke": palette.SOFT, "stroke_width": "0.8"}
_ISLAND = {"fill": palette.PAPER, "stroke": palette.INK, "stroke_width": "1.1"}


@dataclass(frozen=True, slots=True)
class Ring:
    """A circle round a speck, or round several that lie too close to be told apart (pixels)."""

    islands: tuple[str, ...]
    x: float
    y: float
    radius: float


def blank(reader: Reader, *, title: str, bounds: Bounds, named: Mapping[str, str]) -> Markup:
    """Draw the islands of a window (EPSG:4326) without any holder, to be coloured by hand.

    ``title`` is the map's name for who cannot see it; ``named`` says what is written beside
    which islands: a name or a number. Nothing but grey is drawn.
    """
    frame = Frame(bounds, WIDTH)
    room = shapely.box(0, 0, WIDTH, frame.height)
    ground = list(outlines.coasts(reader.atlas, frame))
    drawn = {}
    for name, shape in outlines.islands(reader.atlas, frame).items():
        # of what lies outside only a tip may be seen: it cannot be coloured
        if room.contains(shapely.Point(outlines.centre(shape))):
            drawn[name] = shape
        else:
            ground.append(shape)
    circles = list(rings(drawn))
    taken = _taken(drawn.values(), circles)
    places, taken = _places(reader, frame, room, taken)
    inside = {name: words for name, words in named.items() if name in drawn}
    words = list(_named(reader, inside, drawn, room, taken))
    return tag(
        "svg",
        tag("title", title),
        tag("rect", width="100%", height="100%", fill=palette.PAPER),
        tag(
            "g",
            *map(outlines.path, ground),
            **_GROUND,
        ),
        *places,
        tag(
            "g",
            *(outlines.path(shape, data_island=name) for name, shape in drawn.items()),
            **_ISLAND,
        ),
        *map(_circle, circles),
        *words,
        viewBox=f"0 0 {WIDTH} {frame.height:.0f}",
        width="100%",
        role="img",
    )


def rings(drawn: Mapping[str, BaseGeometry]) -> Iterator[Ring]:
    """Give a ring to every island too small to colour; specks that touch share one."""
    specks = {name: shape for name, shape in drawn.items() if outlines.speck(shape, _SPECK)}
    while specks:
        first = next(iter(specks))
        near = {first: specks.pop(first)}
        while found := [name for name in specks if _close(specks[name], near.values())]:
            near |= {name: specks.pop(name) for name in found}
        whole = shapely.union_all(list(near.values()))
        west, north, east, south = whole.bounds
        reach = hypot(east - west, south - north) / 2 + 2
        yield Ring(tuple(near), *outlines.centre(whole), max(_RING, reach))


def _close(shape: BaseGeometry, others: Iterable[BaseGeometry]) -> bool:
    x, y = outlines.centre(shape)
    return any(hypot(x - at, y - down) < 2 * _RING for at, down in map(outlines.centre, others))


def _circle(ring: Ring) -> Markup:
    at = {"cx": f"{ring.x:.1f}", "cy": f"{ring.y:.1f}", "r": f"{ring.radius:.1f}"}
    return tag(
        "circle",
        **at,
        fill="none",
        stroke=palette.INK,
        stroke_width="1.1",
        data_ring=" ".join(ring.islands),
    )


def _taken(shapes: Iterable[BaseGeometry], circles: Iterable[Ring]) -> BaseGeometry:
    round_ = (shapely.Point(ring.x, ring.y).buffer(ring.radius + 2) for ring in circles)
    return shapely.union_all([*(shape.buffer(3) for shape in shapes), *round_])


def _places(
    reader: Reader, frame: Frame, room: BaseGeometry, taken: BaseGeometry
) -> tuple[list[Markup], BaseGeometry]:
    """Write the names of seas and lands in the window; return them and what is taken then."""
    words = []
    for place in reader.atlas.places.values():
        if place.kind not in {"sea", "land"}:
            continue
        called = place.name[reader.language]
        spots = [(place.lon, place.lat), *((spot.lon, spot.lat) for spot in place.also)]
        for lon, lat in spots:
            box = labels.box(called, *frame.place(lon, lat))
            if room.contains(box) and not taken.intersects(box):
                taken = taken.union(box)
                words.append(
                    labels.written(called, reader.language, box, fill=palette.SOFT, stroke="none")
                )
                break
    return words, taken


def _named(
    reader: Reader,
    named: Mapping[str, str],
    drawn: Mapping[str, BaseGeometry],
    room: BaseGeometry,
    taken: BaseGeometry,
) -> Iterator[Markup]:
    for island, words in named.items():
        point = drawn[island].representative_point()
        box = labels.beside(point, words, room, taken)
        if box is None:
            continue
        taken = taken.union(box)
        end = shapely.shortest_line(box, drawn[island])
        if end.length > _FAR:
            (x, y), (to_x, to_y) = end.coords
            yield tag(
                "path",
                d=f"M{x:.1f},{y:.1f}L{to_x:.1f},{to_y:.1f}",
                stroke=palette.SOFT,
                stroke_width="0.7",
            )
        yield labels.written(words, reader.language, box, stroke=palette.PAPER)
