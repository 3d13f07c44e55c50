"""A spoilt data folder: everything that is wrong, at once, with its place."""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

import geodata
from geodata import DataError, Problem, load_atlas
from tests.geodata.conftest import FILES


def spoil(folder: Path, file: str, *changes: tuple[str, str]) -> None:
    """Replace text in a file; each text must be there."""
    path = folder / file
    text = path.read_text(encoding="utf-8")
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new, 1)
    path.write_text(text, encoding="utf-8")


def problems(folder: Path) -> tuple[Problem, ...]:
    """Return what the loader finds wrong."""
    with pytest.raises(DataError) as refusal:
        load_atlas(folder)
    for problem in refusal.value.problems:
        assert str(problem) in str(refusal.value)
    return refusal.value.problems


def test_the_small_data_set_is_whole(folder: Path) -> None:
    assert set(load_atlas(folder).islands) == {"shumshu", "urup", "tanfilyev", "sakhalin-south"}


def test_five_errors_at_once_are_all_told_with_file_record_and_field(folder: Path) -> None:
    spoil(
        folder,
        "control.csv",
        # an overlap, a gap, an unknown island, a missing source, a day that is none
        ("shumshu,1711-01-01,year,1875-08-22", "shumshu,1711-01-01,year,1876-08-22"),
        ("urup,1600-01-01,year,1795-01-01", "urup,1600-01-01,year,1790-01-01"),
        ("tanfilyev,1945-09-03", "tanfiliev,1945-09-03"),
        ("1794-01-01,1796-01-01,atlas-ru", "1794-01-01,1796-01-01,atlas-xx"),
        ("sakhalin-south,1905-07-31", "sakhalin-south,1905-07-32"),
    )
    found = problems(folder)
    overlap = "shumshu has two records from 1875-08-22 to before 1876-08-22"
    expected = {
        Problem(
            "control.csv",
            "row 4 (shumshu 1875-08-22)",
            "start",
            f"{overlap}: this and row 3 (shumshu 1711-01-01)",
        ),
        Problem(
            "control.csv",
            "row 9 (urup 1795-01-01)",
            "start",
            "urup has no record from 1790-01-01 to before 1795-01-01",
        ),
        Problem(
            "control.csv",
            "row 15 (tanfiliev 1945-09-03)",
            "island",
            "there is no 'tanfiliev' in islands.toml",
        ),
        Problem(
            "control.csv",
            "row 9 (urup 1795-01-01)",
            "sources",
            "there is no 'atlas-xx' in sources.toml",
        ),
        Problem(
            "control.csv",
            "row 19 (sakhalin-south 1905-07-32)",
            "start",
            "is not a day of the calendar written YYYY-MM-DD (here: '1905-07-32')",
        ),
    }
    assert expected <= set(found)
    # the misspelt island leaves its own days empty; nothing else is reported
    assert [problem.message for problem in found if problem not in expected] == [
        "tanfilyev has no record from 1945-09-03 to before 1991-12-26",
    ]


def test_a_single_problem_is_told_in_the_singular(folder: Path) -> None:
    spoil(folder, "places.toml", ('kind = "sea"', 'kind = "lake"'))
    with pytest.raises(
        DataError, match=r"^1 problem in the data:\n  places\.toml, sea-of-okhotsk, kind"
    ):
        load_atlas(folder)


HOKKAIDO = "[[[140.0, 42.0], [145.3, 43.0], [145.0, 44.0], [141.8, 45.4], [140.0, 42.0]]]"
SPOILT: list[tuple[str, str, str, str, str, str]] = [
    # file, old, new; record, field, a part of the message
    ("control.csv", "confidence", "certainty", "header", "certainty", "there is no such column"),
    ("control.csv", "confidence", "certainty", "header", "confidence", "this column is missing"),
    ("control.csv", ",note", "", "header", "note", "this column is missing"),
    ("control.csv", ",note", ",note,sure", "header", "sure", "there is no such column"),
    ("control.csv", ",note", ",note,,", "header", "", "its column 12 has no name"),
    ("control.csv", ",note", ",note,note", "header", "", "names a column twice"),
    ("control.csv", "low,,,atlas-jp,", "low,,,atlas-jp,,", "row 2", "", "has 12 cells under 11"),
    ("control.csv", "low,,,atlas-jp,", "low,,,atlas-jp", "row 2", "", "has 10 cells under 11"),
    ("control.csv", "shumshu,1600", '"shumshu"s,1600', "row 2", "", "is not valid CSV"),
    (
        "control.csv",
        "shumshu,1711-01-01,year,1875-08-22,russia",
        "shumshu,1711-01-01,year,1875-08-22,none",
        "row 3 (shumshu 1711-01-01)",
        "controller",
        "the power 'none' is not for control.csv",
    ),
    (
        "control.csv",
        "shumshu,1711-01-01,year,1875-08-22,russia",
        "shumshu,1711-01-01,year,1875-08-22,china",
        "row 3 (shumshu 1711-01-01)",
        "controller",
        "there is no 'china' in powers.toml",
    ),
    (
        "control.csv",
        "russia,settled,medium",
        "russia,settlement,medium",
        "row 3 (shumshu 1711-01-01)",
        "basis",
        "there is no 'settlement' in phrases.toml",
    ),
    (
        "control.csv",
        "1711-01-01,year,1875-08-22,russia,settled,medium,,,atlas-ru#16,",
        "1711-01-01,year,1875-08-22,russia,settled,medium,,,atlas-ru#16,unsur",
        "row 3 (shumshu 1711-01-01)",
        "note",
        "there is no 'unsur' in phrases.toml",
    ),
    (
        "control.csv",
        "shumshu,1600-01-01",
        "shumshu,1599-12-31",
        "row 2 (shumshu 1599-12-31)",
        "start",
        "1599-12-31 is outside the range 1600-01-01 to 2026-11-22",
    ),
    (
        "control.csv",
        "1794-01-01,1796-01-01",
        "1594-01-01,1796-01-01",
        "row 9 (urup 1795-01-01)",
        "earliest",
        "1594-01-01 is outside the range 1600-01-01 to 2026-11-22",
    ),
    (
        "control.csv",
        "1794-01-01,1796-01-01",
        "1794-01-01,1896-01-01",
        "row 9 (urup 1795-01-01)",
        "latest",
        "latest 1896-01-01 is after end 1875-08-22",
    ),
    (
        "control.csv",
        "urup,1991-12-26,day,,russia,succession,high,,,",
        "urup,1991-12-26,day,,russia,succession,high,1991-12-25,2091-12-26,",
        "row 12 (urup 1991-12-26)",
        "latest",
        "2091-12-26 is outside the range 1600-01-01 to 2026-11-22",
    ),
    (
        "control.csv",
        "shumshu,1991-12-26,day,,",
        "shumshu,1991-12-26,day,2030-01-01,",
        "row 7 (shumshu 1991-12-26)",
        "end",
        "leave the end of what holds today empty",
    ),
    (
        "control.csv",
        "shumshu,1991-12-26,day,,",
        "shumshu,1991-12-26,day,2020-01-01,",
        "row 7 (shumshu 1991-12-26)",
        "end",
        "shumshu has no record from 2020-01-01 to the last day, 2026-11-22",
    ),
    (
        "control.csv",
        "shumshu,1945-08-18,day,1945-08-23",
        "shumshu,1945-08-18,day,",
        "row 6 (shumshu 1945-08-23)",
        "start",
        "shumshu has two records from 1945-08-23 to before 1991-12-26",
    ),
    (
        "title.csv",
        "shumshu,1856-12-07",
        "shumshu,1856-12-08",
        "row 3 (shumshu 1856-12-08)",
        "start",
        "shumshu has no record from 1856-12-07 to before 1856-12-08",
    ),
    (
        "title.csv",
        "urup,1946-02-02,day,1991-12-26",
        "urup,1946-02-02,day,",
        "row 11 (urup 1991-12-26)",
        "start",
        "urup (russia) has two records to this day: this and row 10",
    ),
    (
        "title.csv",
        "neutral,shimoda-1855",
        "neutral,shimoda-1856",
        "row 3 (shumshu 1856-12-07)",
        "instrument",
        "there is no 'shimoda-1856' in instruments.toml",
    ),
    (
        "claims.csv",
        "japan,@habomai,1945-09-03",
        "japan,@habomai,1855-02-06",
        "row 4 (japan 1855-02-06)",
        "start",
        "tanfilyev (claim of japan) has two records from 1855-02-06 to before 1855-02-07",
    ),
    (
        "claims.csv",
        "@kurils;@sakhalin",
        "@kurils;urup",
        "row 5 (russia 1991-12-26)",
        "islands",
        "urup names again urup",
    ),
    (
        "claims.csv",
        "@kurils;@sakhalin",
        "@kuriles",
        "row 5 (russia 1991-12-26)",
        "islands",
        "there is no '@kuriles' in islands.toml",
    ),
    ("islands.toml", "[urup]", "[urup", "", "", "is not valid TOML"),
    ("islands.toml", "[urup]", "[shumshu]", "", "", "is not valid TOML"),
    ("islands.toml", 'romaji = "Uruppu-tō"', "", "urup", "romaji", "Field required"),
    ("islands.toml", 'ru = "Уруп"', 'ru = ""', "urup", "name.ru", "at least 1 character"),
    (
        "islands.toml",
        'people = 97, sources = ["atlas-jp"]',
        'people = 97, sources = ["atlas"]',
        "shumshu",
        "population.0.sources",
        "there is no 'atlas' in sources.toml",
    ),
    ("islands.toml", "[shumshu]", "kuril = 1\n[shumshu]", "kuril", "", "is not a table"),
    ("islands.toml", "[urup]", "[urupp]", "urupp", "", "has no shape"),
    ("islands.toml", "[urup]", "[urupp]", "urup", "", "has no facts"),
    (
        "phrases.toml",
        "[war]",
        '[idle]\ntext = { en = "a", ja = "b", ru = "c" }\n[war]',
        "idle",
        "",
        "no record uses",
    ),
    (
        "events.toml",
        'islands = ["shumshu"]',
        'islands = ["paramushir"]',
        "battle-of-1945",
        "islands",
        "there is no",
    ),
    (
        "events.toml",
        "end = 1945-08-23",
        "end = 1945-08-18",
        "battle-of-1945",
        "end",
        "end 1945-08-18 is not after date 1945-08-18",
    ),
    (
        "instruments.toml",
        'article = "2"',
        'part = "part-line"',
        "shimoda-1855",
        "articles.0.part",
        "there is no 'part-line' in phrases.toml",
    ),
    (
        "instruments.toml",
        'article = "2"',
        'article = "2", part = "war"',
        "shimoda-1855",
        "articles.0.article",
        "has a number or a part, and not both",
    ),
    (
        "instruments.toml",
        'article = "2"',
        'article = "Second"',
        "shimoda-1855",
        "articles.0.article",
        "String should match pattern",
    ),
    (
        "instruments.toml",
        "in_force = 1856-12-07",
        "in_force = 1855-02-06",
        "shimoda-1855",
        "in_force",
        "in_force 1855-02-06 is not after signed 1855-02-07",
    ),
    (
        "instruments.toml",
        "in_force = 1856-12-07",
        "in_force = 1856-12-07\nended = 1856-12-07",
        "shimoda-1855",
        "ended",
        "ended 1856-12-07 is not after in_force 1856-12-07",
    ),
    (
        "islands.toml",
        'people = 97, sources = ["atlas-jp"]',
        'people = 97, day = 1700-01-01, sources = ["atlas-jp"]',
        "shumshu",
        "population.0.day",
        "day 1700-01-01 is not in the year",
    ),
    (
        "events.toml",
        "end = 1945-08-23",
        "end = 2045-08-23",
        "battle-of-1945",
        "end",
        "outside the range",
    ),
    (
        "events.toml",
        "date = 1855-02-07",
        "date = 1555-02-07",
        "treaty-of-1855",
        "date",
        "outside the range",
    ),
    (
        "events.toml",
        "date = 1855-02-07",
        "date = 1855-02-07T00:00:00",
        "treaty-of-1855",
        "date",
        "is not a day",
    ),
    ("eras.toml", "start = 1600-01-01\nas_of", "as_of", "", "start", "Field required"),
    ("eras.toml", "as_of = 2026-11-22", 'as_of = "today"', "", "as_of", "is not a day"),
    ("eras.toml", "as_of = 2026-11-22", "as_of = 1600-01-01", "", "as_of", "is not after start"),
    ("eras.toml", "start = 1855-01-01", "start = 1600-01-01", "treaties", "start", "is not after"),
    (
        "eras.toml",
        "[encounters]\nstart = 1600-01-01",
        "[encounters]\nstart = 1601-01-01",
        "",
        "",
        "the first era",
    ),
    (
        "islands.geojson",
        '"FeatureCollection"',
        '"Features"',
        "",
        "",
        "is not a GeoJSON FeatureCollection",
    ),
    (
        "islands.geojson",
        '{"type": "FeatureCollection",',
        '{"type" "FeatureCollection",',
        "",
        "",
        "is not valid JSON",
    ),
    ("islands.geojson", '"id": "urup", ', "", "feature 4", "id", "has no id"),
    ("islands.geojson", '"id": "urup"', '"id": "shumshu"', "shumshu", "id", "already in the file"),
    ("islands.geojson", '"MultiPolygon"', '"MultiPoint"', "urup", "geometry", "cannot be drawn"),
    ("islands.geojson", '"MultiPolygon"', '"Blob"', "urup", "geometry", "cannot be drawn"),
    (
        "islands.geojson",
        "[145.94, 43.42], [145.94, 43.45]",
        "[145.94, 43.45], [145.94, 43.42]",
        "tanfilyev",
        "geometry",
        "not valid",
    ),
    (
        "islands.geojson",
        '"properties": {',
        '"properties": {"km2": 9, ',
        "sakhalin-south",
        "km2",
        "Extra inputs",
    ),
    (
        "land.geojson",
        '"properties": {}',
        '"properties": [1]',
        "hokkaido",
        "properties",
        "are no object",
    ),
    (
        "land.geojson",
        f'"Polygon", "coordinates": {HOKKAIDO}',
        '"Point", "coordinates": [140, 42]',
        "hokkaido",
        "geometry",
        "is a Point, not a Polygon",
    ),
    (
        "boundaries.geojson",
        '[["urup"], ["tanfilyev"]]',
        '[["urup"], ["hokkaidō"]]',
        "line-1855",
        "parts.1.0",
        "should match pattern",
    ),
    (
        "boundaries.geojson",
        '[["urup"], ["tanfilyev"]]',
        '[["urup"], ["honshu"]]',
        "line-1855",
        "parts",
        "there is no 'honshu' in islands.toml or land.geojson",
    ),
    (
        "boundaries.geojson",
        '"kind": "treaty", "course": "schematic"',
        '"kind": "treaty", "course": "guessed"',
        "line-1855",
        "course",
        "Input should be 'described', 'median' or 'schematic'",
    ),
    (
        "boundaries.geojson",
        '"end": "1875-08-22"',
        '"end": "1855-08-22"',
        "line-1855",
        "end",
        "is not after start",
    ),
    (
        "landings.geojson",
        '"low": 400',
        '"low": 700',
        "shumshu-1945",
        "losses.0.high",
        "high 600 is below low 700",
    ),
]


@pytest.mark.parametrize(("file", "old", "new", "record", "field", "message"), SPOILT)
def test_a_mistake_is_found(  # noqa: PLR0913  # the columns of the table above
    folder: Path,
    *,
    file: str,
    old: str,
    new: str,
    record: str,
    field: str,
    message: str,
) -> None:
    spoil(folder, file, (old, new))
    found = [(one.record, one.field) for one in problems(folder) if message in one.message]
    assert (record, field) in found


def remove(path: Path) -> None:
    path.unlink()


def garble(path: Path) -> None:
    path.write_bytes(b'[\xff\xfe]\n"')


def break_off(path: Path) -> None:
    path.write_text('[{"', encoding="utf-8")


@pytest.mark.parametrize("file", FILES)
@pytest.mark.parametrize("harm", [remove, garble, break_off])
def test_an_unreadable_file_hides_no_other_mistake(
    folder: Path,
    file: str,
    harm: Callable[[Path], None],
) -> None:
    spoil(folder, "instruments.toml", ("signed = 1855-02-07", 'signed = "1855-02-30"'))
    spoil(folder, "islands.toml", ('romaji = "Uruppu-tō"', ""))
    harm(folder / file)
    # of a folder that should hold a file, its own name is told
    assert {file, f"{Path(file).parent}/"} & {problem.file for problem in problems(folder)}
    found = {(problem.record, problem.field) for problem in problems(folder)}
    if file != "instruments.toml":
        assert ("shimoda-1855", "signed") in found
    if file != "islands.toml":
        assert ("urup", "romaji") in found


@pytest.mark.parametrize("file", ["sources.toml", "powers.toml", "phrases.toml", "islands.toml"])
def test_an_unreadable_file_is_one_problem_not_one_a_reference(folder: Path, file: str) -> None:
    break_off(folder / file)
    assert [problem.file for problem in problems(folder)] == [file]


def test_a_faulty_record_is_one_problem_not_one_a_reference(folder: Path) -> None:
    spoil(folder, "sources.toml", ('perspective = "japanese"', 'perspective = "ours"'))
    assert [(one.record, one.field) for one in problems(folder)] == [("atlas-jp", "perspective")]


def test_a_power_that_cannot_be_read_is_one_problem_not_one_a_holder(folder: Path) -> None:
    text = (folder / "powers.toml").read_text(encoding="utf-8")
    colour = text.partition("[japan]")[2].partition('colour = "')[2].partition('"')[0]
    spoil(folder, "powers.toml", (f'"{colour}"', '"black"'))
    assert [(one.record, one.field) for one in problems(folder)] == [("japan", "colour")]


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("control.csv", "1945-08-30,1945-08-31", "1945-08-30,1945-08-32"),
        ("control.csv", "1945-08-30,1945-08-31", "1945-08-30,1945-08-31,"),
        ("landings.geojson", '"note": "unsure"', '"note": "unsure",'),
        ("landings.geojson", '"note": "unsure"', '"note": "Unsure"'),
        ("landings.geojson", '"id": "shumshu-1945"', '"ids": "shumshu-1945"'),
    ],
)
def test_what_cannot_be_read_may_use_any_phrase(
    folder: Path, file: str, old: str, new: str
) -> None:
    if file == "landings.geojson":
        # what the table says, the landing alone says here
        spoil(folder, "control.csv", ("atlas-jp;atlas-ru,unsure", "atlas-jp;atlas-ru,"))
        whole = '"confidence": "high"'
        spoil(folder, file, (whole, f'{whole}, "note": "unsure"'))
        load_atlas(folder)
    spoil(folder, file, (old, new))
    assert "phrases.toml" not in {problem.file for problem in problems(folder)}


def test_a_faulty_row_leaves_no_gap_behind(folder: Path) -> None:
    spoil(folder, "control.csv", ("1875-08-22,day,1945-08-31", "1875-08-22,days,1945-08-31"))
    assert [problem.field for problem in problems(folder)] == ["precision"]


def test_a_table_saved_by_a_spreadsheet_is_read(folder: Path) -> None:
    path = folder / "control.csv"
    text = path.read_text(encoding="utf-8").replace("\n", "\r\n")
    path.write_bytes(b"\xef\xbb\xbf" + text.encode())
    assert load_atlas(folder).changes(date(1875, 8, 22))


def test_a_row_without_a_start_is_named_by_its_island(folder: Path) -> None:
    spoil(folder, "control.csv", ("urup,1795-01-01", "urup,"))
    assert problems(folder) == (Problem("control.csv", "row 9 (urup)", "start", "Field required"),)


def test_an_empty_line_in_a_table_is_no_record(folder: Path) -> None:
    spoil(folder, "claims.csv", ("\njapan,urup", "\n\njapan,urup"))
    assert load_atlas(folder).history("urup", "claims")


def test_an_island_without_any_record_is_named(folder: Path) -> None:
    path = folder / "control.csv"
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    path.write_text("".join(line for line in lines if "tanfilyev" not in line), encoding="utf-8")
    message = "tanfilyev has no record from 1600-01-01 to the last day, 2026-11-22"
    assert problems(folder) == (Problem("control.csv", "tanfilyev", "end", message),)


def test_one_long_record_overlaps_each_it_covers(folder: Path) -> None:
    spoil(folder, "control.csv", ("shumshu,1600-01-01,year,1711-01-01", "shumshu,1600-01-01,year,"))
    twice = [problem for problem in problems(folder) if "two records" in problem.message]
    assert [problem.record.split()[1] for problem in twice] == ["3", "4", "5", "6", "7"]


def test_a_folder_that_is_not_there_is_told_file_by_file(tmp_path: Path) -> None:
    found = problems(tmp_path / "nowhere")
    assert {problem.message for problem in found} == {"the file is missing"}
    assert len(found) == len(FILES)


def test_an_empty_path_is_the_current_folder(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(DataError, match="the file is missing"):
        load_atlas("")  # type: ignore[arg-type]  # as notebooks write paths


def test_the_atlas_s_own_data_is_read_once(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    load = geodata.load
    monkeypatch.setattr(load, "DATA", folder)
    load._own.cache_clear()  # noqa: SLF001  # what it promises is the cache
    assert load_atlas() is load_atlas()
    assert load_atlas(folder) is not load_atlas(folder)
    load._own.cache_clear()  # noqa: SLF001  # a fresh load


def test_geojson_stays_one_feature_a_line() -> None:
    for path in (Path(__file__).parent / "fixture").glob("*.geojson"):
        lines = path.read_text(encoding="utf-8").splitlines()[1:-1]
        assert all(json.loads(line.removesuffix(","))["type"] == "Feature" for line in lines)


@pytest.mark.parametrize("kind", ["reference", "other", "testimony", "press"])
def test_no_weak_source_carries_high_confidence_or_a_reading(folder: Path, kind: str) -> None:
    text = (folder / "sources.toml").read_text(encoding="utf-8")
    (folder / "sources.toml").write_text(
        text.replace('kind = "document"', f'kind = "{kind}"'), encoding="utf-8"
    )
    found = {(one.file, one.field) for one in problems(folder)}
    assert {("control.csv", "confidence"), ("events.toml", "confidence")} <= found
    assert {one.field for one in problems(folder)} <= {"confidence", "sources", "japan", "russia"}


@pytest.mark.parametrize("side", ["atlas-jp", "atlas-ru"])
def test_where_both_sides_were_there_two_studies_of_one_do_not_do(folder: Path, side: str) -> None:
    text = (folder / "sources.toml").read_text(encoding="utf-8")
    (folder / "sources.toml").write_text(
        text.replace('kind = "document"', 'kind = "study"'), encoding="utf-8"
    )
    before = {(one.file, one.record) for one in problems(folder)}
    other = {"atlas-jp": "russian", "atlas-ru": "japanese"}[side]
    own = {"russian": "japanese", "japanese": "russian"}[other]
    spoil(folder, "sources.toml", (f'perspective = "{other}"', f'perspective = "{own}"'))
    after = {(one.file, one.record) for one in problems(folder)}
    assert after > before
    assert {file for file, _ in after - before} >= {"control.csv"}


def test_a_reading_known_from_others_says_so(folder: Path) -> None:
    reading = 'russia = { text = { en = "a", ja = "b", ru = "c" }, sources = ["atlas-jp"]'
    spoil(folder, "instruments.toml", ("signed = 1855-02-07", f"signed = 1855-02-07\n{reading} }}"))
    assert [(one.record, one.field) for one in problems(folder)] == [("shimoda-1855", "russia")]
    spoil(folder, "instruments.toml", (f"{reading} }}", f'{reading}, voice = "others" }}'))
    assert load_atlas(folder).instruments["shimoda-1855"].russia
