"""The page of two dates as plain files: one for each ready-made pair."""

from collections.abc import Iterator
from datetime import date

from geodata import Atlas
from pages.ui.compare import content, pairs
from pages.ui.site.asking import printing
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
    return Leaf(
        reader,
        reader.say("page.compare"),
        reader.say("compare.lead"),
        [*content.differences(reader, beside), *content.sheet(reader, "chain")],
        chosen,
        content.choose(reader),
        {content.PRINT: printing(reader.say("compare.print"))},
    )


PLAN = Plan(
    content.PAGE,
    _leaves,
    choosing=("date", content.OTHER, "lens"),
    kept=("date", content.OTHER, "lens", "viewpoint"),
    map="pair",
)
