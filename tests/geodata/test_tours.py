"""Lists of days that pages ask for: looked up and checked when the data are read."""

import re
from datetime import date, timedelta
from pathlib import Path

import pytest

from geodata import Atlas, DataError, Problem, load_atlas
from geodata.model import Listed
from tests.geodata.conftest import FIXTURE

TOURS = "tours.toml"
IDS = sorted(
    (path.relative_to(FIXTURE).as_posix(), name)
    for path in FIXTURE.rglob("*.toml")
    for name in re.findall(r"^\[([\w-]+)\]$", path.read_text(encoding="utf-8"), re.MULTILINE)
)


def problems(folder: Path) -> tuple[Problem, ...]:
    with pytest.raises(DataError) as refusal:
        load_atlas(folder)
    return refusal.value.problems


def rename(path: Path, name: str) -> None:
    text = path.read_text(encoding="utf-8")
    mark = "_" if path.stem == "powers" else "-"
    path.write_text(text.replace(f"[{name}]\n", f"[{name}{mark}renamed]\n"), encoding="utf-8")


@pytest.mark.parametrize(("file", "name"), IDS)
def test_a_renamed_id_is_told_at_loading_or_harms_nobody(
    folder: Path, file: str, name: str
) -> None:
    """No page may stumble over it: what is named anywhere, in data or by a page, is checked."""
    used = any(
        re.search(rf"(?<![\w-]){name}(?![\w-])", line)
        for path in folder.rglob("*.*")
        for line in path.read_text(encoding="utf-8").splitlines()
        if line != f"[{name}]"
    )
    asked = (file == TOURS and name in {*Listed}) or name in {"unclaimed", Path(file).stem}
    rename(folder / file, name)
    if used or asked:
        assert problems(folder)
    else:
        load_atlas(folder)


@pytest.mark.parametrize("name", Listed)
def test_a_list_that_a_page_asks_for_must_be_there(folder: Path, name: Listed) -> None:
    rename(folder / TOURS, name)
    assert set(problems(folder)) == {
        Problem(TOURS, "", name, "a page asks for this list; it is missing"),
        Problem(TOURS, f"{name}-renamed", "", "no page asks for this list"),
    }


def test_each_event_of_a_list_is_checked(folder: Path) -> None:
    for event in ("treaty-of-1855", "battle-of-1945"):
        rename(folder / "events.toml", event)
    text = (folder / TOURS).read_text(encoding="utf-8")
    stops = len(re.findall(r"event = ", text))
    found = [one for one in problems(folder) if one.file == TOURS]
    assert len(found) == stops
    for one in found:
        assert one.message.endswith("in events.toml")
        assert re.fullmatch(r"stops\.\d+\.event", one.field)


@pytest.mark.parametrize(
    ("old", "new", "record", "field", "message"),
    [
        ('event = "treaty-of-1855"', "day = 1500-01-01", "nine-dates", "stops.1", "outside"),
        ('event = "treaty-of-1855"', "day = 1855-02-07", "nine-dates", "stops.1", "needs a title"),
        ('event = "treaty-of-1855"', "", "nine-dates", "stops.1.day", "give one of"),
        (
            'event = "treaty-of-1855"',
            'event = "treaty-of-1855", day = 1900-01-01',
            "nine-dates",
            "stops.1.day",
            "give one of",
        ),
        ('edge = "start"', 'edge = "start", last = true', "nine-dates", "stops.0.last", "only an"),
        ("day = 1949-12-31", "day = 1939-12-31", "people-of-1945", "stops.1", "is before"),
        ("shift = -1", "shift = -1000", "eve-of-the-landings", "stops.0.shift", "greater than"),
        ('"shumshu"', '"shumshuu"', "shumshu", "islands", "there is no 'shumshuu'"),
        ('kind = "span"', 'kind = "days"', "landings", "kind", "of kind 'span'"),
        ('kind = "days"', 'kind = "span"', "nine-dates", "stops", "has two stops, not 3"),
        ('title = { en = "The war", ja = "戦争", ru = "война" }', "", "", "", ""),
        ("battle-of-1945", "battle-of-1946", "landings", "stops.0.event", "there is no"),
        (
            ', note = { en = "How", ja = "どのように", ru = "Как" }',
            "",
            "front-door",
            "stops.0",
            "a note",
        ),
    ],
)
def test_a_mistake_in_a_list_is_found(  # noqa: PLR0913  # the columns of the table above
    folder: Path, *, old: str, new: str, record: str, field: str, message: str
) -> None:
    text = (folder / TOURS).read_text(encoding="utf-8")
    if not record:
        record, field, message = "war-of-1945", "title", "a pair needs a title"
        old = next(line for line in text.splitlines() if line.startswith("title = "))
    assert old in text
    (folder / TOURS).write_text(text.replace(old, new, 1), encoding="utf-8")
    found = [(one.record, one.field) for one in problems(folder) if message in one.message]
    assert (record, field) in found


def test_stops_are_days_of_the_records(small: Atlas) -> None:
    battle = small.event("battle-of-1945")
    assert battle.end is not None
    opening, closing = small.stops(Listed.LANDINGS)
    assert (opening.day, closing.day) == (battle.date, battle.end - timedelta(days=1))
    [eve] = small.stops(Listed.EVE)
    assert eve.day == battle.date - timedelta(days=1)
    first, treaty, last = small.stops(Listed.NINE)
    assert (first.day, last.day, last.lens) == (small.start, small.as_of, "claims")
    assert (treaty.day, treaty.title) == (date(1855, 2, 7), small.event("treaty-of-1855").title)
    with pytest.raises(KeyError, match="near it: landings"):
        small.stops("landing")


def test_every_list_can_be_asked_for(atlas: Atlas) -> None:
    for name in Listed:
        days = [stop.day for stop in atlas.stops(name)]
        assert days == sorted(days)
        assert all(atlas.start <= day <= atlas.as_of for day in days)
