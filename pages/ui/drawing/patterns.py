"""Patterns for still maps, the same as the browser's, so that holders differ in grey too."""

from collections.abc import Mapping
from dataclasses import dataclass

from pages.ui.drawing.palette import INK, PAPER, Paint
from pages.ui.html import Markup, join, tag

# A value of a lens, and whether it is in doubt.
Look = tuple[str, bool]

_SIZE = 8
# Small maps carry small marks; lines stay thick enough to print.
_SCALE = 0.7
_SLOPE = "M-2,6L2,10M-2,-2L10,10M6,-2L10,2"
_MARKS = {
    "rising": "M-2,2L2,-2M-2,10L10,-2M6,10L10,6",
    "falling": _SLOPE,
    "cross": "M-1,-1L9,9M-1,9L9,-1",
    "horizontal": "M0,2H8M0,6H8",
    "vertical": "M2,0V8M6,0V8",
}
# Notches of a ring, as dashes in pixels along a ring of radius 3: what is too small for a
# pattern is told apart by its rim.
_NOTCHES = {
    "dots": "1.56 0.8",
    "rising": "3.7 1.01",
    "falling": "5.2 1.08",
    "cross": "1.5 0.9 6 1.02",
    "horizontal": "8.2 1.22",
    "vertical": "2.2 0.94",
}
_TURN = 4.71


@dataclass(frozen=True, slots=True)
class Patterns:
    """The patterns of one drawing. ``prefix`` keeps their ids apart from other drawings'."""

    paints: Mapping[str, Paint]
    looks: tuple[Look, ...]
    prefix: str

    def definitions(self) -> Markup:
        """Return the <defs> that ``fill`` points to."""
        wanted = [look for look in self.looks if not self._flat(look)]
        return tag("defs", *(self._pattern(look) for look in wanted))

    def fill(self, look: Look) -> str:
        """Return what an island with this look is filled with."""
        if self._flat(look):
            return self.paints[look[0]].colours[0]
        return f"url(#{self._id(look)})"

    def swatch(self, look: Look) -> Markup:
        """Return a legend's sample, a drawing that stands alone."""
        alone = Patterns(self.paints, (look,), self.prefix)
        box = tag(
            "rect", x="0.5", y="0.5", width="25", height="15", fill=alone.fill(look), stroke=INK
        )
        return tag("svg", alone.definitions(), box, viewBox="0 0 26 16", width="26", height="16")

    def _flat(self, look: Look) -> bool:
        value, doubtful = look
        paint = self.paints[value]
        return not doubtful and len(paint.colours) == 1 and paint.pattern in ("plain", "void")

    def _id(self, look: Look) -> str:
        # numbered, because ids of rival claims hold a "+"
        return f"{self.prefix}-{self.looks.index(look)}"

    def _pattern(self, look: Look) -> Markup:
        value, doubtful = look
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
        parts.append(_mark(paint.pattern))
        if doubtful:
            parts += [
                tag("path", d=_SLOPE, stroke=PAPER, stroke_width="2.6"),
                tag("path", d=_SLOPE, stroke=INK, stroke_width="1.2"),
            ]
        turned = " rotate(-45)" if len(paint.colours) > 1 else ""
        return tag(
            "pattern",
            join(parts),
            id=self._id(look),
            width=str(_SIZE),
            height=str(_SIZE),
            patternUnits="userSpaceOnUse",
            patternTransform=f"scale({_SCALE}){turned}",
        )


def strokes(paint: Paint) -> list[dict[str, str | None]]:
    """Return the strokes of a ring in this paint: notched, or one dashed stroke a colour."""
    if len(paint.colours) == 1:
        return [{"stroke": paint.colours[0], "stroke_dasharray": _NOTCHES.get(paint.pattern)}]
    share = _TURN / len(paint.colours)
    return [
        {
            "stroke": colour,
            "stroke_dasharray": f"{share:.2f} {_TURN - share:.2f}",
            "stroke_dashoffset": f"{-share * number:.2f}",
        }
        for number, colour in enumerate(paint.colours)
    ]


def _mark(pattern: str) -> Markup:
    if pattern == "dots":
        spots = (tag("circle", cx=at, cy=at, r="1.2") for at in ("2", "6"))
        return tag("g", *spots, fill=INK, fill_opacity="0.65")
    if pattern not in _MARKS:
        return Markup()
    return tag("path", d=_MARKS[pattern], stroke=INK, stroke_width="1.1", stroke_opacity="0.6")
