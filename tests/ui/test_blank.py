"""The map to colour: every island is there, none is coloured, and each has room for a colour."""

import re
from itertools import combinations
from math import hypot
from xml.etree import ElementTree as ET

import pytest

from geodata import Atlas
from geodata.model import Group
from pages.ui.drawing import outlines, palette
from pages.ui.drawing.blank import blank, rings
from pages.ui.drawing.mercator import Bounds, Frame
from pages.ui.words.reader import Reader
from pages.ui.words.tongues import TONGUES

WINDOWS = {"chain": outlines.CHAIN, "region": outlines.REGION}
GREYS = {palette.PAPER, palette.INK, palette.SOFT, palette.RULE, "none"}


def drawn(atlas: Atlas, bounds: Bounds, language: str = "en", **named: str) -> ET.Element:
    markup = blank(Reader(atlas, language, atlas.as_of), title="t", bounds=bounds, named=named)
    return ET.fromstring(str(markup))  # noqa: S314  # our own drawing


def inside(atlas: Atlas, window: str) -> set[str]:
    return {
        name
        for name, one in atlas.islands.items()
        if window == "region" or one.group is not Group.SAKHALIN
    }


@pytest.mark.parametrize("window", WINDOWS)
def test_every_island_is_drawn_and_none_is_coloured(atlas: Atlas, window: str) -> None:
    svg = drawn(atlas, WINDOWS[window])
    names = {name for path in svg.iter("path") if (name := path.get("data-island"))}
    assert names == inside(atlas, window)
    used = {
        value
        for node in svg.iter()
        for key, value in node.attrib.items()
        if key in {"fill", "stroke"}
    }
    assert used <= GREYS
    assert not list(svg.iter("pattern"))


@pytest.mark.parametrize("bounds", WINDOWS.values(), ids=WINDOWS)
def test_what_is_too_small_to_colour_lies_in_one_ring(atlas: Atlas, bounds: Bounds) -> None:
    shapes = outlines.islands(atlas, Frame(bounds, 480))
    found = list(rings(shapes))
    ringed = [name for ring in found for name in ring.islands]
    assert sorted(ringed) == sorted(set(ringed))
    for name, shape in shapes.items():
        if name not in ringed:
            west, north, east, south = shape.bounds
            assert max(east - west, south - north) >= 9
    for ring in found:
        for name in ring.islands:
            x, y = outlines.centre(shapes[name])
            assert hypot(x - ring.x, y - ring.y) < ring.radius
    for one, other in combinations(found, 2):
        assert hypot(one.x - other.x, one.y - other.y) > max(one.radius, other.radius)


@pytest.mark.parametrize("language", TONGUES)
@pytest.mark.parametrize("window", WINDOWS)
def test_names_and_numbers_stand_clear_of_each_other(
    atlas: Atlas, window: str, language: str
) -> None:
    reader = Reader(atlas, language, atlas.as_of)
    great = sorted(inside(atlas, window), key=lambda name: -atlas.km2[name])[:12]
    for named in (
        {name: reader.name(name) for name in great},
        {name: str(number) for number, name in enumerate(inside(atlas, window), 1)},
    ):
        svg = drawn(atlas, WINDOWS[window], language, **named)
        places = [
            (node.text, float(node.get("x", "")), float(node.get("y", "")))
            for node in svg.iter("text")
        ]
        assert {*named.values()} <= {words for words, _, _ in places}
        for (_, x, y), (_, across, down) in combinations(places, 2):
            assert abs(x - across) > 6 or abs(y - down) >= 14


def test_a_title_or_a_name_cannot_break_out(atlas: Atlas) -> None:
    svg = drawn(atlas, outlines.CHAIN, urup="<script>")
    assert not list(svg.iter("script"))
    assert re.search("&lt;script&gt;", ET.tostring(svg, "unicode"))
