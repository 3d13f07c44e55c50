"""How many people lived on an island, where anybody counted."""

import altair as alt
import pandas as pd

from geodata.model import Count
from pages.ui import html
from pages.ui.drawing import palette, vega
from pages.ui.html import Content, Markup, join, tag
from pages.ui.parts import citations, people
from pages.ui.words.reader import Reader

# A single count is no development.
_FEW = 2


def chart(reader: Reader, name: str) -> alt.LayerChart | None:
    """Draw an island's counts, each as a point on its stem; None where there are too few.

    The points are not joined: between two counts nobody knows the number.
    """
    known = people.counts(reader.atlas, name)
    if len(known) < _FEW:
        return None
    rows = [
        {
            "day": (count.day.isoformat() if count.day else f"{count.year}-07-01"),
            "people": count.people,
            "figure": reader.number(count.people),
            "when": people.when(reader, count),
        }
        for count in known
    ]
    words = reader.say(
        "islands.people_chart",
        name=reader.name(name),
        start=known[0].year,
        end=known[-1].year,
        first=reader.number(known[0].people),
        last=reader.number(known[-1].people),
    )
    base = alt.Chart(pd.DataFrame(rows)).encode(
        x=alt.X(
            "day:T",
            title=None,
            scale=alt.Scale(type="utc", nice=True),
            axis=alt.Axis(format="%Y", grid=False, tickCount=6),
        ),
        y=alt.Y(
            "people:Q",
            title=reader.say("islands.residents"),
            axis=alt.Axis(tickCount=4, labelExpr=reader.ticks(), gridColor=palette.RULE),
        ),
        tooltip=[
            alt.Tooltip("when:N", title=" "),
            alt.Tooltip("figure:N", title=reader.say("islands.residents")),
        ],
    )
    stems = base.mark_rule(color=palette.INK, strokeWidth=1, opacity=0.5).encode(y2=alt.datum(0))
    points = base.mark_point(
        color=palette.INK, fill=palette.PAPER, size=60, strokeWidth=2, opacity=1
    )
    return vega.finished(alt.LayerChart(layer=[stems, points]), height=150, description=words)


def table(reader: Reader, name: str) -> Markup:
    """Return every count of an island with its note and sources, or say that there is none."""
    known = people.counts(reader.atlas, name)
    if not known:
        return tag("p", reader.say("islands.uncounted"))
    heads = ("islands.when", "islands.residents", "islands.by")
    rows = [
        (
            people.when(reader, count),
            reader.number(count.people),
            join([_note(reader, count), citations.cited(reader, count.sources)]),
        )
        for count in known
    ]
    return join(
        [
            tag("p", reader.say("islands.between"), class_="soft") if len(known) >= _FEW else "",
            html.table([reader.say(key) for key in heads], rows, figures=(1,)),
        ]
    )


def _note(reader: Reader, count: Count) -> Content:
    return join([count.note[reader.language], " "]) if count.note else ""
