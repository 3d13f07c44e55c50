"""Lessons on paper: whole on A4 and Letter, at the size they are set in, each part on its own."""

from itertools import cycle, product
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from geodata import Atlas
from pages.ui.words import text
from pages.ui.words.tongues import TONGUES
from tests.browser import pdf
from tests.browser.conftest import NewPage
from tests.browser.lessons import PAPERS, printed
from tests.browser.paper import plain
from tests.browser.visit import open_page

# Points: what a class reads is no smaller, however much a sheet holds.
BODY = 10.5
WIDTHS = {"a4": 595, "letter": 612}


@pytest.mark.parametrize("language", TONGUES)
def test_lessons_are_printed_whole_and_at_their_size(
    page: Page, atlas: Atlas, tmp_path: Path, language: str
) -> None:
    every = zip(product(atlas.lessons, TONGUES), cycle(PAPERS), strict=False)
    wanted = [(name, language, paper) for (name, own), paper in every if own == language]
    assert {paper for *_, paper in wanted} == {*PAPERS}
    for path in printed(page, atlas, tmp_path, wanted):
        name, _, size = path.stem.rsplit("-", 2)
        sheets = pdf.read(path)
        assert {sheet.width for sheet in sheets} == {WIDTHS[size]}, path.stem
        assert BODY in pdf.sizes(path), path.stem
        told = [plain(sheet.words) for sheet in sheets]
        # key and teacher's page begin a sheet, and no sheet holds the last line alone
        for part in ("key", "teacher"):
            begun = plain(text.say(f"lesson.{part}", language))
            assert sum(words.startswith(begun) for words in told) == 1, path.stem
        assert min(map(len, told)) > 100, path.stem
        if language != "ja":  # readings stand among the words of the others
            lesson = atlas.lessons[name]
            for extract in lesson.extracts:
                assert plain(extract.text[language]) in "".join(told), path.stem


def test_links_and_code_are_copied_and_the_pupils_pages_printed(new_page: NewPage) -> None:
    page = new_page(permissions=["clipboard-read", "clipboard-write"])
    open_page(page, "/classroom?lang=en")
    page.wait_for_function("window.kurilClassroom")  # what hears the buttons
    link = page.locator(".classroom .cards [data-copy]").first
    for button, begun in ((link, "http://"), (page.locator("[data-copy='#moodle-code']"), "<ifr")):
        button.click()
        expect(button).to_have_text(text.say("share.copied", "en"))
        assert page.evaluate("() => navigator.clipboard.readText()").startswith(begun)
    page.get_by_role("link", name=text.say("classroom.lesson", "en")).first.click()
    page.locator(".lesson").wait_for()
    page.evaluate(
        """() => {
            window.print = () => {
                window.printed = getComputedStyle(document.querySelector(".lesson .key")).display;
            };
        }"""
    )
    page.emulate_media(media="print")
    page.locator("button[data-print=pupils]").dispatch_event("click")
    assert page.evaluate("() => window.printed") == "none"
