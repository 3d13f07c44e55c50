"""Where no script runs, a map is a picture of each of its days, with the date and a legend."""

import re
from datetime import date
from pathlib import Path

import pytest

from geodata import Atlas
from pages.ui.__main__ import PLANS
from pages.ui.drawing import palette
from pages.ui.html import tag
from pages.ui.site.plan import Plan, stem
from pages.ui.words.tongues import TONGUES

_PLACE = re.compile(r"<div[^>]* data-map=.*?</ul></div></div>")
MAPPED = [plan for plan in PLANS if plan.map]


@pytest.mark.parametrize("language", TONGUES)
@pytest.mark.parametrize("plan", MAPPED, ids=lambda plan: plan.page)
def test_a_still_map_has_its_day_and_its_legend(
    site: Path, atlas: Atlas, plan: Plan, language: str
) -> None:
    for leaf in plan.leaves(atlas, language):
        reader = leaf.reader
        other = [date.fromisoformat(leaf.view["with"])] if plan.map == "pair" else []
        days = sorted({reader.day, *other})
        assert len(days) == (2 if plan.map == "pair" else 1)
        text = (site / language / f"{stem(plan.page, leaf.chosen)}.html").read_text(
            encoding="utf-8"
        )
        found = _PLACE.search(text)
        assert found
        shown = re.findall(r"<figure><img [^>]*><figcaption>(.*?)</figcaption>", found[0])
        assert shown == [
            str(tag("time", reader.written(day), datetime=day.isoformat())) for day in days
        ]
        held = {
            piece.span.controller
            for day in days
            for piece in atlas.drawn(day, lens=reader.lens, viewpoint=reader.viewpoint).values()
        }
        paints = palette.paints(reader)
        named = re.findall(r"<li><img [^>]*><span>(.*?)</span></li>", found[0])
        assert named[: len(held)] == [
            str(tag("span", paint.name))[6:-7] for value, paint in paints.items() if value in held
        ]
