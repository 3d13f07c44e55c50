"""A tour is walked by keys, a clicker and a finger; its card leaves the map what it tells of."""

import re

import pytest
from playwright.sync_api import Page, expect

from geodata import Atlas
from pages.ui.words import text
from pages.ui.words.tongues import TONGUES
from tests.browser.conftest import NewPage
from tests.browser.line import held_up
from tests.browser.visit import (
    HOST,
    map_frame,
    open_atlas,
    resize,
    rest,
    settled_url,
    swipe,
    violations,
)

# A projector's stage, the lowest phone beside the app's own bar, and one between them: a tablet
# held upright, or for the longest words twice the zoom.
SIZES = {"stage": (1024, 730), "phone": (360, 590)}
TABLET, FULL, ZOOMED = (820, 1122), (820, 1180), (720, 400)
# A phone on its side, under the app's row of links or the two rows of a plain file.
LOW = [(844, 332), (667, 317), (844, 300)]
BETWEEN = {
    "en": {"tablet": TABLET, "full": FULL},
    "ja": {"low": LOW[0]},
    "ru": {"zoomed": ZOOMED, "lowest": LOW[1]},
}
LEAST = 0.06  # of an island's outline, that is no loss under a corner of something
# Each stop of a tour: what covers which island it points at, what is cut off or meets.
FAULTS = """async ([tour, least]) => {
    const atlas = kurilAtlas.current, faults = [];
    const box = (node) => node.getBoundingClientRect();
    const seen = (part) => [...document.querySelectorAll(part)].filter((node) =>
        node.checkVisibility({ visibilityProperty: true }) && box(node).width);
    const within = (x, y, room) =>
        x > room.left && x < room.right && y > room.top && y < room.bottom;
    const parts = ['.tour', '.legend', '.tools', '.zoom', '.bar', '.leave'];
    await atlas.guide(tour, 1);
    for (const stop of atlas.cards.tour.tour.stops.keys()) {
        atlas.cards.tour.go(stop);
        await new Promise(requestAnimationFrame);
        const fault = (...words) => faults.push([tour, stop + 1, ...words].join(' '));
        const stage = box(document.querySelector('.stage'));
        const over = parts.flatMap(seen);
        const shift = atlas.map.layerPointToContainerPoint([0, 0]);
        for (const { island, path, shape } of atlas.layers.islands) {
            if (!path.matches('[data-pointed]') || !box(path).width) continue;
            const shore = shape._rings.flat();
            const stride = Math.ceil(shore.length / 100);
            const some = shore.filter((_, index) => index % stride === 0);
            const lost = (room) => some.filter(({ x, y }) =>
                within(stage.x + x + shift.x, stage.y + y + shift.y, room)).length / some.length;
            if (lost(stage) < 1 - least) fault(island.id, 'is out of view');
            for (const node of over) {
                if (lost(box(node)) > least) fault(node.className, 'covers', island.id);
            }
        }
        const { maxBounds } = atlas.map.options;
        if (!maxBounds.contains(atlas.map.getBounds())) fault("the land's end is in view");
        const card = box(atlas.cards.tour.node), [head] = seen('.head h1').map(box);
        if (head.top < 0 || head.left < 0 || head.right > innerWidth) fault('the date is cut');
        if (innerWidth < 640 && head.bottom > stage.top + 1) fault('the date lies on the map');
        for (const node of seen('.tour nav > button, .tour .series, .tour h2')) {
            const { left, right, top, bottom } = box(node);
            const low = bottom > Math.min(card.bottom, innerHeight) || top < card.top;
            if (low || left < card.left || right > card.right) fault(node.className, 'is cut');
        }
        const zoom = seen('.zoom').map(box);
        if (zoom.some((one) => one.top < card.bottom && card.top < one.bottom &&
            one.left < card.right && card.left < one.right)) fault('the card meets the buttons');
        const { body } = atlas.cards.tour;
        for (let deep = 0; deep < 2; deep += 1) {
            if (body.scrollWidth > body.clientWidth) fault('words are cut');
            atlas.cards.tour.deepen();
        }
    }
    atlas.cards.tour.leave();
    return faults;
}"""
FOCUS = """() => {
    const { activeElement: node } = document, { outlineStyle } = getComputedStyle(node);
    const { top, bottom } = node.getBoundingClientRect();
    const seen = outlineStyle !== 'none' && bottom > 0 && top < innerHeight;
    return [node.className || node.id || node.localName, node.matches('.rail input') || seen];
}"""
VIEW = """() => {
    const { map } = kurilAtlas.current, { lat, lng } = map.getCenter();
    return [lat, lng, map.getZoom()];
}"""
# Whether names were seen while the map was on its way, frame by frame.
FLIGHT = """() => {
    const { map } = kurilAtlas.current, names = document.querySelector('.labels');
    const at = () => [map.getZoom(), map.getCenter()].join();
    let before = at();
    globalThis.odd = 0;
    const look = () => {
        if (names.style.display !== 'none' && at() !== before) globalThis.odd += 1;
        before = at();
        requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
}"""


@pytest.mark.parametrize("language", TONGUES)
def test_no_stop_loses_what_it_points_at(open_saved: NewPage, atlas: Atlas, language: str) -> None:
    page = open_saved(language, reduced_motion="reduce")
    faults: list[str] = []
    for size, (width, height) in (SIZES | BETWEEN[language]).items():
        resize(page, width, height)
        for tour in atlas.guided:
            page.evaluate("on => kurilAtlas.current.present.show(on)", size == "stage")
            found = page.evaluate(FAULTS, [tour, LEAST])
            # without the app's row it is higher than any view of the land beside a card
            seen = [one for one in found if size != "full" or "land's end" not in one]
            faults += [f"{size} {fault}" for fault in seen]
    assert faults == []
    page.evaluate("tour => kurilAtlas.current.guide(tour, 1)", next(iter(atlas.guided)))
    for width, height in LOW:
        resize(page, width, height)
        page.wait_for_function("""() =>
            document.querySelector('.tour').getBoundingClientRect().bottom <=
            document.querySelector('.bar').getBoundingClientRect().top""")


def titled(page: Page, atlas: Atlas, tour: str, stop: int) -> None:
    expect(page.locator("#tour-title")).to_have_text(atlas.guided[tour].stops[stop].title["en"])


def test_a_tour_by_keys_alone_from_disk_keeps_the_focus_in_sight(
    open_saved: NewPage, atlas: Atlas
) -> None:
    tour, guided = next(iter(atlas.guided.items()))
    page = open_saved(viewport={"width": 1024, "height": 768})
    page.context.set_offline(offline=True)
    page.mouse.move(100, 60)  # where it lies while Sakhalin comes and goes under it
    page.evaluate("kurilAtlas.door()")
    page.locator(".door .way").first.focus()
    page.evaluate(FLIGHT)
    page.keyboard.press("Enter")
    titled(page, atlas, tour, 0)
    expect(page.locator("#tour-title")).to_be_focused()
    assert violations(page) == []
    explained = False
    for stop in range(1, len(guided.stops)):
        for _ in range(12):
            name, seen = page.evaluate(FOCUS)
            assert seen, (stop, name)
            if name == "next":
                break
            if name == "hard" and not explained:
                explained = True
                page.keyboard.press(" ")
                expect(page.locator(".tour .meaning")).not_to_be_empty()
            page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        titled(page, atlas, tour, stop)
        expect(page.locator(".tour .next")).to_be_focused()
        expect(page.locator(".behind")).to_have_count(0)
        page.locator("#tour-title").focus()
    assert explained
    rest(page.main_frame)
    assert page.evaluate("odd") == 0

    fitted = page.evaluate(VIEW)
    page.evaluate("kurilAtlas.current.present.show(true)")
    for step in (-1, 1):
        page.evaluate(
            "step => { const { tour } = kurilAtlas.current.cards; tour.go(tour.at + step); }", step
        )
        rest(page.main_frame)
    assert page.evaluate(VIEW) != fitted
    page.evaluate("kurilAtlas.current.present.show(false)")
    rest(page.main_frame)
    assert page.evaluate(VIEW) == pytest.approx(fitted, abs=0.01)

    page.locator(".tour .next").press("Enter")
    expect(page.get_by_test_id("timeline")).to_be_focused()
    page.evaluate("name => kurilAtlas.current.guide(name, 2)", tour)
    titled(page, atlas, tour, 1)
    page.locator(".tour .back").press("Enter")  # and the button is gone
    expect(page.locator(".tour .next")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.get_by_test_id("timeline")).to_be_focused()


def test_a_finger_goes_through_a_tour_and_a_clicker_through_its_words(
    open_saved: NewPage, atlas: Atlas
) -> None:
    tour = next(iter(atlas.guided))
    page = open_saved(viewport={"width": 360, "height": 590}, has_touch=True, is_mobile=True)
    page.evaluate("name => kurilAtlas.current.guide(name, 1)", tour)
    titled(page, atlas, tour, 0)
    for across, along, stop in ((-160, 8, 1), (-160, 8, 2), (-60, -160, 2), (160, 0, 1)):
        swipe(page, across, along)
        titled(page, atlas, tour, stop)
    page.get_by_role("button", name=text.say("tour.more", "en")).tap()
    expect(page.get_by_role("button", name=text.say("tour.less", "en"))).to_be_visible()
    page.evaluate("kurilAtlas.current.present.show(true)")
    body = page.locator(".tour .body")
    unread = "node => Math.round(node.scrollHeight - node.clientHeight - node.scrollTop)"
    for _ in range(4):
        before = body.evaluate(unread)
        page.keyboard.press("PageDown")
        if before < 12:
            break
        assert body.evaluate(unread) < before
        titled(page, atlas, tour, 1)
    titled(page, atlas, tour, 2)


def test_the_last_stop_stays_until_it_is_left(open_saved: NewPage, atlas: Atlas) -> None:
    page = open_saved()
    tour, guided = next(iter(atlas.guided.items()))
    last = len(guided.stops) - 1
    page.evaluate("([name, stop]) => kurilAtlas.current.guide(name, stop)", [tour, last + 1])
    titled(page, atlas, tour, last)
    for present in (False, True):
        page.evaluate("on => kurilAtlas.current.present.show(on)", present)
        for _ in range(12):  # through its words, and on
            page.keyboard.press("PageDown")
        titled(page, atlas, tour, last)
        for _ in range(12):
            page.keyboard.press("PageUp")
            if page.locator("#tour-title").inner_text() != guided.stops[last].title["en"]:
                break
        titled(page, atlas, tour, last - 1)
        page.keyboard.press("PageDown")
        page.wait_for_timeout(100)
        page.evaluate("([name, stop]) => kurilAtlas.current.guide(name, stop)", [tour, last + 1])
    page.evaluate("kurilAtlas.current.present.show(false)")
    page.get_by_role("button", name=text.say("tour.end", "en")).click()
    expect(page.locator("section.tour")).to_have_count(0)


@pytest.mark.parametrize("language", TONGUES)
def test_what_a_stop_tells_is_said_while_the_focus_stays_on_the_way_on(
    open_saved: NewPage, atlas: Atlas, language: str
) -> None:
    page = open_saved(language)
    tour, guided = next(iter(atlas.guided.items()))
    page.evaluate("name => kurilAtlas.current.guide(name, 1)", tour)
    said = page.locator(".aloud[role=status]")
    expect(said).to_be_empty()  # its heading has the focus, and is read from there
    on = page.get_by_role("button", name=text.say("tour.next", language))
    for stop in guided.stops[1:3]:
        on.press("Enter")
        expect(on).to_be_focused()
        for told in (stop.title, stop.text, stop.question):
            expect(said).to_contain_text(told[language])
    page.get_by_role("button", name=text.say("tour.more", language)).press("Enter")
    expect(said).to_contain_text(guided.stops[2].more[language])
    page.evaluate("kurilAtlas.current.cards.tour.leave()")
    expect(said).to_have_count(0)


@pytest.mark.parametrize("language", TONGUES)
def test_a_tour_or_stop_that_is_none_is_told_of_beside_the_nearest_one(
    open_saved: NewPage, atlas: Atlas, language: str
) -> None:
    tour, guided = next(iter(atlas.guided.items()))
    last = len(guided.stops)
    page = open_saved(language, address=f"{HOST}/plain?tour=x")
    odd = page.locator(".odd")
    expect(odd).to_have_text(text.say("tour.odd_tour", language))
    expect(page.locator(".door .way").first).to_be_visible()
    page.locator(".door .way").first.click()
    expect(odd).to_have_text("")
    odd_ones = {"99": last, "-1": 1, "x": 1, "": 1, "2.7": 2, str(last): last}
    # which stop is meant no language decides: there one is enough for its words
    asked_for = [*odd_ones.items()] if language == "en" else [("2.7", 2)]
    for asked, stop in asked_for:
        page.goto(f"{HOST}/plain?tour={tour}&stop={asked}")
        title = guided.stops[stop - 1].title[language]
        expect(page.locator("#tour-title")).to_have_text(title)
        told = text.say("tour.odd_stop", language, last=str(last), number=str(stop))
        expect(odd).to_have_text("" if asked == str(stop) else told)


def test_a_tour_that_comes_after_the_reader_has_left_it_stays_away(page: Page) -> None:
    open_atlas(page, "/?date=1875-08-22&lang=en")
    held_up(page, "**/guided-en.json*")
    frame = map_frame(page)
    with page.expect_request("**/guided-en.json*"):
        frame.evaluate("void kurilAtlas.current.follow(new URLSearchParams('tour=exchange-1875'))")
    frame.evaluate("void kurilAtlas.current.follow(new URLSearchParams())")
    page.unroute("**/guided-en.json*")
    frame.evaluate("kurilAtlas.current.history.guided('en').then(() => null)")
    rest(frame)
    expect(frame.locator(".tour")).to_have_count(0)
    assert "tour=" not in page.url


def test_the_address_names_the_card_and_every_way_leads_back_to_it(
    page: Page, atlas: Atlas
) -> None:
    tour, guided = next(iter(atlas.guided.items()))
    frame = open_atlas(page, f"/?tour={tour}&stop=3&lang=en")

    def stands(stop: int, language: str = "en") -> None:
        told = guided.stops[stop - 1]
        expect(frame.locator("#tour-title")).to_have_text(told.title[language])
        expect(frame.get_by_test_id("day")).to_have_attribute("datetime", told.day.isoformat())
        lens = "" if told.lens == "control" else f"&lens={told.lens}"
        settled_url(page, f"date={told.day}&lang={language}{lens}&tour={tour}&stop={stop}")

    stands(3)
    for stop in (4, 5):
        frame.locator(".tour .next").click()
        stands(stop)
    page.go_back()
    stands(4)
    page.go_forward()
    stands(5)
    page.reload()
    frame = map_frame(page)
    stands(5)
    page.get_by_role("link", name="日本語", exact=True).click()
    stands(5, "ja")
    frame.locator(".tour .next").click()
    stands(6, "ja")
    for _ in range(2):
        page.go_back()
    stands(5)
    page.get_by_role("link", name=text.say("page.treaties", "en"), exact=True).click()
    settled_url(page, "/treaties")
    expect(page).to_have_title(re.compile(text.say("page.treaties", "en")))
    assert "tour=" not in page.url
    page.go_back()
    frame = map_frame(page)
    stands(5)
    frame.locator(".tour .close").click()
    expect(page).not_to_have_url(re.compile("tour=|stop="))
    frame.evaluate("kurilAtlas.current.ask('7', '1')")
    settled_url(page, "quiz=7&level=1")
    frame.locator(".quiz .close").click()
    expect(page).not_to_have_url(re.compile("quiz=|level="))
    page.go_back()
    expect(frame.locator("#quiz-title")).to_be_visible()
