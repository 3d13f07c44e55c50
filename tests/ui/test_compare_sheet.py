"""The sheet of nine dates: light, in words too, in every language."""

import re
from datetime import date

import pytest

from geodata import Atlas
from geodata.model import Group
from pages.ui.compare import sheet as compare_sheet
from pages.ui.compare.sheet import Sheet
from pages.ui.drawing import palette
from pages.ui.words import dates
from pages.ui.words.reader import Reader
from pages.ui.words.tongues import TONGUES


@pytest.mark.parametrize("language", TONGUES)
def test_nine_dates_in_order_with_titles(atlas: Atlas, language: str) -> None:
    told = Sheet(Reader(atlas, language, atlas.as_of), "chain").days
    assert len(told) == 9
    assert [one.day for one in told] == sorted(one.day for one in told)
    assert len({(one.day, one.lens) for one in told}) == 9
    assert all(one.title and one.title[language] for one in told)
    drawn = str(Sheet(Reader(atlas, language, atlas.as_of), "chain").drawn())
    heads = re.findall(r"<figcaption><a [^>]*>([^<]+)</a>", drawn)
    # as finely as each is known: 1800, not 1 January 1800
    assert heads == [dates.written(one.day, language, atlas.precision(one.day)) for one in told]
    assert {atlas.precision(one.day) for one in told} > {"day"}


def test_the_day_all_know_and_todays_claims_are_among_the_nine(atlas: Atlas) -> None:
    told = Sheet(Reader(atlas, "en", atlas.as_of), "chain").days
    assert date(1855, 2, 7) in {one.day for one in told}
    assert (told[-1].day, told[-1].lens) == (atlas.as_of, "claims")


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


def test_the_legend_names_each_holder_and_doubt_shown(atlas: Atlas) -> None:
    html = str(
        Sheet(
            Reader(atlas, "en", atlas.as_of, lens="control", viewpoint="neutral"), "chain"
        ).drawn()
    )
    legend = html[html.index('class="legend"') :]
    for name in ("Ainu", "Japan", "Russia", "Soviet Union", "Uncertain who"):
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
    reader = Reader(atlas, "en", atlas.as_of)
    held = [
        atlas.on(one.day, lens=one.lens or "control").loc["iturup", "controller"]
        for one in Sheet(reader, "region").days
    ]
    assert len(cells) == 9
    for cell, holder in zip(cells, held, strict=True):
        assert cell.startswith(palette.paints(reader)[str(holder)].name)
    chain = str(
        Sheet(
            Reader(atlas, "en", atlas.as_of, lens="control", viewpoint="neutral"), "chain"
        ).table()
    )
    sakhalin = sum(one.group is Group.SAKHALIN for one in atlas.islands.values())
    assert chain.count("<tr>") == table.count("<tr>") - sakhalin
