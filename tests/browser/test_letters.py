"""Large letters, set in the browser and not by its zoom: nothing is out of reach or cut off."""

from functools import partial

import pytest

from pages.ui.words.tongues import TONGUES
from tests.browser.conftest import NewPage
from tests.browser.visit import becomes, letters, map_frame, resize, rest

LANGUAGES = pytest.mark.parametrize("language", TONGUES)
LETTERS = (16, 24, 32)  # pixels: the usual ones, half as large again, twice as large
# The map's frame in a window of 1280 x 800, beside the panel, on phones, and lying low.
FRAMES = [(1280, 742), (750, 710), (390, 786), (320, 510), (844, 332)]
WINDOWS = [(1280, 800), (1024, 768), (390, 844)]
# What stands in a card and cannot be reached by scrolling in it.
LOST = """() => {
    const card = document.querySelector('.tour, .door');
    const { top, bottom } = card.getBoundingClientRect();
    const parts = [...card.querySelectorAll('button, a[href], select, input')]
        .filter((part) => part.checkVisibility({ visibilityProperty: true }));
    const lost = parts.filter((part) => {
        part.scrollIntoView({ block: 'nearest' });
        const box = part.getBoundingClientRect();
        return box.top < top - 1 || box.bottom > bottom + 1;
    }).map((part) => part.textContent || part.className);
    // a reader cannot scroll the frame itself
    const { scrollTop } = document.scrollingElement;
    document.scrollingElement.scrollTop = 0;
    if (top < 0 || bottom > innerHeight + 1 || scrollTop) lost.push('the card');
    if (parts.length < 4) lost.push('all of it');
    return lost;
}"""
# What is wrong with two maps: too low, cut off, without a legend, or with something on an island.
WRONG = """() => {
    const box = (node) => node.getBoundingClientRect();
    const meet = (one, two) => one.left < two.right && two.left < one.right
        && one.top < two.bottom && two.top < one.bottom;
    const { sides, zoom } = kurilAtlas.current;
    const wrong = sides.flatMap(({ map, head, layers, legend, name }) => {
        const stage = map.getContainer();
        const own = [stage, head, legend.node, zoom];
        const found = own.filter((node) => !node.checkVisibility()
            || box(node).left < -1 || box(node).right > innerWidth + 1
            || box(node).top < -1 || box(node).bottom > innerHeight + 1)
            .map((node) => node.className);
        if (box(stage).height < 260) found.push('low');
        if (meet(box(zoom), box(head))) found.push('zoom on the date');
        const whole = box(stage);
        for (const { island, path } of layers.islands.filter(({ island }) => island.focus)) {
            const { left, right, top, bottom } = box(path);
            const out = left < whole.left || right > whole.right || top < whole.top
                || bottom > whole.bottom;
            if (out || meet(box(path), box(legend.node))) found.push(island.id);
        }
        return found.map((one) => `${name}: ${one}`);
    });
    if (box(document.querySelector('.outlined')).bottom > innerHeight + 1) wrong.push('the note');
    return wrong;
}"""


@LANGUAGES
def test_a_card_in_the_map_is_reached_whole(open_saved: NewPage, language: str) -> None:
    page = open_saved(language)
    faults = []
    for card in ("?quiz=12", "?tour=ninety-seconds", "#door"):
        page.goto(f"{page.url.partition('?')[0].partition('#')[0]}{card}")
        page.wait_for_selector(".tour, .door")
        for size in LETTERS:
            letters(page, size)
            for width, height in FRAMES:
                resize(page, width, height)
                if lost := page.evaluate(LOST):
                    faults.append(f"{card} {size} {width} x {height}: {lost}")
    assert not faults, "\n".join(faults)


@LANGUAGES
def test_two_maps_have_room_each(new_page: NewPage, plain_site: str, language: str) -> None:
    page = new_page(base_url=plain_site)
    page.goto(f"{plain_site}/{language}/compare.html")
    frame = map_frame(page, ".side:nth-of-type(2) path[data-controller]")
    for size in LETTERS:
        letters(page, size)
        for width, height in WINDOWS:
            resize(page, width, height)
            rest(frame)
            becomes(frame, partial(frame.evaluate, WRONG), [])
