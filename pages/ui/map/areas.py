"""How many km² of the chain each holder had, as a drawing with the reader's day in it.

A picture and no chart of Altair's: it stands beside the map, whose reader's every rest would
draw it anew, and its library is the largest there is.
"""

from datetime import date

from geodata import Atlas
from geodata.areas import steps
from pages.ui.drawing import bands, palette
from pages.ui.drawing import legend as key
from pages.ui.drawing.patterns import Patterns
from pages.ui.html import Markup, picture, tag
from pages.ui.words.reader import Reader, kept

# Of the drawing, in its own units: about the pixels it gets beside the map.
_WIDTH, _HEIGHT, _YEARS = 340, 110, 18
_CENTURY = 100


def areas(reader: Reader) -> Markup:
    """Draw who had how much since the first day, with a rule at the reader's day and a key."""
    rule = tag("span", class_="rule", style=f"left:{100 * _share(reader.atlas, reader.day):.2f}%")
    drawing, colours = _drawn(reader)
    return tag("figure", tag("div", drawing, rule, class_="plot"), colours, class_="areas")


@kept(Reader.timeless)
def _drawn(reader: Reader) -> tuple[Markup, Markup]:
    own = steps(reader.atlas, reader.lens, reader.viewpoint, reader.atlas.start)
    paints = palette.paints(reader)
    values = [value for value in paints if any(value in step.km2 for step in own)]
    patterns = Patterns(paints, tuple(values), "areas")
    top = sum(own[0].km2.values())
    shapes = [
        tag("path", d=bands.outline(boxes), fill=patterns.fill(value), data_value=value)
        for value, boxes in bands.bands(
            own, values, lambda day: _WIDTH * _share(reader.atlas, day), _HEIGHT, _HEIGHT / top
        )
    ]
    svg = tag(
        "svg",
        patterns.definitions(),
        tag("g", *shapes, stroke=palette.INK, stroke_width="0.5"),
        _years(reader.atlas),
        viewBox=f"0 0 {_WIDTH} {_HEIGHT + _YEARS}",
        width=str(_WIDTH),
        height=str(_HEIGHT + _YEARS),
        font_family=palette.FONT,
        font_size="12",
        fill=palette.SOFT,
    )
    words = reader.say(
        "panel.chart_words",
        km2=reader.number(top),
        first=reader.atlas.start.year,
        last=reader.atlas.as_of.year,
    )
    return picture(svg, words), key.key(patterns)


def _share(atlas: Atlas, day: date) -> float:
    """Return how much of the range has passed by a day, from 0 to 1."""
    return (day - atlas.start) / (atlas.as_of - atlas.start)


def _years(atlas: Atlas) -> Markup:
    """Write the centuries under the drawing."""
    marks = []
    for year in range(atlas.start.year, atlas.as_of.year, _CENTURY):
        x = _WIDTH * _share(atlas, date(year, 1, 1))
        anchor = "middle" if x else "start"
        marks.append(tag("text", str(year), x=f"{x:.1f}", y=str(_HEIGHT + 14), text_anchor=anchor))
        marks.append(tag("path", d=f"M{x:.1f},{_HEIGHT}v4", stroke=palette.SOFT, stroke_width="1"))
    return tag("g", *marks)
