"""The browser tests' ground: a server, a browser, and pages that may not leave this machine."""

from collections.abc import Callable, Generator, Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from geodata import Atlas
from pages.ui.browser import export
from pages.ui.words.reader import Reader
from tests.browser import chromium, files
from tests.browser.pool import FLAG, Pool, Profile, pool
from tests.browser.server import Server, serve, shared
from tests.browser.visit import HOST
from tests.browser.watch import Watch
from tests.workers import everyones

NewPage = Callable[..., Page]
SavedFile = Callable[[str], Path]
SAVED_DAY = date(1945, 8, 25)  # many holders, many names

# How far a document has come, and what it fetched last.
STATE = """() => [document.documentElement.lang, document.readyState,
    document.querySelectorAll('path[data-island]').length, Math.round(performance.now()),
    ...performance.getEntriesByType('resource').slice(-6)
        .map(({ name, startTime, duration }) =>
            `${name.split('/').at(-1)} ${Math.round(startTime)}+${Math.round(duration)}`)]"""

_failed = pytest.StashKey[bool]()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item,
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    report = yield
    if report.when == "call":
        item.stash[_failed] = report.failed
    return report


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Return the address of the one server most tests share, whichever worker runs them."""
    with shared(everyones(tmp_path_factory)) as url:
        yield url


@pytest.fixture
def cold_server() -> Iterator[Server]:
    """Return a server nobody has visited yet, and that may be stopped."""
    with serve() as running:
        yield running


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with chromium.browser(FLAG) as running:
        yield running


@pytest.fixture(scope="session")
def profiles(browser: Browser) -> Iterator[Pool]:
    """Return the browser's profiles, kept from test to test."""
    with pool(browser) as kept:
        yield kept


@pytest.fixture
def watch() -> Watch:
    """Return what the test's pages did wrong; checked after the test."""
    return Watch()


@pytest.fixture
def new_page(
    profiles: Pool,
    watch: Watch,
    request: pytest.FixtureRequest,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[NewPage]:
    """Return a maker of pages, each in a browser profile that is its own as long as the test runs.

    Takes Playwright's context options (viewport, has_touch, reduced_motion, ...);
    ``base_url`` is the shared server's unless given.
    """
    used: list[tuple[Profile, Page]] = []

    def make(**options: Any) -> Page:  # noqa: ANN401  # Playwright's own options
        if "base_url" not in options:
            options["base_url"] = request.getfixturevalue("server")
        options.setdefault("locale", "en-GB")
        size = options.pop("viewport", {"width": 1280, "height": 800})
        profile = profiles.take(**options)
        watch.follow(profile.context)
        page = profile.context.new_page()
        used.append((profile, page))
        page.set_viewport_size(size)
        return page

    yield make
    failed = request.node.stash.get(_failed, False)
    if failed:
        folder = tmp_path_factory.getbasetemp() / "screenshots"
        folder.mkdir(exist_ok=True)
        for number, (_, page) in enumerate(used):
            path = folder / f"{request.node.name.replace('/', '_')}-{number}.png"
            page.screenshot(path=path)
            print(f"screenshot: {path}")  # noqa: T201  # pytest shows it with the failure
            for frame in page.frames:
                print(frame.url, frame.evaluate(STATE))  # noqa: T201  # so it does this
    for profile, _ in used:
        watch.leave(profile.context)
        profiles.give_back(profile, keep=not failed)
    watch.check()


@pytest.fixture
def page(new_page: NewPage) -> Page:
    """Return a desktop page of the shared server."""
    return new_page()


@pytest.fixture(scope="session")
def plain_site(site: Path) -> Iterator[str]:
    """Return the address of the plain files, under a path: the same pages without Streamlit."""
    with files.served(site) as home:
        yield home


@pytest.fixture(scope="session")
def saved(atlas: Atlas, tmp_path_factory: pytest.TempPathFactory) -> SavedFile:
    """Return the way to the saved file in a language: the atlas without a server, made once."""
    folder = tmp_path_factory.mktemp("saved")

    @cache
    def make(language: str) -> Path:
        path = folder / f"atlas-{language}.html"
        path.write_text(export.single_file(Reader(atlas, language, SAVED_DAY)), encoding="utf-8")
        return path

    return make


@pytest.fixture
def open_saved(new_page: NewPage, saved: SavedFile) -> NewPage:
    """Return a maker of pages that show the saved file, drawn.

    Takes the ``language``, an ``address`` at which a host gives it out (from disk without one),
    and Playwright's context options.
    """

    def make(language: str = "en", address: str | None = None, **options: Any) -> Page:  # noqa: ANN401  # Playwright's own options
        path = saved(language)
        page = new_page(base_url=HOST if address else path.parent.as_uri(), **options)
        if address:
            page.route(f"{HOST}/**", lambda route: route.fulfill(path=path))
        page.goto(address or path.as_uri())
        page.wait_for_selector("path[data-island]", state="attached")
        return page

    return make
