"""The islands as a gazetteer: Linked Places Format 1.3, which is GeoJSON too.

https://github.com/LinkedPasts/linked-places-format says what it holds. Country codes are left
out: whose some islands are is in dispute, and who held each is told by its relations. Days are
without marks of doubt, which the World Historical Gazetteer does not read: a rough one is two.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import timedelta
from itertools import zip_longest

import shapely

from geodata.atlas import Atlas
from geodata.model import Confidence, Group, Island, Lens
from geodata.spans import Span
from geodata.time import edtf, until

Json = Mapping[str, object]

_CONTEXT = (
    "https://raw.githubusercontent.com/LinkedPasts/linked-places/master/"
    "linkedplaces-context-v1.1.jsonld"
)
# Terms of the Art & Architecture Thesaurus, in the wording of the format's own list.
_ISLAND = {"identifier": "aat:300008791", "label": "islands"}
_PART = {"identifier": "aat:300182722", "label": "regions (geographic)"}
# What stands between: the format's text and its schema spell the middle word differently.
_CERTAINTY = {Confidence.HIGH: "certain", Confidence.LOW: "uncertain"}
_LINKS = {
    "wikidata": "http://www.wikidata.org/entity/{}",
    "geonames": "https://sws.geonames.org/{}/",
    "osm": "https://www.openstreetmap.org/{}",
}
_DIGITS = 5


def linked_places(atlas: Atlas) -> bytes:
    """Return the gazetteer of all islands, with names in every language and who held them."""
    shapes = atlas.shapes.geometry
    features = [_feature(atlas, island, shapes[name]) for name, island in atlas.islands.items()]
    whole = {"type": "FeatureCollection", "@context": _CONTEXT, "features": features}
    return (json.dumps(whole, ensure_ascii=False, indent=1) + "\n").encode()


def _feature(atlas: Atlas, island: Island, shape: shapely.Geometry) -> Json:
    covered = {"start": {"in": str(atlas.start)}, "end": {"in": str(atlas.as_of)}}
    return {
        "@id": f"urn:kuril-atlas:island:{island.id}",
        "type": "Feature",
        "properties": {"title": island.name.en, "fclasses": ["T"]},
        "when": {"timespans": [covered], "label": "the days the atlas covers"},
        "names": list(_names(atlas, island)),
        "types": [_PART if island.group is Group.SAKHALIN else _ISLAND],
        "geometry": {
            "type": "GeometryCollection",
            "geometries": [
                {**json.loads(shapely.to_geojson(one)), "certainty": "certain"}
                for one in (_middle(shape), shape)
            ],
        },
        "links": [
            {"type": "exactMatch", "identifier": address.format(known)}
            for name, address in _LINKS.items()
            if (known := getattr(island, name))
        ],
        "relations": list(_relations(atlas, island)),
        "descriptions": list(_descriptions(island)),
    }


def _middle(shape: shapely.Geometry) -> shapely.Point:
    """Return a point on the island, as finely as the shapes are."""
    point = shapely.point_on_surface(shape)
    return shapely.Point(round(point.x, _DIGITS), round(point.y, _DIGITS))


def _descriptions(island: Island) -> Iterator[Json]:
    if island.note:
        for language in island.note.languages:
            yield {"value": island.note[language], "lang": language}


def _names(atlas: Atlas, island: Island) -> Iterator[Json]:
    cited = _citations(atlas, island.sources)
    for language in island.name.languages:
        yield {"toponym": island.name[language], "lang": language, "citations": cited}
    yield {"toponym": island.romaji, "lang": "ja-Latn", "citations": cited}
    yield from ({"toponym": kana, "lang": "ja-Hira"} for kana in island.kana)
    if island.ainu:
        cited = _citations(atlas, island.ainu.sources)
        yield {"toponym": island.ainu.name, "lang": "ain", "citations": cited}
    yield from ({"toponym": alias} for alias in island.aliases)


def _citations(atlas: Atlas, sources: Iterable[str]) -> list[Json]:
    works = (atlas.source(citation) for citation in sources)
    return [
        {"label": work.title} | ({"@id": work.url} if work.url else {})
        for work in {work.id: work for work in works}.values()
    ]


def _relations(atlas: Atlas, island: Island) -> Iterator[Json]:
    """Yield who held the island on the ground, and when."""
    history = atlas.spans(Lens.CONTROL)[island.id]
    for span, after in zip_longest(history, history[1:]):
        end = _end(after) if after else {"in": str(atlas.as_of)}
        timespan = {"start": _start(span), "end": end}
        certainty = _CERTAINTY.get(span.confidence)
        yield {
            "relationType": "gvp:tgn3000_related_to",
            "relationTo": f"urn:kuril-atlas:power:{span.controller}",
            "label": atlas.powers[span.controller].status.en,
            "when": {"timespans": [timespan]},
            "citations": _citations(atlas, span.sources),
            **({"certainty": certainty} if certainty else {}),
        }


def _start(span: Span) -> Json:
    if span.earliest and span.latest:
        return {"earliest": str(span.earliest), "latest": str(span.latest)}
    return {"in": edtf(span.start, span.precision)}


def _end(after: Span) -> Json:
    """Return when a record ends: before the next one, whose start may lie in a window."""
    if after.earliest and after.latest:
        day = timedelta(days=1)
        return {"earliest": str(after.earliest - day), "latest": str(after.latest - day)}
    return {"in": until(after.start, after.precision)}
