"""A fourth language is a row and as many words as there are: all pages speak it at once."""

from dataclasses import replace

import pytest

from geodata import Atlas
from geodata.model import Text, Viewpoint
from pages.ui.browser import naming, scope
from pages.ui.browser.payload import payload
from pages.ui.islands import sheet
from pages.ui.site.frame import Site, door
from pages.ui.words import __main__ as command
from pages.ui.words import dates, parsing, search, text
from pages.ui.words.asked import parse
from pages.ui.words.reader import Reader
from pages.ui.words.tongues import FALLBACK, JAPANESE, RUSSIAN, TONGUES
from tests.pages.visit import opened, shown
from tests.ui import everything
from tests.ui.everything import DAY

# One that the atlas does not speak.
CODE = next(code for code in ("eo", "ia") if code not in TONGUES)


@pytest.fixture
def fourth(monkeypatch: pytest.MonkeyPatch) -> str:
    """Give a fourth language: a row, and two sentences."""
    row = replace(
        TONGUES[FALLBACK],
        code=CODE,
        locale=CODE,
        own_name="Interlingvo",
        comma=" kaj ",
        names={str(viewpoint): (CODE, JAPANESE, RUSSIAN) for viewpoint in Viewpoint},
    )
    monkeypatch.setitem(TONGUES, CODE, row)
    words = dict(text.catalogue())
    words["page.map"] = {**words["page.map"], CODE: "Mapo"}
    words["count.islands"] = {
        **words["count.islands"],
        CODE: {"one": "{count} insulo", "other": "{count} insuloj"},
    }
    monkeypatch.setattr(text, "catalogue", lambda: words)
    return CODE


@pytest.fixture
def named(atlas: Atlas) -> Atlas:
    """Give the atlas with one island named in it, and no other."""
    island = atlas.islands["shumshu"]
    name = Text(**island.name.model_dump(), **{CODE: "Ŝumŝuo"})
    called = island.model_copy(update={"name": name})
    return replace(atlas, islands={**atlas.islands, island.id: called})


def test_every_page_speaks_it_and_falls_back_to_english(atlas: Atlas, fourth: str) -> None:
    reader = parse({"lang": fourth, "date": DAY.isoformat()}, atlas)
    assert reader.language == fourth
    assert reader.say("page.map") == "Mapo"
    assert reader.say("page.islands") == text.say("page.islands", FALLBACK)
    assert [reader.count("islands", count) for count in (1, 2)] == ["1 insulo", "2 insuloj"]
    drawn = everything.drawn(reader)
    assert all(drawn)
    assert any("insuloj" in str(markup) for markup in drawn)


def test_an_island_is_named_in_it_where_it_has_a_name(named: Atlas, fourth: str) -> None:
    reader = Reader(named, fourth, DAY)
    told = str(sheet.names(reader, "shumshu"))
    assert "Interlingvo" in told
    assert f'<span lang="{fourth}">Ŝumŝuo</span>' in told
    assert reader.names("shumshu")[0] == ("Ŝumŝuo", fourth)


def test_an_island_without_a_name_in_it_is_named_in_english(named: Atlas, fourth: str) -> None:
    reader = Reader(named, fourth, DAY)
    told = str(sheet.names(reader, "urup"))
    assert "Interlingvo" not in told
    assert f'<span lang="{FALLBACK}">Urup</span>' in told
    assert reader.names("urup")[0] == ("Urup", FALLBACK)
    [group] = naming.groups(reader)
    assert group["names"][0][1] == FALLBACK


def test_an_island_is_found_by_its_name_in_it(named: Atlas) -> None:
    assert search.find(named, "sumsuo").best == "shumshu"
    assert "sumsuo" in search.names(named)["shumshu"][0].split("|")


def test_what_it_writes_of_a_day_is_read(fourth: str, monkeypatch: pytest.MonkeyPatch) -> None:
    # as German does: a dot after the day's number
    written = replace(TONGUES[FALLBACK].dates, day="d. MMMM y")
    monkeypatch.setitem(TONGUES, fourth, replace(TONGUES[fourth], locale="de", dates=written))
    assert dates.written(DAY, fourth) == "30. August 1945"
    assert parsing.day(dates.written(DAY, fourth)) == DAY


def test_the_browser_has_it(atlas: Atlas, fourth: str) -> None:
    sent = payload(Reader(atlas, fourth, DAY), scope.whole(atlas))
    assert sent["tongue"]["locale"] == fourth
    assert (
        sent["words"].keys()
        == payload(Reader(atlas, FALLBACK, DAY), scope.whole(atlas))["words"].keys()
    )


def test_the_plain_files_name_the_atlas_in_it_before_a_language_is_chosen(
    monkeypatch: pytest.MonkeyPatch, fourth: str
) -> None:
    words = dict(text.catalogue())
    words["page.atlas"] = {**words["page.atlas"], fourth: "Kurila Atlaso"}
    monkeypatch.setattr(text, "catalogue", lambda: words)
    assert " · Kurila Atlaso</title>" in door(Site(("map",)), "map")


def test_the_report_lists_what_it_lacks(fourth: str) -> None:
    told = command.report()
    assert f"Interlingvo ({fourth}): 2 of {len(text.catalogue())} sentences" in told
    assert "  page.islands" in told
    assert "  page.map" not in told


def test_a_page_opens_in_it(fourth: str) -> None:
    page = opened("compare", lang=fourth, date=DAY.isoformat(), **{"with": "1875-08-21"})
    assert "insuloj" in shown(page)
