"""A record is cited where it stands; what that takes comes only when it is asked for."""

import json
from pathlib import Path

from playwright.sync_api import Page, expect

from geodata import Atlas, package
from pages.ui.words import text
from tests.browser.visit import open_page


def test_a_record_is_cited_when_its_fold_is_opened(page: Page, atlas: Atlas) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    open_page(page, "/chronicle?lang=ja&event=vries-1643")
    fold = page.locator("[data-key=event-vries-1643]").first
    expect(fold).to_be_visible()
    assert not [url for url in asked if "cite-" in url]
    fold.locator("summary").click()
    written = fold.get_by_label(text.say("citing.result", "ja"))
    expect(written).to_be_visible()
    event = atlas.event("vries-1643")
    for part in (
        event.title.ja,
        package.version(),
        "event=vries-1643",
        text.say("citing.sources", "ja"),
    ):
        assert part in written.input_value()
    fold.get_by_role("button", name="CSL-JSON").click()
    own, *sources = json.loads(written.input_value())
    assert event.title.ja in own["title"]
    assert [one["id"] for one in sources] == [*event.sources]
    with page.expect_download() as started:
        fold.get_by_role("button", name=text.say("citing.save", "ja")).click()
    assert started.value.suggested_filename == "kuril-atlas-event-vries-1643.json"
    saved = Path(started.value.path()).read_text(encoding="utf-8")
    assert saved == written.input_value()
    # the script is there: another record, and the page itself, need no second one
    foot = page.locator(".ending .cite")
    foot.locator("summary").click()
    written = foot.locator("textarea")
    expect(written).to_be_visible()
    assert page.url in written.input_value()
    assert text.say("page.chronicle", "ja") in written.input_value()
    assert len([url for url in asked if "cite-" in url]) == 1
