"""How a value and a doubt look, beside their colour: the one definition for drawings and browser.

Holders differ by pattern, so that they differ in grey too; a doubt is no pattern, but a broken
outline and a broken ring.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from geodata.pieces import Doubt
from pages.ui.drawing.palette import INK, PAPER, Paint
from pages.ui.html import Markup, join, tag

_SIZE = 8
# Small maps carry small marks; lines stay thick enough to print.
_SCALE = 0.7
_OPACITY = 0.6


@dataclass(frozen=True, slots=True)
class Mark:
    """What is stroked over a tile's colour, in a tile's own pixels; dots are round ends."""

    d: str
    width: float


MARKS = {
    "dots": Mark("M2,2h0M6,6h0", 2.4),
    "rising": Mark("M-2,2L2,-2M-2,10L10,-2M6,10L10,6", 1.1),
    "falling": Mark("M-2,6L2,10M-2,-2L10,10M6,-2L10,2", 1.1),
    "cross": Mark("M-1,-1L9,9M-1,9L9,-1", 1.1),
    "horizontal": Mark("M0,2H8M0,6H8", 1.1),
    "vertical": Mark("M2,0V8M6,0V8", 1.1),
}
# What is too small for a pattern is told apart by the notches of its rim: dashes along a lap.
LAP = 18.85
_NOTCHES = {
    "dots": "1.56 0.8",
    "rising": "3.7 1.01",
    "falling": "5.2 1.08",
    "cross": "1.5 0.9 6 1.02",
    "horizontal": "8.2 1.22",
    "vertical": "2.2 0.94",
}
# Rival claims take turns along a rim.
_TURN = LAP / 4


@dataclass(frozen=True, slots=True)
class Break:
    """How a doubt breaks an outline (dashes in pixels) and a ring (none, and gap, along a lap)."""

    outline: str
    ring: str


# Long dashes for who, short ones for when.
BREAKS = {
    Doubt.HOLDER: Break("7 4", "1.7 4.583"),
    Doubt.DAY: Break("1.8 2.6", "0.85 1.506"),
}


def described() -> dict[str, Any]:
    """Return what the browser needs to draw the same, ready for JSON."""
    return {
        "size": _SIZE,
        "opacity": _OPACITY,
        "ink": INK,
        "marks": {name: {"d": mark.d, "width": mark.width} for name, mark in MARKS.items()},
        "lap": LAP,
        "breaks": {
            str(doubt): {"outline": one.outline, "ring": one.ring} for doubt, one in BREAKS.items()
        },
    }


@dataclass(frozen=True, slots=True)
class Patterns:
    """The patterns of one drawing. ``prefix`` keeps their ids apart from other drawings'."""

    paints: Mapping[str, Paint]
    values: tuple[str, ...]
    prefix: str

    def definitions(self) -> Markup:
        """Return the <defs> that ``fill`` points to."""
        wanted = [value for value in self.values if not self._flat(value)]
        return tag("defs", *(self._pattern(value) for value in wanted))

    def fill(self, value: str) -> str:
        """Return what an island with this value is filled with."""
        if self._flat(value):
            return self.paints[value].colours[0]
        return f"url(#{self._id(value)})"

    def swatch(self, value: str) -> Markup:
        """Return a legend's sample, a drawing that stands alone."""
        alone = Patterns(self.paints, (value,), self.prefix)
        return _sample(alone.definitions(), fill=alone.fill(value))

    def _flat(self, value: str) -> bool:
        paint = self.paints[value]
        return len(paint.colours) == 1 and paint.pattern not in MARKS

    def _id(self, value: str) -> str:
        # numbered, because ids of rival claims hold a "+"
        return f"{self.prefix}-{self.values.index(value)}"

    def _pattern(self, value: str) -> Markup:
        paint = self.paints[value]
        stripe = _SIZE / len(paint.colours)
        parts = [
            tag(
                "rect",
                y=f"{stripe * number:g}",
                width=str(_SIZE),
                height=f"{stripe:g}",
                fill=colour,
            )
            for number, colour in enumerate(paint.colours)
        ]
        if paint.pattern in MARKS:
            mark = MARKS[paint.pattern]
            parts.append(
                tag(
                    "path",
                    d=mark.d,
                    stroke=INK,
                    stroke_width=f"{mark.width:g}",
                    stroke_opacity=f"{_OPACITY:g}",
                    stroke_linecap="round",
                )
            )
        turned = " rotate(-45)" if len(paint.colours) > 1 else ""
        return tag(
            "pattern",
            join(parts),
            id=self._id(value),
            width=str(_SIZE),
            height=str(_SIZE),
            patternUnits="userSpaceOnUse",
            patternTransform=f"scale({_SCALE}){turned}",
        )


@dataclass(frozen=True, slots=True)
class Stroke:
    """A stroke of a rim: dashes and their start along a lap, "" and 0 for a whole one."""

    colour: str
    dash: str
    offset: float


def rim(paint: Paint) -> tuple[Stroke, ...]:
    """Return the strokes of a ring in this paint: notched, or one dashed stroke a colour."""
    if len(paint.colours) == 1:
        return (Stroke(paint.colours[0], _NOTCHES.get(paint.pattern, ""), 0),)
    share = _TURN / len(paint.colours)
    return tuple(
        Stroke(colour, f"{share:.3f} {_TURN - share:.3f}", round(-share * number, 3))
        for number, colour in enumerate(paint.colours)
    )


def sample(doubt: Doubt) -> Markup:
    """Return a legend's sample of a doubt: its outline, with a question mark where it is who."""
    outline = BREAKS[doubt].outline
    mark = tag(
        "text",
        "?" if doubt is Doubt.HOLDER else "±",
        x="13",
        y="12.5",
        text_anchor="middle",
        font_family="sans-serif",
        font_size="12",
        font_weight="700",
        fill=INK,
    )
    return _sample(fill=PAPER, stroke_width="1.4", stroke_dasharray=outline, over=mark)


def _sample(*parts: Markup, over: Markup | None = None, **style: str) -> Markup:
    box = tag("rect", x="1", y="1", width="24", height="14", stroke=INK, **style)
    return tag("svg", *parts, box, over or "", viewBox="0 0 26 16", width="26", height="16")
