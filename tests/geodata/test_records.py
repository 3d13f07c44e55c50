"""Every record the atlas ships: its words, its sources, its place on the map."""

import csv
import json
import re
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import product
from pathlib import Path

import geopandas as gpd
import pytest
import shapely

from geodata import Atlas, grades
from geodata.check import references
from geodata.citation import cited, work
from geodata.files import DATA
from geodata.model import QUESTIONS, Confidence, Event, Landing, Line, Record, Text
from geodata.wording import texts

LANGUAGES = ("en", "ja", "ru")

# metres on the ground hold within 1 % from Hokkaido to Kamchatka
METRES = "+proj=laea +lat_0=47 +lon_0=150 +datum=WGS84 +units=m"

# Control records of 1855-1946 that have no source from one of the sides, and why.
ONE_SIDED = {
    (
        "urup",
        date(1855, 9, 1),
    ): "the allies proclaimed it; no Japanese account of the time is known",
}


def records(atlas: Atlas) -> Iterator[tuple[str, Record]]:
    """Yield every record with an id."""
    for table in (
        atlas.islands,
        atlas.powers,
        atlas.sources,
        atlas.instruments,
        atlas.phrases,
        atlas.places,
        atlas.words,
        atlas.lessons,
        atlas.glossary,
        atlas.guided,
        atlas.tours,
        {
            moment.id: moment
            for lens, view in QUESTIONS
            for moment in atlas.story(lens=lens, viewpoint=view)
        },
    ):
        yield from table.items()
    yield from ((era.id, era) for era in atlas.eras)
    for event in atlas.events(atlas.start, atlas.as_of + timedelta(days=1)):
        yield event.id, event
    for frame, model in ((atlas.lines(viewpoint="japan"), Line), (atlas.landings(), Landing)):
        for row in frame.drop(columns="geometry").reset_index().to_dict("records"):
            yield row["id"], model.model_validate(row)


def is_sign(text: Text) -> bool:
    """Say whether this is a number or a call sign, the same in every language."""
    return re.fullmatch(r"[A-Z0-9 №.-]+", text.en) is not None


def words(atlas: Atlas, language: str) -> Iterator[tuple[str, str]]:
    """Yield every shown text in a language with the place where it stands."""
    for name, record in records(atlas):
        for path, text in texts(record, f"{type(record).__name__} {name}"):
            if not is_sign(text):
                yield path, text[language]


@pytest.mark.parametrize("language", LANGUAGES)
def test_texts_are_there_and_typeset(atlas: Atlas, language: str) -> None:
    bad = [
        f"{path}: {text}"
        for path, text in words(atlas, language)
        if not text.strip() or re.search(r"[\"'`]|  |\.\.\.| -- |[ \n]$", text)
    ]
    assert bad == []


@pytest.mark.parametrize(
    ("language", "script"),
    [("ja", r"[\u3040-\u30ff\u4e00-\u9fff々]"), ("ru", r"[А-Яа-яЁё]"), ("en", r"[A-Za-z]")],
)
def test_texts_are_in_their_language(atlas: Atlas, language: str, script: str) -> None:
    assert [path for path, text in words(atlas, language) if not re.search(script, text)] == []


def test_no_two_languages_carry_the_same_sentence(atlas: Atlas) -> None:
    same = [
        path
        for name, record in records(atlas)
        for path, text in texts(record, f"{type(record).__name__} {name}")
        if len({text.en, text.ja, text.ru}) < len(LANGUAGES) and not is_sign(text)
    ]
    assert same == []


# Where a line may not break: before a dash, in a number, before a unit or the word for year,
# between an initial and the name.
JOINED = re.compile(r"\S —|\d \d{3}|\d (?:км|м²|тыс|гг?\.)|(?<![А-Яа-яЁё])[А-ЯЁ]\. [А-ЯЁ][а-яё]")


def test_russian_lines_do_not_break_where_they_may_not(atlas: Atlas) -> None:
    found = [f"{path}: {text}" for path, text in words(atlas, "ru") if JOINED.search(text)]
    assert found == []


def test_every_source_is_used(atlas: Atlas) -> None:
    used = {
        name
        for _, record in records(atlas)
        for _, kind, name in references(record)
        if kind == "sources"
    }
    used |= {
        work(citation)
        for island in atlas.islands
        for span in atlas.history(island)
        for citation in span.sources
    }
    assert sorted(set(atlas.sources) - used) == []


def test_every_place_with_an_address_is_cited(atlas: Atlas) -> None:
    told = {name for _, record in records(atlas) for name in cited(record)}
    told |= {
        name for island in atlas.islands for span in atlas.history(island) for name in span.sources
    }
    addressed = {f"{source.id}#{where}" for source in atlas.sources.values() for where in source.at}
    assert sorted(addressed - told) == []


@pytest.mark.parametrize("where", ["wikidata", "geonames", "osm"])
def test_no_two_islands_are_the_same_elsewhere(atlas: Atlas, where: str) -> None:
    ids = [name for one in atlas.islands.values() if (name := getattr(one, where))]
    assert len(set(ids)) == len(ids)


def test_every_power_is_used(atlas: Atlas) -> None:
    shown = {span.controller for island in atlas.islands for span in atlas.history(island)}
    assert sorted(set(atlas.powers) - shown - {"unclaimed"}) == []


def test_control_of_1855_to_1946_has_a_source_from_either_side(atlas: Atlas) -> None:
    bare = []
    for island in atlas.islands:
        for span in atlas.history(island, "control"):
            heard = {side for name in span.sources for side in grades.sides(atlas.source(name))}
            if grades.both_there(span.start) and not heard >= grades.SIDES:
                bare.append((island, span.start))
    assert sorted(set(bare) - set(ONE_SIDED)) == []
    assert sorted(set(ONE_SIDED) - set(bare)) == []


def test_what_is_doubtful_says_why(atlas: Atlas) -> None:
    silent = [
        (island, span.lens, span.start)
        for island in atlas.islands
        for span in atlas.history(island)
        if span.earliest is not None and not span.note
    ]
    assert silent == []


def test_no_doubt_about_a_holder_outlives_the_years_it_is_about(atlas: Atlas) -> None:
    settled = (  # between the exchange and the wars, and since both sides' papers of 1946
        (date(1876, 1, 1), date(1905, 7, 6)),
        (date(1906, 1, 1), date(1945, 8, 8)),
        (date(1946, 2, 2), atlas.as_of),
    )
    doubted = [
        (island, span.start, span.end)
        for island in atlas.islands
        for span in atlas.history(island, "control")
        if span.confidence is Confidence.LOW
        and any(span.start <= last and (span.end or atlas.as_of) > first for first, last in settled)
    ]
    assert doubted == []


def test_title_names_its_instrument_from_the_first_treaty_on(atlas: Atlas) -> None:
    silent = [
        (island, span.start)
        for island in atlas.islands
        for span in atlas.history(island, "title")
        if span.viewpoint == "neutral" and not span.basis and span.controller != "none"
    ]
    assert silent == []


def test_title_changes_on_a_day_on_which_something_takes_effect_or_ends(atlas: Atlas) -> None:
    days = {
        day
        for instrument in atlas.instruments.values()
        for day in (instrument.signed, instrument.in_force, instrument.ended)
    }
    # the succession of states is no instrument between the two
    days |= {atlas.start, date(1922, 12, 30), date(1991, 12, 26)}
    odd = {
        (str(span.viewpoint), span.start)
        for island in atlas.islands
        for span in atlas.history(island, "title")
        if span.start not in days
    }
    assert odd == set()


def test_instruments_are_signed_before_they_are_in_force_and_end_after(atlas: Atlas) -> None:
    for name, one in atlas.instruments.items():
        days = [day for day in (one.signed, one.in_force, one.ended) if day is not None]
        assert days == sorted(days), name


def shapes(atlas: Atlas) -> gpd.GeoSeries:
    """Return the islands' shapes in metres."""
    return atlas.shapes.geometry.to_crs(METRES)


def test_shapes_are_whole_apart_and_in_the_right_part_of_the_world(atlas: Atlas) -> None:
    islands = atlas.shapes.geometry
    assert islands.is_valid.all()
    west, south, east, north = islands.total_bounds
    assert shapely.box(141, 43, 157, 55).contains(shapely.box(west, south, east, north))
    tree = shapely.STRtree(islands.to_numpy())
    one, other = tree.query(islands.to_numpy(), predicate="overlaps")
    assert [(islands.index[a], islands.index[b]) for a, b in zip(one, other, strict=True)] == []


def test_the_areas_told_are_those_of_the_shapes(atlas: Atlas) -> None:
    drawn = atlas.shapes.geometry.to_crs(METRES).area / 1e6
    told = atlas.shapes["area_km2"]
    # simplifying moves the shore of a rock by a good part of its size
    large = told > 1
    assert drawn[large].to_numpy() == pytest.approx(told[large].to_numpy(), rel=0.03)
    assert drawn.sum() == pytest.approx(told.sum(), rel=0.003)


def test_measured_areas_are_near_the_published_ones(atlas: Atlas) -> None:
    measured = atlas.shapes["area_km2"]
    odd = []
    for name, island in atlas.islands.items():
        if island.area and island.area.note is None and island.area.value > 1:
            ratio = measured[name] / island.area.value
            # a simplified shore keeps the size of what is larger than a few rocks
            if not 0.85 < ratio < 1.15:
                odd.append((name, round(float(measured[name]), 2), island.area.value))
    assert odd == []


def test_areas_are_the_published_ones_and_else_measured(atlas: Atlas) -> None:
    assert atlas.km2["kunashir"] == atlas.islands["kunashir"].area.value  # type: ignore[union-attr]
    assert atlas.km2["kapitsa"] == atlas.measured["kapitsa"]
    claimed = atlas.areas(lens="claims").groupby("controller")["km2"].last()
    # Japan's official figure for what it claims has every rock: mofa-data
    assert claimed["japan+russia"] == pytest.approx(5003, rel=0.001)


@pytest.mark.parametrize(
    ("landing", "island", "km"),
    [
        # Yamato Bay is the water between Matua and Toporkovy
        ("matua-yamato", "toporkovy", 2),
        # Kashiwabara and Kataoka lie opposite each other on the Second Kuril Strait
        ("paramushir-kashiwabara", "shumshu", 5),
        ("shumshu-kataoka", "paramushir", 5),
    ],
)
def test_a_site_on_the_water_between_two_islands_faces_the_other(
    atlas: Atlas, landing: str, island: str, km: float
) -> None:
    outlines = shapes(atlas)
    row = atlas.landings().to_crs(METRES).loc[landing]
    across = shapely.shortest_line(row.geometry, outlines[island])
    assert shapely.length(across) < km * 1000
    # the way over leaves the landing's own island at once
    assert shapely.length(shapely.intersection(across, outlines[row["island"]])) < 300


def test_landings_are_on_the_shore_of_their_island(atlas: Atlas) -> None:
    landings = atlas.landings().to_crs(METRES)
    shores = shapes(atlas).boundary
    far = {
        name: round(landings.geometry[name].distance(shores[island]))
        for name, island in zip(landings.index, landings["island"], strict=True)
    }
    assert {name: metres for name, metres in far.items() if metres > 300} == {}


def test_landings_fall_in_the_days_in_which_their_island_changes_hands(atlas: Atlas) -> None:
    for name, landing in atlas.landings().iterrows():
        before = atlas.on(landing["start"] - timedelta(days=1)).loc[landing["island"], "controller"]
        assert before in ("japan", "contested", "soviet_union"), name
        assert atlas.on(date(1945, 9, 30)).loc[landing["island"], "controller"] == "soviet_union"


def test_a_line_says_how_its_course_is_known(atlas: Atlas) -> None:
    lines = atlas.lines(viewpoint="japan").to_crs(METRES)
    known = {**dict(shapes(atlas)), **dict(atlas.land.geometry.to_crs(METRES))}
    for name, line in lines.iterrows():
        points = [shapely.Point(*point) for point in shapely.get_coordinates(line.geometry)]
        # a stroke that only marks a strait has two ends and no course
        assert (line["course"] == "schematic") == (len(points) == 2), name
        if line["course"] == "median":
            one, other = (
                shapely.union_all([known[part] for part in side]) for side in line["parts"]
            )
            # but at its ends, where it runs out into the open sea
            away = [abs(point.distance(one) - point.distance(other)) for point in points[2:-2]]
            assert max(away) < 2000, name


def test_lines_run_in_the_water_between_the_parts_they_name(atlas: Atlas) -> None:
    lines = atlas.lines(viewpoint="japan").to_crs(METRES)
    coast = atlas.land.geometry.to_crs(METRES)
    known = {**dict(shapes(atlas)), **dict(coast)}
    wrong = []
    for name, line in lines.iterrows():
        shape = line.geometry
        one, other = line["parts"]
        for pair in product(one, other):
            a, b = (known[part] for part in pair)
            if a.distance(b) < 1:
                # the 50th parallel on Sakhalin runs on the seam of two shapes
                wrong += [] if shape.distance(a) < 100 > shape.distance(b) else [(name, pair)]
            elif not shapely.shortest_line(a, b).intersects(shape):
                wrong.append((name, pair))
        on_land = [part for part, land in known.items() if land.intersects(shape)]
        if set(on_land) - {"sakhalin-south", "sakhalin-north"} or (
            on_land and line["instrument"] != "portsmouth-1905"
        ):
            wrong.append((name, tuple(on_land)))
    assert wrong == []


def files(kind: str) -> list[Path]:
    """Return the data files of a kind."""
    return sorted(DATA.glob(f"*.{kind}"))


@pytest.mark.parametrize("path", files("geojson"), ids=lambda path: path.name)
def test_geojson_is_one_feature_a_line_sorted_and_to_five_decimals(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    lines = text.splitlines()[1:-1]
    features = [json.loads(line.removesuffix(",")) for line in lines]
    names = [feature["id"] for feature in features]
    assert names == sorted(names)
    assert len(features) == len(json.loads(text)["features"])
    assert not re.search(r"\d\.\d{6,}", text)


def test_the_islands_are_small_enough_to_be_sent() -> None:
    assert (DATA / "islands.geojson").stat().st_size <= 400_000


@pytest.mark.parametrize("path", files("csv"), ids=lambda path: path.name)
def test_tables_are_plain_and_in_order(path: Path) -> None:
    raw = path.read_bytes()
    assert b"\r" not in raw
    assert raw.endswith(b"\n")
    rows = list(csv.DictReader(raw.decode().splitlines()))
    assert all(cell == cell.strip() for row in rows for cell in row.values())
    if "island" in rows[0]:
        by_island: dict[tuple[str, str], list[str]] = {}
        for row in rows:
            key = (row["island"], row.get("viewpoint", ""))
            by_island.setdefault(key, []).append(row["start"])
        assert all(starts == sorted(starts) for starts in by_island.values())


def test_a_name_inside_a_sentence_loses_its_capital_alone(atlas: Atlas) -> None:
    inside = [(power.name, power.within) for power in atlas.powers.values() if power.within]
    for (name, within), language in product(inside, LANGUAGES):
        alone = name[language]
        assert within[language] in {alone, alone[0].lower() + alone[1:]}, alone


def test_a_strait_is_called_on_the_map_as_the_lines_that_run_there_call_it(atlas: Atlas) -> None:
    straits = [place for place in atlas.places.values() if place.kind == "strait"]
    assert all(place.sources for place in straits)
    for line in atlas.line_records():
        for language in LANGUAGES if line.strait else ():
            names = {place.name[language] for place in straits}
            written = re.split(r", |・", line.strait[language]) if line.strait else []
            assert {*written} <= names, line.id


def test_a_strait_lies_in_the_water(atlas: Atlas) -> None:
    land = shapely.union_all([*atlas.land.geometry, *atlas.on(atlas.as_of).geometry])
    shapely.prepare(land)
    for place in atlas.places.values():
        if place.kind == "strait":
            points = [(place.lon, place.lat), *((spot.lon, spot.lat) for spot in place.also)]
            assert not shapely.contains_xy(land, points).any(), place.id


def event(atlas: Atlas, name: str) -> Event:
    """Return an event by its id."""
    return next(one for one in atlas.events() if one.id == name)


def test_the_halt_of_the_fishing_agreement_tells_both_sides_and_what_came_of_it(
    atlas: Atlas,
) -> None:
    halted = event(atlas, "fishing-suspended-2022")
    ground = atlas.instruments["fishing-agreement-1998"].ground
    for language, answer, again in (
        ("en", "no condition", "out again"),
        ("ja", "前提条件ではない", "出漁が再開"),
        ("ru", "не условие", "снова вы"),
    ):
        assert answer in halted.summary[language]
        assert again in halted.summary[language]
        assert again in ground[language]
    assert "sangiin-t208070" in cited(halted)


def test_every_telling_of_the_fishing_agreement_s_halt_goes_on_to_2023(atlas: Atlas) -> None:
    declined = event(atlas, "fishing-talks-2023")
    stops = [
        stop
        for tour in atlas.guided.values()
        for stop in tour.stops
        if "nippon-fisheries-2022" in stop.sources
    ]
    assert stops
    for language, reason in (("en", "sanctions"), ("ja", "制裁"), ("ru", "санкции")):
        assert reason in declined.summary[language]
        for stop in stops:
            assert "2023" in stop.text[language]
            assert reason in stop.more[language]
