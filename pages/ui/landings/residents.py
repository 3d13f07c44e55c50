"""Who lived on the islands in 1945 and who lives there now, as far as counted."""

from typing import Any

import altair as alt
import pandas as pd

from geodata import Atlas
from geodata.model import Count, Group, Listed
from pages.ui import html
from pages.ui.drawing import palette, vega
from pages.ui.html import Content, Markup, join, tag
from pages.ui.parts import citations, people
from pages.ui.words.reader import Reader, kept

_COLOURS = (palette.JAPANESE, palette.SOVIET)
_SHAPES = ("circle", "square")
# Pixels an island takes, and the scale and the key over them.
_ROW = 46
_HEAD = 70


def then_and_now(atlas: Atlas, name: str) -> tuple[Count, Count] | None:
    """Return an island's count of 1945 and its newest one; None unless it has both."""
    counts = people.counts(atlas, name)
    year = _year(atlas)
    then = [count for count in counts if count.year == year]
    return (then[0], counts[-1]) if then and counts[-1].year > year else None


def _year(atlas: Atlas) -> int:
    """Return the year of the first of the two counts."""
    return atlas.stops(Listed.RESIDENTS)[0].day.year


@kept(Reader.spoken)
def chart(reader: Reader) -> dict[str, Any]:
    """Draw both counts of every island that has both, joined by a line.

    Returned as a Vega-Lite specification, kept and so not to be changed.
    """
    pairs = {
        name: both for name in reader.atlas.islands if (both := then_and_now(reader.atlas, name))
    }
    years = (str(_year(reader.atlas)), _now(pairs))
    rows = [
        {
            "island": reader.name(name),
            "year": year,
            "people": count.people,
            "first": then.people,
            "last": now.people,
            "figure": reader.number(count.people),
            "side": 1 if (count.people >= other.people) else -1,
        }
        for name, (then, now) in pairs.items()
        for year, count, other in ((years[0], then, now), (years[1], now, then))
    ]
    drawn = vega.finished(
        alt.LayerChart(layer=_layers(reader, pd.DataFrame(rows), years)),
        height=_ROW * len(pairs) + _HEAD,
        padding={"left": 40, "right": 50},
        description=reader.say("landings.people_chart", count=len(pairs)),
    )
    return drawn.to_dict()


def _layers(reader: Reader, frame: pd.DataFrame, years: tuple[str, str]) -> list[alt.Chart]:
    """Draw the line from count to count, both with their figures, and the island's name."""
    base = alt.Chart(frame).encode(
        y=alt.Y("island:N", sort=None, axis=None),
        tooltip=[alt.Tooltip(field, title=" ") for field in ("island:N", "year:N", "figure:N")],
    )
    people = alt.X(
        "people:Q",
        title=None,
        scale=alt.Scale(domainMin=0, nice=True),
        axis=alt.Axis(tickCount=4, labelExpr=reader.ticks(), orient="top"),
    )
    joined = base.mark_rule(strokeWidth=3, opacity=0.35, color=palette.INK, yOffset=10).encode(
        x=alt.X("first:Q"), x2="last:Q"
    )
    dots = base.mark_point(filled=True, size=110, opacity=1, yOffset=10).encode(
        x=people,
        color=alt.Color(
            "year:N",
            sort=None,
            scale=alt.Scale(domain=list(years), range=list(_COLOURS)),
            legend=alt.Legend(title=None, orient="top"),
        ),
        shape=alt.Shape("year:N", scale=alt.Scale(domain=list(years), range=list(_SHAPES))),
    )
    figures = [
        base.transform_filter(f"datum.side == {side}")
        .mark_text(
            align="left" if side > 0 else "right",
            dx=10 * side,
            yOffset=10,
            fontSize=12,
            color=palette.INK,
        )
        .encode(x=alt.X("people:Q"), text="figure:N")
        for side in (1, -1)
    ]
    names = (
        base.transform_filter(f"datum.year == '{years[0]}'")
        .mark_text(align="left", dx=2, yOffset=-10, fontSize=13, fontWeight=600, color=palette.INK)
        .encode(x=alt.value(0), text="island:N")
    )
    return [joined, dots, *figures, names]


def table(reader: Reader) -> Markup:
    """Return the chart's twin, and the islands of which nobody's count is known."""
    counted = [name for name in reader.atlas.islands if then_and_now(reader.atlas, name)]
    rows = [
        (citations.names(reader, name), *(_counted(reader, count) for count in both))
        for name in counted
        if (both := then_and_now(reader.atlas, name))
    ]
    heads = ("island", "then", "now")
    return html.table(
        [reader.say(f"landings.{head}") for head in heads],
        rows,
        caption=reader.say("landings.people_note"),
    )


def unknown(reader: Reader) -> Markup:
    """Name the islands without a count of both years: unknown stays unknown."""
    names: list[Content] = [
        tag("span", reader.name(name))
        for name, island in reader.atlas.islands.items()
        if then_and_now(reader.atlas, name) is None and island.group is not Group.SAKHALIN
    ]
    notes = [
        tag(
            "p",
            note[reader.language],
            " ",
            citations.cited(reader, reader.atlas.islands[name].sources),
        )
        for name in reader.atlas.tours[Listed.RESIDENTS].islands
        if (note := reader.atlas.islands[name].note)
    ]
    return join(
        [
            tag(
                "p",
                reader.say("landings.uncounted", count=len(names)),
                " ",
                join(names, reader.tongue.comma),
                reader.tongue.stop,
            ),
            *notes,
        ]
    )


def _now(pairs: dict[str, tuple[Count, Count]]) -> str:
    years = sorted({now.year for _, now in pairs.values()})
    return str(years[0]) if len(years) == 1 else f"{years[0]}–{years[-1]}"


def _counted(reader: Reader, count: Count) -> Markup:
    when = reader.ended(people.when(reader, count))
    note = count.note[reader.language] if count.note else ""
    return join(
        [
            tag("b", reader.number(count.people)),
            " ",
            tag(
                "span",
                reader.tongue.space.join([when, note]),
                class_="soft",
            ),
            " ",
            citations.cited(reader, count.sources),
        ]
    )
