"""Browsers of yesterday: those without constructable style sheets draw the same map."""

from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from geodata import Atlas
from pages.ui.browser import export
from pages.ui.words import text
from pages.ui.words.reader import Reader
from tests.browser.conftest import NewPage

# What iOS 16.3 and older lack: a sheet that can be made, a list of sheets to put it in.
LACKS = [
    "delete Document.prototype.adoptedStyleSheets;",
    "window.CSSStyleSheet = function () { throw new TypeError('Illegal constructor'); };",
]
LOOKS = """() => [...document.querySelectorAll(
    'path[data-island], .ghost, .rim-0, .rim-1, .gaps, .line, .legend, .head, .swatch rect'
)].map((node) => {
    const { fill, stroke, strokeDasharray, position, fontFamily, zIndex } = getComputedStyle(node);
    return [node.getAttribute('class'), fill, stroke, strokeDasharray, position, fontFamily,
        zIndex];
})"""


def looks(page: Page, address: str, seq: int) -> object:
    page.goto(address)
    page.wait_for_selector("path[data-island]", state="attached")
    told = {"seq": seq, "language": "en", "date": "1855-02-07", "lens": "claims"}
    page.evaluate(
        "order => kurilAtlas.command(order)", told | {"viewpoint": "neutral", "island": None}
    )
    return page.evaluate(LOOKS)


@pytest.mark.parametrize("lack", LACKS)
def test_old_browsers_draw_the_same(
    browser: Browser, atlas: Atlas, tmp_path: Path, lack: str
) -> None:
    file = tmp_path / "atlas.html"
    file.write_text(export.single_file(Reader(atlas, "en", date(1945, 8, 25))), encoding="utf-8")
    new, old = browser.new_page(), browser.new_page()
    old.add_init_script(lack)
    assert looks(old, file.as_uri(), 1) == looks(new, file.as_uri(), 1)
    assert old.evaluate("document.querySelectorAll('head style').length") > new.evaluate(
        "document.querySelectorAll('head style').length"
    )
    for page in (new, old):
        page.close()


def test_a_browser_that_unpacks_nothing_is_told_so(open_saved: NewPage) -> None:
    page = open_saved()
    page.add_init_script("delete window.DecompressionStream;")
    page.reload()
    page.wait_for_selector("path[data-island]", state="attached")
    page.locator("summary", has_text=text.say("map.layers", "en")).click()
    page.locator("input[value=people]").check()
    expect(page.locator(".failed")).to_have_text(text.say("map.newer", "en"))
