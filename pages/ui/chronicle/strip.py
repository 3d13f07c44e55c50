"""The chronicle as a drawing: a row a theme over the six eras."""

from collections.abc import Collection
from datetime import date
from typing import Any

import altair as alt
import pandas as pd

from geodata import Atlas
from geodata.model import Event, Theme
from pages.ui.chronicle import query as chronicle
from pages.ui.drawing import palette, vega
from pages.ui.words import dates
from pages.ui.words.reader import Reader, kept

# The name under which a click on a mark is told.
PICK = "pick"
# The list says it in words; to who hears the page the drawing is one picture with one name.
_SILENT: dict[str, Any] = {"aria": False}
_STATES = ["faint", "found", "picked"]
# Square pixels.
_SIZES = {"faint": 26, "found": 60, "picked": 200}
# Pixels of a row, and of what is written over and under all of them.
_ROW, _MARGIN = 34, 60
# Pixels of width below which the eras' titles do not fit.
_TITLED = 720


# Of some 200 kB each.
@kept(Reader.spoken, 12)
def strip(reader: Reader, found: frozenset[str], picked: str | None) -> dict[str, Any]:
    """Draw every event as a mark, those ``found`` (ids) dark; an era is 1 wide.

    Returned as a Vega-Lite specification, which is slow to make and so kept: it is not to be
    changed.
    """
    frame = _frame(reader, found, picked)
    rows = [reader.say(f"chronicle.{theme}") for theme in Theme]
    scale = alt.Scale(domain=[0, len(reader.atlas.eras)], nice=False)
    x = alt.X("x:Q", scale=scale, axis=_axis(reader))
    y = alt.Y("theme:N", sort=rows, axis=None)
    colour = alt.Color(
        "state:N",
        legend=None,
        scale=alt.Scale(domain=_STATES, range=[palette.FAINT, palette.INK, palette.MARK]),
    )
    tips = [alt.Tooltip("when:N", title=" "), alt.Tooltip("title:N", title=" ")]
    base = alt.Chart(frame).encode(y=y)
    bars = (
        base.transform_filter("datum.x2 - datum.x > 0.01")
        .mark_bar(height=3, yOffset=7, **_SILENT)
        .encode(x=x, x2="x2:Q", color=colour)
    )
    marks = (
        base.mark_point(filled=True, opacity=0.7, yOffset=7, cursor="pointer", **_SILENT)
        .encode(
            x=x,
            color=colour,
            size=alt.Size("size:Q", legend=None, scale=None),
            tooltip=tips,
        )
        .add_params(alt.selection_point(name=PICK, fields=["id"], on="click", empty=False))
    )
    labels = (
        alt.Chart(pd.DataFrame({"theme": rows}))
        .mark_text(align="left", dx=3, dy=-8, fontSize=12, color=palette.SOFT, **_SILENT)
        .encode(x=alt.datum(0, scale=scale), y=y, text="theme:N")
    )
    drawn = vega.finished(
        alt.LayerChart(layer=[_bands(rows, y), _eras(reader, scale), labels, bars, marks]),
        height=_ROW * len(rows) + _MARGIN,
    )
    return drawn.to_dict()


def _frame(reader: Reader, found: Collection[str], picked: str | None) -> pd.DataFrame:
    rows: list[dict[str, Any]] = [
        {
            "id": event.id,
            "theme": reader.say(f"chronicle.{event.theme}"),
            "title": event.title[reader.language],
            "when": reader.when(event),
            "x": position(reader.atlas, event.date),
            "x2": position(reader.atlas, event.end or event.date),
            "state": (state := _state(event, found, picked)),
            "size": _SIZES[state],
        }
        for event in reader.atlas.events()
    ]
    # what is found lies on top of what is not
    rows.sort(key=lambda row: _STATES.index(row["state"]))
    return pd.DataFrame(rows)


def _state(event: Event, found: Collection[str], picked: str | None) -> str:
    if event.id == picked:
        return "picked"
    return "found" if event.id in found else "faint"


def position(atlas: Atlas, day: date) -> float:
    """Place a day on the axis of eras of equal width, as the map's timeline does."""
    starts = [*(era.start for era in atlas.eras), atlas.as_of]
    era = atlas.eras.index(chronicle.era_of(atlas, day))
    length = (starts[era + 1] - starts[era]).days
    return round(era + min(1.0, (day - starts[era]).days / length), 4)


def _axis(reader: Reader) -> alt.Axis:
    """Write the year at every border between eras, with its month where a year has two."""
    days = [*(era.start for era in reader.atlas.eras), reader.atlas.as_of]
    years = [day.year for day in days]
    marks = [
        str(day.year) if years.count(day.year) == 1 else dates.narrow_month(day, reader.language)
        for day in days
    ]
    return alt.Axis(
        title=None,
        values=list(range(len(marks))),
        labelExpr=f"{marks}[datum.value]",
        labelFlush=True,
        grid=True,
        gridColor=palette.RULE,
        tickCount=len(marks),
    )


def _bands(rows: list[str], y: alt.Y) -> alt.Chart:
    """Shade every other row, so that a mark is seen to belong to the title over it."""
    shaded: alt.Chart = alt.Chart(pd.DataFrame({"theme": rows[::2]})).mark_rect(
        color=palette.RULE, opacity=0.35, **_SILENT
    )
    return shaded.encode(y=y)


def _eras(reader: Reader, scale: alt.Scale) -> alt.Chart:
    """Write the eras' titles over their stretch, unless that is too narrow for them."""
    titles = pd.DataFrame(
        {
            "x": [place + 0.5 for place in range(len(reader.atlas.eras))],
            "title": [era.title[reader.language] for era in reader.atlas.eras],
        }
    )
    written: alt.Chart = (
        alt.Chart(titles)
        .mark_text(
            **_SILENT,
            fontSize=12,
            fontWeight="bold",
            color=palette.INK,
            # no title is cut: the years below the rows say the same
            opacity=alt.ExprRef(f"width < {_TITLED} ? 0 : 1"),
        )
        .encode(x=alt.X("x:Q", scale=scale), y=alt.value(-10), text="title:N")
    )
    return written
