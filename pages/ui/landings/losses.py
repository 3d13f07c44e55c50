"""Losses of the operations of 1945: a dot or a range for every source, never one number."""

from dataclasses import dataclass
from typing import Any

import altair as alt
import pandas as pd

from geodata.model import Group, Loss
from pages.ui import html
from pages.ui.drawing import palette, vega
from pages.ui.html import Markup, fold, join, tag
from pages.ui.parts import citations
from pages.ui.words import breaks
from pages.ui.words.reader import Reader, kept

OPERATIONS = ("north", "south", "sakhalin")

_SIDES = ("soviet", "japanese", "civilian")
_KINDS = ("killed", "missing", "wounded", "killed_wounded_missing", "prisoners")
# Told apart in grey by their shape; dark enough on white.
_COLOURS = (palette.SOVIET, palette.JAPANESE, palette.OTHER)
_SHAPES = ("square", "circle", "triangle-up")
# Letters to a line, so that words fit a phone; letters of Japanese are twice as wide.
_LINE = 50
# Pixels a source takes, two lines of words over its dot,
_ROW = 58
# and the scale and the key over them.
_HEAD = 70


@dataclass(frozen=True, slots=True)
class Figure:
    """One source's figure for one side of one landing."""

    landing: str
    site: str
    loss: Loss


def figures(reader: Reader, operation: str) -> list[Figure]:
    """Return every figure of an operation, by side and kind, low ones first."""
    found = [
        Figure(landing.id, landing.site[reader.language], loss)
        for landing in reader.atlas.landing_records()
        if _operation(reader.atlas.islands[landing.island].group) == operation
        for loss in landing.losses
    ]
    return sorted(
        found,
        key=lambda one: (
            _SIDES.index(one.loss.side),
            _KINDS.index(one.loss.kind),
            one.loss.low,
            one.loss.high,
        ),
    )


@kept(Reader.spoken)
def chart(reader: Reader, operation: str, *, prisoners: bool) -> dict[str, Any] | None:
    """Draw an operation's figures on one scale, a row a source; None where there are none.

    Prisoners are counted in tens of thousands and stand in a chart of their own. Returned as
    a Vega-Lite specification, which is slow to make and so kept: it is not to be changed.
    """
    shown = [
        one for one in figures(reader, operation) if (one.loss.kind == "prisoners") == prisoners
    ]
    if not shown:
        return None
    frame = pd.DataFrame([_row(reader, number, one) for number, one in enumerate(shown)])
    drawn = vega.finished(
        alt.LayerChart(layer=_layers(reader, frame)),
        height=_ROW * len(shown) + _HEAD,
        padding={"right": 60},
        description=reader.say(
            "landings.losses_chart",
            operation=reader.say(f"landings.operation_{operation}"),
            count=len(shown),
        ),
    )
    return drawn.to_dict()


def _layers(reader: Reader, frame: pd.DataFrame) -> list[alt.Chart]:
    """Draw the ranges, both ends of each with the figure, and the words of its row."""
    names = [reader.say(f"landings.side_{side}") for side in _SIDES]
    base = alt.Chart(frame).encode(
        y=alt.Y("row:O", axis=None),
        tooltip=[alt.Tooltip(field, title=" ") for field in ("side:N", "words:N", "figure:N")],
    )
    colour = alt.Color(
        "side:N",
        scale=alt.Scale(domain=names, range=list(_COLOURS)),
        legend=alt.Legend(title=None, orient="top", symbolOpacity=1, values=_present(frame, names)),
    )
    people = alt.X(
        "low:Q",
        title=None,
        scale=alt.Scale(domainMin=0, nice=True),
        axis=alt.Axis(tickCount=4, labelExpr=reader.ticks(), orient="top"),
    )
    ranges = base.mark_rule(strokeWidth=5, opacity=0.45, yOffset=14).encode(
        x=people, x2="high:Q", color=colour
    )
    dots = base.mark_point(filled=True, size=90, opacity=1, yOffset=14)
    shape = alt.Shape("side:N", scale=alt.Scale(domain=names, range=list(_SHAPES)))
    ends = [dots.encode(x=alt.X(f"{end}:Q"), color=colour, shape=shape) for end in ("low", "high")]
    labels = base.mark_text(align="left", dx=10, yOffset=14, fontSize=13, fontWeight=600).encode(
        x=alt.X("high:Q"), text="figure:N", color=alt.value(palette.INK)
    )
    words = [
        base.transform_filter(f"datum.count == {count}")
        .mark_text(
            align="left", dx=2, yOffset=7 - 14 * count, fontSize=12, limit=2000, lineBreak="\n"
        )
        .encode(x=alt.value(0), text="lines:N", color=alt.value(palette.INK))
        for count in (1, 2)
    ]
    return [ranges, *ends, labels, *words]


def table(reader: Reader, operation: str) -> Markup:
    """Return the chart's twin: each figure, who gives it, on what source."""
    heads = ("side", "kind", "figure", "by", "sources")
    rows = [
        (
            reader.say(f"landings.side_{one.loss.side}"),
            reader.say(f"landings.kind_{one.loss.kind}"),
            amount(reader, one.loss),
            join(
                [
                    one.loss.by[reader.language],
                    tag("div", "" if one.loss.whole else one.site, class_="soft"),
                ]
            ),
            citations.cited(reader, one.loss.sources),
        )
        for one in figures(reader, operation)
    ]
    drawn = html.table(
        [reader.say(f"landings.{head}") for head in heads], rows, named_by=None, figures=(2,)
    )
    return fold(
        reader.say("landings.as_table", count=len(rows)), tag("div", drawn, class_="scrolled")
    )


def amount(reader: Reader, loss: Loss) -> str:
    """Write a figure, or its range."""
    low, high = reader.number(loss.low), reader.number(loss.high)
    if loss.low == loss.high:
        return low
    return f"{low}{reader.tongue.dash}{high}"


def _operation(group: Group) -> str:
    if group is Group.SAKHALIN:
        return "sakhalin"
    return "north" if group in (Group.NORTH, Group.MIDDLE) else "south"


def _row(reader: Reader, number: int, one: Figure) -> dict[str, Any]:
    kind = reader.say(f"landings.kind_{one.loss.kind}")
    words = reader.say(
        "landings.row_whole" if one.loss.whole else "landings.row",
        kind=kind,
        by=one.loss.by[reader.language],
        site=one.site,
    )
    lines = _lines(reader, words)
    return {
        "row": number,
        "side": reader.say(f"landings.side_{one.loss.side}"),
        "words": words,
        "lines": "\n".join(lines),
        "count": len(lines),
        "low": one.loss.low,
        "high": one.loss.high,
        "figure": amount(reader, one.loss),
    }


def _lines(reader: Reader, words: str) -> list[str]:
    """Break words into two lines at most."""
    at = breaks.end(words, reader.tongue, _LINE)
    return [words[:at], words[at:].strip()] if at < len(words) else [words]


def _present(frame: pd.DataFrame, names: list[str]) -> list[str]:
    return [name for name in names if name in set(frame["side"])]
