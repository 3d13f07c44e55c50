"""What a reader does with the map: look at another lens, an island, a layer, follow a link."""

import re
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Frame, Page, expect

from geodata import Atlas
from pages.ui.browser import export
from pages.ui.words import text
from pages.ui.words.asked import parse
from pages.ui.words.reader import Reader
from tests.browser.conftest import NewPage
from tests.browser.visit import MAP, controllers, open_atlas, resize, rest, settled_url, shown_day

# Each part of each link makes no sense, and is told of.
NONSENSE = [
    {
        "date": "banana",
        "lang": "xx",
        "lens": "<script>alert(1)</script>",
        "viewpoint": "mine",
        "island": "../../etc",
    },
    {"date": "0001-01-01"},
    {"date": "9999-12-31"},
]
ISLANDS = [
    "shumshu",
    "paramushir",
    "onekotan",
    "simushir",
    "urup",
    "iturup",
    "kunashir",
    "shikotan",
]
# Whether the card of each island lies off it and in the room, and where its arrow points; as after
# a touch: an emulated one leaves a mouse in the window's corner, and that closes the card.
BESIDE = """async (islands) => {
    const { layers } = kurilAtlas.current;
    const frame = () => new Promise(requestAnimationFrame);
    const box = (node) => node.getBoundingClientRect();
    const found = [];
    for (const id of islands) {
        const entry = layers.islands.find(({ island }) => island.id === id);
        layers.answers.hush();
        entry.shape.openTooltip(entry.centre);
        layers.answers.pick(entry);
        await frame();
        await frame();
        const card = entry.shape.getTooltip().getElement();
        const [one, two, room] = [card, entry.path, layers.map.getContainer()].map(box);
        const clear = one.right <= two.left || two.right <= one.left
            || one.bottom <= two.top || two.bottom <= one.top;
        const within = one.left >= room.left - 1 && one.right <= room.right + 1
            && one.top >= room.top - 1 && one.bottom <= room.bottom + 1;
        const middle = (one.top + one.bottom) / 2;
        const arrow = getComputedStyle(card, '::before').display === 'none' ? 'none'
            : middle > two.top - 1 && middle < two.bottom + 1 ? 'at it' : 'astray';
        found.push([id, clear, within, arrow]);
    }
    return found;
}"""
PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}


def test_lens_and_viewpoint_change_the_map_and_the_address(page: Page, atlas: Atlas) -> None:
    frame = open_atlas(page, "/?date=1960-01-01&lang=en")
    frame.get_by_label("By treaty").check()
    expected = atlas.on(date(1960, 1, 1), lens="title")["controller"].to_dict()
    assert controllers(frame) == expected
    frame.get_by_text(text.say("map.layers", "en")).click()
    frame.get_by_label("Viewpoint").select_option("japan")
    expected = atlas.on(date(1960, 1, 1), lens="title", viewpoint="japan")["controller"].to_dict()
    assert controllers(frame) == expected
    settled_url(page, "lens=title&viewpoint=japan")


def test_islands_are_reached_and_opened_with_the_keyboard(page: Page, atlas: Atlas) -> None:
    frame = open_atlas(page, "/?date=1945-08-30&lang=en")
    assert frame.locator("path[data-island][tabindex='0']").count() == 1
    frame.locator("path[data-island][tabindex='0']").focus()
    page.keyboard.press("End")
    page.keyboard.press("Home")
    page.keyboard.press("ArrowRight")
    second = list(atlas.islands)[1]
    focused = frame.evaluate("document.activeElement.dataset.island")
    assert focused == second
    page.keyboard.press("Tab")  # past the landings' marks, but neither rings nor lines
    while frame.evaluate("document.activeElement.dataset.landing !== undefined"):
        page.keyboard.press("Tab")
    assert frame.evaluate("document.activeElement.getAttribute('aria-label')") == "Zoom in"
    frame.locator("path[data-island][tabindex='0']").focus()
    page.keyboard.press("Enter")
    settled_url(page, f"island={second}")
    heading = page.locator(".panel h2").first
    expect(heading).to_have_text(atlas.islands[second].name.en)


def tapped(page: Page, frame: Frame, part: str) -> None:
    """Touch the middle of what lies on the map, whatever lies over it there."""
    x, y = frame.locator(part).evaluate(
        """(node) => {
            const { left, top, width, height } = node.getBoundingClientRect();
            const frame = window.frameElement.getBoundingClientRect();
            return [frame.left + left + width / 2, frame.top + top + height / 2];
        }"""
    )
    page.touchscreen.tap(x, y)


def test_a_finger_among_landing_sites_means_the_nearest_and_gets_its_island_s_card(
    new_page: NewPage,
) -> None:
    page = new_page(**PHONE)
    frame = open_atlas(page, "/?date=1945-08-25&lang=en")
    rest(frame)
    tapped(page, frame, "path[data-island=shumshu]")
    settled_url(page, "island=shumshu")
    expect(page.locator("#card-title")).to_be_focused()
    card = frame.locator(".leaflet-tooltip")
    expect(card).to_have_count(1)
    expect(card.locator("strong")).to_have_text("Shumshu")
    expect(card).to_contain_text("18 August 1945")  # the landing that was touched


def test_the_way_back_from_an_island_takes_its_card_along(new_page: NewPage) -> None:
    page = new_page(**PHONE)
    frame = open_atlas(page, "/?date=1945-08-25&lang=en")
    rest(frame)
    cards = frame.locator(".leaflet-tooltip")
    for island in ("iturup", "urup"):
        tapped(page, frame, f"path[data-island={island}]")
        settled_url(page, f"island={island}")
        expect(page.locator("#card-title")).to_be_focused()
        expect(cards.locator("strong")).to_have_text(island.capitalize())
    page.go_back()
    settled_url(page, "island=iturup")
    expect(frame.locator("path[data-island=iturup]")).to_have_attribute("aria-pressed", "true")
    expect(cards).to_have_count(0)


def test_the_card_of_an_island_under_a_finger_stands_clear_of_it(open_saved: NewPage) -> None:
    page = open_saved(has_touch=True, is_mobile=True)
    for width, height in ((360, 740), (390, 844), (740, 360), (844, 390)):
        resize(page, width, height)
        rest(page.main_frame)
        page.evaluate("kurilAtlas.current.stage.fit()")
        found = page.evaluate(BESIDE, ISLANDS)
        assert [island for island, *_ in found] == ISLANDS
        for island, clear, within, arrow in found:
            assert (clear, within) == (True, True), (island, width)
            assert arrow != "astray", (island, width)


def test_a_mouse_among_landing_sites_picks_the_one_it_is_told_of(open_saved: NewPage) -> None:
    page = open_saved()
    rest(page.main_frame)
    for name in ("shumshu-kataoka", "paramushir-kashiwabara", "shumshu-takeda"):
        site = page.locator(f"[data-landing={name}]")
        box = site.bounding_box()
        assert box
        page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
        card = page.locator(".leaflet-tooltip:not([style*='opacity: 0'])")
        expect(card).to_have_text(site.get_attribute("aria-label") or "")
        page.mouse.down()
        page.mouse.up()
        island = page.locator(f"path[data-island={name.partition('-')[0]}]")
        expect(island).to_have_attribute("aria-pressed", "true")
        expect(card).to_have_text(site.get_attribute("aria-label") or "")


def test_python_moves_the_map_without_reloading_it(page: Page) -> None:
    frame = open_atlas(page, "/?date=1875-08-21&lang=en")
    page.evaluate("document.querySelector('iframe').dataset.mark = 'same'")
    field = page.get_by_label("Go to a date")
    field.fill("1875-08-22")
    field.press("Enter")
    expect(frame.get_by_test_id("day")).to_have_attribute("datetime", "1875-08-22")
    settled_url(page, "date=1875-08-22")
    page.get_by_role("link", name="日本語", exact=True).click()
    expect(frame.get_by_test_id("day")).to_have_text("1875年8月22日")
    expect(page.locator("html")).to_have_attribute("lang", "ja")
    page.go_back()
    expect(frame.get_by_test_id("day")).to_have_text("22 August 1875")
    assert page.locator(MAP).get_attribute("data-mark") == "same"


def test_a_layer_switched_off_stays_off_in_another_language(page: Page) -> None:
    frame = open_atlas(page, "/?date=1945-08-18&lang=en")
    takeda = frame.locator("[data-landing=shumshu-takeda]")
    expect(takeda).to_be_visible()
    frame.get_by_text(text.say("map.layers", "en")).click()
    frame.get_by_label("Landing sites").uncheck()
    expect(takeda).to_be_hidden()
    page.get_by_role("link", name="Русский", exact=True).click()
    expect(frame.get_by_test_id("day")).to_have_text(re.compile("августа"))
    frame.get_by_text(text.say("map.layers", "ru")).click()
    expect(frame.locator("input[value=landings]")).not_to_be_checked()
    expect(takeda).to_be_hidden()
    frame.locator("input[value=landings]").check()
    expect(takeda).to_be_visible()


@pytest.mark.parametrize("asked", NONSENSE)
def test_nonsense_gets_a_polite_note_and_the_default(
    page: Page, atlas: Atlas, asked: dict[str, str]
) -> None:
    frame = open_atlas(page, "/?" + "&".join(f"{name}={value}" for name, value in asked.items()))
    notices = parse(asked, atlas).notices
    assert len(notices) == len(asked)
    for notice in notices:
        expect(page.get_by_test_id("stAlert")).to_contain_text(notice)
    assert shown_day(frame) == atlas.as_of.isoformat()
    assert page.locator("script", has_text="alert(1)").count() == 0
    assert "Traceback" not in page.content()


def test_the_saved_file_draws_from_disk(new_page: NewPage, tmp_path: Path, atlas: Atlas) -> None:
    saved = tmp_path / "atlas.html"
    day, lens = date(1960, 1, 1), "title"
    saved.write_text(
        export.single_file(Reader(atlas, "ru", day, lens=lens, viewpoint="japan", island="urup")),
        encoding="utf-8",
    )
    page = new_page()
    page.goto(saved.as_uri())
    page.wait_for_selector("path[data-island]", state="attached")
    shown = controllers(page.main_frame)
    assert shown == atlas.on(day, lens=lens, viewpoint="japan")["controller"].to_dict()
    assert shown != atlas.on(day, lens=lens)["controller"].to_dict()
    picked = page.locator("path[data-island=urup]")
    assert picked.get_attribute("aria-pressed") == "true"
    page.get_by_test_id("timeline").focus()
    page.keyboard.press("Shift+ArrowLeft")
    assert shown_day(page.main_frame) == "1959-12-31"
