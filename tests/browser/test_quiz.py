"""Questions are answered with keys alone, from disk without a network, and taken to class."""

import re
from pathlib import Path

from playwright.sync_api import Page, expect

from pages.ui.words import text
from tests.browser.conftest import NewPage, SavedFile
from tests.browser.line import held_up
from tests.browser.visit import (
    map_frame,
    open_atlas,
    open_page,
    resize,
    rest,
    settled_url,
    violations,
)

ROOM = {"width": 1024, "height": 768}  # a projector
READ = "h2, .option, .said, .told, .next, .walk"  # what the back of a room must read
SMALL = """(parts) => [...document.querySelectorAll(parts)]
    .filter((node) => node.closest('.quiz') && node.textContent && node.checkVisibility())
    .map((node) => [node.className, parseFloat(getComputedStyle(node).fontSize)])
    .filter(([, size]) => size < 24)"""
NAMED = """() => [...document.querySelectorAll('.labels .name, .leaflet-tooltip')]
    .filter((node) => node.checkVisibility({ visibilityProperty: true })).length"""
KIND = "() => document.querySelector('main').dataset.asks"
NAME_OF = """id => kurilAtlas.current.payload.islands
    .find((island) => island.id === id).names.neutral[0][0]"""
ANSWERS = "kurilAtlas.current.cards.card.answers"


def reach(page: Page, part: str) -> None:
    """Press Tab until something has the focus that ``part`` names."""
    for _ in range(12):
        page.keyboard.press("Tab")
        if page.evaluate("part => document.activeElement.matches(part)", part):
            return
    raise AssertionError(f"no key leads to {part}")


def answered(page: Page) -> str:
    """Answer the question shown with keys alone; return its kind."""
    kind: str = page.evaluate(KIND)
    if kind == "find":
        assert page.evaluate(NAMED) == 0
        reach(page, ".walk")
        page.keyboard.press("Enter")
        page.keyboard.press("ArrowRight")
        taken = page.evaluate("document.activeElement.dataset.island")
        page.keyboard.press("Enter")
        expect(page.locator(".quiz .next")).to_be_focused()
        name = page.evaluate(NAME_OF, taken)
        told = page.locator(".quiz [role=status]").inner_text()
        assert told == text.say("quiz.right", "en") or told.startswith(f"Not quite: that is {name}")
    else:
        # the map's day is not the question's: it would be read from the back row instead of it
        expect(page.locator(".head")).to_have_css("opacity", "0")
        for _ in range(4 if kind == "order" else 1):
            reach(page, ".option:not([aria-pressed=true])")
            page.keyboard.press("Enter")
    expect(page.locator(".quiz [role=status]")).to_have_text(
        re.compile(rf"^({text.say('quiz.right', 'en')}|Not quite)")
    )
    expect(page.locator(".head")).to_have_css("opacity", "1")
    return kind


def test_a_set_from_disk_with_keys_alone(new_page: NewPage, saved: SavedFile) -> None:
    page = new_page(base_url=saved("en").as_uri(), viewport=ROOM)
    page.context.set_offline(offline=True)
    page.goto(f"{saved('en').as_uri()}?quiz=7&level=9")
    title = page.locator("#quiz-title")
    expect(title).to_be_focused()
    expect(page.locator(".quiz [role=status]")).to_have_text(
        text.say("quiz.odd_level", "en", level=3)
    )
    assert violations(page) == []
    kinds = []
    for number in range(1, 9):
        place = text.say("quiz.place", "en", number=number, count="8")
        expect(page.locator(".quiz .series")).to_contain_text(place)
        expect(title).to_be_focused()
        kinds.append(answered(page))
        expect(page.locator(".quiz .told").first).to_be_visible()
        expect(page.locator(".quiz .told-by")).to_be_visible()
        page.keyboard.press("PageDown")
    assert len(set(kinds)) == 7
    expect(title).to_have_text(re.compile(r"^\d of 8 right$"))
    assert violations(page) == []

    page.keyboard.press("p")
    page.keyboard.press("PageUp")
    assert page.evaluate(SMALL, READ) == []
    day = page.get_by_test_id("day")
    reach(page, ".quiz .walk")
    page.keyboard.press("Enter")
    shown = day.get_attribute("datetime")
    asked = title.inner_text()
    while title.inner_text() == asked:  # up to its first words, and then back
        page.keyboard.press("PageUp")
    reach(page, ".quiz .walk")
    page.keyboard.press("Enter")
    assert day.get_attribute("datetime") != shown
    for parts in (1, 0):
        page.keyboard.press("Escape")
        expect(page.locator(".quiz")).to_have_count(parts)
    rest(page.main_frame)
    assert page.evaluate(NAMED) > 0


def test_a_set_is_taken_along_for_moodle_and_on_paper(
    new_page: NewPage, saved: SavedFile, tmp_path: Path
) -> None:
    page = new_page(base_url=saved("ja").as_uri(), locale="ja")
    page.goto(f"{saved('ja').as_uri()}?quiz=12&level=1")
    page.locator(".quiz .dots button").last.click()
    with page.expect_download() as gift:
        page.get_by_role("button", name=text.say("quiz.gift", "ja")).click()
    assert gift.value.suggested_filename == "kuril-atlas-quiz-12-1-ja.txt"
    parts = Path(gift.value.path()).read_text("utf-8").strip().split("\n\n")[1:]
    assert 6 <= len(parts) <= 7  # those on the map stay out
    for part in parts:
        assert len(re.findall(r"(?m)^=", part)) == (4 if " -> " in part else 1)
    page.get_by_role("button", name=text.say("page.furigana", "ja")).click()
    caption = page.get_by_test_id("caption")
    expect(caption.locator("rt").first).to_be_attached()
    with page.expect_download() as sheet:
        page.get_by_role("button", name=text.say("quiz.sheet", "ja")).click()
    page.get_by_role("button", name=text.say("page.furigana", "ja")).click()
    expect(caption.locator("rt")).to_have_count(0)
    file = tmp_path / "sheet.html"
    sheet.value.save_as(file)
    page.goto(file.as_uri())
    assert page.locator("main > ol > li").count() == page.locator(".key > ol > li").count() == 8
    key = page.locator(".key")
    assert key.evaluate("(node) => getComputedStyle(node).breakBefore") == "page"
    assert page.locator("main svg text").count() % 3 == 0
    for part in ("main > ol", ".key > ol"):
        assert page.locator(f"{part} rt").count() > 0


def test_questions_go_on_in_another_language_where_the_reader_was(page: Page) -> None:
    frame = open_atlas(page, "/?quiz=12&level=2&lang=en")
    step, options = frame.locator(".quiz .next"), frame.locator(".quiz .option")
    asked = 1
    expect(frame.locator("#quiz-title")).to_be_focused()  # it comes after the map
    while frame.evaluate(KIND) != "order":
        if frame.evaluate(KIND) == "find":
            step.click()
        else:
            options.first.click()
        step.click()
        asked += 1
    for place in (2, 0):  # half an order
        options.nth(place).click()
    answers = frame.evaluate(ANSWERS)
    page.get_by_role("link", name="Русский", exact=True).click()
    told = text.say("quiz.place", "ru", number=asked, count="8")
    expect(frame.locator(".quiz .series")).to_contain_text(told)
    assert frame.evaluate(ANSWERS) == answers
    settled_url(page, "lang=ru&quiz=12&level=2$")
    expect(frame.locator(".quiz .dots [data-seen]")).to_have_count(asked - 1)
    for turn, place in enumerate((2, 0), 1):
        expect(options.nth(place)).to_have_text(re.compile(rf"^{turn}:"))
    for place in (1, 3):
        options.nth(place).click()
    expect(step).to_be_focused()
    frame.locator(".quiz .close").click()
    frame.evaluate("kurilAtlas.current.ask('12', '2')")  # once left, they begin anew
    expect(frame.locator(".quiz .dots [data-seen]")).to_have_count(0)


def test_questions_that_were_still_to_come_in_one_language_come_in_the_next(page: Page) -> None:
    frame = open_atlas(page, "/?quiz=12&level=2&lang=en")
    for _ in range(2):  # the answer, and on
        frame.locator(".quiz .next").click()
    held_up(page, "**/questions-ru.json*")
    with page.expect_request("**/questions-ru.json*"):
        page.get_by_role("link", name="Русский", exact=True).click()
    expect(frame.locator(".quiz")).to_have_count(0)
    page.get_by_role("link", name="日本語", exact=True).click()
    place = text.say("quiz.place", "ja", number=2, count="8")
    expect(frame.locator(".quiz .series")).to_contain_text(place)
    expect(frame.locator(".quiz .dots [data-seen]")).to_have_count(1)


def test_the_door_leads_to_questions_and_a_phone_has_them_under_the_map(
    new_page: NewPage,
) -> None:
    page = new_page(viewport={"width": 390, "height": 844}, has_touch=True)
    open_page(page, "/?lang=ru")
    frame = map_frame(page)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    frame.get_by_role("button", name=text.say("door.ask", "ru")).tap()
    expect(frame.locator("#quiz-title")).to_be_focused()
    assert {part for url in asked for part in re.findall(r"classroom|questions-\w+", url)} == {
        "classroom",
        "questions-ru",
    }
    # read in one go: the page may be on its way to the card
    card, room = frame.locator(".quiz, .stage").evaluate_all(
        "all => [all.find((one) => one.matches('.quiz')), all.find((one) => one.matches('.stage'))]"
        ".map((one) => one.getBoundingClientRect().toJSON())"
    )
    assert card["top"] >= room["bottom"] - 1
    frame.get_by_role("button", name=text.say("quiz.answer", "ru")).tap()
    expect(frame.get_by_role("button", name=text.say("quiz.map", "ru"))).to_be_attached()


# What of a card has the focus and a ring that its scrolling room cuts at a side.
CUT_RINGS = """() => [...document.querySelectorAll('.quiz .body :is(h2, button)')].filter(node => {
    node.focus();
    const { outlineStyle, outlineWidth, outlineOffset } = getComputedStyle(node);
    const ring = parseFloat(outlineWidth) + parseFloat(outlineOffset);
    const [box, room] = [node, node.closest('.body')].map((one) => one.getBoundingClientRect());
    return outlineStyle === 'none' || box.left - ring < room.left || box.right + ring > room.right;
}).map(({ textContent }) => textContent)"""


def test_the_ring_of_what_has_the_focus_in_a_card_is_whole(open_saved: NewPage) -> None:
    page = open_saved()
    page.evaluate("kurilAtlas.current.ask('12', '2')")
    page.locator(".quiz .option").first.wait_for()
    page.keyboard.press("Tab")  # as with the keyboard
    for width, height in ((1024, 768), (390, 844), (667, 375)):
        resize(page, width, height)
        assert page.evaluate(CUT_RINGS) == []
