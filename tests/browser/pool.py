"""Browser profiles kept from test to test: a page opened in one of them costs a third less.

What is kept is the browser's cache, and for each host the process that has compiled its scripts.
All else is as in a new profile: every test has pages of its own, and what they stored is cleared.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, CDPSession, Page

from tests.browser.visit import PATIENCE

# Pages of one profile and host share a process: without this, only in a crowd.
FLAG = "--renderer-process-limit=1"
# How many lie ready at most: a server of one test's own comes with a profile nobody asks for again.
_KEPT = 8
_STORED = "cookies,local_storage,indexeddb,cache_storage,service_workers,file_systems"
# Who asks for these may change more of a profile than can be taken back.
_CHANGING = ("context", "clock")


@dataclass(eq=False)
class Profile:
    """A browser profile: how it was made, and the empty page that keeps its process running."""

    options: dict[str, Any]
    context: BrowserContext
    anchor: Page
    line: CDPSession


class Pool:
    """The profiles of one browser that no test uses now; and those that tests have ``changed``."""

    def __init__(self, browser: Browser) -> None:
        self._browser = browser
        self._free: list[Profile] = []
        self.changed: set[BrowserContext] = set()

    def take(self, **options: Any) -> Profile:  # noqa: ANN401  # Playwright's own options
        """Return a profile made with these options, with no page of a test in it."""
        for profile in self._free:
            if profile.options == options:
                self._free.remove(profile)
                return profile
        context = self._browser.new_context(**options)
        context.set_default_timeout(PATIENCE)
        anchor = context.new_page()
        anchor.route("**/*", lambda route: route.fulfill(body=""))
        anchor.goto(options.get("base_url", "about:blank"))
        return Profile(options, context, anchor, context.new_cdp_session(anchor))

    def give_back(self, profile: Profile, *, keep: bool = True) -> None:
        """Keep a profile for the next test, clean; close it where that is in doubt."""
        if not keep or profile.context in self.changed:
            self.changed.discard(profile.context)
            profile.context.close()
            return
        for page in profile.context.pages:
            if page is not profile.anchor:
                page.close()
        profile.context.clear_cookies()
        profile.line.send("Storage.clearDataForOrigin", {"origin": "*", "storageTypes": _STORED})
        self._free.append(profile)
        if len(self._free) > _KEPT:
            self._free.pop(0).context.close()


@contextmanager
def pool(browser: Browser) -> Iterator[Pool]:
    """Keep profiles until the block ends; tests must not ask for a page's context unnoticed."""
    kept = Pool(browser)
    context = vars(Page)["context"].fget

    def noted(own: property) -> property:
        def read(page: Page) -> object:
            kept.changed.add(context(page))
            return own.__get__(page)

        return property(read)

    with pytest.MonkeyPatch.context() as patch:
        for name in _CHANGING:
            patch.setattr(Page, name, noted(vars(Page)[name]))
        yield kept
