"""What stands round the pages: where there is none, what search engines and links are told."""

from collections.abc import Iterable
from xml.sax.saxutils import escape

import vl_convert

from pages.ui.drawing.mercator import latitude, stretched
from pages.ui.drawing.minimap import minimap
from pages.ui.html import tag
from pages.ui.site.apart import short
from pages.ui.words import text
from pages.ui.words.reader import Reader
from pages.ui.words.tongues import FALLBACK, TONGUES

# What a link's picture is given by those who show it, in pixels.
WIDE, HIGH = 1200, 630
# The chain in the middle of that (EPSG:4326).
_SOUTH, _NORTH, _MIDDLE = 42.9, 51.3, 150.4


def missing(home: str) -> str:
    """Return the page for an address that leads nowhere; ``home`` is the way to the atlas."""
    ways = (
        tag(
            "p",
            text.say("site.missing", language),
            " ",
            tag("a", text.say("page.atlas", language), href=f"{home}{language}/index.html"),
            lang=language,
        )
        for language in TONGUES
    )
    head = tag(
        "head",
        tag("meta", charset="utf-8"),
        tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
        tag("meta", name="robots", content="noindex"),
        tag("title", f"404 · {text.say('page.atlas', FALLBACK)}"),
    )
    body = tag("body", tag("main", tag("h1", "404"), *ways))
    return f"<!doctype html>\n{tag('html', head, body, lang=FALLBACK)}\n"


def sitemap(base: str, names: Iterable[str]) -> str:
    """Return the list of all pages, with their other languages; ``base`` is the site's address.

    A whole page is left out: what it says stands in the one beside it.
    """
    entries = []
    for name in sorted({short(name) for name in names}):
        pages = {code: escape(f"{base}/{code}/{name}") for code in TONGUES}
        others = "".join(
            f'<xhtml:link rel="alternate" hreflang="{code}" href="{page}"/>'
            for code, page in pages.items()
        )
        entries += [f"<url><loc>{page}</loc>{others}</url>" for page in pages.values()]
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" '
        'xmlns:xhtml="http://www.w3.org/1999/xhtml">\n' + "\n".join(entries) + "\n</urlset>\n"
    )


def card(reader: Reader) -> bytes:
    """Return the picture that others show with a link: the chain on the reader's day, as PNG."""
    half = (stretched(_NORTH) - stretched(_SOUTH)) / 2
    middle = (stretched(_NORTH) + stretched(_SOUTH)) / 2
    across = half * WIDE / HIGH
    bounds = (
        _MIDDLE - across,
        latitude(middle - half),
        _MIDDLE + across,
        latitude(middle + half),
    )
    drawn = minimap(reader, title=reader.say("page.atlas"), bounds=bounds, width=WIDE)
    svg = str(drawn).replace('width="100%"', f'width="{WIDE}"', 1)
    return bytes(vl_convert.svg_to_png(svg))
