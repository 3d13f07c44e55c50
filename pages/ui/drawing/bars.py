"""The history of one island, as a drawing of three bars.

A picture, because a chart of Altair's knows no patterns. It has no width of its own: places
are shares of the width it gets, so that words and patterns keep their size.
"""

from collections.abc import Sequence
from datetime import date
from itertools import groupby

from geodata import Atlas
from geodata.model import Lens
from geodata.spans import Span
from pages.ui.drawing import legend as key
from pages.ui.drawing import palette
from pages.ui.drawing.patterns import Patterns
from pages.ui.html import Markup, join, picture, tag
from pages.ui.words import holders
from pages.ui.words.reader import Reader, kept

# Pixels: a bar's name over it, the bar, and the years under all.
_HEAD, _BAR, _YEARS = 18, 26, 20
_LANE = _HEAD + _BAR + 6
_HEIGHT = _LANE * len(Lens) + _YEARS
_CENTURY = 100


def history(reader: Reader, island: str) -> Markup:
    """Draw one island's history: a bar for each lens, a rule at the reader's day, and a key.

    Rival claims share the bar, one above the other. A stretch tells what it is where a
    pointer rests on it.
    """
    rule = tag(
        "span", class_="rule", style=f"left:{_percent(reader.atlas, reader.day)};bottom:{_YEARS}px"
    )
    drawing, stretches, looks = _drawn(reader, island)
    plot = tag("div", drawing, stretches, rule, class_="plot", style=f"height:{_HEIGHT}px")
    return tag("figure", plot, looks, class_="bars")


@kept(Reader.timeless)
def _drawn(reader: Reader, island: str) -> tuple[Markup, Markup, Markup]:
    lanes = {lens: reader.atlas.spans(lens, reader.viewpoint)[island] for lens in Lens}
    values = dict.fromkeys(
        rival for own in lanes.values() for span in own for rival in _rivals(span)
    )
    paints = palette.paints(reader)
    patterns = Patterns(paints, tuple(values), f"bars-{island}")
    names: list[Markup] = []
    bars: list[Markup] = []
    tips: list[Markup] = []
    for lane, (lens, own) in enumerate(lanes.items()):
        top = lane * _LANE + _HEAD
        names.append(tag("text", reader.say(f"lens.{lens}"), y=str(top - 5)))
        for span in own:
            bars += _shares(reader.atlas, span, top, patterns)
            held = reader.atlas.holding(island, span.start, lens=lens, viewpoint=reader.viewpoint)
            tips.append(_tip(reader, span, held, top))
    svg = tag(
        "svg",
        patterns.definitions(),
        tag("g", *bars, stroke=palette.INK, stroke_width="0.6"),
        *names,
        _years(reader.atlas),
        width="100%",
        height=str(_HEIGHT),
        font_family=palette.FONT,
        font_size="13",
        fill=palette.INK,
        lang=reader.language,
    )
    told = join((_told(reader, lens, own) for lens, own in lanes.items()), " ")
    # the picture's words say it to who cannot point
    pointed = tag("div", *tips, aria_hidden="true")
    return picture(svg, told), pointed, key.key(patterns)


def _shares(atlas: Atlas, span: Span, top: int, patterns: Patterns) -> list[Markup]:
    """Draw a stretch of a bar, parted among its rivals."""
    rivals = _rivals(span)
    share = _BAR / len(rivals)
    return [
        tag(
            "rect",
            x=_percent(atlas, span.start),
            width=_width(atlas, span),
            y=f"{top + share * place:g}",
            height=f"{share:g}",
            fill=patterns.fill(rival),
            data_value=rival,
        )
        for place, rival in enumerate(rivals)
    ]


def _tip(reader: Reader, span: Span, held: Span, top: int) -> Markup:
    status = holders.status(reader, span.lens, span.controller)
    since = reader.written(held.start, held.precision)
    place = f"left:{_percent(reader.atlas, span.start)};width:{_width(reader.atlas, span)}"
    return tag(
        "span",
        title=f"{status}{reader.tongue.dot}{since}",
        style=f"{place};top:{top}px;height:{_BAR}px",
        class_="stretch",
    )


def _told(reader: Reader, lens: Lens, own: Sequence[Span]) -> str:
    """Name one after another whose the island was under a lens."""
    paints = palette.paints(reader)
    names = (paints[value].name for value, _ in groupby(own, lambda span: span.controller))
    return reader.say(
        "islands.bar_told",
        lens=reader.say(f"lens.{lens}"),
        holders=reader.listed(names),
    )


def _years(atlas: Atlas) -> Markup:
    """Write the centuries under the bars."""
    marks = []
    for year in range(atlas.start.year, atlas.as_of.year, _CENTURY):
        x = _percent(atlas, date(year, 1, 1))
        anchor = "start" if year == atlas.start.year else "middle"
        marks.append(tag("text", str(year), x=x, y=str(_HEIGHT - 3), text_anchor=anchor))
    return tag("g", *marks, fill=palette.SOFT, font_size="12")


def _rivals(span: Span) -> list[str]:
    return span.controller.split("+")


def _width(atlas: Atlas, span: Span) -> str:
    return f"{_share(atlas, span.end or atlas.as_of) - _share(atlas, span.start):.3f}%"


def _percent(atlas: Atlas, day: date) -> str:
    return f"{_share(atlas, day):.3f}%"


def _share(atlas: Atlas, day: date) -> float:
    """Return how much of the range has passed by a day, in per cent."""
    return 100 * (day - atlas.start) / (atlas.as_of - atlas.start)
