"""A small still map as SVG: it prints, it needs no script, and it shows one day or one line."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache
from math import asinh, degrees, radians, tan

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from geodata import Atlas
from pages.ui import palette
from pages.ui.markup import Markup, join, tag

# (west, south, east, north), EPSG:4326
Bounds = tuple[float, float, float, float]
CHAIN: Bounds = (144.6, 42.9, 157.4, 51.4)
REGION: Bounds = (139.5, 42.9, 157.4, 54.9)

# Pixels below which an island gets a ring in its holder's colour.
_SMALL = 5.0
_RING = 3.0
_INK = "#1d2a33"


@dataclass(frozen=True, slots=True)
class _Frame:
    """Web Mercator, fitted to a window; x to the right and y down, in pixels."""

    bounds: Bounds
    width: float

    @property
    def scale(self) -> float:
        return self.width / (self.bounds[2] - self.bounds[0])

    @property
    def height(self) -> float:
        return (_north(self.bounds[3]) - _north(self.bounds[1])) * self.scale

    def pixels(self, geometry: BaseGeometry) -> BaseGeometry:
        west, north = self.bounds[0], _north(self.bounds[3])

        def project(points: np.ndarray) -> np.ndarray:
            y = np.degrees(np.arcsinh(np.tan(np.radians(points[:, 1]))))
            return np.column_stack([(points[:, 0] - west) * self.scale, (north - y) * self.scale])

        return shapely.transform(geometry, project)


def minimap(  # noqa: PLR0913  # what a map shows, each by name
    atlas: Atlas,
    day: date,
    language: str,
    *,
    title: str,
    lens: str = "control",
    viewpoint: str = "neutral",
    bounds: Bounds = CHAIN,
    width: int = 320,
    lines: Collection[str] = (),
    marked: Collection[str] = (),
) -> Markup:
    """Draw who holds what on ``day`` in a window (EPSG:4326), ``width`` pixels wide.

    ``title`` is the map's name for who cannot see it. ``lines`` are the ids of boundary
    lines to draw, whenever they were in force; ``marked`` islands get a heavy outline.
    """
    frame = _Frame(bounds, width)
    paints = palette.paints(atlas, language)
    held = atlas.on(day, lens=lens, viewpoint=viewpoint)["controller"]
    window = shapely.box(*bounds).buffer(1)
    parts = [
        tag("title", title),
        tag("rect", width="100%", height="100%", fill="#e8eff2"),
        *(
            _path(_outline(frame, "land", shape, window), fill="#dedad0", stroke="#b5afa0")
            for shape in atlas.land.geometry
        ),
    ]
    for name, shape in _shapes(atlas).items():
        outline = _outline(frame, name, shape, window)
        if outline.is_empty:
            continue
        colour = paints[held[name]].colours[0]
        heavy = "2.4" if name in marked else "0.7"
        parts.append(
            _path(outline, fill=colour, stroke=_INK, stroke_width=heavy, data_island=name, data_controller=held[name])
        )
        west, south, east, north = outline.bounds
        if max(east - west, north - south) < _SMALL:
            parts.append(
                tag(
                    "circle",
                    cx=f"{(west + east) / 2:.1f}",
                    cy=f"{(south + north) / 2:.1f}",
                    r=f"{_RING * (2 if name in marked else 1):.1f}",
                    fill="none",
                    stroke=_INK if name in marked else colour,
                    stroke_width="1.6",
                )
            )
    parts += [_line(frame, shape, name) for name, shape in _lines(atlas, lines)]
    return tag(
        "svg",
        join(parts),
        viewBox=f"0 0 {width} {frame.height:.0f}",
        width="100%",
        role="img",
        class_="minimap",
    )


def _shapes(atlas: Atlas) -> dict[str, BaseGeometry]:
    return dict(atlas.shapes.geometry.items())


def _lines(atlas: Atlas, wanted: Collection[str]) -> Iterable[tuple[str, BaseGeometry]]:
    frame = atlas.lines()
    return [(name, frame.geometry[name]) for name in frame.index if name in wanted]


def _outline(frame: _Frame, name: str, shape: BaseGeometry, window: BaseGeometry) -> BaseGeometry:
    return _drawn(frame, name, shapely.to_wkb(shape), shapely.to_wkb(window))


@cache
def _drawn(frame: _Frame, name: str, shape: bytes, window: bytes) -> BaseGeometry:  # noqa: ARG001  # name keeps caches apart
    """Clip, project and thin a shape; kept, for the same islands are drawn on every map."""
    clipped = shapely.intersection(shapely.from_wkb(shape), shapely.from_wkb(window))
    return shapely.simplify(frame.pixels(clipped), 0.4)


def _path(shape: BaseGeometry, **style: str) -> Markup:
    rings = [
        "M" + "L".join(f"{x:.1f},{y:.1f}" for x, y in ring.coords) + "Z"
        for part in getattr(shape, "geoms", [shape])
        if part.geom_type == "Polygon"
        for ring in (part.exterior, *part.interiors)
    ]
    return tag("path", d="".join(rings), fill_rule="evenodd", **style)


def _line(frame: _Frame, shape: BaseGeometry, name: str) -> Markup:
    points = [
        "M" + "L".join(f"{x:.1f},{y:.1f}" for x, y in part.coords)
        for part in getattr(frame.pixels(shape), "geoms", [frame.pixels(shape)])
    ]
    return tag(
        "path", d="".join(points), fill="none", stroke="#8b1a4a", stroke_width="3", data_line=name
    )


def _north(latitude: float) -> float:
    return degrees(asinh(tan(radians(latitude))))
