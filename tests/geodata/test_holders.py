"""Who holds an island on a day, since when, and by which record."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from geodata import Atlas, OutOfRange, load_atlas

DAY = timedelta(days=1)


@pytest.mark.parametrize(
    ("day", "doubtful"),
    [
        (date(1945, 8, 29), False),
        (date(1945, 8, 30), True),
        (date(1945, 8, 31), True),
        (date(1945, 9, 1), False),
    ],
)
def test_a_day_is_doubtful_inside_the_window_its_sources_give(
    small: Atlas,
    day: date,
    doubtful: bool,  # noqa: FBT001  # a column of the table above
) -> None:
    assert small.on(day).loc["urup", "doubtful"] == doubtful


def test_title_names_its_instrument_and_a_view_ends_where_the_neutral_row_begins(
    small: Atlas,
) -> None:
    before = small.on(date(1945, 12, 1), lens="title", viewpoint="russia").loc["urup"]
    assert (before["basis"], before["since"]) == ("st-petersburg-1875", date(1875, 8, 22))
    assert before["until"] == date(1946, 2, 2)
    assert small.on(date(1600, 1, 1), lens="title").loc["urup", "basis"] == ""


def test_claims_are_told_since_the_newest_of_them(small: Atlas) -> None:
    both = small.on(date(1800, 1, 1), lens="claims").loc["urup"]
    assert (both["since"], both["precision"]) == (date(1750, 1, 1), "decade")
    assert (both["confidence"], both["doubtful"]) == ("low", True)
    assert both["sources"] == ("atlas-ru", "atlas-jp")


def test_a_holder_is_told_since_his_first_record_and_by_the_record_of_the_day(
    small: Atlas,
) -> None:
    for day in (date(1900, 1, 1), date(1960, 1, 1)):
        held = small.on(day, lens="title", viewpoint="japan").loc["tanfilyev"]
        assert (held["controller"], held["since"], held["until"]) == (
            "japan",
            date(1856, 12, 7),
            None,
        )
        assert held["precision"] == "day"
    views = {
        day: small.holding("tanfilyev", day, lens="title", viewpoint="japan").viewpoint
        for day in (date(1952, 4, 27), date(1952, 4, 28))
    }
    assert list(views.values()) == ["neutral", "japan"]
    neutral = small.on(date(1960, 1, 1), lens="title").loc["tanfilyev"]
    assert (neutral["controller"], neutral["since"]) == ("undetermined", date(1952, 4, 28))


def test_another_power_begins_another_holding(small: Atlas) -> None:
    held = small.on(date(2000, 1, 1)).loc["urup"]
    assert (held["controller"], held["since"]) == ("russia", date(1991, 12, 26))


def test_a_record_split_by_its_basis_is_one_holding_as_fine_as_its_beginning(
    folder: Path,
) -> None:
    table = folder / "control.csv"
    row = "tanfilyev,1799-01-01,year,1945-09-03,japan,settled,high,,,atlas-jp;atlas-ru,\n"
    parts = (
        "tanfilyev,1799-01-01,year,1875-08-22,japan,settled,high,,,atlas-jp;atlas-ru,\n"
        "tanfilyev,1875-08-22,day,1945-09-03,japan,exchange,high,,,atlas-jp;atlas-ru,\n"
    )
    words = table.read_text(encoding="utf-8")
    assert row in words
    table.write_text(words.replace(row, parts), encoding="utf-8")
    held = load_atlas(folder).on(date(1900, 1, 1)).loc["tanfilyev"]
    assert (held["since"], held["precision"], held["until"], held["basis"]) == (
        date(1799, 1, 1),
        "year",
        date(1945, 9, 3),
        "exchange",
    )


def test_a_view_that_ends_gives_way_to_the_neutral_row(small: Atlas) -> None:
    spans = small.spans("title", "russia")["urup"]
    assert [(span.start, span.end, span.controller) for span in spans] == [
        (date(1600, 1, 1), date(1856, 12, 7), "none"),
        (date(1856, 12, 7), date(1875, 8, 22), "russia"),
        (date(1875, 8, 22), date(1946, 2, 2), "japan"),
        (date(1946, 2, 2), date(1991, 12, 26), "soviet_union"),
        (date(1991, 12, 26), None, "russia"),
    ]


@pytest.mark.parametrize("lens", ["control", "title", "claims"])
@pytest.mark.parametrize("viewpoint", ["neutral", "japan", "russia"])
def test_a_span_is_the_one_that_holds_on_the_day(small: Atlas, lens: str, viewpoint: str) -> None:
    for day in (small.start, date(1875, 8, 21), date(1945, 8, 23), small.as_of):
        for island, own in small.spans(lens, viewpoint).items():
            expected = [span for span in own if day in span]
            assert [small.span(island, day, lens=lens, viewpoint=viewpoint)] == expected
    with pytest.raises(OutOfRange):
        small.span("urup", small.as_of + DAY)
