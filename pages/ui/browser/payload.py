"""The whole history in the few kilobytes the browser needs to draw any day."""

from datetime import date
from typing import Any

from shapely import get_coordinates

from geodata import Atlas
from geodata.model import Lens, Line, Viewpoint
from geodata.time import Precision
from pages.ui.browser import naming, tiles
from pages.ui.browser.rows import Rows
from pages.ui.browser.scope import Scope
from pages.ui.drawing import palette, patterns
from pages.ui.words import captions, cite, dates, holders, text
from pages.ui.words.reader import Reader

Json = dict[str, Any]

# The ways in at the front door.
_WAYS = (
    ("line", date(1855, 2, 7), Lens.CONTROL),
    ("exchange", date(1875, 8, 22), Lens.CONTROL),
    ("war", date(1945, 8, 18), Lens.CONTROL),
    ("dispute", date(1952, 4, 28), Lens.TITLE),
)


def payload(reader: Reader, scope: Scope) -> Json:
    """Return the history in one language, ready for JSON; days count from the scope's first.

    ``spans`` holds, for each lens (and reading of the treaties), each island's place in
    ``histories``, where a list is kept once, however many islands share it, of rows
    [start, power, since, basis, note, why, doubt]: since, basis, note and why are places in
    ``texts`` or null, power is a place in the keys of ``powers``, doubt one in those of
    ``patterns.breaks`` or null. ``moments`` holds for each
    lens its [day, what happened, 1 where the short story stops too, what holds from then on or
    null], ``beginnings`` what held before, as places in ``texts``. ``coarse`` holds how the days
    are written that are not known to the day. A line has the day on which it was ``signed``.
    """
    paints = palette.paints(reader)
    powers = list(paints)
    rows = Rows(reader, scope, powers)
    spans = {
        key: [
            rows.history(island, lens, viewpoint) for island in reader.atlas.pieces(lens, viewpoint)
        ]
        for key, lens, viewpoint in lenses()
    }
    return {
        "language": reader.language,
        "tongue": tongue(reader),
        "title": reader.say("map.title"),
        "first": scope.start.isoformat(),
        "last": (scope.last - scope.start).days,
        "end_mark": _end_mark(reader, scope),
        "eras": [
            {
                "start": (era.start - scope.start).days,
                "title": era.title[reader.language],
                "mark": _mark(reader, era.start, scope),
                "opens": None if era.opens is None else (era.opens - scope.start).days,
            }
            for era in scope.eras
        ],
        "powers": {
            value: {
                "name": paint.name,
                "colours": paint.colours,
                "pattern": paint.pattern,
                "rim": [
                    {"colour": stroke.colour, "dash": stroke.dash, "offset": stroke.offset}
                    for stroke in patterns.rim(paint)
                ],
            }
            for value, paint in paints.items()
        },
        "patterns": patterns.described(),
        "status": {
            lens: {
                value: holders.status(reader, lens, value)
                for value in powers
                if lens != Lens.CONTROL or value in reader.atlas.powers
            }
            for lens in map(str, Lens)
        },
        "islands": naming.islands(reader, scope),
        "spans": spans,
        "moments": {
            key: [
                [(day - scope.start).days, rows.place(caption), int(main), rows.place(then)]
                for day, caption, main, then in captions.briefs(
                    reader.at(lens=lens, viewpoint=viewpoint)
                )
            ]
            for key, lens, viewpoint in lenses()
        },
        "beginnings": {
            key: rows.place(captions.beginning(reader.at(lens=lens, viewpoint=viewpoint)))
            for key, lens, viewpoint in lenses()
        },
        "coarse": _coarse(reader, scope),
        "lines": _lines(reader, scope),
        "landings": _landings(reader, scope),
        "arrows": _arrows(reader.atlas, scope) if scope.arrows else [],
        "places": naming.places(reader, scope),
        "groups": naming.groups(reader),
        "lenses": [{"id": str(lens), "name": reader.say(f"lens.{lens}")} for lens in Lens],
        "viewpoints": [
            {"id": str(view), "name": reader.say(f"viewpoint.{view}")} for view in Viewpoint
        ],
        "layers": _layers(reader, scope),
        "door": _door(reader, scope),
        "share": {
            "words": text.section("share", reader.language),
            "cite": cite.forms(reader),
            "tex": cite.marks(),
        },
        "tiles": tiles.TILES,
        "words": text.section("map", reader.language) | text.section("status", reader.language),
        "counts": text.counts("map", reader.language),
        "texts": rows.texts,
        "histories": rows.histories,
    }


def _door(reader: Reader, scope: Scope) -> Json:
    """Return what the front door says, and the ways it offers into this timeline's days."""
    tours = [
        {
            "title": tour.title[reader.language],
            "note": tour.lead[reader.language],
            "tour": name,
            "date": tour.stops[0].day.isoformat(),
            "lens": str(tour.stops[0].lens),
        }
        for name, tour in list(reader.atlas.guided.items())[:1]
    ]
    ways = tours + [
        {
            "title": reader.say(f"door.{name}"),
            "note": reader.say(f"door.{name}_note"),
            "tour": None,
            "date": day.isoformat(),
            "lens": str(lens),
        }
        for name, day, lens in _WAYS
    ]
    return {
        **{key: reader.say(f"door.{key}") for key in ("title", "lead", "look", "ask")},
        "ways": [] if scope.arrows else ways,
    }


def lenses() -> list[tuple[str, str, str]]:
    """Return what can be drawn as (key, lens, viewpoint): only title depends on a viewpoint."""
    return [
        (f"{lens}/{view}" if lens is Lens.TITLE else str(lens), str(lens), str(view))
        for lens in Lens
        for view in (Viewpoint if lens is Lens.TITLE else [Viewpoint.NEUTRAL])
    ]


def _mark(reader: Reader, day: date, scope: Scope) -> str:
    """Name an era's start under the axis: the year, the month where it starts mid-year."""
    if len(scope.eras) == 1:
        return reader.short(day)
    if day.month == 1 or day.day > 1:
        return str(day.year)
    return dates.narrow_month(day, reader.language)


def tongue(reader: Reader) -> Json:
    """Return the rules of the language that the browser needs: see ``atlas.speak``."""
    rules = reader.tongue
    return {
        "locale": rules.locale.replace("_", "-"),
        "closed_up": rules.closed_up,
        "letter": rules.letter,
        "ends": rules.ends,
        "dot": rules.dot,
        "semicolon": rules.semicolon,
    }


def _coarse(reader: Reader, scope: Scope) -> dict[str, str]:
    """Return the days of the story that are known to the month, year or decade, and how it says."""
    return {
        str((day - scope.start).days): now.moment(day)
        for now in (reader.at(viewpoint=str(view)) for view in Viewpoint)
        for day in now.atlas.moments(viewpoint=now.viewpoint)
        if scope.start <= day <= scope.last
        and now.atlas.precision(day, viewpoint=now.viewpoint) is not Precision.DAY
    }


def _lines(reader: Reader, scope: Scope) -> list[Json]:
    found = {}
    for view in map(str, Viewpoint):
        frame = reader.atlas.lines(viewpoint=view)
        records: dict[object, Line] = {line.id: line for line in reader.atlas.line_records(view)}
        for name, row in frame.iterrows():
            label = row["name"][reader.language]
            found[name] = {
                "id": name,
                "kind": row["kind"],
                "viewpoint": row["viewpoint"],
                "signed": _signed(reader.atlas, records[name], scope),
                "start": (row["start"] - scope.start).days,
                "end": None if row["end"] is None else (row["end"] - scope.start).days,
                "name": label,
                "label": label
                if row["strait"] is None
                else f"{label}{reader.tongue.dot}{row['strait'][reader.language]}",
                "coordinates": [
                    [[round(lat, 4), round(lon, 4)] for lon, lat in get_coordinates(part)]
                    for part in getattr(row.geometry, "geoms", [row.geometry])
                ],
            }
    return list(found.values())


def _signed(atlas: Atlas, line: Line, scope: Scope) -> int | None:
    """Return the day a treaty's line was agreed on, where it came into force later."""
    agreed = line.agreed(atlas.instruments)
    return (agreed - scope.start).days if agreed < line.start else None


def _landings(reader: Reader, scope: Scope) -> list[Json]:
    return [
        {
            "id": name,
            "island": row["island"],
            "start": (row["start"] - scope.start).days,
            "end": None if row["end"] is None else (row["end"] - scope.start).days,
            "label": reader.tongue.dot.join(
                (row["site"][reader.language], reader.written(row["start"]))
            ),
            "lat": round(row.geometry.y, 5),
            "lon": round(row.geometry.x, 5),
        }
        for name, row in reader.atlas.landings().iterrows()
    ]


def _arrows(atlas: Atlas, scope: Scope) -> list[Json]:
    """Return the ways from the ports that sources name to the landing sites, as [lat, lon]."""
    return [
        {
            "id": name,
            "start": (row["start"] - scope.start).days,
            "end": None if row["end"] is None else (row["end"] - scope.start).days,
            "from": [row["port"].lat, row["port"].lon],
            "to": [round(row.geometry.y, 5), round(row.geometry.x, 5)],
        }
        for name, row in atlas.landings().iterrows()
        if row["port"] is not None
    ]


def _end_mark(reader: Reader, scope: Scope) -> str:
    if scope.last == reader.atlas.as_of:
        return reader.say("map.today")
    return reader.short(scope.last)


def _layers(reader: Reader, scope: Scope) -> list[Json]:
    own = [
        {"id": layer, "name": reader.say(f"layer.{layer}"), "note": "", "on": True}
        for layer in ("names", "lines", "landings")
    ]
    opted = [
        {
            "id": layer,
            "name": reader.say(f"layer.{layer}"),
            "note": reader.say(f"layer.{layer}_note"),
            "on": False,
        }
        for layer in tiles.TILES
    ]
    people = {
        "id": "people",
        "name": reader.say("layer.people"),
        "note": reader.say("layer.people_note"),
        "on": False,
    }
    # the weeks of the landings are short enough to be played day by day
    every = {
        "id": "every",
        "name": reader.say("layer.every"),
        "note": reader.say("layer.every_note"),
        "on": scope.arrows,
    }
    return [*own, people, every, *opted]
