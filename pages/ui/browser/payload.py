"""The whole history in the few kilobytes the browser needs to draw any day."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from geodata.model import QUESTIONS, Lens, Viewpoint
from geodata.time import Precision
from pages.ui.browser import marks, naming, tiles
from pages.ui.browser.door import door
from pages.ui.browser.rows import Rows
from pages.ui.browser.scope import Scope
from pages.ui.drawing import palette, patterns
from pages.ui.drawing.palette import Paint
from pages.ui.words import captions, cite, dates, holders, text
from pages.ui.words.reader import Reader

Json = dict[str, Any]


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
    return {
        "language": reader.language,
        "tongue": tongue(reader),
        "title": reader.say("map.title"),
        **_axis(reader, scope),
        "powers": {value: _paint(paint) for value, paint in paints.items()},
        "patterns": patterns.described(),
        "status": _statuses(reader, paints),
        "islands": naming.islands(reader, scope),
        **_story(reader, scope, Rows(reader, scope, list(paints))),
        "lines": marks.lines(reader, scope),
        "landings": marks.landings(reader, scope),
        "arrows": marks.arrows(reader.atlas, scope) if scope.arrows else [],
        "places": naming.places(reader, scope),
        "groups": naming.groups(reader),
        "lenses": [{"id": str(lens), "name": reader.say(f"lens.{lens}")} for lens in Lens],
        "viewpoints": [
            {"id": str(view), "name": reader.say(f"viewpoint.{view}")} for view in Viewpoint
        ],
        "layers": _layers(reader, scope),
        "door": door(reader, scope),
        "share": {
            "words": text.section("share", reader.language),
            "cite": cite.forms(reader),
            "tex": cite.marks(),
        },
        "tiles": tiles.TILES,
        "words": text.section("map", reader.language) | text.section("status", reader.language),
        "counts": text.counts("map", reader.language),
    }


def _axis(reader: Reader, scope: Scope) -> Json:
    """Return the days of the timeline, its eras, and how it writes what is not known to the day."""
    return {
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
        "coarse": _coarse(reader, scope),
    }


def _paint(paint: Paint) -> Json:
    return {
        "name": paint.name,
        "colours": paint.colours,
        "pattern": paint.pattern,
        "rim": [
            {"colour": stroke.colour, "dash": stroke.dash, "offset": stroke.offset}
            for stroke in patterns.rim(paint)
        ],
    }


def _statuses(reader: Reader, values: Iterable[str]) -> dict[str, dict[str, str]]:
    """Return how each lens says that an island has a value."""
    return {
        lens: {
            value: holders.status(reader, lens, value)
            for value in values
            if lens != Lens.CONTROL or value in reader.atlas.powers
        }
        for lens in map(str, Lens)
    }


def _story(reader: Reader, scope: Scope, rows: Rows) -> Json:
    """Return what each lens tells of each island and moment; its words once, in ``texts``."""
    views = [(key, reader.at(lens=lens, viewpoint=viewpoint)) for key, lens, viewpoint in lenses()]
    return {
        "spans": {
            key: [
                rows.history(island, now.lens, now.viewpoint)
                for island in reader.atlas.pieces(now.lens, now.viewpoint)
            ]
            for key, now in views
        },
        "moments": {
            key: [
                [(day - scope.start).days, rows.place(caption), int(main), rows.place(then)]
                for day, caption, main, then in captions.briefs(now)
            ]
            for key, now in views
        },
        "beginnings": {key: rows.place(captions.beginning(now)) for key, now in views},
        "texts": rows.texts,
        "histories": rows.histories,
    }


def lenses() -> list[tuple[str, str, str]]:
    """Return what can be drawn as (key, lens, viewpoint)."""
    return [
        (f"{lens}/{view}" if lens.by_viewpoint else str(lens), str(lens), str(view))
        for lens, view in QUESTIONS
    ]


def _mark(reader: Reader, day: date, scope: Scope) -> str:
    """Name an era's start under the axis: the year, the month where it starts mid-year."""
    if len(scope.eras) == 1:
        return reader.short(day)
    if day.month == 1 or day.day > 1:
        return str(day.year)
    return dates.narrow_month(day, reader.language)


def tongue(reader: Reader) -> Json:
    """Return the rules that the browser speaks by: see ``sentences.js`` and ``numbers.js``."""
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
