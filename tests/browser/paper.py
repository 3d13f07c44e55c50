"""A page on paper: what stands on its sheets, and what a screen has and they have not."""

import re
import unicodedata
from math import inf

from playwright.sync_api import Page

from tests.browser import pdf
from tests.browser.visit import resize

# What a font has one sign for, and a PDF reads back as the other.
_RADICALS = str.maketrans("⺠⻁⻄⻑⻘⻝⻤⻩⻭⻲⺟⻨⻯戶", "民虎西長青食鬼黄歯亀母麦竜戸")
# What stands in boxes that scroll on a screen, and the heads of every column.
_PARTS = """() => [...document.querySelectorAll('.src-long li, thead th')]
    .filter((part) => part.offsetParent !== null && !part.closest('details:not([open])'))
    .map((part) => part.textContent)"""
_A4 = (703, 1000)  # between its margins
_OVER = """() => [...document.querySelectorAll('td, th, p, li, figure')]
    .filter((one) => one.getBoundingClientRect().right > innerWidth + 1)
    .map((one) => one.textContent.slice(0, 40))"""
# What stands below a page's last words: on a sheet of its own it would be empty.
_BELOW = """() => {
    const range = document.createRange();
    const low = (node) => {
        range.selectNodeContents(node);
        return range.getBoundingClientRect().bottom;
    };
    const page = document.querySelector('.stMainBlockContainer');
    const words = document.createTreeWalker(page, NodeFilter.SHOW_TEXT, ({ data, parentElement }) =>
        data.trim() && parentElement.checkVisibility() ? 1 : 2);
    let last = 0;
    while (words.nextNode()) last = Math.max(last, low(words.currentNode));
    return Math.round(page.getBoundingClientRect().bottom - last);
}"""
_LOW = 16  # pixels


def sheets(page: Page, paper: str, *, lying: bool, most: float = inf) -> list[str]:
    """Print a page in ``most`` bytes; return what stands on each sheet, without spaces."""
    printed = page.pdf(format=paper, landscape=lying, print_background=True)
    assert len(printed) < most
    return [plain(sheet.words) for sheet in pdf.read(printed)]


def plain(words: str) -> str:
    """Return letters and digits alone, as they are read back from a font's signs."""
    read = unicodedata.normalize("NFKC", words).translate(_RADICALS)
    return re.sub(r"[\W_]", "", read)


def lost(page: Page) -> list[str]:
    """Return what of a page is shut in a box, or cut at the edge of a sheet; none may be empty.

    The page is left as wide as a sheet.
    """
    parts: list[str] = page.evaluate(_PARTS)
    printed = sheets(page, "A4", lying=False)
    assert all(printed)
    whole = "".join(printed).casefold()
    shut = [part for part in parts if plain(part).casefold()[:12] not in whole]
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    resize(page, *_A4)
    over: list[str] = page.evaluate(_OVER)
    low: int = page.evaluate(_BELOW)
    page.emulate_media(media="null")
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    return shut + over + [f"{low} pixels without a word below the last"] * (low > _LOW)
