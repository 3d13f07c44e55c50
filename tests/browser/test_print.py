"""On paper the map stands on one or two sheets. The other pages: test_pages.py."""

from datetime import date

import pytest
from playwright.sync_api import expect

from pages.ui.words import text
from tests.browser.conftest import NewPage
from tests.browser.paper import plain, sheets
from tests.browser.visit import map_frame, open_page, resize, rest

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


@pytest.mark.parametrize(("day", "language", "lens"), VIEWS)
def test_the_map_is_printed_on_one_or_two_sheets(
    new_page: NewPage, day: date, language: str, lens: str
) -> None:
    page = new_page()
    open_page(page, f"/?date={day.isoformat()}&lang={language}&lens={lens}")
    frame = map_frame(page)
    page.get_by_text(text.say("panel.date", language)).wait_for()
    # each paper is another size and way round; what a phone shows goes onto one by the same rules
    turn = DAYS.index(day)
    turned = PAPERS[turn % 4 :] + PAPERS[: turn % 4]
    for (width, height), papers in (((1280, 800), turned[:3]), ((390, 664), turned[3:])):
        resize(page, width, height)
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
        expect(page.locator(".paper")).to_have_count(0)  # the page is as it was
