"""What is told of each moment: a record for each day that needs one, and none for another."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from geodata.atlas import Atlas
from geodata.errors import Problem
from geodata.model import QUESTIONS, Lens, Moment, Viewpoint
from geodata.records import Row
from geodata.wording import texts

FILE = "moments.toml"
# As long as a sentence over the map may be: words, in Japanese signs.
LONGEST = {"en": 25, "ja": 60, "ru": 25}
_WORD = re.compile(r"\w[\w’-]*")


def length(sentence: str, language: str) -> int:
    """Count a sentence's words, of Japanese its signs."""
    return len(sentence) if language == "ja" else len(_WORD.findall(sentence))


def check_moments(atlas: Atlas, rows: Sequence[Row[Moment]]) -> Iterator[Problem]:
    """Yield each day that is told and has no record, each record of another day, and what it lacks.

    A record needs ``then`` for each lens whose holders change that day; no text is too long.
    """
    told = {row.record.day: row.record for row in rows}
    needed = _needed(atlas)
    for day in sorted({*needed} - {*told}):
        parts = [] if day == atlas.start else ["text"]
        parts += [f"then.{_name(*one)}" for one in QUESTIONS if _changes(atlas, day, *one)]
        message = f"needs a record with {', '.join(parts)}: {'; '.join(needed[day])}"
        yield Problem(FILE, day.isoformat(), "", message)
    for row in rows:
        if row.record.day not in needed:
            message = "nothing changes that day, and no instrument is signed or takes effect"
            yield Problem(row.file, row.name, "", message)
            continue
        if row.record.text is None and row.record.day != atlas.start:
            yield Problem(row.file, row.name, "text", "Field required")
        yield from _states(atlas, row)
        yield from _long(row)


def _needed(atlas: Atlas) -> dict[date, list[str]]:
    """Return the days to be told, each with what an editor should know about it."""
    days: dict[date, dict[str, None]] = {atlas.start: {"the atlas begins": None}}

    def add(day: date | None, what: str) -> None:
        if day is not None and atlas.start < day <= atlas.as_of:
            days.setdefault(day, {})[what] = None

    for instrument in atlas.instruments.values():
        add(instrument.signed, f"{instrument.id} is signed")
        add(instrument.in_force, f"{instrument.id} takes effect")
    for line in (line for view in Viewpoint for line in atlas.line_records(view)):
        add(line.start, f"the line {line.id} begins")
        add(line.end, f"the line {line.id} ends")
    for landing in atlas.landing_records():
        add(landing.start, f"the landing {landing.id}")
    for lens, view in QUESTIONS:
        for day in atlas.moments(lens=lens, viewpoint=view):
            for what in _passed(atlas, day, lens, view):
                if what not in days.get(day, {}):  # else a reading says what the neutral one does
                    add(day, what if view is Viewpoint.NEUTRAL else f"{what}, as {view} reads it")
    return {day: list(whats) for day, whats in days.items()}


def _passed(atlas: Atlas, day: date, lens: Lens, view: Viewpoint) -> Iterable[str]:
    changes = atlas.changes(day, lens=lens, viewpoint=view)
    groups = Counter((change.before, change.after) for change in changes)
    for (before, after), count in groups.items():
        first = next(one.island for one in changes if (one.before, one.after) == (before, after))
        rest = f" and {count - 1} more" if count > 1 else ""
        yield f"{lens} of {first}{rest} passes from {before} to {after}"


def _name(lens: Lens, view: Viewpoint) -> str:
    return str(lens) if view is Viewpoint.NEUTRAL else f"{lens}_{view}"


def _changes(atlas: Atlas, day: date, lens: Lens, view: Viewpoint) -> bool:
    """Say whether holders change that day; on the first day all do."""
    return day == atlas.start or bool(atlas.changes(day, lens=lens, viewpoint=view))


def _states(atlas: Atlas, row: Row[Moment]) -> Iterator[Problem]:
    for lens, view in QUESTIONS:
        told = row.record.then.of(lens, view) is not None
        if not told and _changes(atlas, row.record.day, lens, view):
            message = "holders change that day: say what holds from then on"
            yield Problem(row.file, row.name, f"then.{_name(lens, view)}", message)


def _long(row: Row[Moment]) -> Iterator[Problem]:
    for path, text in texts(row.record):
        for language, most in LONGEST.items():
            if (count := length(text[language], language)) > most:
                what = "signs" if language == "ja" else "words"
                message = f"is {count} {what} long; a sentence has at most {most}"
                yield Problem(row.file, row.name, f"{path}.{language}", message)
