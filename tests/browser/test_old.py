"""Browsers of yesterday, to iOS 16.3: they draw the same map, and keep what the reader looks at."""

import json
import re
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from geodata import Atlas
from pages.ui.__main__ import PLANS
from pages.ui.browser import export
from pages.ui.site.plan import stem
from pages.ui.words import text
from pages.ui.words.reader import Reader
from tests.browser.conftest import NewPage
from tests.browser.visit import PATIENCE
from tests.conftest import ROOT

# What iOS 16.3 and older lack: a sheet that can be made, a list of sheets to put it in.
LACKS = [
    "delete Document.prototype.adoptedStyleSheets;",
    "window.CSSStyleSheet = function () { throw new TypeError('Illegal constructor'); };",
]
# What came to browsers since 2023, or to some of them: our scripts do without.
YOUNG = {
    "URLSearchParams.prototype": "size",
    "Array.prototype": "toSorted toReversed toSpliced with",
    "Object.getPrototypeOf(Uint8Array.prototype)": "toSorted toReversed with",
    "window.Iterator?.prototype": "map filter take drop flatMap reduce toArray forEach some find",
    "Set.prototype": "union intersection difference symmetricDifference isSubsetOf isSupersetOf",
    "String.prototype": "isWellFormed toWellFormed",
    "Element.prototype": "checkVisibility getHTML setHTMLUnsafe moveBefore",
    "HTMLElement.prototype": "showPopover hidePopover togglePopover",
    "ArrayBuffer.prototype": "transfer",
    "Document.prototype": "startViewTransition",
    "Array": "fromAsync",
    "Object": "groupBy",
    "Map": "groupBy",
    "Promise": "withResolvers try",
    "RegExp": "escape",
    "URL": "canParse parse",
    "AbortSignal": "any",
    "window": "Iterator requestIdleCallback scheduler navigation CloseWatcher",
}
WITHOUT = "".join(
    f"for (const name of {json.dumps(names.split())}) if ({owner}) delete ({owner})[name];"
    for owner, names in YOUNG.items()
)
# Those of them that mean nothing else, wherever they stand; a look behind, which is grammar.
NAMED = re.compile(
    r"\b(?:to(?:Sorted|Reversed|Spliced)|withResolvers|fromAsync|groupBy|canParse|checkVisibility"
    r"|(?:is|to)WellFormed|symmetricDifference|isSu(?:b|per)setOf|requestIdleCallback"
    r"|startViewTransition|(?:show|hide|toggle)Popover)\b|\(\?<[=!]"
)
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
    for page in (new, old):
        page.set_default_timeout(PATIENCE)
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


def test_plain_files_keep_the_readers_view_in_old_browsers(
    new_page: NewPage, plain_site: str
) -> None:
    page = new_page(base_url=plain_site)
    page.add_init_script(WITHOUT)
    # the rest of an address goes along to another file, and another language
    page.goto(f"{plain_site}/en/index.html?lang=ja&date=1875-08-22&lens=title")
    page.wait_for_url(f"{plain_site}/ja/index.html?date=1875-08-22&lens=title")
    assert not page.evaluate("'size' in new URLSearchParams()")
    page.goto(
        f"{plain_site}/en/treaties.html?viewpoint=japan&instrument=portsmouth-1905&date=1905-09-05"
    )
    page.wait_for_url("**/en/treaties-japan.html?*date=1905-09-05#portsmouth-1905")
    # where the reader rests stands in the address
    page.goto(f"{plain_site}/en/index.html?date=1875-08-22&island=urup")
    time = page.frame_locator("iframe").get_by_test_id("timeline")
    time.press("ArrowRight")
    page.wait_for_url(re.compile(r"/en/index\.html\?date=(?!1875-08-22)[\d-]+&island=urup$"))
    page.goto(f"{plain_site}/en/chronicle.html")
    page.get_by_role("searchbox").fill("Portsmouth")
    page.wait_for_url("**/en/chronicle.html?q=Portsmouth")
    expect(page.locator("form output")).not_to_have_text(re.compile(r"^(\d+) / \1$"))


def test_every_plain_file_runs_in_old_browsers(new_page: NewPage, plain_site: str) -> None:
    page = new_page(base_url=plain_site)
    page.add_init_script(WITHOUT)
    for plan in PLANS:
        page.goto(f"{plain_site}/en/{stem(plan.page, {})}.html")  # an error in it fails the test
        if plan.map:
            frame = page.frame_locator("[data-map] iframe")
            expect(frame.locator("path[data-island=urup]").first).to_be_attached()


def test_no_script_calls_what_old_browsers_lack() -> None:
    scripts = [path for path in (ROOT / "pages").rglob("*.js") if "vendor" not in path.parts]
    young = {path.name: NAMED.findall(path.read_text(encoding="utf-8")) for path in scripts}
    assert {name: found for name, found in young.items() if found} == {}
