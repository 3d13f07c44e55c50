"""The saved file, from disk: every mark of an island shows what its fill shows; every room fits."""

from itertools import chain

import pytest
from playwright.sync_api import Page

from geodata import Atlas
from geodata.model import Lens
from pages.ui.words.reader import Reader
from tests.browser.conftest import NewPage
from tests.browser.visit import orders, resize, rest

# Width and height before and after: turned tablets and phones, tall and wide windows.
ROOMS = [
    ((820, 1180), (1180, 820)),
    ((1180, 820), (820, 1180)),
    ((1440, 900), (1440, 600)),
    ((1440, 700), (1440, 1400)),
    ((1440, 900), (1080, 1920)),
    ((1080, 1920), (1440, 900)),
    ((1440, 900), (390, 844)),
    ((390, 844), (844, 600)),
    ((1280, 800), (3840, 2160)),
]
COLOURS_SEEN = """() => {
    const colours = (fill) => fill.startsWith('url')
        ? [...document.querySelectorAll(fill.slice(5, -2) + ' > rect')]
            .map((rect) => rect.getAttribute('fill'))
        : [fill];
    const hex = (rgb) => '#' + rgb.match(/\\d+/g)
        .map((part) => Number(part).toString(16).padStart(2, '0')).join('').toUpperCase();
    const rows = [...document.querySelectorAll('path[data-island]')].map((path) => ({
        value: path.dataset.controller, doubt: path.dataset.doubt ?? null,
        dashed: getComputedStyle(path).strokeDasharray !== 'none',
        fill: getComputedStyle(path).fill, colours: colours(getComputedStyle(path).fill),
    }));
    const { layers } = kurilAtlas.current;
    const rings = layers.islands.filter(({ rings }) => rings).map(({ island, rings }) => {
        const seen = (name) => rings.filter((node) => node.classList.contains(name))
            .map((node) => getComputedStyle(node).stroke).filter((stroke) => stroke !== 'none');
        return { island: island.id, colours: [...seen('rim-0'), ...seen('rim-1')].map(hex),
            gaps: seen('gaps').length === 1 };
    });
    const strip = [...document.querySelectorAll('.strip rect')]
        .map((rect) => [rect.dataset.power, rect.getAttribute('fill')]);
    const legend = [...document.querySelectorAll('.legend li:not([hidden]) .swatch rect')]
        .map((rect) => rect.getAttribute('fill'));
    const ids = layers.islands.map(({ island }) => island.id);
    return { rows, rings, strip, legend, ids };
}"""
VIEW = """() => {
    const { map, stage, layers } = kurilAtlas.current;
    const parts = ['.head', '.head h1', '.tools', '.legend', '.zoom', '.bar']
        .map((part) => document.querySelector(part).getBoundingClientRect());
    const room = map.getContainer().getBoundingClientRect();
    const islands = layers.islands.filter(({ island }) => island.focus).map(({ island, path }) => {
        const box = path.getBoundingClientRect();
        const inside = box.left >= room.left && box.right <= room.right
            && box.top >= room.top && box.bottom <= room.bottom;
        const free = !parts.some((part) => box.left < part.right && part.left < box.right
            && box.top < part.bottom && part.top < box.bottom);
        return inside && free ? null : island.id;
    });
    return { lost: islands.filter(Boolean), kept: stage.kept,
        // a sheet's edge shows only where the room is wider than any view of the whole sheet
        cut: !map.options.maxBounds.contains(map.getBounds())
            && map.getZoom() >= map.getBoundsZoom(map.options.maxBounds, true) };
}"""
# The map lies at its window's edge in little room, is given all of it, and is fitted at once.
GROWN = """() => {
    const { map, stage } = kurilAtlas.current, { style } = map.getContainer();
    const little = { height: '200px', bottom: 'auto', flex: 'none' };
    for (const [name, value] of Object.entries(little)) style.setProperty(name, value, 'important');
    map.invalidateSize({ animate: false });
    map.setView([31, 150], stage.found, { animate: false });
    for (const name of Object.keys(little)) style.removeProperty(name);
    stage.fit();
}"""


@pytest.fixture
def opened(open_saved: NewPage) -> Page:
    return open_saved()


@pytest.mark.parametrize("lens", Lens)
def test_every_mark_shows_what_the_fill_shows(opened: Page, atlas: Atlas, lens: Lens) -> None:
    left = {span.controller for own in atlas.spans(lens).values() for span in own}
    fills: dict[str, str] = {}
    days = sorted({piece.start for own in atlas.pieces(lens).values() for piece in own})
    readers = [Reader(atlas, "en", max(day, atlas.start), lens=lens) for day in days]
    for day, marks in zip(days, orders(opened, readers, COLOURS_SEEN), strict=True):
        pieces = atlas.drawn(max(day, atlas.start), lens=lens)
        shown = dict(zip(marks["ids"], marks["rows"], strict=True))
        for island, row in shown.items():
            assert row["value"] == pieces[island].span.controller
            assert row["doubt"] == pieces[island].doubt
            assert row["dashed"] is pieces[island].doubtful
            assert fills.setdefault(row["value"], row["fill"]) == row["fill"]
        for ring in marks["rings"]:
            row = shown[ring["island"]]
            assert [colour.upper() for colour in row["colours"]] == ring["colours"]
            assert ring["gaps"] is (row["doubt"] is not None)
        strip = {value: f'url("{fill[4:-1]}")' for value, fill in marks["strip"]}
        assert all(strip[value] == fill for value, fill in fills.items() if value in strip)
        samples = {f'url("{fill[4:-1]}")' for fill in marks["legend"]}
        assert {row["fill"] for row in shown.values()} <= samples
        left -= set(fills)
    assert left == set()
    assert len(set(fills.values())) == len(fills)


def test_the_chain_is_fitted_anew_to_every_room(opened: Page) -> None:
    for width, height in chain.from_iterable(ROOMS):
        resize(opened, width, height)
        rest(opened.main_frame)
        found = opened.evaluate(VIEW)
        assert found == {"lost": [], "kept": True, "cut": False}, (width, height)


def test_a_view_the_reader_has_moved_stays(opened: Page) -> None:
    resize(opened, 1440, 900)
    rest(opened.main_frame)
    opened.evaluate(GROWN)  # as in the app, where the frame gets its height late
    rest(opened.main_frame)
    assert opened.evaluate(VIEW) == {"lost": [], "kept": True, "cut": False}
    opened.mouse.move(700, 450)
    opened.mouse.down()
    opened.mouse.move(500, 350, steps=5)
    opened.mouse.up()
    rest(opened.main_frame)
    centre = "() => { const { lat, lng } = kurilAtlas.current.map.getCenter(); return [lat, lng]; }"
    moved = opened.evaluate(centre)
    resize(opened, 1440, 700)
    rest(opened.main_frame)
    assert opened.evaluate(centre) == pytest.approx(moved, abs=0.3)
