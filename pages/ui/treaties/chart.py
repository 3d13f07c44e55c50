"""Km² held on the ground and by treaty on one axis of years, as a drawing."""

from geodata import parting
from geodata.areas import Step, steps
from geodata.model import Lens, Listed
from pages.ui.drawing import legend as key
from pages.ui.drawing import palette
from pages.ui.drawing.bands import Box, bands, outline
from pages.ui.drawing.palette import FONT, INK, PAPER, Paint
from pages.ui.drawing.patterns import Patterns
from pages.ui.html import Markup, join, picture, tag
from pages.ui.treaties.axis import HALO, Frame, grid, heading, rules, scale
from pages.ui.words.reader import Reader

WIDE, NARROW = 1080, 356

_PREFIX = "treaties-chart"
_PANEL, _APART, _GAP, _HEAD, _FOOT = 128.0, 44.0, 34.0, 54.0, 20.0
# Pixels of a Latin letter in a wide font.
_LETTER = 7.6
_NAMES = ("treaties.panel_ground", "treaties.panel_paper")
# The looks of the panel where ground and paper part, in the order of ``parting.areas``.
_ANOTHER, _NOBODY = "another", "nobody"


def ground_and_paper(reader: Reader) -> dict[Lens, list[Step]]:
    """Return who had how much of the chain since 1855, held and by treaty."""
    atlas, viewpoint = reader.atlas, reader.viewpoint
    first = atlas.stops(Listed.PAPERS)[0].day
    return {lens: steps(atlas, lens, viewpoint, first) for lens in (Lens.CONTROL, Lens.TITLE)}


def chart(reader: Reader) -> Markup:
    """Draw ground, paper and where they part, once for wide screens and once for narrow ones."""
    drawn = ground_and_paper(reader)
    patterns = _patterns(reader, drawn)
    title = reader.say("treaties.chart_title")
    return tag(
        "figure",
        *(
            picture(_drawing(reader, drawn, patterns, width), title, class_=name)
            for width, name in ((WIDE, "wide"), (NARROW, "narrow"))
        ),
        tag(
            "figcaption",
            key.key(patterns),
            tag("p", reader.say("treaties.rules"), class_="soft"),
        ),
        class_="chart",
    )


def _drawing(
    reader: Reader, drawn: dict[Lens, list[Step]], patterns: Patterns, width: int
) -> Markup:
    return tag(
        "svg",
        patterns.definitions(),
        _panels(reader, drawn, patterns, width),
        viewBox=f"0 0 {width} {_height():.0f}",
        width=str(width),
        height=f"{_height():.0f}",
        font_family=FONT,
        font_size="12",
        fill=INK,
        lang=reader.language,
    )


def _height() -> float:
    return _HEAD + 2 * _PANEL + 2 * _GAP + _APART + _FOOT


def _patterns(reader: Reader, drawn: dict[Lens, list[Step]]) -> Patterns:
    present = {value for own in drawn.values() for step in own for value in step.km2}
    paints = palette.paints(reader) | {
        _ANOTHER: Paint(reader.say("treaties.apart_another"), (INK,), "plain"),
        _NOBODY: Paint(reader.say("treaties.apart_nobody"), (PAPER,), "horizontal"),
    }
    shown = tuple(value for value in paints if value in {*present, _ANOTHER, _NOBODY})
    return Patterns(paints, shown, _PREFIX)


def _panels(
    reader: Reader, drawn: dict[Lens, list[Step]], patterns: Patterns, width: int
) -> Markup:
    first, last = (stop.day for stop in reader.atlas.stops(Listed.PAPERS))
    frame = Frame(width, first, last)
    top = max(sum(step.km2.values()) for step in drawn[Lens.CONTROL])
    feet = (_HEAD + _PANEL, _HEAD + 2 * _PANEL + _GAP, _HEAD + 2 * _PANEL + 2 * _GAP + _APART)
    parts: list[Markup] = []
    names = []
    for lens, foot, name in zip(drawn, feet, _NAMES, strict=False):
        names.append(heading(reader.say(name), foot - _PANEL))
        parts += [
            _bands(reader, frame, drawn[lens], patterns, (foot, _PANEL / top)),
            scale(reader, foot, _PANEL, top),
        ]
    foot = feet[-1]
    names.append(heading(reader.say("treaties.panel_apart"), foot - _APART))
    parts += [
        _apart(reader, frame, patterns, (foot, _APART / top)),
        scale(reader, foot, _APART, top),
        grid(frame, feet),
        rules(frame, drawn, feet),
    ]
    return join(parts + names)


def _bands(
    reader: Reader,
    frame: Frame,
    own: list[Step],
    patterns: Patterns,
    measure: tuple[float, float],
) -> Markup:
    """Draw each holder's share as a stepped area, with its name where that fits."""
    foot, factor = measure
    shapes: list[Markup] = []
    names: list[Markup] = []
    for value, boxes in bands(own, patterns.values, frame.x, foot, factor):
        fill = patterns.fill(value)
        shapes.append(tag("path", d=outline(boxes), fill=fill, data_value=value))
        names.append(_name(reader, patterns.paints[value].name, boxes))
    return join(
        [
            tag("g", *shapes, stroke=INK, stroke_width="0.8"),
            tag("g", *names, font_size="13", **HALO),
        ]
    )


def _name(reader: Reader, name: str, boxes: list[Box]) -> Markup:
    left, right, foot, top = max(boxes, key=lambda box: box[1] - box[0])
    if len(name) * _LETTER * reader.tongue.letter > right - left or foot - top < 14:  # noqa: PLR2004  # a line
        return Markup()
    return tag(
        "text",
        name,
        x=f"{(left + right) / 2:.1f}",
        y=f"{(foot + top) / 2 + 4:.1f}",
        text_anchor="middle",
    )


def _apart(
    reader: Reader, frame: Frame, patterns: Patterns, measure: tuple[float, float]
) -> Markup:
    foot, factor = measure
    boxes = [
        tag(
            "rect",
            x=f"{frame.x(start):.1f}",
            y=f"{foot - km2 * factor:.1f}",
            width=f"{frame.x(end) - frame.x(start):.1f}",
            height=f"{km2 * factor:.1f}",
            fill=patterns.fill(value),
        )
        for start, end, another, nobody in parting.areas(reader.atlas, reader.viewpoint)
        for km2, value in ((another, _ANOTHER), (nobody, _NOBODY))
        if km2
    ]
    return tag("g", *boxes, stroke=INK, stroke_width="0.8")
