"""Numbered points on a still map."""

from dataclasses import dataclass

from pages.ui.drawing.palette import INK, MARK, PAPER
from pages.ui.html import Markup, tag

_DASHED = {"stroke": INK, "stroke_width": "1.5", "stroke_dasharray": "4 3"}


@dataclass(frozen=True, slots=True)
class Spot:
    """A point to draw (EPSG:4326); ``spread`` is how far it may be off, in kilometres.

    ``kind`` is "landing" or that of a place; ``left`` puts the name on the left of the
    point, where the right side is taken.
    """

    id: str
    number: int
    name: str
    lat: float
    lon: float
    kind: str
    spread: float | None = None
    left: bool = False


def drawn_spot(spot: Spot, at: tuple[float, float], kilometre: float) -> Markup:
    """Draw a point with its number and name; what is not known exactly gets a dashed ring.

    ``at`` is its place and ``kilometre`` a kilometre's length there, in pixels.
    """
    x, y = (f"{value:.1f}" for value in at)
    ring: list[Markup] = []
    if spot.spread:
        # white under dark, so that it shows on sea and land of any colour
        radius = f"{spot.spread * kilometre:.1f}"
        ring = [
            tag("circle", cx=x, cy=y, r=radius, fill="none", **stroke)
            for stroke in ({"stroke": PAPER, "stroke_width": "3"}, _DASHED)
        ]
    side = -1 if spot.left else 1
    words = tag(
        "text",
        f"{spot.number} {spot.name}",
        x=f"{at[0] + 9 * side:.1f}",
        y=f"{at[1] + 4.5:.1f}",
        text_anchor="end" if side < 0 else "start",
        font_family="sans-serif",
        font_size="13",
        font_weight="600",
        fill=INK,
        stroke=PAPER,
        stroke_width="3",
        paint_order="stroke",
    )
    return tag("g", *ring, _mark(spot.kind, at), words, data_spot=spot.id)


def _mark(kind: str, at: tuple[float, float]) -> Markup:
    box = "m-4,-4h8v8h-8z"
    steps = {"landing": "m-6,0l6,-6l6,6l-6,6z", "height": "m-6,5l6,-11l6,11z"}
    return tag(
        "path",
        d=f"M{at[0]:.1f},{at[1]:.1f}{steps.get(kind, box)}",
        fill=MARK if kind == "landing" else INK,
        stroke=PAPER,
        stroke_width="1.2",
    )
