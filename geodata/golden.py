"""What a reader sees of the data in short, to be kept beside the tests: the golden file."""

import json
from collections.abc import Iterable, Iterator
from datetime import date

from geodata import parting
from geodata.atlas import Atlas
from geodata.model import QUESTIONS, Lens, Viewpoint

Held = dict[str, str]


def golden(atlas: Atlas) -> str:
    """Return as JSON who had what on the first and the last day, and each change between.

    Each change of the data that a reader can see is a line here, and so a line of the
    difference between two golden files. Where ground and paper part is told besides.
    """
    content = {
        "first": _held(atlas, atlas.start),
        "changes": {day.isoformat(): _passed(atlas, day) for day in _days(atlas)},
        "last": _held(atlas, atlas.as_of),
        "parting": {str(viewpoint): _parting(atlas, viewpoint) for viewpoint in Viewpoint},
    }
    return json.dumps(content, ensure_ascii=False, indent=1, allow_nan=False) + "\n"


def changed(before: bytes, after: str) -> list[str]:
    """Return what two golden files tell differently, one line a fact: no longer so, now so.

    An earlier one that is no JSON, as Git leaves one in which two changes meet, counts as empty;
    a first line says so.
    """
    try:
        earlier, told = json.loads(before or "{}"), []
    except ValueError as error:
        earlier, told = {}, [f"the earlier file cannot be read ({error}): all is told as new"]
    old, new = (dict.fromkeys(_lines(content)) for content in (earlier, json.loads(after)))
    return [
        *told,
        *(f"no longer {line}" for line in old if line not in new),
        *(f"now {line}" for line in new if line not in old),
    ]


def _lines(content: object, place: str = "") -> Iterator[str]:
    if isinstance(content, dict):
        for key, value in content.items():
            yield from _lines(value, f"{place}{key}, ")
    elif isinstance(content, list):
        for value in content:
            yield from _lines(value, place)
    else:
        yield f"{place.removesuffix(', ')}: {content}"


def _days(atlas: Atlas) -> list[date]:
    return sorted(
        {
            day
            for lens, viewpoint in QUESTIONS
            for day in atlas.moments(lens=lens, viewpoint=viewpoint)
            if atlas.changes(day, lens=lens, viewpoint=viewpoint)
        }
    )


def _held(atlas: Atlas, day: date) -> dict[str, Held]:
    return _differing(
        {
            (lens, viewpoint): _gathered(
                (piece.span.controller, island)
                for island, piece in atlas.drawn(day, lens=lens, viewpoint=viewpoint).items()
            )
            for lens, viewpoint in QUESTIONS
        }
    )


def _passed(atlas: Atlas, day: date) -> dict[str, Held]:
    return _differing(
        {
            (lens, viewpoint): _gathered(
                (f"{change.before} → {change.after}", change.island)
                for change in atlas.changes(day, lens=lens, viewpoint=viewpoint)
            )
            for lens, viewpoint in QUESTIONS
        }
    )


def _gathered(pairs: Iterable[tuple[str, str]]) -> Held:
    islands: dict[str, list[str]] = {}
    for what, island in pairs:
        islands.setdefault(what, []).append(island)
    return {what: " ".join(sorted(names)) for what, names in sorted(islands.items())}


def _differing(answers: dict[tuple[Lens, Viewpoint], Held]) -> dict[str, Held]:
    """Name the answers; a government's reading is told where it differs from the neutral one."""
    return {
        str(lens) if viewpoint is Viewpoint.NEUTRAL else f"{lens} ({viewpoint})": held
        for (lens, viewpoint), held in answers.items()
        if (held and viewpoint is Viewpoint.NEUTRAL) or held != answers[lens, Viewpoint.NEUTRAL]
    }


def _parting(atlas: Atlas, viewpoint: str) -> list[str]:
    return [
        f"{stretch.start} to {_end(atlas, stretch)}: {stretch.ground} on the ground, "
        f"{stretch.paper} by treaty; islands {len(stretch.islands)} (all from {stretch.full})"
        for sakhalin in (False, True)
        for stretch in parting.stretches(atlas, viewpoint, sakhalin=sakhalin)
    ]


def _end(atlas: Atlas, stretch: parting.Stretch) -> str:
    if stretch.end > atlas.as_of:
        return "this day"
    return f"before {stretch.end}, {stretch.island_days} island-days"
