"""Every link of the site leads to a file of it and a place in that; nothing is from elsewhere."""

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from functools import cache
from html import escape, unescape
from itertools import product
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

from geodata import Atlas
from pages.ui.__main__ import PLANS
from pages.ui.html import SVG, Markup
from pages.ui.site import apart, around, frame
from pages.ui.site.address import Addresses
from pages.ui.site.frame import Site
from pages.ui.site.plan import Plan, stem
from pages.ui.words.reader import Reader
from pages.ui.words.tongues import TONGUES
from tests.pages.test_pages import PAGES
from tests.pages.visit import left_out

_LINKED = re.compile(r'\s(?:href|src|data-to)="([^"]*)"')
_TAG = re.compile(r"<(\w+)\s[^>]*>")
_PLACES = re.compile(r'\sid="([^"]*)"')
_ELSEWHERE = ("http", "https", "mailto")
# A page's own links to itself in every language.
_OTHERS = re.compile(r'<a href="([^"]*)" lang="(\w\w)" hreflang="\2"')
_TOLD = re.compile(r'<link rel="(?:canonical|alternate)"(?: hreflang="([^"]+)")? href="([^"]*)">')
# What may lead elsewhere when it is pressed; all else a page would fetch by itself.
_PRESSED = ("a", "details")
# Addresses the site may have, "" if none is known.
BASES = ("", "https://example.org", "https://example.org/a/b")


@cache
def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8")


@cache
def _places(path: Path) -> frozenset[str]:
    return frozenset(map(unescape, _PLACES.findall(_text(path))))


def _links(text: str) -> Iterator[tuple[str, str]]:
    """Return the tags of a text with what they lead to."""
    for found in _TAG.finditer(text):
        for address in _LINKED.findall(found[0]):
            yield found[1], unescape(address)


def _pages(site: Path) -> list[Path]:
    return sorted(path for path in site.rglob("*.html") if not path.name.startswith("kuril-atlas-"))


def _wrong(site: Path, text: str, within: Path) -> Iterator[str]:
    """Return what leads nowhere, or is fetched from elsewhere, in the text of a page."""
    for element, address in _links(text):
        parts = urlsplit(address)
        if parts.scheme == "data":
            continue
        if parts.scheme in _ELSEWHERE or parts.netloc:
            if element not in _PRESSED:
                yield f"{within.relative_to(site)} fetches {address}"
            continue
        target = (within.parent / unquote(parts.path)).resolve() if parts.path else within
        if not target.is_file() or site not in target.parents:
            yield f"{within.relative_to(site)} -> {address}"
        elif parts.fragment and unquote(parts.fragment) not in _places(target):
            yield f"{within.relative_to(site)} -> {address}: no such place"


def test_all_links_of_all_pages_lead_somewhere(site: Path) -> None:
    pages = _pages(site)
    assert {path.parent.name for path in pages} >= set(TONGUES)
    assert [wrong for path in pages for wrong in _wrong(site, _text(path), path)] == []


def test_a_link_keeps_what_its_page_looks_at_and_may_ask_for_nothing_else(
    atlas: Atlas, site: Path
) -> None:
    documents = {number for event in atlas.events() for number in event.document}
    for language in TONGUES:
        asked = [address for _, address in _links(_text(site / language / "chronicle.html"))]
        assert {f"chronicle.html?q=doc-{number}" for number in documents} <= set(asked)
    addresses = Addresses(
        {plan.page: plan for plan in PLANS}, frozenset(), Reader(atlas, "en", atlas.as_of)
    )
    assert addresses.of("islands", {"date": "1875-08-22"}) == "islands.html"  # its reader's view
    with pytest.raises(ValueError, match=r"islands asks for \['odd'\]"):
        addresses.of("islands", {"odd": "1"})


def test_all_links_beside_the_maps_lead_somewhere(site: Path) -> None:
    scripts = [*site.glob("atlas/beside-*.js"), *site.glob("atlas/cards-*.js")]
    assert scripts
    for path in scripts:
        language = re.findall(r"-([a-z]{2})(?=[-.])", path.name)[0]
        # the markup in it is JSON
        text = _text(path).replace("\\u003c", "<").replace("\\u003e", ">")
        text = text.replace("\\u0026", "&").replace('\\"', '"')
        assert "<a " in text or path.name.startswith("beside-landings")
        assert list(_wrong(site, text, site / language / "index.html")) == []


def test_the_offline_maps_are_found_from_the_pages(site: Path) -> None:
    for path in site.glob("atlas/map-*.html"):
        files = re.findall(r'"(\.\./atlas/[^"]+\.html)"', _text(path))
        assert len(files) == len(TONGUES)
        assert all((site / "en" / file).resolve().is_file() for file in files)


def test_every_page_of_the_app_is_one_of_the_site() -> None:
    assert {plan.page for plan in PLANS} == set(PAGES)


def test_every_page_is_there_in_every_language(site: Path) -> None:
    names = {language: {path.name for path in (site / language).iterdir()} for language in TONGUES}
    assert len({frozenset(found) for found in names.values()}) == 1
    for path in _pages(site):
        if path.parent.name in TONGUES:
            assert f'lang="{path.parent.name}"' in _text(path)[:60]
            others = {code: href for href, code in _OTHERS.findall(_text(path))}
            assert [*others] == [*TONGUES]
            assert all(
                (path.parent / href).resolve() == site.resolve() / code / path.name
                for code, href in others.items()
            )


@pytest.mark.parametrize("plan", PLANS, ids=lambda plan: plan.page)
def test_search_engines_are_told_whole_addresses_or_none(atlas: Atlas, plan: Plan) -> None:
    plans = {plan.page: plan for plan in PLANS}
    page = stem(plan.page, {})
    sites = [Site(tuple(plans), base) for base in BASES]
    for language in TONGUES:
        leaf = next(iter(plan.leaves(atlas, language)))
        addresses = Addresses(plans, frozenset(stem(page, {}) for page in plans), leaf.reader)
        for site, name in product(sites, (f"{page}.html", f"{page}-one.html")):
            text = frame.file(site, plan, leaf, addresses, Markup(""), name=name)
            told = {"": f"{site.base}/{language}/{name}"} | _languages(site.base, name)
            assert dict(_TOLD.findall(text)) == (told if site.base else {})
            # a whole page is known by the one beside it
            text = frame.file(site, plan, leaf, addresses, Markup(""), name=apart.whole(name))
            assert dict(_TOLD.findall(text)) == (told if site.base else {})
            assert re.findall(r'"og:url" content="([^"]+)"', text) == (
                [told[""]] if site.base else []
            )
    for site in sites:
        told = _languages(site.base, f"{page}.html") if site.base else {}
        assert dict(_TOLD.findall(frame.door(site, plan.page))) == told


def _languages(base: str, name: str) -> dict[str, str]:
    """Return the addresses of a page's languages; a page of one view has no door before them."""
    pages = {code: f"{base}/{code}/{name}" for code in TONGUES}
    return pages if "-" in name else pages | {"x-default": f"{base}/{name}"}


def test_the_list_of_pages_has_each_text_once(site: Path) -> None:
    names = [path.name for path in (site / "en").iterdir()]
    assert {"chronicle.html", "whole-chronicle.html", "whole-sources.html"} <= set(names)
    listed = re.findall(r"<loc>([^<]+)</loc>", around.sitemap("https://example.org", names))
    told = [name for name in names if not name.startswith("whole-")]
    assert sorted(listed) == sorted(
        f"https://example.org/{code}/{name}" for code in TONGUES for name in told
    )


def test_every_picture_says_by_itself_that_it_is_one(site: Path) -> None:
    pictures = [*(site / "pictures").glob("*.svg")]
    assert pictures
    odd = [one.name for one in pictures if ET.parse(one).getroot().tag != f"{{{SVG}}}svg"]  # noqa: S314  # our own drawings
    assert odd == []


def test_the_file_of_a_record_is_called_by_it(site: Path, atlas: Atlas) -> None:
    for language in TONGUES:
        reader = Reader(atlas, language, atlas.as_of, page="islands")
        for island in atlas.islands:
            text = _text(site / language / f"islands-{island}.html")
            names = (reader.name(island), reader.say("page.islands"), reader.say("page.atlas"))
            assert re.findall("<title>(.*)</title>", text) == [
                escape(reader.tongue.dot.join(names))
            ]
            assert f'property="og:title" content="{escape(names[0])}"' in text


def test_no_level_of_headings_is_left_out(site: Path) -> None:
    mapped = {stem(plan.page, {}) for plan in PLANS if plan.slots}
    for path in sorted(site.glob("*/*.html")):
        if path.parent.name in TONGUES:
            above = 1 if path.stem in mapped else 0  # in the map's frame
            assert left_out(_text(path), above) == [], path.name
