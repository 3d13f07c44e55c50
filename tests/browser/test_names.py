"""What is written on the map, at every size, in every language, on days drawn from all of them."""

import random
from datetime import date
from typing import Any

import pytest
from playwright.sync_api import Page

from geodata import Atlas
from geodata.model import Place
from pages.ui.browser import naming
from pages.ui.words import text
from pages.ui.words.reader import Reader
from pages.ui.words.tongues import TONGUES
from tests.browser.conftest import NewPage
from tests.browser.visit import orders, resize, rest

SIZES = [
    (320, 568),
    (390, 664),
    (844, 390),
    (720, 450),
    (820, 1180),
    (1180, 820),
    (1024, 768),
    (1440, 900),
    (1080, 1920),
    (3840, 2160),
]
LENSES = ["control", "title", "claims"]
# Closer views: a day, the middle, the zoom, and what has its name: lands upon themselves, straits.
CLOSE = [
    (date(2026, 1, 1), (43.55, 146.0), 9, {"japan", "hokkaido"}),
    (date(1960, 1, 1), (43.6, 145.6), 9, {"japan", "hokkaido"}),
    (date(1945, 9, 10), (46.2, 143.0), 7, {"japan", "hokkaido", "soviet-union", "sakhalin"}),
    (date(1960, 1, 1), (50.6, 156.2), 8, {"soviet-union", "kamchatka"}),
    (date(1700, 1, 1), (43.5, 145.0), 8, {"hokkaido"}),
    (date(1930, 1, 1), (47.8, 152.8), 8, {"bussol-strait", "krusenstern-strait"}),
]
# The names seen and what they lie on: points inside a name's box are asked of every shape.
READ = """() => {
    const stage = document.querySelector('.stage').getBoundingClientRect();
    const shapes = [...document.querySelectorAll('path.land, path[data-island]')]
        .filter((path) => path.getAttribute('d')).map((path) => ({
            path, box: path.getBoundingClientRect(), inverse: path.getScreenCTM().inverse(),
            is: path.dataset.island ?? path.dataset.land }));
    const under = ({ left, right, top, bottom }) => shapes.filter(({ box }) => box.left < right
        && left < box.right && box.top < bottom && top < box.bottom).filter(({ path, inverse }) => {
        for (let x = left; x <= right; x += 3) for (let y = top; y <= bottom; y += 3) {
            if (path.isPointInFill(new DOMPoint(x, y).matrixTransform(inverse))) return true;
        }
        return false;
    }).map(({ is }) => is);
    const over = ['.head', '.head h1', '.tools', '.legend', '.zoom', '.bar', '.leave']
        .map((part) => document.querySelector(part).getBoundingClientRect())
        .filter(({ width }) => width);
    const meet = (one, two) => one.left < two.right && two.left < one.right
        && one.top < two.bottom && two.top < one.bottom;
    const nodes = [...document.querySelectorAll('.labels > span')]
        .filter((node) => node.style.visibility === 'visible');
    const boxes = nodes.map((node) => node.getBoundingClientRect());
    return nodes.map((node, index) => {
        const box = boxes[index];
        return {
            name: node.querySelector('b').textContent,
            place: node.dataset.place ?? null,
            kind: node.className.split(' ').slice(0, 2).join(' '),
            size: parseFloat(getComputedStyle(node).fontSize),
            scripts: [...node.querySelectorAll('b, small')]
                .filter((part) => part.offsetWidth).length,
            under: under(box),
            cut: box.left < stage.left || box.right > stage.right || box.top < stage.top
                || box.bottom > stage.bottom,
            points: node.querySelector('i')?.textContent ?? '',
            meets: [...boxes.filter((_, other) => other !== index), ...over]
                .filter((other) => meet(box, other)).length,
        };
    });
}"""
# How many lines from islands to their names cross another.
CROSSINGS = """() => {
    const lines = [...document.querySelectorAll('.leaders line:not(.halo)')]
        .map(({ x1, y1, x2, y2 }) => [x1, y1, x2, y2].map(({ baseVal }) => baseVal.value));
    const side = ([a, b, c, d], x, y) => (c - a) * (y - b) - (d - b) * (x - a);
    const parts = (one, [a, b, c, d]) => side(one, a, b) * side(one, c, d) < 0;
    return lines.filter((one, at) => lines.slice(at + 1)
        .some((other) => parts(one, other) && parts(other, one))).length;
}"""
# The names seen, placed at once.
SEEN = """() => {
    kurilAtlas.current.labels.settle();
    return [...document.querySelectorAll('.labels > span')]
        .filter((node) => node.style.visibility === 'visible')
        .map((node) => node.querySelector('b').textContent);
}"""
CHAIN_IN_VIEW = """() => {
    const { map, layers } = kurilAtlas.current;
    return kurilAtlas.focus(layers).every((bounds) => map.getBounds().contains(bounds));
}"""


@pytest.fixture(params=TONGUES)
def opened(request: pytest.FixtureRequest, open_saved: NewPage) -> tuple[Page, str]:
    """Return the saved file, opened in a language: nothing but the map."""
    language = str(request.param)
    page = open_saved(language)
    rest(page.main_frame)
    return page, language


def show(page: Page, size: tuple[int, int], day: date, lens: str) -> None:
    """Bring the map to rest on a day in a room."""
    resize(page, *size)
    page.evaluate(
        "([date, lens]) => { const { current } = kurilAtlas;"
        "current.apply({ day: current.axis.number(date), lens, island: null }); }",
        [day.isoformat(), lens],
    )
    rest(page.main_frame)


def read(page: Page) -> list[dict[str, Any]]:
    """Return the names on the map."""
    names: list[dict[str, Any]] = page.evaluate(READ)
    return names


def neighbours(atlas: Atlas, language: str, day: date) -> set[str]:
    """Return the names of the two countries on a day."""
    return {
        place.name[language]
        for place in atlas.places.values()
        if place.kind == "country" and stands(atlas, place, day)
    }


def stands(atlas: Atlas, place: Place, day: date) -> bool:
    """Whether a country has its name on a day."""
    return (place.start or atlas.start) <= day and (place.end is None or day < place.end)


def own(atlas: Atlas, name: str | None, day: date) -> set[str]:
    """Return the lands on which a name may lie: a country's, those of no other country."""
    place = atlas.places.get(name or "")
    if place is None or place.kind not in {"land", "country"}:
        return set()
    if place.kind == "land":
        return {coast for coast, _ in naming.lands(atlas)[place.id]}
    others = {
        coast
        for other in atlas.places.values()
        if other.kind == "country" and other is not place and stands(atlas, other, day)
        for coast, start in naming.lands(atlas)[other.id]
        if start is None or start <= day
    }
    return set(map(str, atlas.land.index)) - others


def told(atlas: Atlas, language: str, day: date, lens: str) -> list[set[str]]:
    """Return the names of the islands that changed that day, each with its group's."""
    shared = text.say("group.habomai", language)
    return [
        {text.names(atlas.islands[change.island], language)[0][0]}
        | ({shared} if atlas.islands[change.island].group == "habomai" else set())
        for change in atlas.changes(day, lens=lens)
        if atlas.islands[change.island].group != "sakhalin"
    ]


def test_the_chain_is_in_view_and_names_lie_on_no_land_but_their_own_in_every_room(
    opened: tuple[Page, str], atlas: Atlas
) -> None:
    page, language = opened
    draw = random.Random(language)  # noqa: S311  # draws days
    faults = []
    # each language turns the room another way: it grows, it shrinks, it is any other
    way = [*TONGUES].index(language)
    for size in (SIZES, [*reversed(SIZES)], draw.sample(SIZES, len(SIZES)))[way]:
        lens = draw.choice(LENSES)
        day = draw.choice(atlas.moments(lens=lens))
        show(page, size, day, lens)
        where = f"{size} {day} {lens}"
        if not page.evaluate(CHAIN_IN_VIEW):  # nobody has moved the view
            faults.append(f"{where}: the chain is not in view")
        names = read(page)
        if not names:
            faults.append(f"{where}: no name")
        if page.evaluate(CROSSINGS):
            faults.append(f"{where}: lines to names cross")
        seen = {one["name"] for one in names}
        if missing := neighbours(atlas, language, day) - seen:
            faults.append(f"{where}: no {missing}")
        changed = told(atlas, language, day, lens)
        if len(changed) <= 3 and (lost := [one for one in changed if not one & seen]):
            faults.append(f"{where}: not told of {lost}")
        for one in names:
            land = set(one["under"]) - own(atlas, one["place"], day)
            if land or one["cut"] or one["meets"]:
                faults.append(f"{where}: {one}")
    assert not faults, "\n".join(faults)


def test_both_neighbours_are_named_where_there_is_least_room(
    opened: tuple[Page, str], atlas: Atlas
) -> None:
    page, language = opened
    draw = random.Random(language)  # noqa: S311  # draws days
    resize(page, *SIZES[0])
    rest(page.main_frame)
    days = [(day, lens) for lens in LENSES for day in atlas.turns(lens=lens)]
    readers = [Reader(atlas, language, day, lens=lens) for day, lens in draw.sample(days, 70)]
    shown = orders(page, readers, SEEN)
    lost = {
        f"{reader.day} {reader.lens}": missing
        for reader, seen in zip(readers, shown, strict=True)
        if (missing := neighbours(atlas, language, reader.day) - set(seen))
    }
    assert lost == {}


def test_on_the_stage_few_names_in_one_script_are_large_enough_for_a_room(
    opened: tuple[Page, str], atlas: Atlas
) -> None:
    page, language = opened
    page.evaluate("kurilAtlas.current.act('present')")
    draw = random.Random(language)  # noqa: S311  # draws days
    for day in draw.sample(atlas.moments(lens="control"), 3):
        show(page, (1024, 768), day, "control")
        names = read(page)
        assert 6 <= len(names) <= 12, day
        assert {one["scripts"] for one in names} == {1}, day
        assert min(one["size"] for one in names) >= 24, day
        assert neighbours(atlas, language, day) <= {one["name"] for one in names}, day
        faults = [str(one) for one in names if one["cut"] or one["meets"]]
        assert not faults, f"{day}: {faults}"


def test_close_by_a_land_in_view_has_its_name_on_it_and_an_arrow_lies_on_no_land(
    opened: tuple[Page, str], atlas: Atlas
) -> None:
    page, _ = opened
    resize(page, 1440, 900)
    faults = []
    for day, middle, zoom, carried in CLOSE:
        page.evaluate(
            "([date, middle, zoom]) => { const { current } = kurilAtlas;"
            "current.map.setView(middle, zoom, { animate: false });"
            "current.apply({ day: current.axis.number(date), lens: 'control', island: null });"
            "current.labels.follow(current.day, null); }",  # as once the reader rests
            [day.isoformat(), middle, zoom],
        )
        page.evaluate(SEEN)
        names = [one for one in read(page) if one["place"]]
        upon = {
            one["place"]
            for one in names
            if not one["points"] and (one["under"] or one["kind"] == "place strait")
        }
        if lost := carried - upon:
            faults.append(f"{day} {middle}: {lost} stand not where they belong")
        for one in names:
            arrow = one["points"] and one["under"]
            if arrow or one["meets"] or set(one["under"]) - own(atlas, one["place"], day):
                faults.append(f"{day} {middle}: {one}")
    assert not faults, "\n".join(faults)
