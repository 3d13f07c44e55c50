"""The still maps: every island is there, and holders differ without colour."""

import re
from datetime import date
from xml.etree import ElementTree as ET

import pytest

from geodata import Atlas
from geodata.model import Group, Lens
from pages.ui.drawing import palette
from pages.ui.drawing.minimap import minimap
from pages.ui.drawing.outlines import CHAIN, REGION
from pages.ui.drawing.patterns import BREAKS, MARKS, Patterns, rim
from pages.ui.html import SVG
from pages.ui.words.reader import Reader

DAY = date(1945, 8, 24)


def drawn(
    atlas: Atlas, day: date = DAY, title: str = "t", lens: str = "control", **options: object
) -> ET.Element:
    """Return a map, which says by itself that it is SVG, with its elements' names short."""
    made = minimap(Reader(atlas, "en", day, lens=lens), title=title, **options)  # type: ignore[arg-type]  # any option
    root = ET.fromstring(str(made))  # noqa: S314  # our own drawing
    for node in root.iter():
        space, node.tag = node.tag.split("}")
        assert space == f"{{{SVG}"
    return root


@pytest.mark.parametrize("window", [CHAIN, REGION])
def test_every_island_of_the_chain_is_drawn_with_its_holder(
    atlas: Atlas, window: tuple[float, float, float, float]
) -> None:
    paths = {
        island: path.get("data-controller")
        for path in drawn(atlas, bounds=window).iter("path")
        if (island := path.get("data-island"))
    }
    held = atlas.on(DAY)["controller"]
    chain = {name for name, one in atlas.islands.items() if one.group is not Group.SAKHALIN}
    assert chain <= set(paths)
    assert all(paths[name] == held[name] for name in paths)


@pytest.mark.parametrize("lens", ["control", "title", "claims"])
def test_every_fill_that_points_to_a_pattern_finds_it(atlas: Atlas, lens: str) -> None:
    for day in (date(1700, 1, 1), DAY, date(1960, 1, 1), atlas.as_of):
        svg = drawn(atlas, day, lens=lens)
        ids = {node.get("id") for node in svg.iter("pattern")}
        used = set(re.findall(r"url\(#([^)]+)\)", ET.tostring(svg, "unicode")))
        assert used == ids


def test_two_maps_share_no_pattern(atlas: Atlas) -> None:
    one, other = (
        {node.get("id") for node in drawn(atlas, title=title).iter("pattern")} for title in "ab"
    )
    assert one
    assert not one & other


def test_no_two_holders_look_the_same_in_grey(atlas: Atlas) -> None:
    paints = palette.paints(Reader(atlas, "en", atlas.as_of))
    for lens in ("control", "title", "claims"):
        values = [name for name, power in atlas.powers.items() if lens in power.lenses]
        patterned = [paints[value].pattern for value in values if paints[value].pattern != "plain"]
        assert len(patterned) == len(set(patterned))
        greys = [_grey(paints[value].colours[0]) for value in values if value not in patterned]
        assert len(greys) == len(set(greys))


def _grey(colour: str) -> int:
    red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return round(0.2126 * red + 0.7152 * green + 0.0722 * blue)


def test_rival_claims_are_stripes(atlas: Atlas) -> None:
    paints = palette.paints(Reader(atlas, "en", atlas.as_of))
    rivals = next(value for value in paints if "+" in value)
    patterns = Patterns(paints, (rivals, "japan"), "x")
    found = str(patterns.definitions())
    assert all(colour in found for colour in paints[rivals].colours)
    assert found.count("<pattern") == 1
    assert patterns.fill(rivals) == "url(#x-0)"
    assert patterns.fill("japan") == paints["japan"].colours[0]


@pytest.mark.parametrize("lens", Lens)
def test_every_ring_shows_what_its_island_s_fill_shows(atlas: Atlas, lens: Lens) -> None:
    paints = palette.paints(Reader(atlas, "en", atlas.as_of))
    days = {span.start for own in atlas.spans(lens).values() for span in own}
    for day in days:
        held = set(atlas.on(day, lens=lens)["controller"])
        for ring in drawn(atlas, day, lens=lens).iter("g"):
            value = ring.get("data-ring")
            if value is None:
                continue
            assert value in held
            strokes = [circle.get("stroke") for circle in ring.iter("circle")]
            colours = list(paints[value].colours)
            assert strokes[1 : 1 + len(colours)] == colours
            assert (len(strokes) > 1 + len(colours)) is (ring.get("data-doubt") is not None)


def test_no_two_values_share_a_ring(atlas: Atlas) -> None:
    for lens in Lens:
        values = {span.controller for own in atlas.spans(lens).values() for span in own}
        paints = palette.paints(Reader(atlas, "en", atlas.as_of))
        assert len({rim(paints[value]) for value in values}) == len(values)
        dashes = [rim(paints[value])[0].dash for value in values if paints[value].pattern in MARKS]
        assert len(set(dashes)) == len(dashes)


@pytest.mark.parametrize("lens", Lens)
def test_a_doubt_breaks_the_outline_and_is_no_pattern(atlas: Atlas, lens: Lens) -> None:
    days = {piece.start for own in atlas.pieces(lens).values() for piece in own if piece.doubtful}
    for day in days:
        pieces = atlas.drawn(day, lens=lens)
        fills: dict[str, set[str | None]] = {}
        for path in drawn(atlas, day, lens=lens).iter("path"):
            if (island := path.get("data-island")) is None:
                continue
            doubt = pieces[island].doubt
            assert path.get("data-doubt") == doubt
            assert path.get("stroke-dasharray") == (BREAKS[doubt].outline if doubt else None)
            fills.setdefault(str(path.get("data-controller")), set()).add(path.get("fill"))
        assert all(len(found) == 1 for found in fills.values())


def test_a_title_cannot_break_out(atlas: Atlas) -> None:
    svg = drawn(atlas, title='"><script>')
    assert svg.find("title") is not None
    assert not list(svg.iter("script"))


def test_nine_maps_stay_light(atlas: Atlas) -> None:
    assert 9 * len(minimap(Reader(atlas, "ru", DAY), title="t", bounds=REGION)) < 300_000
