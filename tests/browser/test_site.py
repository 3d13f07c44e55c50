"""The plain files in a browser: under any address and from disk, with and without scripts."""

import re
from pathlib import Path

from playwright.sync_api import Page, expect

from geodata import Atlas
from pages.ui.__main__ import PLANS
from pages.ui.browser import scope
from pages.ui.html import Markup
from pages.ui.site.plan import stem
from pages.ui.sources import facts
from pages.ui.words import furigana, search, text
from pages.ui.words.reader import Reader
from pages.ui.words.tongues import JAPANESE, TONGUES
from tests.browser import files
from tests.browser.conftest import NewPage
from tests.browser.visit import EARLY
from tests.browser.watch import Watch

_FETCHED = "performance.getEntriesByType('resource').map(({ name }) => name)"
_HIDDEN = """() => [...document.querySelectorAll('.links a:not([hidden])')].filter((link) => {
    const { left, right } = link.getBoundingClientRect();
    return left < 0 || right > innerWidth || !link.checkVisibility();
}).map((link) => link.textContent)"""
_IDS = "all => all.map(({ id }) => id)"
NAMES = [f"{stem(plan.page, {})}.html" for plan in PLANS]


def _drawn(page: Page) -> None:
    frame = page.frame_locator("[data-map] iframe")
    expect(frame.locator("path[data-island=urup]").first).to_be_attached()


def test_every_page_opens_under_a_path_without_an_error(new_page: NewPage, plain_site: str) -> None:
    page = new_page(base_url=plain_site, viewport={"width": 320, "height": 640})
    for language in TONGUES:
        for plan, name in zip(PLANS, NAMES, strict=True):
            page.goto(f"{plain_site}/{language}/{name}")
            assert page.evaluate(_HIDDEN) == []
            expect(page.locator("html")).to_have_attribute("lang", language)
            expect(page.locator("main h1, main h2, iframe").first).to_be_visible()
            assert page.evaluate(EARLY) == []
            if plan.map:
                _drawn(page)


def test_an_address_of_the_app_finds_its_view(new_page: NewPage, plain_site: str) -> None:
    page = new_page(base_url=plain_site)
    page.goto(f"{plain_site}/?date=1875-08-22&lang=ja&lens=title&island=urup")
    _drawn(page)
    expect(page.locator(".card h2")).to_contain_text("得撫島")
    expect(page.locator("[data-slot='0'] [data-day]")).to_have_text("1875年8月22日")
    page.frame_locator("iframe").get_by_test_id("timeline").press("ArrowRight")
    expect(page.locator("[data-slot='0'] [data-day]")).not_to_have_text("1875年8月22日")
    page.goto(f"{plain_site}/islands.html?lang=ru&island=urup")
    expect(page.locator("h1")).to_have_text("Уруп")
    page.goto(f"{plain_site}/treaties.html?lang=en&viewpoint=japan&instrument=portsmouth-1905")
    page.wait_for_url("**/en/treaties-japan.html*#portsmouth-1905")
    page.goto(f"{plain_site}/islands.html?lang=ru&island=atlantis")
    expect(page.locator("tbody a").first).to_be_visible()


def test_what_an_address_asks_for_and_there_is_not_is_told(
    new_page: NewPage, plain_site: str, atlas: Atlas
) -> None:
    page = new_page(base_url=plain_site)
    told = page.locator("main > .odd")
    for language in TONGUES:
        reader = Reader(atlas, language, atlas.as_of)
        weeks = scope.landings(atlas)
        for name, params, words in (
            (
                "index",
                "date=1875-02-30",
                reader.say("notice.date", date=reader.written(reader.day)),
            ),
            ("index", "island=atlantis&lens=title", reader.say("notice.island")),
            (
                "landings",
                "date=1700-01-01",
                reader.say("landings.clamped", date=reader.written(weeks.start)),
            ),
        ):
            page.goto(f"{plain_site}/{language}/{name}.html?{params}")
            expect(told).to_have_text([words])
            room = "node => Math.round(node.getBoundingClientRect().bottom) === innerHeight"
            assert page.locator("[data-map]").evaluate(room)
    # a day beyond the page stays the reader's, and none stays none, until the map is moved
    for params in ("?date=1700-01-01", ""):
        page.goto(f"{plain_site}/en/landings.html{params}")
        expect(page.locator("script[src*='beside-landings']").first).to_be_attached()
        assert page.url == f"{plain_site}/en/landings.html{params}"
    page.frame_locator("iframe").get_by_test_id("timeline").press("End")
    page.wait_for_url("**/landings.html?date=1945-09-05")


def test_any_two_days_are_compared(new_page: NewPage, plain_site: str) -> None:
    page = new_page(base_url=plain_site)
    page.goto(f"{plain_site}/en/compare.html?date=1904-05-05&with=1850-01-01")
    _drawn(page)
    days = page.frame_locator("iframe").locator("h2 time")
    assert days.evaluate_all("all => all.map((one) => one.dateTime)") == [
        "1850-01-01",
        "1904-05-05",
    ]
    fields = page.locator("form[data-viewing] input[type=date]")
    read = "all => all.map((one) => one.value)"
    assert fields.evaluate_all(read) == ["1850-01-01", "1904-05-05"]
    expect(page.locator(".other-pair")).to_be_visible()
    expect(page.locator(".difference").first).to_be_hidden()
    page.goto(f"{plain_site}/en/compare.html?date=1850-01-01&with=never")
    expect(page.locator("main > .odd")).to_have_count(1)
    _drawn(page)
    assert fields.evaluate_all(read) == days.evaluate_all("all => all.map((one) => one.dateTime)")
    page.goto(f"{plain_site}/en/compare.html?date=1875-08-21&with=1875-08-22&lens=control")
    page.wait_for_url("**/compare-1875-08-22-1875-08-21.html")
    expect(page.locator(".difference").first).to_be_visible()
    page.locator(".links a[data-view]").first.hover()
    expect(page.locator(".links a[data-view]").first).to_have_attribute(
        "href", re.compile(r"/en/index\.html\?date=1875-08-22$")
    )


def test_lists_are_filtered_and_records_cited_in_the_browser(
    new_page: NewPage, plain_site: str
) -> None:
    page = new_page(base_url=plain_site)
    page.goto(f"{plain_site}/en/chronicle.html")
    events = page.locator(".chronicle li[data-theme]")
    whole = events.count()
    page.get_by_role("searchbox").fill("Portsmouth")
    expect(page.locator("form output")).not_to_have_text(f"{whole} / {whole}")
    assert 0 < page.locator(".chronicle li[data-theme]:visible").count() < whole
    found = page.locator("form output").text_content()
    page.reload()
    expect(page.get_by_role("searchbox")).to_have_value("Portsmouth")
    expect(page.locator("form output")).to_have_text(str(found))
    page.get_by_role("searchbox").fill("")
    page.locator("form select[name=era]").select_option("empire")
    era = page.locator(".chronicle section[data-era=empire]")
    expect(page.locator(".chronicle section:visible")).to_have_count(1)
    expect(era).to_be_visible()
    expect(page.locator("form output")).to_have_text(
        f"{era.locator('li[data-theme]').count()} / {whole}"
    )
    event = page.locator(".chronicle li[data-theme]:visible").first
    event.locator("details:not(.cite) summary").click()
    expect(event.locator("details[open] li a").first).to_be_visible()
    expect(event.locator("a.apart")).to_have_count(0)
    page.locator(".cite summary:visible").first.click()
    expect(page.locator(".cite[open] textarea")).to_be_visible()


def test_lists_are_searched_as_in_the_app(
    new_page: NewPage, plain_site: str, atlas: Atlas, watch: Watch
) -> None:
    page = new_page(base_url=plain_site)
    for language in TONGUES:
        page.goto(f"{plain_site}/{language}/islands-area.html")
        rows = page.locator(".isl-table tbody tr[id]")
        expect(rows).to_have_count(len(atlas.islands))
        for query in ("うるっぷ", "Etorofu", "Хабомаи", "???", "Urup island"):
            page.get_by_role("searchbox").fill(query)
            found = search.find(atlas, query).islands
            expect(page.locator("form output")).to_have_text(f"{len(found)} / {len(rows.all())}")
            assert set(rows.locator("visible=true").evaluate_all(_IDS)) == set(found)
        page.goto(f"{plain_site}/{language}/sources.html?search=МИД РОССИИ")
        chosen = facts.chosen(atlas, "", "", "МИД РОССИИ")
        shown = page.locator("li[data-perspective] a[href^=sources-]:visible")
        expect(shown).to_have_count(len(chosen))
        hrefs = "all => all.map((one) => one.getAttribute('href'))"
        assert shown.evaluate_all(hrefs) == [f"sources-{one.id}.html" for one in chosen]
    # where the words do not come, those of the page itself are looked through
    page.route("**/words-islands.js", lambda route: route.abort())
    page.goto(f"{plain_site}/en/islands.html?q=MATUA")
    expect(page.locator(".isl-table tbody tr[id]:visible")).to_have_count(1)
    watch.errors.clear()


def test_a_badge_leads_to_all_events_of_its_document(
    new_page: NewPage, plain_site: str, atlas: Atlas
) -> None:
    page = new_page(base_url=plain_site)
    page.goto(f"{plain_site}/ja/chronicle.html")
    number = "002"
    events = [event.id for event in atlas.events() if number in event.document]
    page.locator(f".badge[href*='doc-{number}']").first.click()
    page.wait_for_url(f"**/ja/chronicle.html?q=doc-{number}")
    shown = page.locator(".chronicle li[data-theme]:visible")
    expect(shown).to_have_count(len(events))
    assert shown.evaluate_all(_IDS) == events


def test_readings_stand_over_the_words_where_the_reader_asks(
    new_page: NewPage, plain_site: str, atlas: Atlas
) -> None:
    page = new_page(base_url=plain_site)
    page.goto(f"{plain_site}/ja/treaties.html")
    card = page.locator("main article").first
    bare = Markup(card.inner_html())  # our own page
    read = str(furigana.annotated(bare, atlas.readings, JAPANESE))
    page.get_by_role("link", name=text.say("page.furigana", JAPANESE), exact=True).click()
    expect(card.locator("rt").first).to_be_visible()
    pairs = card.locator("ruby").evaluate_all(
        "all => all.map((one) => [one.firstChild.data, one.querySelector('rt').textContent])"
    )
    assert pairs == [[*pair] for pair in re.findall(r"<ruby>(.*?)<rp>.*?<rt>(.*?)</rt>", read)]
    # the wish goes along, into the cards over the map too
    page.locator(".links .pages a").first.click()
    page.wait_for_url("**/ja/index.html?*furigana=1*")
    page.goto(f"{page.url}&tour=ninety-seconds")
    tour = page.frame_locator("iframe").locator("section.tour")
    expect(tour.locator(".told rt").first).to_be_visible()
    tour.get_by_role("button", name=text.say("page.furigana", JAPANESE)).click()
    expect(tour.locator("rt")).to_have_count(0)
    # the address names the stop, and another language goes on there
    tour.locator(".next").click()
    page.wait_for_url("**/ja/*tour=ninety-seconds*stop=2*")
    page.get_by_role("link", name="Русский", exact=True).click()
    page.wait_for_url("**/ru/*tour=ninety-seconds*stop=2*")
    stop = atlas.guided["ninety-seconds"].stops[1]
    expect(tour.locator("#tour-title")).to_have_text(stop.title["ru"])


def test_the_maps_work_from_disk(new_page: NewPage, site: Path) -> None:
    page = new_page(base_url=site.as_uri())
    page.goto(f"{site.as_uri()}/ja/index.html?date=1945-08-30")
    _drawn(page)
    expect(page.locator("[data-slot='0'] [data-day]")).to_have_text("1945年8月30日")
    page.goto(f"{site.as_uri()}/ru/compare.html")
    _drawn(page)


def test_text_and_pictures_need_no_script(new_page: NewPage, plain_site: str) -> None:
    page = new_page(base_url=plain_site, java_script_enabled=False)
    for name in NAMES:
        page.goto(f"{plain_site}/en/{name}")
        assert len(page.locator("main").inner_text()) > 500
        for picture in page.locator("main img:visible").all()[:3]:
            assert picture.get_attribute("alt") is not None
            picture.scroll_into_view_if_needed()
            expect(picture).to_have_js_property("complete", value=True)
    page.goto(f"{plain_site}/en/chronicle.html")
    page.locator("li[id]", has=page.locator("a.apart")).last.locator("summary").first.click()
    page.locator("a.apart:visible").click()
    page.wait_for_url("**/en/whole-chronicle.html#*")
    expect(page.locator(":target details:not(.cite) li a").first).to_be_attached()


def test_a_first_visit_is_light(new_page: NewPage, plain_site: str, site: Path) -> None:
    for plan, name in zip(PLANS, NAMES, strict=True):
        page = new_page(base_url=plain_site)
        asked = files.asked(page)
        page.goto(f"{plain_site}/ru/{name}")
        if plan.map:
            _drawn(page)
            ahead, drawn = (frame.evaluate(_FETCHED) for frame in page.frames)
            assert set(drawn) <= set(ahead), "what the map's frame draws with comes with the page"
        size = files.weight(site, plain_site, asked)
        assert size <= (files.FIRST_VISIT if plan.map else files.TEXT_PAGE), (name, size)
