"""Every screen and every hand: the first screen, keys from link to timeline, rings, fingers."""

from dataclasses import replace
from datetime import date
from functools import partial
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from geodata import Atlas
from pages.ui.words import captions, text
from pages.ui.words.reader import Reader
from pages.ui.words.tongues import TONGUES
from tests.browser.conftest import NewPage
from tests.browser.visit import (
    SCROLL,
    becomes,
    map_frame,
    open_atlas,
    open_page,
    order,
    resize,
    rest,
    shown_day,
    swipe,
)

# From an old phone to a wall: width and height.
SCREENS = [
    (320, 568),
    (390, 664),
    (844, 390),
    (820, 1180),
    (720, 450),
    (1024, 768),
    (1440, 900),
    (1080, 1920),
    (3840, 2160),
]
# Phones under the app's row of links, which a saved file has not.
UNDER_LINKS = [(320, 510), (360, 582), (390, 606)]
STOPS = 15  # presses of Tab that lead from the top of the page to the timeline
# How much of a window the map may be at least, beside all that stands over and below it.
LEAST_MAP = 0.2
FIRST_SCREEN = """() => {
    const outer = window.frameElement?.getBoundingClientRect() ?? new DOMRect();
    const { innerWidth: width, innerHeight: height } = window.parent;
    const seen = (node) => {
        const box = node.getBoundingClientRect();
        const [left, top] = [outer.left + box.left, outer.top + box.top];
        return left >= 0 && top >= 0 && left + box.width <= width + 1
            && top + box.height <= height + 1;
    };
    const { map, layers } = kurilAtlas.current;
    const room = map.getContainer().getBoundingClientRect();
    const lost = layers.islands.filter(({ island }) => island.focus)
        .filter(({ path }) => !seen(path)).map(({ island }) => island.id);
    const parts = { map: map.getContainer(), timeline: document.querySelector('.track'),
        day: document.querySelector('[data-testid=day]'),
        play: document.querySelector('.play') };
    return { lost, outside: Object.keys(parts).filter((part) => !seen(parts[part])),
        small: room.width * room.height < SHARE * width * height,
        wide: window.parent.document.querySelector('[data-testid=stMain]').scrollWidth > width };
}""".replace("SHARE", str(LEAST_MAP))
WHOLE = {"lost": [], "outside": [], "small": False, "wide": False}
# What is written round the map and meets another, or is cut off.
WRITTEN = """() => {
    const box = (node) => {
        const range = document.createRange();
        range.selectNodeContents(node);
        const { left, right, top, bottom } = range.getBoundingClientRect();
        return { left, right, top, bottom, name: node.className || node.localName,
            text: node.textContent };
    };
    const whole = (node) => Object.assign(box(node), node.getBoundingClientRect().toJSON());
    const shown = (all) => [...document.querySelectorAll(all)].filter((node) =>
        node.checkVisibility({ visibilityProperty: true }) && node.textContent);
    const cell = document.querySelector('.cell:last-child').getBoundingClientRect();
    const words = shown('.eras span, .mark, .marks .end').map(box)
        .filter(({ top }) => top < cell.bottom - 2);
    const blocks = shown('.head h1, .caption, .lenses, .menu summary, .present, .leave, .legend')
        .map(whole);
    const meet = (one, two) => one.left < two.right && two.left < one.right
        && one.top < two.bottom - 1 && two.top < one.bottom - 1;
    const pairs = (all) => all.flatMap((one, at) => all.slice(at + 1)
        .filter((two) => meet(one, two)).map((two) => [one.text, two.text]));
    const cut = [...words, ...shown('.head h1, .lenses span, .door h2, .door .look').map(box)]
        .filter(({ left, right }) => left < -1 || right > innerWidth + 1);
    const tight = shown('.lenses label').filter((node) =>
        box(node).right > node.getBoundingClientRect().right + 1
        || box(node).left < node.getBoundingClientRect().left - 1);
    const low = shown('.door .look').filter((node) =>
        node.getBoundingClientRect().bottom > innerHeight);
    const door = shown('.door h2').filter((node) => node.scrollWidth > node.clientWidth + 1);
    return [...pairs(words), ...pairs(blocks), ...[...cut, ...[...tight, ...low, ...door].map(box)]
        .map(({ text }) => text)];
}"""
# What a reader may set by a style of her own (WCAG 1.4.12), and switches that had no room for it.
WIDER = """* { line-height: 1.5 !important; letter-spacing: 0.12em !important;
    word-spacing: 0.16em !important; } p { margin-bottom: 2em !important; }"""
SPACED = {
    "": ".lenses label",
    "chronicle": "[data-variant=pills] p",
    "treaties": ".st-key-treaties-viewpoints a p",
}
# Its words beyond an edge of what cuts them off.
CUT = """(all) => all.filter((node) => {
    const range = document.createRange();
    range.selectNodeContents(node);
    const words = range.getBoundingClientRect();
    for (let box = node; box; box = box.parentElement) {
        const { left, right, top, bottom } = box.getBoundingClientRect();
        if (box.matches('[data-testid=stMain], .tools')) return false;
        if (getComputedStyle(box).overflow !== 'visible' && (words.left < left - 1
            || words.right > right + 1 || words.top < top - 1 || words.bottom > bottom + 1))
            return true;
    }
    return false;
}).map((node) => node.textContent)"""
# Whether it stands out of the screen at a side.
BESIDE = """node => {
    const { left, right } = node.getBoundingClientRect();
    return left < 0 || right > document.documentElement.clientWidth;
}"""
# The next stop is the first of the page, as right after it was opened.
TOP = """() => {
    const top = document.createElement('i');
    top.tabIndex = -1;
    document.body.prepend(top);
    top.focus();
    top.remove();
}"""
# The contrast of the ring round what has the focus against the grounds it can stand on.
RING = r"""() => {
    const node = document.activeElement;
    const channels = (colour) => colour.match(/[\d.]+/g).slice(0, 3).map(Number);
    const light = (colour) => channels(colour).map((part) => part / 255)
        .map((part) => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)
        .reduce((sum, part, index) => sum + part * [0.2126, 0.7152, 0.0722][index], 0);
    const contrast = (one, two) => {
        const [low, high] = [light(one), light(two)].sort((a, b) => a - b);
        return (high + 0.05) / (low + 0.05);
    };
    const probe = document.createElement('i');
    document.body.append(probe);
    const grounds = ['--paper', '--sea'].map((name) => {
        probe.style.color = `var(${name})`;
        return getComputedStyle(probe).color;
    });
    probe.remove();
    const outlined = (style) => style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2
        ? [style.outlineColor] : [];
    const rings = node.matches('path')
        ? [getComputedStyle(node).stroke]
        : [...outlined(getComputedStyle(node)),
            ...outlined(getComputedStyle(node.nextElementSibling ?? node))];
    return { name: node.outerHTML.slice(0, 80), contrast: Math.max(0, ...rings.map((ring) =>
        Math.min(...grounds.map((ground) => contrast(ring, ground))))) };
}"""


@pytest.mark.parametrize("language", TONGUES)
def test_map_and_timeline_stand_in_the_first_screen(page: Page, language: str) -> None:
    frame = open_atlas(page, f"/?date=1945-08-25&lang={language}")
    for width, height in SCREENS:
        resize(page, width, height)
        rest(frame)
        becomes(frame, partial(frame.evaluate, FIRST_SCREEN), WHOLE)


@pytest.mark.parametrize("language", TONGUES)
def test_nothing_written_meets_or_is_cut_off(
    open_saved: NewPage, atlas: Atlas, language: str
) -> None:
    page = open_saved(language, has_touch=True)
    reader = Reader(atlas, language, atlas.start)
    # the longest sentence and the longest date in turn: on the narrow ones both
    sizes = [size for size in UNDER_LINKS for _ in range(2)] + [*reversed(SCREENS)]
    date_of = max(atlas.turns(lens="control"), key=lambda day: len(reader.written(day)))
    told_of = max(captions.briefs(reader), key=lambda brief: len(brief.caption)).day
    faults = []
    for seq, (width, height) in enumerate(sizes):
        day = date_of if seq % 2 else told_of
        order(page, replace(reader, day=day, seq=seq + 1))
        resize(page, width, height)
        for enter in ("null", "kurilAtlas.current.act('present')", "kurilAtlas.door()"):
            page.evaluate(enter)
            if found := page.evaluate(WRITTEN):
                faults.append(f"{width} x {height} {enter}: {found}")
            page.evaluate("kurilAtlas.current.hand.leave()")
    assert not faults, "\n".join(faults)


@pytest.mark.parametrize("language", TONGUES)
def test_few_stops_lead_to_the_timeline_and_a_skip_leads_there_at_once(
    page: Page, atlas: Atlas, language: str
) -> None:
    days = [date(1855, 2, 7), date(1945, 8, 25), date(1993, 10, 13)]
    path = f"/?date={days[0]}&lang={language}"
    frame = open_atlas(page, path, viewport=(1440, 900))
    for seq, day in enumerate(days, 1):
        order(frame, Reader(atlas, language, day, seq=seq))
        becomes(frame, partial(shown_day, frame), day.isoformat())
        page.evaluate(TOP)
        for way in ("content", "timeline"):
            page.keyboard.press("Tab")
            skip = page.get_by_role("link", name=text.say(f"page.skip_{way}", language))
            expect(skip).to_be_focused()
            expect(skip).to_be_in_viewport()
        stops = 2
        slider = frame.get_by_test_id("timeline")
        while not slider.evaluate("node => node === document.activeElement && document.hasFocus()"):
            page.keyboard.press("Tab")
            stops += 1
            assert stops <= STOPS, day
        page.get_by_role("link", name=text.say("page.skip_timeline", language)).focus()
        page.keyboard.press("Enter")
        expect(slider).to_be_focused()


@pytest.mark.parametrize("size", [(1440, 900), (390, 844)], ids=["desktop", "phone"])
def test_what_has_the_focus_wears_a_ring_that_is_seen(
    open_saved: NewPage, size: tuple[int, int]
) -> None:
    page = open_saved(viewport={"width": size[0], "height": size[1]})
    rest(page.main_frame)
    found: dict[str, Any] = {}
    page.keyboard.press("Tab")
    while page.evaluate("document.activeElement !== document.body"):
        ring = page.evaluate(RING)
        if ring["name"] in found:
            break
        found[ring["name"]] = ring["contrast"]
        page.keyboard.press("Tab")
    assert len(found) > 8
    assert {name: contrast for name, contrast in found.items() if contrast < 3} == {}


def test_a_finger_is_answered_in_sight_and_one_scrolls_the_page(new_page: NewPage) -> None:
    page = new_page(viewport={"width": 390, "height": 664}, has_touch=True, is_mobile=True)
    frame = open_atlas(page, "/?date=1945-08-25&lang=en")
    rest(frame)
    button = page.locator(".menu summary")
    closed = button.bounding_box()
    button.tap()
    expect(page.get_by_role("link", name=text.say("page.sources", "en"))).to_be_visible()
    assert button.bounding_box() == pytest.approx(closed, abs=4)
    button.tap()
    frame.locator("path[data-island=iturup]").first.tap()
    expect(page.locator("#card-title")).to_be_focused()
    card = frame.locator(".leaflet-tooltip")
    expect(card).to_contain_text("Iturup")
    inside = "node => { const { left, right } = node.getBoundingClientRect();"
    assert card.evaluate(inside + "return left >= 0 && right <= innerWidth; }")
    touch = frame.locator(".stage").evaluate("node => getComputedStyle(node).touchAction")
    assert "pan-y" in touch
    centre = "() => { const { lat, lng } = kurilAtlas.current.map.getCenter(); return [lat, lng]; }"
    before = frame.evaluate(centre)
    swipe(page, 0, -250)
    becomes(page, lambda: page.evaluate(SCROLL) > 100, expected=True)
    assert frame.evaluate(centre) == before


def test_the_wheel_scrolls_the_page_and_zooms_with_ctrl(page: Page) -> None:
    frame = open_atlas(page, "/?date=1945-08-25&lang=en", viewport=(820, 700))
    rest(frame)
    zoom = "kurilAtlas.current.map.getZoom()"
    before = frame.evaluate(zoom)
    page.mouse.move(400, 350)
    page.keyboard.down("Control")
    page.mouse.wheel(0, -400)
    page.keyboard.up("Control")
    becomes(frame, lambda: frame.evaluate(zoom) > before, expected=True)
    rest(frame)
    nearer = frame.evaluate(zoom)
    page.mouse.wheel(0, 300)
    becomes(page, lambda: page.evaluate(SCROLL) > 0, expected=True)
    assert frame.evaluate(zoom) == nearer


@pytest.mark.parametrize(
    ("path", "links"),
    [("compare", ".st-key-compare-pairs"), ("treaties", ".st-key-treaties-viewpoints")],
)
def test_each_link_in_a_row_wears_its_ring_and_stands_in_it_whole_on_a_phone(
    page: Page, path: str, links: str
) -> None:
    open_page(page, f"/{path}?lang=en", viewport=(320, 700))
    rows = page.locator(f"{links} a")
    rows.first.wait_for()
    rows.first.focus()
    for index in range(rows.count()):
        expect(rows.nth(index)).to_be_focused()
        becomes(page, lambda: page.evaluate(RING)["contrast"] >= 3, expected=True)
        becomes(page, partial(rows.nth(index).evaluate, BESIDE), expected=False)
        page.keyboard.press("Tab")


@pytest.mark.parametrize("language", TONGUES)
@pytest.mark.parametrize("path", SPACED)
def test_letters_set_wider_by_their_reader_are_not_cut_on_a_phone(
    page: Page, path: str, language: str
) -> None:
    open_page(page, f"/{path}?date=1945-08-25&lang={language}", viewport=(320, 700))
    place = page if path else map_frame(page)
    place.locator(SPACED[path]).first.wait_for()
    place.add_style_tag(content=WIDER)
    assert place.locator(SPACED[path]).count() > 1
    becomes(place, partial(place.locator(SPACED[path]).evaluate_all, CUT), [])
