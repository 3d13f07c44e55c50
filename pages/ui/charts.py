"""The history of one island, as an Altair drawing."""

import json
from datetime import date

import altair as alt
import pandas as pd

from geodata import Atlas
from geodata.model import Lens
from pages.ui import palette, text

# Part of a bar's lane left free above and below it.
_AIR = 0.16
# Pixels of the bars with their axis, and of a line of the legend; the legend's columns.
_BARS = 112
_LEGEND_ROW = 32
_COLUMNS = 2
_LEGEND = alt.Legend(title=None, orient="bottom", columns=_COLUMNS, labelLimit=180)


def history(  # noqa: PLR0913  # what a chart shows
    atlas: Atlas,
    island: str,
    day: date,
    viewpoint: str,
    language: str,
    *,
    legend: bool = True,
) -> alt.LayerChart:
    """Draw one island's history as a bar for each lens, with a rule at the reader's day.

    Rival claims share the bar, one above the other. Without a ``legend`` the caller says
    what the colours mean, in words that wrap.
    """
    paints = palette.paints(atlas, language)
    rows = [
        {
            "top": lane + _AIR + (1 - 2 * _AIR) * place / len(rivals),
            "bottom": lane + _AIR + (1 - 2 * _AIR) * (place + 1) / len(rivals),
            "controller": rival,
            "name": paints[rival].name,
            "status": palette.status(atlas, lens, span.controller, language),
            "from": span.start.isoformat(),
            "to": (span.end or atlas.as_of).isoformat(),
            "since": text.written(held.start, language, held.precision),
        }
        for lane, lens in enumerate(Lens)
        for span in atlas.spans(lens, viewpoint)[island]
        for held in [atlas.holding(island, span.start, lens=lens, viewpoint=viewpoint)]
        for rivals in [span.controller.split("+")]
        for place, rival in enumerate(rivals)
    ]
    frame = pd.DataFrame(rows)
    values = list(dict.fromkeys(frame["controller"]))
    lanes = [text.say(f"lens.{lens}", language) for lens in Lens]
    names = alt.Axis(
        values=[lane + 0.5 for lane in range(len(lanes))],
        labelExpr=f"{json.dumps(lanes, ensure_ascii=False)}[floor(datum.value)]",
        labelLimit=130,
        ticks=False,
        grid=False,
        domain=False,
    )
    base = (
        alt.Chart(frame)
        .mark_bar(stroke=palette.INK, strokeWidth=0.6)
        .encode(
            x=_years("from"),
            x2=alt.X2("to:T"),
            y=alt.Y("top:Q", title=None, scale=alt.Scale(domain=[len(lanes), 0]), axis=names),
            y2=alt.Y2("bottom:Q"),
            color=_colours(atlas, values, language, _LEGEND if legend else None),
            tooltip=[alt.Tooltip("status:N", title=" "), alt.Tooltip("since:N", title=" ")],
        )
    )
    # the height holds the legend too
    rows_of_legend = -(-len(values) // _COLUMNS) if legend else 0
    return _finished(base, day, _BARS + _LEGEND_ROW * rows_of_legend)


def _years(field: str) -> alt.X:
    return alt.X(
        f"{field}:T",
        title=None,
        scale=alt.Scale(type="utc"),
        axis=alt.Axis(format="%Y", tickCount=5, grid=False),
    )


def _colours(
    atlas: Atlas, values: list[str], language: str, legend: alt.Legend | None = _LEGEND
) -> alt.Color:
    paints = palette.paints(atlas, language)
    names = [paints[value].name for value in values]
    return alt.Color(
        "name:N",
        scale=alt.Scale(domain=names, range=[paints[value].colours[0] for value in values]),
        legend=legend,
    )


def _finished(base: alt.Chart, day: date, height: int) -> alt.LayerChart:
    rule = (
        alt.Chart(pd.DataFrame([{"day": day.isoformat()}]))
        .mark_rule(color=palette.INK, strokeWidth=2)
        .encode(x=_years("day"))
    )
    drawn: alt.LayerChart = alt.layer(base, rule).configure(font=palette.FONT)
    drawn = drawn.configure_view(stroke=None)
    return drawn.properties(height=height, usermeta={"embedOptions": {"actions": False}})
