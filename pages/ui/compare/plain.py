"""The page of two dates as plain files: one for each ready-made pair."""

from collections.abc import Iterator
from datetime import date

from geodata import Atlas
from geodata.model import Lens, Viewpoint
from pages.ui.compare import content, pairs
from pages.ui.html import Markup, tag
from pages.ui.parts.content import Box, block
from pages.ui.site.asking import Choice, printing, viewing
from pages.ui.site.plan import Leaf, Plan
from pages.ui.words.reader import Reader


def _leaves(atlas: Atlas, language: str) -> Iterator[Leaf]:
    today = Reader(atlas, language, atlas.as_of, page=content.PAGE)
    beside, _ = pairs.other_day(atlas, None, today.day)
    yield _leaf(today, beside, {})
    for ready in pairs.ready(today):
        reader = today.at(ready.second, lens=ready.lens)
        day, other = ready.second.isoformat(), ready.first.isoformat()
        lens = {} if ready.lens == "control" else {"lens": ready.lens}
        yield _leaf(reader, ready.first, {"date": day, content.OTHER: other} | lens)


def _leaf(reader: Reader, beside: date, chosen: dict[str, str]) -> Leaf:
    view = {"date": reader.day.isoformat(), content.OTHER: beside.isoformat(), "lens": reader.lens}
    told = Box("compare-pair", content.differences(reader, beside))
    other = block(tag("p", reader.say("site.other_pair")), kind="sheet compare other-pair")
    return Leaf(
        reader,
        reader.say("compare.lead"),
        [told, other, *content.sheet(reader, "chain")],
        chosen,
        content.choose(reader),
        {
            content.PRINT: printing(reader.say("compare.print")),
            content.PICKERS: _pickers(reader, sorted((reader.day, beside))),
        },
        view,
    )


def _pickers(reader: Reader, days: list[date]) -> Markup:
    first, second = (day.isoformat() for day in days)
    lenses = {str(lens): reader.say(f"lens.{lens}") for lens in Lens}
    views = {str(view): reader.say(f"viewpoint.{view}") for view in Viewpoint}
    return viewing(
        f"{content.PAGE}.html",
        {
            content.OTHER: (reader.say("compare.earlier"), first),
            "date": (reader.say("compare.later"), second),
        },
        reader.say("page.compare"),
        Choice("lens", reader.say("compare.lens"), None, lenses),
        Choice("viewpoint", reader.say("compare.viewpoint"), None, views),
    )


PLAN = Plan(
    content.PAGE,
    _leaves,
    choosing=("date", content.OTHER, "lens"),
    kept=("date", content.OTHER, "lens", "viewpoint"),
    map="pair",
)
