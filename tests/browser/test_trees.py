"""What a screen reader is told of each page stays as it was read and found right."""

import pytest
from playwright.sync_api import Page

from tests.browser import trees
from tests.browser.test_pages import PAGES
from tests.browser.visit import becomes

STORED = {
    told.partition("\n")[0]: told for told in trees.GOLDEN.read_text(encoding="utf-8").split("\n\n")
}


@pytest.mark.parametrize("path", PAGES)
def test_a_screen_reader_finds_each_page_as_it_was_read(page: Page, path: str) -> None:
    """Compare with the golden file; after an intended change: make golden."""
    trees.opened(page, path)
    becomes(page, lambda: trees.tree(page, path).strip(), STORED[f"/{path}"].strip())
