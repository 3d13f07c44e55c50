"""The saved file: what is drawn and written on a day, over the map and by each island."""

import re
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from playwright.sync_api import Frame, Page, expect

from geodata import Atlas, Lens
from pages.ui.browser.payload import lenses
from pages.ui.words import captions, text
from pages.ui.words.reader import Reader
from pages.ui.words.tongues import TONGUES
from tests.browser.conftest import NewPage
from tests.browser.visit import CONTROLLERS, SIZES, becomes, order, orders, resize, rest
from tests.browser.watch import Watch

DAYS = [date(1600, 1, 1), date(1855, 2, 7), date(1875, 8, 21), date(1875, 8, 22), date(1945, 8, 25)]
# The islands under something that stands over the map.
COVERED = """() => {
    const boxes = ['.head', '.head h1', '.tools', '.legend', '.zoom', '.bar']
        .map((part) => document.querySelector(part).getBoundingClientRect());
    return [...document.querySelectorAll('path[data-island]')]
        .filter((path) => !path.dataset.island.startsWith('sakhalin'))
        .filter((path) => {
            const one = path.getBoundingClientRect();
            return boxes.some((box) => one.left < box.right && box.left < one.right
                && one.top < box.bottom && box.top < one.bottom);
        }).map((path) => path.dataset.island);
}"""
# Of whom outlines tell on the map, and what the legend says of them, with its sample's colours.
OUTLINED = """() => {
    const held = (place) => [...new Set([...place.querySelectorAll('.ghost[data-held]')]
        .map((ghost) => ghost.dataset.held))].sort();
    const rows = [...document.querySelectorAll('.legend li:not([hidden])')];
    return [held(document.querySelector('.stage')), rows.filter((row) => held(row).length)
        .map((row) => [row.innerText.trim(), held(row)])];
}"""
# How many names are seen, and which of them meet or are cut by the edge.
CLASHES = """() => {
    const stage = document.querySelector('.stage').getBoundingClientRect();
    const shown = [...document.querySelectorAll('.labels .name, .labels .place:not(.land)')]
        .filter((node) => node.style.visibility === 'visible')
        .map((node) => [node.innerText, node.getBoundingClientRect()]);
    const clashes = [];
    shown.forEach(([name, one], index) => {
        if (one.left < stage.left || one.right > stage.right) clashes.push(name);
        for (const [other, two] of shown.slice(index + 1)) {
            // names are placed by whole pixels
            const over = (a, b, start, end) => Math.min(a[end], b[end])
                - Math.max(a[start], b[start]);
            const [wide, high] = [over(one, two, 'left', 'right'),
                over(one, two, 'top', 'bottom')];
            if (Math.min(wide, high) > 1) clashes.push(`${name} | ${other}`);
        }
    });
    return [shown.length, clashes];
}"""
# The names of islands that are seen, and which of them are neither beside theirs nor tied.
STRAYS = """() => {
    const { labels, layers } = kurilAtlas.current;
    const outline = (path) => {
        const [length, matrix] = [path.getTotalLength(), path.getScreenCTM()];
        return Array.from({ length: 400 }, (_, step) => path
            .getPointAtLength(length * step / 400).matrixTransform(matrix));
    };
    const shores = new Map(layers.islands.map((entry) => {
        const ring = document.querySelector(`[data-ring=${entry.island.id}]`);
        const seen = ring && ring.style.display !== 'none';
        return [entry, [...outline(entry.path), ...(seen ? outline(ring) : [])]];
    }));
    const away = ({ left, right, top, bottom }, points) => Math.min(...points.map(
        ({ x, y }) => Math.hypot(
            Math.max(left - x, 0, x - right), Math.max(top - y, 0, y - bottom))));
    const lines = [...document.querySelectorAll('.leaders line:not(.halo)')].map((line) =>
        [['x1', 'y1'], ['x2', 'y2']].map(([x, y]) => new DOMPoint(
            line[x].baseVal.value, line[y].baseVal.value)
            .matrixTransform(line.getScreenCTM())));
    const shown = labels.subjects.filter(({ node }) => node.style.visibility === 'visible');
    const strays = shown.filter(({ node, entries }) => {
        const box = node.getBoundingClientRect();
        const own = entries.flatMap((entry) => shores.get(entry));
        const others = [...shores].filter(([entry]) => !entries.includes(entry))
            .map(([, points]) => away(box, points));
        const beside = away(box, own) - Math.min(...others) <= 8;
        const at = (point) => away(new DOMRect(point.x, point.y, 0, 0), own) < 6;
        const tied = lines.some((ends) => ends.some(at)
            && ends.some((end) => away(box, [end]) < 6));
        return !beside && !tied;
    });
    const name = ({ node }) => node.querySelector('b').textContent;
    return [shown.map(name), strays.map(name)];
}"""


def timeline(page: Page) -> Any:  # noqa: ANN401  # Playwright's Locator
    return page.get_by_test_id("timeline")


def sized(page: Page, size: str) -> Frame:
    """Give the window a size of the list, and return the map once it lies still."""
    resize(page, *SIZES[size])
    rest(page.main_frame)
    return page.main_frame


def test_the_map_shows_what_the_atlas_knows(open_saved: NewPage, atlas: Atlas) -> None:
    days = [*DAYS, *atlas.moments()]
    shown = orders(open_saved(), [Reader(atlas, "en", day) for day in days], CONTROLLERS)
    for day, found in zip(days, shown, strict=True):
        assert found == atlas.on(day)["controller"].to_dict(), day


@pytest.mark.parametrize("language", TONGUES)
def test_the_caption_tells_the_day_and_between_days_what_holds(
    open_saved: NewPage, atlas: Atlas, language: str
) -> None:
    told: list[tuple[Reader, str]] = []
    for _, lens, viewpoint in lenses():
        reader = Reader(atlas, language, atlas.as_of, lens=lens, viewpoint=viewpoint)
        turns = set(atlas.turns(lens=lens, viewpoint=viewpoint))
        holding = captions.beginning(reader)
        for brief in captions.briefs(reader):
            eve = brief.day - timedelta(days=1)
            if eve not in turns:
                told.append((replace(reader, day=eve), holding))
            told.append((replace(reader, day=brief.day), brief.caption))
            holding = brief.then or holding
    read = "() => document.querySelector('[data-testid=caption]').textContent"
    shown = orders(open_saved(language), [reader for reader, _ in told], read)
    for (reader, expected), found in zip(told, shown, strict=True):
        assert found == expected, (reader.day, reader.lens)


def test_the_exchange_of_1875_is_drawn_and_told(open_saved: NewPage, atlas: Atlas) -> None:
    page = open_saved()
    order(page, Reader(atlas, "en", date(1875, 8, 22), seq=1))
    assert page.locator("path[data-island=urup]").get_attribute("aria-label") == (
        "Urup, 得撫島, Уруп: held by Japan since 22 August 1875"
    )
    expect(page.get_by_test_id("caption")).to_contain_text("from Russia to Japan")
    ghosts = page.locator(".stage .ghost[data-held=russia]")
    expect(ghosts).not_to_have_count(0)
    expect(ghosts.and_(page.locator(":not([d^=M])"))).to_have_count(0)


@pytest.mark.parametrize("language", TONGUES)
def test_the_legend_tells_of_outlines_on_the_days_that_draw_them_alone(
    open_saved: NewPage, atlas: Atlas, language: str
) -> None:
    days = [*DAYS, *atlas.moments()]
    readers = [
        Reader(atlas, language, day, lens=lens)
        for lens in Lens
        for day in {*days, *(day + timedelta(days=1) for day in days if day < atlas.as_of)}
    ]
    found = orders(open_saved(language), readers, OUTLINED)
    words = text.say("map.outlined_before", language)
    for reader, (drawn, rows) in zip(readers, found, strict=True):
        # in the colours of all whom an island has passed from
        assert rows == ([[words, drawn]] if drawn else []), (reader.day, reader.lens)
    assert max(len(drawn) for drawn, _ in found) > 1
    assert [] in [drawn for drawn, _ in found]


def test_a_picture_of_the_map_tells_of_outlines(open_saved: NewPage, atlas: Atlas) -> None:
    page = open_saved()
    words = text.say("map.outlined_before", "en")
    for seq, (day, told) in enumerate([(date(1875, 8, 22), True), (date(1875, 8, 23), False)], 1):
        order(page, Reader(atlas, "en", day, seq=seq))
        rest(page.main_frame)
        drawn = page.evaluate("kurilAtlas.current.picture().outerHTML")
        assert (words in drawn) == told


def test_the_legend_gives_way_to_the_card_of_an_island(open_saved: NewPage) -> None:
    page = open_saved(viewport={"width": 740, "height": 700})  # beside a tablet's panel
    rest(page.main_frame)
    # on every island by the keyboard's way; where its card stands depends on the machine's fonts
    gave = page.evaluate("""async () => {
        const frame = () => new Promise(requestAnimationFrame);
        const legend = document.querySelector(".legend");
        const own = legend.getBoundingClientRect();
        const found = [];
        for (const island of document.querySelectorAll("path[data-island]")) {
            island.focus();
            await frame();
            await frame();
            const meets = [...document.querySelectorAll(".leaflet-tooltip")].some((card) => {
                const box = card.getBoundingClientRect();
                return card.style.opacity !== "0" && box.left < own.right &&
                    own.left < box.right && box.top < own.bottom && own.top < box.bottom;
            });
            found.push([meets, legend.classList.contains("behind")]);
        }
        return found;
    }""")
    assert {meets for meets, _ in gave} == {True, False}
    assert [meets for meets, _ in gave] == [behind for _, behind in gave]
    page.evaluate("document.querySelector('.legend').classList.add('behind')")
    expect(page.locator(".legend")).to_have_css("opacity", "0.12")
    timeline(page).focus()
    expect(page.locator(".legend")).to_have_css("opacity", "1")


def test_outlines_of_a_passage_fade_only_when_the_reader_rests(
    open_saved: NewPage, atlas: Atlas
) -> None:
    page = open_saved()
    order(page, Reader(atlas, "en", date(1875, 8, 21), seq=1))
    fading = "document.querySelector('.leaflet-ghosts-pane').getAnimations().length"
    # pressed and read in one go: on a busy machine a rest may pass between the two
    press = f"""(range, key) => {{
        range.dispatchEvent(new KeyboardEvent("keydown", {{ key, bubbles: true }}));
        return {fading};
    }}"""
    assert timeline(page).evaluate(press, "ArrowRight") == 0
    page.wait_for_function(f"{fading} === 1")
    # each step is a picture of the whole map: a smooth fade would draw a hundred
    fade = "document.querySelector('.leaflet-ghosts-pane').getAnimations()[0].effect.getTiming()"
    assert page.evaluate(f"{fade}.easing") == "steps(6)"
    assert timeline(page).evaluate(press, "ArrowLeft") == 0


@pytest.mark.parametrize("language", TONGUES)
def test_at_every_size_islands_are_seen_and_names_stand_clear_by_their_own(
    open_saved: NewPage, atlas: Atlas, language: str
) -> None:
    page = open_saved(language)
    for size in SIZES:
        frame = sized(page, size)
        assert frame.evaluate(COVERED) == [], size
        names, clashes = frame.evaluate(CLASHES)
        assert clashes == [], size
        assert names > 10, size
        named, strays = frame.evaluate(STRAYS)
        assert strays == [], size
        four = ["iturup", "paramushir", "kunashir", "urup"]  # the largest
        if size == "phone":
            four.remove("paramushir")  # what is told of, and what is in dispute, comes first there
        largest = {text.names(atlas.islands[name], language)[0][0] for name in four}
        assert largest <= set(named), size


def test_a_view_put_back_fits_again_when_the_window_changes(open_saved: NewPage) -> None:
    page = open_saved()
    frame = sized(page, "desktop")
    box = frame.locator(".stage").bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + box["width"] * 0.4, box["y"] + box["height"] * 0.5)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] * 0.2, box["y"] + box["height"] * 0.4, steps=5)
    page.mouse.up()
    rest(frame)  # the throw of the hand ends
    frame.locator(".zoom button").last.click()
    resize(page, *SIZES["phone"])
    frame.wait_for_function(
        """() => {
            const { map, layers } = kurilAtlas.current;
            return map.getContainer().clientWidth < 400
                && kurilAtlas.focus(layers).every((bounds) => map.getBounds().contains(bounds));
        }"""
    )


@pytest.mark.parametrize("language", TONGUES)
def test_targets_are_large_enough_to_hit(open_saved: NewPage, language: str) -> None:
    small = sized(open_saved(language), "phone").evaluate(
        """() => [...document.querySelectorAll('.atlas button, .atlas select, .atlas summary,'
            + ' .lenses label')].filter((node) => node.offsetParent !== null).filter((node) => {
                const box = node.getBoundingClientRect();
                return box.width < 24 || box.height < 24;
            }).map((node) => node.outerHTML.slice(0, 80))"""
    )
    assert small == []


def test_tiles_come_only_when_asked_for(open_saved: NewPage, watch: Watch) -> None:
    page = open_saved()
    assert page.locator("img.leaflet-tile").count() == 0
    page.get_by_text(text.say("map.layers", "en")).click()
    page.get_by_label(re.compile("OpenStreetMap tiles")).check()
    expect(page.locator(".leaflet-control-attribution")).to_contain_text("OpenStreetMap")
    becomes(page, lambda: bool(watch.outside), expected=True)
    assert all("tile.openstreetmap.org" in url for url in watch.outside)
    page.context.close()  # no tile is asked for any more
    watch.outside.clear()
    watch.errors.clear()  # the refused tiles
