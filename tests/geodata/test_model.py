"""What the records refuse, and in which words."""

from datetime import date, datetime
from typing import Any

import pytest
from pydantic import ValidationError

from geodata.model import (
    Article,
    Claim,
    Control,
    Count,
    Island,
    Landing,
    Loss,
    Power,
    Record,
    Source,
    Text,
    Title,
)

TEXT = {"en": "a", "ja": "あ", "ru": "а"}
CONTROL = {
    "island": "urup",
    "start": "1875-08-22",
    "end": "1945-08-31",
    "controller": "japan",
    "basis": "exchange",
    "confidence": "high",
    "sources": ["jc2"],
}
CLAIM = {
    "claimant": "japan",
    "islands": ["urup", "@habomai"],
    "start": "1855-02-07",
    "basis": "exchange",
    "confidence": "high",
    "sources": ["jc2"],
}
TITLE = {"island": "urup", "start": "1875-08-22", "holder": "japan", "sources": ["jc2"]}
SOURCE = {
    "id": "jc2",
    "title": "A compendium",
    "producer": "Two ministries",
    "kind": "document",
    "accessed": "2026-11-22",
    "language": "multiple",
    "perspective": "other",
}
POWER = {
    "id": "soviet_union",
    "name": TEXT,
    "status": TEXT,
    "colour": "#E69F00",
    "pattern": "falling",
    "lenses": ["control"],
}
ISLAND = {
    "id": "brat-chirpoyev",
    "group": "south",
    "name": TEXT,
    "romaji": "Minami-jima",
    "sources": ["jc2"],
}
LOSS = {"side": "soviet", "kind": "killed", "low": 1, "high": 2, "by": TEXT, "sources": ["jc2"]}
LANDING = {
    "id": "shumshu",
    "island": "shumshu",
    "start": "1945-08-18",
    "confidence": "high",
    "site": TEXT,
    "site_today": TEXT,
    "soviet": {"units": TEXT},
    "japanese": {"units": TEXT},
    "outcome": TEXT,
    "sources": ["jc2"],
}

WHOLE: list[tuple[type[Record], dict[str, Any]]] = [
    (Text, TEXT),
    (Control, CONTROL),
    (Control, CONTROL | {"sources": ["jc2", "jc2#16", "jc2#часть 2"]}),
    (Claim, CLAIM),
    (Title, TITLE),
    (Source, SOURCE),
    (Source, SOURCE | {"published": "2024-02-29"}),
    (Source, SOURCE | {"published": "2026-11"}),
    (Power, POWER),
    (Island, ISLAND),
    (Island, ISLAND | {"wikidata": "Q1", "geonames": "1", "osm": "relation/1"}),
    (Loss, LOSS),
    (Landing, LANDING),
    (Count, {"year": 1884, "people": 97, "sources": ["jc2"]}),
]

NO_DAY = "is not a day of the calendar written YYYY-MM-DD"
NO_DATE = "is not a year, month or day of the calendar"
NO_ID = "String should match pattern"

REFUSED: list[tuple[type[Record], dict[str, Any], dict[str, Any], str]] = [
    (Text, TEXT, {"ru": ""}, "at least 1 character"),
    (Text, TEXT, {"ru": "  "}, "at least 1 character"),
    (Text, TEXT, {"fra": "a"}, "not the two letters of a language"),
    (Control, CONTROL, {"start": "1875-13-01"}, NO_DAY),
    (Control, CONTROL, {"start": "1875-02-29"}, NO_DAY),
    (Control, CONTROL, {"start": "1875"}, NO_DAY),
    (Control, CONTROL, {"start": "0"}, NO_DAY),
    (Control, CONTROL, {"start": 0}, NO_DAY),
    (Control, CONTROL, {"start": datetime(1875, 8, 22)}, NO_DAY),  # noqa: DTZ001  # as TOML reads it
    (Control, CONTROL, {"start": "18750822"}, NO_DAY),
    (Control, CONTROL, {"start": "22 August 1875"}, NO_DAY),
    (Control, CONTROL, {"end": "1875-08-22"}, "end 1875-08-22 is not after start 1875-08-22"),
    (Control, CONTROL, {"end": "1875-08-21"}, "end 1875-08-21 is not after start 1875-08-22"),
    (Control, CONTROL, {"precision": "century"}, "'day', 'month', 'year' or 'decade'"),
    (Control, CONTROL, {"confidence": "certain"}, "'high', 'medium' or 'low'"),
    (Control, CONTROL, {"island": "Urup"}, NO_ID),
    (Control, CONTROL, {"basis": "the exchange"}, NO_ID),
    (Control, CONTROL, {"sources": []}, "at least 1 item"),
    (Control, CONTROL, {"sources": ["jc2", "jc2"]}, "names the same id twice"),
    (Control, CONTROL, {"sources": [""]}, NO_ID),
    (Control, CONTROL, {"sources": ["jc2#"]}, NO_ID),
    (Control, CONTROL, {"sources": ["jc2# 16"]}, NO_ID),
    (Control, CONTROL, {"sources": ["jc2#16;17"]}, NO_ID),
    (Control, CONTROL, {"sources": ["jc2#p#16"]}, NO_ID),
    (Control, CONTROL, {"sources": ["jc2#16", "jc2#16"]}, "names the same id twice"),
    (Control, CONTROL, {"holder": "japan"}, "Extra inputs are not permitted"),
    (Control, CONTROL, {"earliest": "1875-08-01"}, "earliest and latest come together"),
    (Control, CONTROL, {"latest": "1875-09-01"}, "earliest and latest come together"),
    (
        Control,
        CONTROL,
        {"earliest": "1875-09-01", "latest": "1875-09-30"},
        "start 1875-08-22 lies outside the window 1875-09-01 to 1875-09-30",
    ),
    (Claim, CLAIM, {"islands": []}, "at least 1 item"),
    (Title, TITLE, {"viewpoint": "usa"}, "'neutral', 'japan' or 'russia'"),
    (Source, SOURCE, {"url": "www.mofa.go.jp"}, NO_ID),
    (Source, SOURCE, {"at": {"16": "page 16"}}, NO_ID),
    (Source, SOURCE, {"published": "May 1999"}, NO_ID),
    (Source, SOURCE, {"published": "0000"}, NO_DATE),
    (Source, SOURCE, {"published": "１９９９"}, NO_DATE),
    (Source, SOURCE, {"published": "2008-13"}, NO_DATE),
    (Source, SOURCE, {"published": "2008-13-45"}, NO_DATE),
    (Source, SOURCE, {"published": "2008-02-31"}, NO_DATE),
    (Source, SOURCE, {"published": "2026-11-23"}, "is after accessed 2026-11-22"),
    (Source, SOURCE, {"published": "2027"}, "is after accessed 2026-11-22"),
    (Source, SOURCE, {"accessed": "yesterday"}, NO_DAY),
    (Source, SOURCE, {"language": "eo"}, "Input should be"),
    (Source, SOURCE, {"perspective": "neutral"}, "Input should be"),
    (Source, SOURCE, {"kind": "blog"}, "Input should be"),
    (Source, SOURCE, {"seen": "never"}, "Input should be"),
    (Source, SOURCE, {"author": [""]}, "at least 1 character"),
    (Power, POWER, {"id": "soviet-union"}, NO_ID),
    (Power, POWER, {"colour": "orange"}, NO_ID),
    (Power, POWER, {"pattern": "stars"}, "Input should be"),
    (Island, ISLAND, {"group": "far"}, "Input should be"),
    (Island, ISLAND, {"area": {"value": 0, "sources": ["jc2"]}}, "greater than 0"),
    (Island, ISLAND, {"area": {"value": 3}}, "Field required"),
    (Island, ISLAND, {"sources": ()}, "at least 1 item"),
    (Island, ISLAND, {"wikidata": "123"}, NO_ID),
    (Island, ISLAND, {"wikidata": "Q0"}, NO_ID),
    (Island, ISLAND, {"geonames": "Q123"}, NO_ID),
    (Island, ISLAND, {"osm": "123"}, NO_ID),
    (Island, ISLAND, {"osm": "area/123"}, NO_ID),
    (Article, {"article": "2–IV (c)", "text": TEXT}, {"article": "2X"}, NO_ID),
    (Article, {"article": "2–IV (c)", "text": TEXT}, {"article": "٢"}, NO_ID),
    (Loss, LOSS, {"low": 3}, "high 2 is below low 3"),
    (Loss, LOSS, {"low": -1}, "greater than or equal to 0"),
    (Landing, LANDING, {"local_time": "2:30"}, NO_ID),
    (Landing, LANDING, {"soviet_time": "24:00"}, NO_ID),
    (Landing, LANDING, {"local_time": "0２:30"}, NO_ID),
    (
        Count,
        {"year": 1884, "people": 97, "sources": ["jc2"]},
        {"year": 84},
        "greater than or equal",
    ),
]


@pytest.mark.parametrize(("model", "given"), WHOLE)
def test_a_whole_record_is_taken(model: type[Record], given: dict[str, Any]) -> None:
    assert set(model.model_validate(given).model_fields_set) == set(given)


@pytest.mark.parametrize(("model", "given", "spoilt", "message"), REFUSED)
def test_a_bad_record_is_refused_with_a_reason(
    model: type[Record],
    given: dict[str, Any],
    spoilt: dict[str, Any],
    message: str,
) -> None:
    with pytest.raises(ValidationError) as refusal:
        model.model_validate({**given, **spoilt})
    assert message in str(refusal.value)


@pytest.mark.parametrize(("model", "given"), WHOLE)
def test_a_record_cannot_be_changed(model: type[Record], given: dict[str, Any]) -> None:
    record = model.model_validate(given)
    field = next(iter(model.model_fields))
    with pytest.raises(ValidationError, match="frozen"):
        setattr(record, field, getattr(record, field))


@pytest.mark.parametrize(
    ("more", "doubtful"),
    [
        ({}, False),
        ({"confidence": "medium"}, False),
        ({"confidence": "low"}, True),
        ({"earliest": "1875-08-22", "latest": "1875-08-23"}, True),
        ({"earliest": "1875-08-22", "latest": "1945-08-31"}, True),
    ],
)
def test_a_record_is_doubtful_by_low_confidence_or_a_window(
    more: dict[str, Any],
    doubtful: bool,  # noqa: FBT001  # a column of the table above
) -> None:
    assert Control.model_validate({**CONTROL, **more}).doubtful is doubtful


def test_text_is_read_by_language() -> None:
    assert [Text.model_validate(TEXT)[language] for language in ("en", "ja", "ru")] == [
        *TEXT.values()
    ]


def test_a_dated_record_knows_its_days() -> None:
    interval = Control.model_validate(CONTROL).interval
    assert date(1945, 8, 30) in interval
    assert date(1945, 8, 31) not in interval
