"""The frame of every plain file: head, links to pages and languages, the page, its scripts."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from geodata import Atlas
from pages.ui.drawing import icon, palette
from pages.ui.html import Markup, run, tag
from pages.ui.site import apart, maps, seeking
from pages.ui.site.address import Addresses
from pages.ui.site.plan import Leaf, Plan, stem
from pages.ui.words import text, titles
from pages.ui.words.reader import Reader
from pages.ui.words.tongues import FALLBACK, TONGUES

_HERE = Path(__file__).parent
_UI = Path(__file__).parents[1]
# Whole lines of a script, and in a style sheet; what stands behind code stays.
_COMMENTS = re.compile(r"^\s*//.*\n|/\*.*?\*/\n?", re.MULTILINE)
# What runs in a file, as one script, the second where it has a map: each may use what stands in
# those before it.
_SCRIPTS, _MAPPED, _LAST = ("links", "load"), ("stage", "beside"), ("lists", "folds", "taken")


@dataclass(frozen=True, slots=True)
class Site:
    """What all files share: the pages in the order of their links, and the site's own address.

    Without ``base`` nothing is written that needs a whole address.
    """

    pages: tuple[str, ...]
    base: str = ""


def file(  # noqa: PLR0913  # all that a file is made of
    site: Site, plan: Plan, leaf: Leaf, addresses: Addresses, body: Markup, *, name: str
) -> str:
    """Return a whole HTML file, to be called ``name``; ``body`` has its links resolved.

    One that holds all of a page is known to others by that page, which has the same text.
    """
    reader = leaf.reader
    head = [
        tag("meta", charset="utf-8"),
        tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
        tag("title", titles.title(reader, leaf.chosen)),
        tag("meta", name="description", content=leaf.words),
        tag("link", rel="icon", href=icon.ICON),
        tag("link", rel="stylesheet", href=f"../atlas/{plan.page}.css"),
        *_ahead(reader, plan),
        *_alternates(site, apart.short(name), reader.language),
        *_graph(site, leaf, apart.short(name)),
    ]
    page = tag(
        "body",
        tag("a", reader.say("page.skip_content"), href="#content", class_="skip"),
        _links(site, plan, leaf, addresses, name),
        tag("main", body, id="content", tabindex="-1", data_page=plan.page),
        run(
            _script(plan),
            page=plan.page,
            language=reader.language,
            languages=list(TONGUES),
            choosing=plan.choosing,
            anchor=plan.anchor,
            map=plan.map,
        ),
    )
    whole = tag("html", tag("head", *head), page, lang=reader.language)
    return f"<!doctype html>\n{whole}\n"


def _script(plan: Plan) -> str:
    names = (*_SCRIPTS, *(_MAPPED if plan.map else ()), *_LAST)
    return "".join(_read(_HERE / f"{name}.js") for name in names) + plan.script


def sheet(plan: Plan) -> str:
    """Return the style sheet of a page's files."""
    own = _UI / plan.page / f"{plan.page}.css"
    shared = [_UI / "parts" / "parts.css", _UI / "frame" / "print.css"]
    sheets = [palette.SHEET, *shared, own, _HERE / "site.css"]
    if plan.map:
        sheets.append(_HERE / "stage.css")
    return "".join(_read(path) for path in sheets if path.exists())


def words(plans: Iterable[Plan], atlas: Atlas) -> dict[str, str]:
    """Return the scripts that search the lists of the pages."""
    made: dict[str, str] = {}
    for plan in plans:
        if plan.seeking:
            made |= seeking.script(plan.page, plan.seeking, atlas, _read(seeking.SCRIPT))
    return made


def door(site: Site, page: str) -> str:
    """Return the file that leads from a page's address in the app to the reader's language."""
    name = f"{stem(page, {})}.html"
    ways = (
        tag("p", tag("a", tongue.own_name, href=f"{code}/{name}", lang=code))
        for code, tongue in TONGUES.items()
    )
    reader = {"languages": list(TONGUES), "file": name, "usual": FALLBACK}
    head = [
        tag("meta", charset="utf-8"),
        tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
        tag("title", " · ".join(text.say("page.atlas", code) for code in TONGUES)),
        tag("link", rel="icon", href=icon.ICON),
        *_alternates(site, name),
        run(_read(_HERE / "door.js"), **reader),
    ]
    body = tag("body", tag("main", tag("h1", text.say("page.atlas", FALLBACK)), *ways))
    return f"<!doctype html>\n{tag('html', tag('head', *head), body, lang=FALLBACK)}\n"


def _links(site: Site, plan: Plan, leaf: Leaf, addresses: Addresses, name: str) -> Markup:
    """Lead to the pages and languages; the reader's own are marked."""
    reader = leaf.reader
    pages = (
        tag(
            "a",
            reader.say(f"page.{page}"),
            href=addresses.of(page, {}),
            aria_current="page" if page == plan.page else None,
            data_view="",
        )
        for page in site.pages
    )
    tongues = (
        tag(
            "a",
            tongue.own_name,
            href=name if code == reader.language else f"../{code}/{name}",
            lang=code,
            hreflang=code,
            aria_current="true" if code == reader.language else None,
            data_view="",
        )
        for code, tongue in TONGUES.items()
    )
    return tag(
        "nav",
        tag("a", reader.say("page.atlas"), href=addresses.of("map", {}), class_="brand"),
        tag("span", *pages, class_="pages"),
        tag("span", *_reading(reader, name), *tongues, class_="tongues"),
        class_="links",
        aria_label=reader.say("page.pages"),
    )


def _reading(reader: Reader, name: str) -> list[Markup]:
    """Let readings be put over the words, where the language has them and scripts run."""
    if not reader.tongue.readings:
        return []
    words = reader.say("page.furigana")
    return [tag("a", words, href=f"{name}?furigana=1", data_furigana="", hidden="")]


def _alternates(site: Site, name: str, language: str = "") -> list[Markup]:
    """Name a page and the same one in every language, where the address is known.

    Search engines take whole addresses only, and mark a page down for others.
    """
    if not site.base:
        return []
    links = {code: f"{site.base}/{code}/{name}" for code in TONGUES}
    own = [tag("link", rel="canonical", href=links[language])] if language else []
    if not name.count("-"):
        links["x-default"] = f"{site.base}/{name}"
    others = (
        tag("link", rel="alternate", hreflang=code, href=href) for code, href in links.items()
    )
    return [*own, *others]


def _graph(site: Site, leaf: Leaf, name: str) -> list[Markup]:
    """Say what others show of a link to a page, or to its whole file."""
    reader = leaf.reader
    told = {
        "og:type": "website",
        "og:site_name": reader.say("page.atlas"),
        "og:title": titles.parts(reader, leaf.chosen)[0],
        "og:description": leaf.words,
        "og:locale": reader.tongue.locale,
    }
    if site.base:
        told["og:url"] = f"{site.base}/{reader.language}/{name}"
        told["og:image"] = f"{site.base}/pictures/atlas.png"
        told["og:image:width"], told["og:image:height"] = "1200", "630"
    return [tag("meta", property=key, content=words) for key, words in told.items()]


def _ahead(reader: Reader, plan: Plan) -> list[Markup]:
    """Begin to fetch what the map draws: its frame, which comes later, finds it in the browser."""
    names = maps.first(reader, plan)
    return [tag("link", rel="preload", as_="script", href=f"../atlas/{name}") for name in names]


@cache
def _read(path: Path) -> str:
    """Return a script or a style sheet without its comments: every reader would fetch them."""
    return _COMMENTS.sub("", path.read_text(encoding="utf-8"))
