"""What the app shows is shown by the site: both frames put the same content."""

import json
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from streamlit.testing.v1.element_tree import Element

from geodata import load_atlas
from pages.ui.__main__ import PLANS
from pages.ui.browser import scope
from pages.ui.browser.payload import lenses
from pages.ui.site.plan import Plan
from pages.ui.words import captions
from pages.ui.words.reader import Reader
from pages.ui.words.tongues import TONGUES
from tests.pages.test_pages import PAGES
from tests.pages.visit import opened

# What belongs to the app's own frame or to its way of choosing, and is no fact.
_FRAME = {"skip", "brand", "menu", "count"}
_SILENT = {"style", "script", "svg"}
_HARD = re.compile(r'<span class="hard"[^>]*>(.*?)</span>')
_DAY = re.compile(r"(?<=<b data-day=)[^<]*")  # the browser writes it
_VOID = {"br", "hr", "img", "input", "link", "meta", "wbr"}
BESIDE = [plan for plan in PLANS if plan.slots]


class _Reading(HTMLParser):
    """Collect the text of a page, piece by piece, without what its frame says."""

    def __init__(self) -> None:
        super().__init__()
        self.pieces: list[str] = []
        self._open: list[bool] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _VOID:
            self.pieces += [words for name, words in attrs if name == "alt" and words]
            return
        classes = set((dict(attrs).get("class") or "").split())
        self._open.append(tag not in _SILENT and not classes & _FRAME)

    def handle_endtag(self, tag: str) -> None:
        if tag not in _VOID and self._open:
            self._open.pop()

    def handle_data(self, data: str) -> None:
        words = re.sub(r"\s+", " ", data).strip()
        if words and all(self._open):
            self.pieces.append(words)


def _read(markup: str) -> list[str]:
    reading = _Reading()
    # a hard word's mark may part a sentence in one of the two
    reading.feed(_HARD.sub(r"\1", markup))
    return reading.pieces


def _given(script: Path) -> Any:  # noqa: ANN401  # what a script gives a page
    _, _, value = script.read_text(encoding="utf-8").partition("]=")
    return json.loads(value.removesuffix(";"))


def folds_of(script: Path) -> list[str]:
    """Return the markup that a script gives a page; none where there is no such script."""
    folds: list[str] = _given(script) if script.exists() else []
    return folds


def _app(page: str, params: dict[str, str]) -> Iterator[str]:
    app = opened(page, **params)
    assert not app.warning
    for part in app.get("html"):
        assert isinstance(part, Element)
        yield from _read(str(part.proto.body))


def _site(site: Path, language: str, name: str) -> set[str]:
    """Return what a page of the site says; a long one's folds too, which come when opened."""
    text = (site / language / f"{name}.html").read_text(encoding="utf-8")
    folds = folds_of(site / "atlas" / f"whole-{name}-{language}.js")
    return set(_read(text[text.index("<main") :] + "".join(folds)))


def _missing(site: Path, page: str, name: str, language: str, **params: str) -> list[str]:
    there = _site(site, language, name)
    told = list(_app(page, {"lang": language} | params))
    assert told
    return [words for words in told if words not in there]


@pytest.mark.parametrize("language", TONGUES)
@pytest.mark.parametrize("page", PAGES)
def test_a_page_of_the_site_says_what_the_app_says(site: Path, page: str, language: str) -> None:
    atlas = load_atlas()
    day = scope.SCOPES.get(page, scope.whole)(atlas).clamp(atlas.as_of)
    name = "index" if page == "map" else page
    assert _missing(site, page, name, language, date=day.isoformat()) == []


# One of each: a page costs a visit of the app.
@settings(max_examples=2, phases=[Phase.generate])
@given(language=st.sampled_from(sorted(TONGUES)), data=st.data())
def test_a_sheet_of_the_site_says_what_the_app_says(
    site: Path, language: str, data: st.DataObject
) -> None:
    atlas = load_atlas()
    island = data.draw(st.sampled_from(sorted(atlas.islands)))
    source = data.draw(st.sampled_from(sorted(atlas.sources)))
    assert _missing(site, "islands", f"islands-{island}", language, island=island) == []
    assert _missing(site, "sources", f"sources-{source}", language, source=source) == []


# The days are the same in every language.
@pytest.mark.parametrize(("plan", "language"), list(zip(BESIDE, TONGUES, strict=False)))
def test_what_stands_beside_a_map_is_of_its_day(site: Path, plan: Plan, language: str) -> None:
    atlas = load_atlas()
    window = scope.SCOPES.get(plan.page, scope.whole)(atlas)
    for key, lens, viewpoint in lenses():
        reader = Reader(atlas, language, window.start, lens, viewpoint, page=plan.page)
        files = {
            every: _given(site / "atlas" / f"beside-{plan.page}-{language}{ending}.js")
            for every, ending in ((True, ""), (False, f"-{key.replace('/', '-')}"))
        }
        days = {brief.day for brief in captions.briefs(reader)} | {window.start, window.last}
        for day in sorted(set(map(window.clamp, days))):
            for number, slot in enumerate(plan.slots):
                file = files[slot.every]
                rows = file["slots"][str(number)]
                _, at = [row for row in rows if row[0] <= day.isoformat()][-1]
                texts = str(slot.make(reader.at(day))), file["texts"][at]
                own, told_then = (_read(_DAY.sub("", markup)) for markup in texts)
                assert told_then == own, (key, day, number)
