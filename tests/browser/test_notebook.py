"""The map in a notebook: what a cell shows runs by itself, in a frame that asks for nothing."""

from playwright.sync_api import Page, expect

from pages.ui.browser.notebook import atlas_map


def test_the_map_of_a_cell_runs_without_a_server(page: Page) -> None:
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("request", lambda request: faults.append(request.url))
    page.set_content(atlas_map("1945-08-25", language="ja")._repr_html_())
    frame = page.frame_locator("iframe")
    day = frame.get_by_test_id("day")
    expect(day).to_have_attribute("datetime", "1945-08-25")
    # neither the front door nor a link that would lead into the notebook
    expect(frame.locator(".door")).to_be_hidden()
    expect(frame.locator("[data-share=link]")).to_have_count(0)
    expect(frame.locator("path[data-island=shumshu]").first).to_have_attribute(
        "data-controller", "soviet_union"
    )
    frame.get_by_test_id("timeline").press("Home")
    expect(day).to_have_attribute("datetime", "1600-01-01")
    assert [fault for fault in faults if not fault.startswith(("about:", "data:", "blob:"))] == []
