"""The gazetteer for other gazetteers keeps the rules of the Linked Places Format.

The format's own repository has a context and samples, no schema; the World Historical Gazetteer,
which takes such files, has the only one there is. What it asks of the parts that the atlas writes
stands in data/linked-places.schema.json in our own words, nowhere wider. The context has every key
we write but ``fclasses``, which the format's text asks for since its version 1.3.
"""

import json
from copy import deepcopy
from datetime import date, timedelta
from typing import Any

import pytest
from jsonschema import Draft7Validator
from shapely import from_geojson

from geodata import Atlas
from geodata.exports import rows
from geodata.exports.gazetteer import linked_places
from tests.conftest import ROOT

SCHEMA = json.loads((ROOT / "tests/data/linked-places.schema.json").read_text(encoding="utf-8"))
Json = dict[str, Any]


@pytest.fixture(scope="module")
def gazetteer(atlas: Atlas) -> Json:
    read: Json = json.loads(linked_places(atlas))
    return read


def wrong(gazetteer: Json) -> list[str]:
    """Return where a gazetteer breaks a rule, and which."""
    found = Draft7Validator(SCHEMA).iter_errors(gazetteer)
    return [f"{'/'.join(map(str, one.absolute_path))}: {one.message[:200]}" for one in found]


def test_it_keeps_every_rule(gazetteer: Json) -> None:
    Draft7Validator.check_schema(SCHEMA)
    assert wrong(gazetteer) == []


# A key or place in the gazetteer, and what is put there; nothing: it is taken away.
PLACE = ("features", 0)
SPAN = (*PLACE, "when", "timespans", 0)
SHAPE = (*PLACE, "geometry", "geometries", 0)
RELATION = (*PLACE, "relations", 0)
BREAKS: dict[str, tuple[tuple[str | int, ...], object]] = {
    "no context": (("@context",), None),
    "no places": (("features",), []),
    "another key": (("note",), "one"),
    "another key of a place": ((*PLACE, "note"), "one"),
    **{
        f"a place without {key}": ((*PLACE, key), None)
        for key in SCHEMA["definitions"]["place"]["required"]
    },
    "no title": ((*PLACE, "properties", "title"), None),
    "an unknown class": ((*PLACE, "properties", "fclasses"), ["Q"]),
    "an address that is none": ((*PLACE, "@id"), "urup"),
    "a name without its toponym": ((*PLACE, "names", 0, "toponym"), None),
    "a language that is none": ((*PLACE, "names", 0, "lang"), "e"),
    "names without a source": ((*PLACE, "names"), [{"toponym": "Urup"}]),
    "a type of another list": ((*PLACE, "types", 0, "identifier"), "x"),
    "a shape that is none": ((*SHAPE, "type"), "Circle"),
    "a point off the globe": ((*SHAPE, "coordinates"), [45.0, 150.0]),
    "a point of one number": ((*SHAPE, "coordinates"), [45.0]),
    "a polygon of three points": (
        SHAPE,
        {"type": "Polygon", "coordinates": [[[0, 0], [1, 1], [0, 0]]]},
    ),
    "a relation to nothing": ((*RELATION, "relationTo"), None),
    "a doubt of another kind": ((*RELATION, "certainty"), "perhaps"),
    "a source that is not named": ((*RELATION, "citations", 0, "label"), None),
    "a stretch without a start": ((*SPAN, "start"), None),
    **{
        f"a day written {day}": ((*SPAN, "end"), {"in": day})
        for day in ("1755~", "1755?", "175X", "1755-13", "1755-1-1", "22 August 1875", "")
    },
    "half a window": ((*SPAN, "end"), {"latest": "1755"}),
    "a day in a window too": ((*SPAN, "end", "latest"), "1755"),
    "a description of two lines": ((*PLACE, "descriptions", 0, "value"), "one\ntwo"),
    "a link to nowhere": ((*PLACE, "links"), [{"type": "exactMatch", "identifier": "Q1"}]),
}


@pytest.mark.parametrize("change", BREAKS)
def test_what_breaks_a_rule_is_told(gazetteer: Json, change: str) -> None:
    (*way, last), put = BREAKS[change]
    broken: Any = deepcopy({**gazetteer, "features": gazetteer["features"][3:4]})
    assert wrong(broken) == []
    part = broken
    for step in way:
        part = part[step]
    if put is None:
        del part[last]
    else:
        part[last] = put
    assert wrong(broken)


def test_it_tells_of_every_island(atlas: Atlas, gazetteer: Json) -> None:
    features = gazetteer["features"]
    assert [one["@id"].rpartition(":")[2] for one in features] == [*atlas.islands]
    for one, island in zip(features, atlas.islands.values(), strict=True):
        assert one["properties"]["title"] == island.name.en
        toponyms = {each["toponym"] for each in one["names"]}
        assert {*(island.name[code] for code in rows.LANGUAGES), *island.aliases} <= toponyms
        assert one["names"][0]["citations"]
        point, shape = (from_geojson(json.dumps(part)) for part in one["geometry"]["geometries"])
        assert shape.equals(atlas.shapes.geometry[island.id])
        assert shape.distance(point) < 1e-4


def test_it_tells_who_held_what_and_when(atlas: Atlas, gazetteer: Json) -> None:
    for one, spans in zip(gazetteer["features"], atlas.spans("control").values(), strict=True):
        for relation, span in zip(one["relations"], spans, strict=True):
            assert relation["relationTo"].rpartition(":")[2] == span.controller
            [timespan] = relation["when"]["timespans"]
            assert _may_be(timespan["start"], span.start)
            end = span.end or atlas.as_of
            assert any(_may_be(timespan["end"], day) for day in (end, end - timedelta(days=1)))


def _may_be(edge: dict[str, str], day: date) -> bool:
    """Say whether an edge may mean a day: one of its year or month, or of its window."""
    written = day.isoformat()
    if "in" in edge:
        return written.startswith(edge["in"])
    return edge["earliest"] <= written <= edge["latest"]
