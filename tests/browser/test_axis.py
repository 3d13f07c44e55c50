"""What a hand does with the timeline's axis: press names, drag the thumb, let go."""

from collections.abc import Iterator
from itertools import pairwise, product

import pytest
from playwright.sync_api import Page, expect

from geodata import Atlas
from pages.ui.words.tongues import TONGUES
from tests.browser.conftest import NewPage
from tests.browser.visit import resize, rest, shown_day

SIZES = [(320, 568), (844, 390), (1024, 768), (1440, 900)]
# From an old phone to a wall, lying low and upright.
WIDTHS = [320, 350, 351, 360, 375, 390, 412, 430, 520, 641, 760, 901, 1024, 1280, 1920, 3840]
HEIGHTS = [332, 742, 1600]
# Words of the axis with less than 4 pixels between them, or cut off.
TIGHT = """() => {
    const { bottom } = document.querySelector('.cell:last-child').getBoundingClientRect();
    const words = [...document.querySelectorAll('.eras span, .mark, .marks .end, .cell small')]
        .filter((node) => node.checkVisibility({ visibilityProperty: true }))
        .flatMap((node) => {
            const range = document.createRange();
            range.selectNodeContents(node);
            return [...range.getClientRects()].map((line) => ({ node, line }));
        }).filter(({ line }) => line.top < bottom - 2); // a last one may have given way
    const beside = (one, two) => Math.min(one.bottom, two.bottom) - Math.max(one.top, two.top)
        > one.height / 3; // rows of letters lie closer than their boxes
    const apart = (one, two) => Math.max(two.left - one.right, one.left - two.right);
    const pairs = words.flatMap((one, at) => words.slice(at + 1)
        .filter((two) => beside(one.line, two.line) && apart(one.line, two.line) < 4)
        .map((two) => `${one.node.textContent} | ${two.node.textContent}`));
    const cut = words.filter(({ node, line }) => {
        const clips = getComputedStyle(node).overflow !== 'visible';
        const { left, right } = node.getBoundingClientRect();
        return line.left < 0 || line.right > innerWidth
            || clips && (line.left < left - 1 || line.right > right + 1);
    });
    return [...pairs, ...cut.map(({ node }) => node.textContent)];
}"""
LIVE = "[aria-live]:has(h1)"


@pytest.fixture
def rooms(open_saved: NewPage) -> Iterator[Page]:
    """Return the saved file in a room of each size, one after the other: it is opened once."""

    def each() -> Iterator[Page]:
        page = open_saved()
        for width, height in SIZES:
            resize(page, width, height)
            rest(page.main_frame)
            yield page

    return each()


def test_years_and_eras_lead_to_their_first_moment(rooms: Iterator[Page], atlas: Atlas) -> None:
    for page in rooms:
        for part in (".mark", ".eras span"):
            pressed(page, atlas, part)


def pressed(page: Page, atlas: Atlas, part: str) -> None:
    bounds = [*(era.start for era in atlas.eras), atlas.as_of]
    targets = page.locator(part)
    assert targets.count() == len(atlas.eras)
    for number, (start, end) in enumerate(pairwise(bounds)):
        if not targets.nth(number).is_visible():
            continue  # a phone lying low has no room for the eras' names
        targets.nth(number).click()
        shown = shown_day(page.main_frame)
        assert start.isoformat() <= shown < end.isoformat(), (page.viewport_size, part, number)
        if start.year == 1855:
            assert shown == "1855-02-07"
        assert page.evaluate("document.activeElement.dataset.testid") == "timeline"


def test_a_drag_means_the_moment_beside_it_and_carries_the_date(rooms: Iterator[Page]) -> None:
    for page in rooms:
        dragged(page)


def dragged(page: Page) -> None:
    box = page.get_by_test_id("timeline").bounding_box()
    assert box is not None
    moment, x = page.evaluate(
        """() => {
            const { current } = kurilAtlas;
            const { axis } = current;
            const moments = current.moments();
            const rail = document.querySelector('.strip').getBoundingClientRect();
            const at = (day) => rail.left + rail.width * axis.position(day) / axis.width;
            // one that stands apart, so that no other is as near
            const alone = moments.find((day) => moments.every((other) => other === day
                || Math.abs(at(other) - at(day)) > 12));
            return [axis.iso(alone), at(alone)];
        }"""
    )
    middle = box["y"] + box["height"] / 2
    page.mouse.move(x + 40, middle)
    page.mouse.down()
    for step in (30, 20, 5):
        page.mouse.move(x + step, middle)
        expect(page.locator(LIVE)).to_have_attribute("aria-live", "off")
    assert shown_day(page.main_frame) == moment
    bubble = page.locator(".bubble")
    expect(bubble).to_be_visible()
    expect(bubble).to_have_text(page.get_by_test_id("day").inner_text())
    held = bubble.bounding_box()
    assert held is not None
    size = page.viewport_size
    assert size is not None
    assert held["x"] >= 0
    assert held["x"] + held["width"] <= size["width"]
    page.mouse.up()
    expect(bubble).to_be_hidden()
    assert shown_day(page.main_frame) == moment


@pytest.mark.parametrize("language", TONGUES)
def test_an_eye_sees_a_gap_between_words_of_the_axis(open_saved: NewPage, language: str) -> None:
    page = open_saved(language)
    faults = []
    for enter in ("null", "kurilAtlas.current.act('present')"):
        page.evaluate(enter)
        for width, height in product(WIDTHS, HEIGHTS):
            resize(page, width, height)
            if tight := page.evaluate(TIGHT):
                faults.append(f"{enter} {width} x {height}: {tight}")
    assert not faults, "\n".join(faults)


@pytest.mark.parametrize("language", TONGUES)
def test_what_is_read_aloud_waits_until_the_days_rest(open_saved: NewPage, language: str) -> None:
    page = open_saved(language)
    live = page.locator(LIVE)
    expect(live).to_have_attribute("aria-live", "polite")
    page.locator(".play").click()
    for _ in range(3):
        page.wait_for_timeout(300)
        expect(live).to_have_attribute("aria-live", "off")
    page.locator(".play").click()
    expect(live).to_have_attribute("aria-live", "polite")
    page.locator(".step").first.click()
    expect(live).to_have_attribute("aria-live", "polite")


def test_an_axis_says_that_its_eras_are_not_to_one_scale(
    rooms: Iterator[Page], atlas: Atlas
) -> None:
    for page in rooms:
        assert page.locator(".tear .wall").count() == len(atlas.eras) - 1
        lengths = page.locator(".cell small").all_text_contents()
        assert lengths[0] == "255 years"
        assert lengths[3] == "2 months"
