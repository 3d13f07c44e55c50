"""The axes of the chart of ground and paper: years to the right, km² upwards."""

from dataclasses import dataclass
from datetime import date

from geodata.areas import Step
from geodata.model import Lens
from pages.ui.drawing.palette import INK, PAPER
from pages.ui.html import Markup, join, tag
from pages.ui.words.reader import Reader

# Words stay readable where a rule or a pattern runs behind them.
HALO = {
    "paint_order": "stroke",
    "stroke": PAPER,
    "stroke_width": "4",
    "stroke_linejoin": "round",
}

_LEFT, _RIGHT = 52.0, 8.0
# Two years closer than this, in pixels, would overprint.
_NEAR = 30.0
# A drawing narrower than this has room for every other year only.
_ROOMY = 700


@dataclass(frozen=True, slots=True)
class Frame:
    """Years to the right, km² upwards, in pixels."""

    width: int
    first: date
    last: date

    def x(self, day: date) -> float:
        """Return where a day stands."""
        share = (day - self.first) / (self.last - self.first)
        return _LEFT + share * (self.width - _LEFT - _RIGHT)


def heading(words: str, top: float) -> Markup:
    """Write a panel's name over its top left corner."""
    return tag(
        "text",
        words,
        x=f"{_LEFT:.0f}",
        y=f"{top - 7:.0f}",
        font_size="13",
        font_weight="600",
        **HALO,
    )


def grid(frame: Frame, feet: tuple[float, ...]) -> Markup:
    """Draw the years under the last panel and a ground line under each."""
    every = 20 if frame.width > _ROOMY else 40
    lines = [
        tag(
            "line",
            x1=f"{_LEFT:.0f}",
            x2=f"{frame.width - _RIGHT:.0f}",
            y1=f"{y:.1f}",
            y2=f"{y:.1f}",
        )
        for y in feet
    ]
    years = [
        tag(
            "text",
            str(year),
            x=f"{frame.x(date(year, 1, 1)):.1f}",
            y=f"{feet[-1] + 15:.0f}",
            text_anchor="middle",
        )
        for year in range(_decade(frame.first), frame.last.year, every)
    ]
    return join([tag("g", *lines, stroke=INK, stroke_width="1"), tag("g", *years)])


def _decade(day: date) -> int:
    """Return the first year of the first decade that begins in a day's year or later."""
    return -(-day.year // 10) * 10


def scale(reader: Reader, foot: float, height: float, top: float) -> Markup:
    """Write the panel's foot and top in km²."""
    return tag(
        "g",
        *(
            tag(
                "text",
                reader.number(value),
                x=f"{_LEFT - 5:.0f}",
                y=f"{y:.0f}",
                text_anchor="end",
            )
            for value, y in ((0.0, foot), (top, foot - height + 9))
        ),
    )


def rules(frame: Frame, drawn: dict[Lens, list[Step]], feet: tuple[float, ...]) -> Markup:
    """Draw a line through all panels at each year of change: full for paper, dotted for ground."""
    parts: list[Markup] = []
    names: list[Markup] = []
    for lens, y, dashes in ((Lens.TITLE, 26.0, None), (Lens.CONTROL, 13.0, "2 3")):
        written: list[float] = []
        days = {step.start.year: step.start for step in drawn[lens][:0:-1]}
        for year, day in sorted(days.items()):
            x = frame.x(day)
            if not written or x - written[-1] > _NEAR:
                written.append(x)
                year_at = {"x": f"{x:.1f}", "y": f"{y:.0f}", "text_anchor": "middle"}
                names.append(tag("text", str(year), **year_at))
            parts.append(
                tag(
                    "line",
                    x1=f"{x:.1f}",
                    x2=f"{x:.1f}",
                    y1=f"{y + 2:.0f}",
                    y2=f"{feet[-1]:.0f}",
                    stroke=INK,
                    stroke_width="1.1",
                    stroke_dasharray=dashes,
                )
            )
    return join([tag("g", *parts), tag("g", *names, **HALO)])
