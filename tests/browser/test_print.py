"""On paper every page is whole: the map on one or two sheets, no box shut, no column lost."""

import re
import unicodedata
from datetime import date
from math import inf

import pytest
from playwright.sync_api import Page, expect

from pages.ui.words import text
from tests.browser import pdf
from tests.browser.conftest import NewPage
from tests.browser.visit import map_frame, open_page, rest

# What a font has one sign for, and a PDF reads back as the other.
_RADICALS = str.maketrans("⺠⻁⻄⻑⻘⻝⻤⻩⻭⻲⺟⻨⻯戶", "民虎西長青食鬼黄歯亀母麦竜戸")
PAPERS = [("A4", False), ("A4", True), ("Letter", False), ("Letter", True)]
DAYS = [date(1600, 1, 1), date(1855, 2, 7), date(1875, 8, 22), date(1945, 8, 25), date(2020, 1, 1)]
VIEWS = [
    (day, language, lens)
    for day, (language, lens) in zip(
        DAYS,
        [("ja", "claims"), ("en", "control"), ("ru", "control"), ("ru", "claims"), ("ja", "title")],
        strict=True,
    )
]
# Bytes: a pattern that is painted anew for every island makes seven million of a map.
HEAVY = 3_000_000
# What stands in boxes that scroll on a screen, and the heads of every column.
PARTS = """() => [...document.querySelectorAll('.src-long li, thead th')]
    .filter((part) => part.offsetParent !== null && !part.closest('details:not([open])'))
    .map((part) => part.textContent)"""


def sheets(page: Page, paper: str, *, lying: bool, most: float = inf) -> list[str]:
    """Print a page in ``most`` bytes; return what stands on each sheet, without spaces."""
    printed = page.pdf(format=paper, landscape=lying, print_background=True)
    assert len(printed) < most
    return [plain(sheet.words) for sheet in pdf.read(printed)]


def plain(words: str) -> str:
    """Return letters and digits alone, as they are read back from a font's signs."""
    read = unicodedata.normalize("NFKC", words).translate(_RADICALS)
    return re.sub(r"[\W_]", "", read)


@pytest.mark.parametrize(("day", "language", "lens"), VIEWS)
def test_the_map_is_printed_on_one_or_two_sheets(
    new_page: NewPage, day: date, language: str, lens: str
) -> None:
    page = new_page()
    open_page(page, f"/?date={day.isoformat()}&lang={language}&lens={lens}")
    frame = map_frame(page)
    page.get_by_text(text.say("panel.date", language)).wait_for()
    # what a phone shows is fitted to paper by the same rules: upright and lying will do
    for (width, height), papers in (((1280, 800), PAPERS), ((390, 664), PAPERS[:2])):
        page.set_viewport_size({"width": width, "height": height})
        rest(frame)
        told = [frame.inner_text("h1"), frame.inner_text(".caption"), "GSHHG"]
        told += [text.say(f"panel.{key}", language) for key in ("day", "changed")]
        told += frame.locator(
            ".legend li:visible > span:not(.count):not(.landing)"
        ).all_inner_texts()
        for paper, lying in papers:
            printed = sheets(page, paper, lying=lying, most=HEAVY)
            assert 1 <= len(printed) <= 2
            assert all(printed)
            for words in told:
                assert plain(words).casefold() in "".join(printed).casefold()
            for key in ("panel.date", "panel.moments", "share.share", "map.present"):
                assert plain(text.say(key, language)) not in "".join(printed)
        assert page.locator(".paper").count() == 0  # the page is as it was


@pytest.mark.parametrize(
    "name", ["classroom", "treaties", "chronicle", "islands", "compare", "sources"]
)
@pytest.mark.parametrize("language", ["en", "ru"])
def test_no_box_is_shut_and_no_sheet_empty(new_page: NewPage, name: str, language: str) -> None:
    page = new_page()
    open_page(page, f"/{name}?lang={language}")
    page.locator(".sheet").first.wait_for()
    expect(page.get_by_test_id("stSkeleton")).to_have_count(0)
    parts = page.evaluate(PARTS)
    printed = sheets(page, "A4", lying=False)
    assert all(printed)
    whole = "".join(printed).casefold()
    lost = [part for part in parts if plain(part).casefold()[:12] not in whole]
    assert lost == []
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 703, "height": 1000})
    over = page.evaluate("""() => [...document.querySelectorAll('td, th, p, li, figure')]
        .filter((one) => one.getBoundingClientRect().right > innerWidth + 1)
        .map((one) => one.textContent.slice(0, 40))""")
    assert over == []
