"""An island's sheet says what is known, and no more."""

import re
from base64 import b64decode
from datetime import date
from itertools import pairwise

import pytest

from geodata import Atlas
from pages.ui.drawing import bars as charts
from pages.ui.drawing import legend as key
from pages.ui.drawing import palette
from pages.ui.drawing.labels import labelled
from pages.ui.html import Markup
from pages.ui.islands import history as islands_history
from pages.ui.islands import people as islands_people
from pages.ui.islands import place as islands_map
from pages.ui.islands import sheet as islands
from pages.ui.islands import table as islands_table
from pages.ui.islands import ways as islands_ways
from pages.ui.islands.table import Order
from pages.ui.parts import citations, people
from pages.ui.words import search, text
from pages.ui.words.reader import Reader
from pages.ui.words.tongues import TONGUES

LANGUAGES = pytest.mark.parametrize("language", TONGUES)
DAY = date(1945, 8, 30)


def plain(markup: Markup) -> str:
    return re.sub(r"\s+", " ", markup.striptags())


def rows(atlas: Atlas, language: str = "en") -> list[islands_table.Row]:
    return islands_table.rows(Reader(atlas, language, DAY), atlas.islands)


@LANGUAGES
def test_names_are_marked_with_their_language(atlas: Atlas, language: str) -> None:
    names = islands.names(Reader(atlas, language, atlas.as_of), "urup")
    for marked in ('<span lang="ja">得撫島</span>', '<span lang="ru">Уруп</span>'):
        assert marked in names
    assert '<span lang="en">Urup</span>' in names
    assert '<span lang="ja-Latn">Uruppu-tō</span>' in names
    assert '<i lang="ain-Latn">urup</i>' in names


def test_an_island_without_an_ainu_name_says_so(atlas: Atlas) -> None:
    assert "none on record" in plain(islands.names(Reader(atlas, "en", atlas.as_of), "toporkovy"))


@pytest.mark.parametrize(
    ("word", "language"),
    [("うるっぷ", "ja"), ("擇捉島", "ja"), ("Эторофу", "ru"), ("Etorofu", None)],
)
def test_a_spelling_has_the_language_of_its_letters(word: str, language: str | None) -> None:
    assert islands.tongue(word) == language


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en", "45.91° N, 149.95° E"),
        ("ja", "北緯45.91度、東経149.95度"),
        ("ru", "45,91° с. ш., 149,95° в. д."),
    ],
)
def test_coordinates_follow_the_language(atlas: Atlas, language: str, expected: str) -> None:
    assert (
        re.sub(r"\s", " ", islands.coordinates(Reader(atlas, language, atlas.as_of), "urup"))
        == expected
    )


@LANGUAGES
def test_the_sheet_tells_both_areas_and_what_is_unknown(atlas: Atlas, language: str) -> None:
    facts = plain(islands.facts(Reader(atlas, language, atlas.as_of), "lovushki"))
    assert text.say("panel.unknown", language) in facts  # its height
    measured = text.say("panel.computed", language, area=text.number(0.22, language, 2))
    assert re.sub(r"\s+", " ", measured) in facts
    assert text.number(1450, language) in plain(
        islands.facts(Reader(atlas, language, atlas.as_of), "urup")
    )


@LANGUAGES
def test_who_held_iturup_and_how_we_know(atlas: Atlas, language: str) -> None:
    told = islands_history.on_day(Reader(atlas, language, DAY), "iturup")
    assert atlas.powers["soviet_union"].status[language] in plain(told)
    span = next(span for span in atlas.history("iturup", "control") if DAY in span)
    assert atlas.phrases[span.basis].text[language].rstrip(".。")[1:] in plain(told)
    for source in span.sources:
        assert citations.named(atlas.source(source)) in plain(told)


@LANGUAGES
@pytest.mark.parametrize("name", ["urup", "iturup", "avos", "sakhalin-north"])
def test_what_a_heading_names_is_not_said_again_under_it(
    atlas: Atlas, name: str, language: str
) -> None:
    told = plain(islands_history.on_day(Reader(atlas, language, DAY), name))
    for lens in ("title", "claims"):
        label = text.say(f"status.{lens}", language, name="").strip()
        assert label not in told


@LANGUAGES
@pytest.mark.parametrize("name", ["urup", "iturup", "avos", "sakhalin-north"])
def test_every_interval_stands_in_words(atlas: Atlas, name: str, language: str) -> None:
    told = islands_history.history(Reader(atlas, language, atlas.as_of), name)
    assert told.count("<li>") == len(atlas.history(name))
    assert told.count("<details>") == 3


def test_events_lead_to_the_map_on_their_day(atlas: Atlas) -> None:
    told = islands_history.events(Reader(atlas, "en", DAY), "iturup")
    found = islands_history.happened(atlas, "iturup")
    assert told.count("<li>") == len(found) > 12
    assert 'href="./?date=1945-08-28&amp;lang=en"' in told
    assert told.count("<details open") == 1  # the era of the day alone


def test_every_island_has_a_sheet(atlas: Atlas) -> None:
    for name in atlas.islands:
        assert "<h1>" in islands.head(Reader(atlas, "ru", atlas.as_of), name)
        assert islands_history.sources(Reader(atlas, "ja", atlas.as_of), name)
        assert islands_history.events(Reader(atlas, "en", DAY), name)


@LANGUAGES
def test_people_are_told_only_where_somebody_counted(atlas: Atlas, language: str) -> None:
    assert islands_people.chart(Reader(atlas, language, atlas.as_of), "urup") is None
    assert islands_people.table(
        Reader(atlas, language, atlas.as_of), "urup"
    ).striptags() == text.say("islands.uncounted", language)


def test_counts_are_drawn_as_points_that_nothing_joins(atlas: Atlas) -> None:
    chart = islands_people.chart(Reader(atlas, "en", atlas.as_of), "shikotan")
    assert chart is not None
    drawn = chart.to_dict()
    assert {layer["mark"]["type"] for layer in drawn["layer"]} == {"rule", "point"}
    counts = people.counts(atlas, "shikotan")
    assert [len(points) for points in drawn["datasets"].values()] == [len(counts)]
    table = islands_people.table(Reader(atlas, "en", atlas.as_of), "shikotan")
    assert table.count('<th scope="row">') == len(counts)


@LANGUAGES
def test_counts_are_written_as_the_language_does(atlas: Atlas, language: str) -> None:
    chart = islands_people.chart(Reader(atlas, language, atlas.as_of), "iturup")
    assert chart is not None
    drawn = chart.to_dict()
    encoding = drawn["layer"][0]["encoding"]
    assert encoding["y"]["axis"]["labelExpr"] == text.ticks(language)
    assert [tip["field"] for tip in encoding["tooltip"]] == ["when", "figure"]
    (points,) = drawn["datasets"].values()
    assert all(point["figure"] == text.number(point["people"], language) for point in points)


def test_a_window_holds_its_island_and_reaches_a_neighbour(atlas: Atlas) -> None:
    shapes = atlas.shapes.geometry
    for name, shape in shapes.items():
        west, south, east, north = islands_map.window(atlas, str(name))
        own = shape.bounds
        assert west < own[0]
        assert south < own[1]
        assert own[2] < east
        assert own[3] < north
        others = shapes.drop(name).cx[west:east, south:north]
        assert len(others) >= 1


def test_maps_are_images_with_words(atlas: Atlas) -> None:
    maps = islands_map.maps(Reader(atlas, "en", DAY), "matua")
    assert maps.count("<figure><img ") == 2
    assert 'alt="Matua and its neighbours on 30 August 1945: held by the Soviet Union"' in maps


def test_labels_name_the_island_first_and_its_neighbours(atlas: Atlas) -> None:
    drawn = labelled(
        Reader(atlas, "ja", atlas.as_of),
        Markup("<svg></svg>"),
        "yuri",
        bounds=islands_map.window(atlas, "yuri"),
        width=420,
    )
    named = re.findall(r"<text [^>]*>([^<]+)</text>", drawn)
    assert named[0] == "勇留島"
    assert {"秋勇留島", "志発島"} <= set(named)


@pytest.mark.parametrize("written", [None, "chain", "name", "-area", "status", "people", "-height"])
def test_an_order_is_read_back_from_the_address(written: str | None) -> None:
    order = islands_table.order(written)
    assert order is not None
    assert islands_table.order(str(order)) == order


@pytest.mark.parametrize("written", ["", "-", "--area", "<script>", "-chain", "island"])
def test_no_other_order_is_taken(written: str) -> None:
    assert islands_table.order(written) is None


def test_a_heading_sorts_and_then_turns_round() -> None:
    assert Order().next("area") == Order("area", down=True)
    assert Order("area", down=True).next("area") == Order("area")
    assert Order().next("name") == Order("name")


@pytest.mark.parametrize("down", [False, True])
@pytest.mark.parametrize("column", ["area", "height", "people"])
def test_the_unknown_stands_last(atlas: Atlas, column: str, down: bool) -> None:  # noqa: FBT001  # a case
    values = [
        getattr(row, column) for row in islands_table.arranged(rows(atlas), Order(column, down))
    ]
    known = [value for value in values if value is not None]
    assert values[: len(known)] == known
    assert all(a >= b if down else a <= b for a, b in pairwise(known))


@LANGUAGES
def test_the_table_has_groups_from_north_to_south(atlas: Atlas, language: str) -> None:
    table = islands_table.table(Reader(atlas, language, DAY), rows(atlas, language), Order())
    assert table.count('scope="rowgroup"') == len({one.group for one in atlas.islands.values()})
    assert table.count('scope="row"') == len(atlas.islands)
    assert "aria-sort" not in table


def test_the_table_says_how_it_is_sorted(atlas: Atlas) -> None:
    table = islands_table.table(Reader(atlas, "en", DAY), rows(atlas), Order("area", down=True))
    assert table.count("aria-sort") == 1
    assert 'aria-sort="descending"' in table
    assert '&amp;sort=area"' in table
    assert "rowgroup" not in table


def test_the_way_ends_where_the_chain_ends(atlas: Atlas) -> None:
    chain = list(atlas.islands)
    first = islands_ways.along(Reader(atlas, "en", atlas.as_of), chain[0])
    last = islands_ways.along(Reader(atlas, "en", atlas.as_of), chain[-1])
    between = islands_ways.along(Reader(atlas, "en", atlas.as_of), "urup")
    assert (first.count("<a "), last.count("<a "), between.count("<a ")) == (2, 2, 3)


@LANGUAGES
def test_a_search_is_answered(atlas: Atlas, language: str) -> None:
    for query in ("urup", "Kunashri", "zzzz"):
        told = islands_ways.answer(
            Reader(atlas, language, atlas.as_of), query, search.find(atlas, query)
        )
        assert 'role="status"' in told
    nasty = islands_ways.answer(Reader(atlas, language, atlas.as_of), "<b>", search.Found(()))
    assert "<b>" not in nasty


def pictured(markup: Markup) -> str:
    """Return the drawing of the first picture."""
    return b64decode(str(markup).partition("base64,")[2].partition('"')[0]).decode()


@LANGUAGES
def test_rival_claims_share_a_bar_and_a_look_each(atlas: Atlas, language: str) -> None:
    told = charts.history(Reader(atlas, language, DAY), "iturup")
    drawn = pictured(told)
    heights = {
        value: {float(bar) for bar in re.findall(rf'height="(\S+)" [^>]*value="{value}"', drawn)}
        for value in ("japan", "soviet_union", "ainu")
    }
    whole = heights["ainu"].pop()
    assert whole / 2 in heights["japan"] & heights["soviet_union"]
    assert whole in heights["japan"]


@LANGUAGES
@pytest.mark.parametrize("viewpoint", ["neutral", "japan", "russia"])
def test_every_look_of_the_bars_is_in_their_key(
    atlas: Atlas, viewpoint: str, language: str
) -> None:
    told = charts.history(Reader(atlas, language, DAY, viewpoint=viewpoint), "iturup")
    values = set(re.findall(r'data-value="(\w+)"', pictured(told)))
    names = {palette.paints(Reader(atlas, language, atlas.as_of))[value].name for value in values}
    shown = str(told).partition('class="key"')[2]
    assert set(re.findall(r"<span>([^<]+)</span>", shown)) == names
    assert shown.count("<img ") == len(names)


def test_a_stretch_of_a_bar_tells_what_it_is(atlas: Atlas) -> None:
    told = charts.history(Reader(atlas, "en", DAY), "urup")
    assert 'title="held by Japan · 22 August 1875"' in told
    assert "On the ground: Ainu" in told.partition('alt="')[2].partition('"')[0]


def test_a_key_shows_patterns_and_not_colours_alone(atlas: Atlas) -> None:
    told = key.of_values(
        Reader(atlas, "en", atlas.as_of), ["russia", "soviet_union", "japan+russia"]
    )
    samples = [pictured(Markup(sample)) for sample in str(told).split("<li>")[1:]]
    assert all("url(#" in sample and "<pattern " in sample for sample in samples)
    assert "Soviet Union" in told.striptags()
