"""A profile goes from test to test, and nothing that a test did goes with it."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.conftest import NewPage
from tests.browser.pool import Pool, Profile, pool
from tests.browser.visit import PATIENCE, becomes
from tests.browser.watch import Watch

# What a page can keep, and what a reader's hand leaves behind.
STORED = """async () => [/a=b/.test(document.cookie), localStorage.length, sessionStorage.length,
    (await indexedDB.databases()).length, (await caches.keys()).length, history.length,
    globalThis.odd ?? null, innerWidth, matchMedia('print').matches,
    document.querySelectorAll(':hover').length]"""
STORE = """async () => {
    document.cookie = 'a=b; max-age=900';
    localStorage.a = sessionStorage.a = 'b';
    await caches.open('a');
    await new Promise((resolve) => indexedDB.open('a').addEventListener('success', resolve));
}"""


@pytest.fixture
def profiles(browser: Browser) -> Iterator[Pool]:
    """Return a pool of this test's own."""
    with pool(browser) as kept:
        yield kept


def opened(profile: Profile, home: str) -> Page:
    page = profile.context.new_page()
    page.goto(home)
    return page


def test_a_profile_is_handed_on_as_a_new_one_would_be(
    browser: Browser, profiles: Pool, server: str
) -> None:
    home = f"{server}/_stcore/health"
    new = browser.new_context(locale="en-GB")
    new.set_default_timeout(PATIENCE)
    page = new.new_page()
    page.goto(home)
    as_new = page.evaluate(STORED)
    new.close()

    first = profiles.take(base_url=server, locale="en-GB")
    page = opened(first, home)
    heard: list[str] = []
    page.on("request", lambda request: heard.append(request.url))
    page.route("**/islands", lambda route: route.fulfill(body="none"))
    page.add_init_script("globalThis.odd = 1")
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 320, "height": 320})
    page.goto(f"{home}?again")
    page.mouse.move(9, 9)
    page.evaluate(STORE)
    page.evaluate("open(location)")
    becomes(page, lambda: len(first.context.pages), 3)
    assert page.evaluate(STORED) != as_new
    profiles.give_back(first)

    again = profiles.take(base_url=server, locale="en-GB")
    assert again is first
    assert again.context.pages == [again.anchor]
    before = len(heard)
    page = opened(again, home)
    assert page.evaluate(STORED) == as_new
    assert page.evaluate("fetch('/islands').then((answer) => answer.text())") != "none"
    assert len(heard) == before


def test_no_two_have_one_profile_and_other_options_have_another(
    profiles: Pool, server: str
) -> None:
    one = profiles.take(base_url=server, locale="en-GB")
    two = profiles.take(base_url=server, locale="en-GB")
    assert one is not two
    for profile in (one, two):
        profiles.give_back(profile)
    assert profiles.take(base_url=server, locale="ja") not in {one, two}


@pytest.mark.parametrize("changing", ["context", "clock"])
def test_a_profile_that_a_test_may_have_changed_is_not_handed_on(
    profiles: Pool, changing: str
) -> None:
    first = profiles.take(locale="en-GB")
    page = first.context.new_page()
    getattr(page, changing)
    profiles.give_back(first)
    assert profiles.take(locale="en-GB") is not first
    second = profiles.take(locale="en-GB")
    profiles.give_back(second, keep=False)
    assert profiles.take(locale="en-GB") is not second


@pytest.mark.parametrize(
    "asks",
    [
        "() => { new Image().src = 'http://atlas.example/a.png'; }",
        "() => { fetch('https://192.0.2.1/').catch(() => null); }",
        "() => { new WebSocket('ws://atlas.example/'); }",
    ],
)
def test_who_asks_for_an_address_outside_this_machine_is_found_out(
    new_page: NewPage, watch: Watch, asks: str
) -> None:
    page = new_page()
    page.goto("/_stcore/health")
    page.evaluate(asks)
    becomes(page, lambda: len(watch.outside), 1)
    becomes(page, lambda: len(watch.errors), 1)  # and it was not reached
    with pytest.raises(AssertionError, match="outside this machine"):
        watch.check()
    watch.outside.clear()
    watch.errors.clear()
