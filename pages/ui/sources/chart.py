"""The chart of the sources: how many records of control are told by which sides."""

from typing import Any

import altair as alt
import pandas as pd

from pages.ui.drawing import palette, vega
from pages.ui.sources import facts as sources
from pages.ui.words.reader import Reader


def chart(reader: Reader) -> dict[str, Any]:
    """Draw the number of records a period, parted by the sides that source them, as Vega-Lite."""
    told = sources.sides(reader.atlas)
    names = {side: reader.say(f"sources.{side}") for side in sources.SIDES}
    frame = pd.DataFrame(
        [
            {
                "period": reader.say(f"sources.{period}"),
                "side": names[side],
                "count": told[period, side],
                "figure": reader.number(told[period, side]),
                "order": order,
            }
            for period in sources.PERIODS
            for order, side in enumerate(sources.SIDES)
            if told[period, side]
        ]
    )
    shown = [side for side in sources.SIDES if names[side] in set(frame["side"])]
    drawn: alt.Chart = (
        alt.Chart(frame)
        .mark_bar(stroke=palette.INK, strokeWidth=0.6)
        .encode(
            x=alt.X(
                "count:Q",
                title=None,
                axis=alt.Axis(grid=False, tickMinStep=1, labelExpr=reader.ticks()),
            ),
            y=alt.Y("period:N", title=None, sort=None, axis=alt.Axis(labelOverlap=False)),
            color=alt.Color(
                "side:N",
                scale=alt.Scale(
                    domain=[names[side] for side in shown],
                    range=[palette.TOLD[sources.SIDES.index(side)] for side in shown],
                ),
                legend=alt.Legend(title=None, orient="bottom", columns=1, labelLimit=220),
            ),
            order="order:Q",
            tooltip=[
                alt.Tooltip("side:N", title=" "),
                alt.Tooltip("figure:N", title=" "),
            ],
        )
    )
    return vega.finished(drawn, height=240).to_dict()
