"""How many people lived on an island, where anybody counted."""

import altair as alt
import pandas as pd

from geodata import Atlas
from geodata.model import Count
from pages.ui.drawing import palette
from pages.ui.html import Content, Markup, join, tag
from pages.ui.parts import citations, people
from pages.ui.words import text

# A single count is no development.
_FEW = 2


def chart(atlas: Atlas, name: str, language: str) -> alt.LayerChart | None:
    """Draw an island's counts, each as a point on its stem; None where there are too few.

    The points are not joined: between two counts nobody knows the number.
    """
    known = people.counts(atlas, name)
    if len(known) < _FEW:
        return None
    rows = [
        {
            "day": (count.day.isoformat() if count.day else f"{count.year}-07-01"),
            "people": count.people,
            "figure": text.number(count.people, language),
            "when": people.when(count, language),
        }
        for count in known
    ]
    words = text.say(
        "islands.people_chart",
        language,
        name=text.names(atlas.islands[name], language)[0][0],
        start=known[0].year,
        end=known[-1].year,
        first=text.number(known[0].people, language),
        last=text.number(known[-1].people, language),
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
            title=text.say("islands.residents", language),
            axis=alt.Axis(tickCount=4, labelExpr=text.ticks(language), gridColor=palette.RULE),
        ),
        tooltip=[
            alt.Tooltip("when:N", title=" "),
            alt.Tooltip("figure:N", title=text.say("islands.residents", language)),
        ],
    )
    stems = base.mark_rule(color=palette.INK, strokeWidth=1, opacity=0.5).encode(y2=alt.datum(0))
    points = base.mark_point(
        color=palette.INK, fill=palette.PAPER, size=60, strokeWidth=2, opacity=1
    )
    drawn: alt.LayerChart = alt.layer(stems, points).configure(font=palette.FONT)
    drawn = drawn.configure_view(stroke=None)
    return drawn.properties(
        height=150, description=words, usermeta={"embedOptions": {"actions": False}}
    )


def table(atlas: Atlas, name: str, language: str) -> Markup:
    """Return every count of an island with its note and sources, or say that there is none."""
    known = people.counts(atlas, name)
    if not known:
        return tag("p", text.say("islands.uncounted", language))
    heads = ("islands.when", "islands.residents", "islands.by")
    rows = [
        tag(
            "tr",
            tag("th", people.when(count, language), scope="row"),
            tag("td", text.number(count.people, language), class_="isl-figure"),
            tag("td", _note(count, language), citations.cited(atlas, count.sources, language)),
        )
        for count in known
    ]
    return join(
        [
            tag("p", text.say("islands.between", language), class_="soft")
            if len(known) >= _FEW
            else "",
            tag(
                "table",
                tag(
                    "thead",
                    tag("tr", *(tag("th", text.say(key, language), scope="col") for key in heads)),
                ),
                tag("tbody", *rows),
            ),
        ]
    )


def _note(count: Count, language: str) -> Content:
    return join([count.note[language], " "]) if count.note else ""
