"""The sheet of nine dates: light, in words too, in every language."""

import re

import pytest

from geodata import Atlas
from geodata.model import Group
from pages.ui.compare import sheet as compare_sheet
from pages.ui.compare.sheet import Sheet, nine
from pages.ui.words import text
from pages.ui.words.reader import Reader


@pytest.mark.parametrize("language", text.LANGUAGES)
def test_nine_dates_in_order_with_titles(atlas: Atlas, language: str) -> None:
    told = nine(Reader(atlas, language, atlas.as_of))
    assert len(told) == 9
    assert [one.day for one in told] == sorted({one.day for one in told})
    assert all(one.title for one in told)


@pytest.mark.parametrize("window", compare_sheet.WINDOWS)
@pytest.mark.parametrize("lens", ["control", "title", "claims"])
def test_the_sheet_has_nine_pictures_in_words_and_stays_light(
    atlas: Atlas, lens: str, window: str
) -> None:
    html = str(
        Sheet(Reader(atlas, "ja", atlas.as_of, lens=lens, viewpoint="neutral"), window).drawn()
    )
    assert len(html) < 400_000
    alts = re.findall(r'<img [^>]*alt="([^"]+)"', html)
    assert len(alts) == 9
    assert all("km²" in alt for alt in alts)
    assert len(re.findall(r"\./\?date=[\d-]{10}&amp;lang=ja", html)) == 9


def test_the_legend_names_each_holder_shown_and_the_hatching(atlas: Atlas) -> None:
    html = str(
        Sheet(
            Reader(atlas, "en", atlas.as_of, lens="control", viewpoint="neutral"), "chain"
        ).drawn()
    )
    legend = html[html.index('class="legend"') :]
    for name in ("Ainu", "Japan", "Russia", "Soviet Union", "hatched: uncertain"):
        assert name in legend
    assert "Fighting" not in legend


def test_a_governments_reading_stands_in_the_title(atlas: Atlas) -> None:
    html = str(
        Sheet(Reader(atlas, "en", atlas.as_of, lens="title", viewpoint="japan"), "chain").drawn()
    )
    assert "Japan’s official reading" in html[: html.index("</h3>")]


def test_the_table_tells_every_island_on_every_date(atlas: Atlas) -> None:
    table = str(
        Sheet(
            Reader(atlas, "en", atlas.as_of, lens="control", viewpoint="neutral"), "region"
        ).table()
    )
    assert table.count("<tr>") == 1 + len(atlas.islands)
    iturup = re.search(r">Iturup</span>.*?</tr>", table)
    assert iturup is not None
    cells = re.findall(r"<td>(.*?)</td>", iturup.group())
    held = [
        atlas.on(one.day).loc["iturup", "controller"]
        for one in nine(Reader(atlas, "en", atlas.as_of))
    ]
    assert len(cells) == 9
    for cell, holder in zip(cells, held, strict=True):
        assert cell.startswith(atlas.powers[str(holder)].name.en)
    chain = str(
        Sheet(
            Reader(atlas, "en", atlas.as_of, lens="control", viewpoint="neutral"), "chain"
        ).table()
    )
    sakhalin = sum(one.group is Group.SAKHALIN for one in atlas.islands.values())
    assert chain.count("<tr>") == table.count("<tr>") - sakhalin
