"""What the atlas answers to a task: nothing here is typed, all is read from the data."""

from collections.abc import Iterable
from hashlib import blake2s

from geodata.model import Event, Lens
from geodata.model.lesson import Passage, Table, Task
from pages.ui.drawing import palette
from pages.ui.words import extents, holders
from pages.ui.words.reader import Reader


def holding(reader: Reader, table: Table) -> list[list[str]]:
    """Return who had each island of a table on each of its days: a row an island."""
    paints = palette.paints(reader)
    days = [
        reader.atlas.drawn(day, lens=table.lens, viewpoint=table.viewpoint) for day in table.days
    ]
    return [
        [paints[held[island].span.controller].name for held in days] for island in table.islands
    ]


def shuffled(reader: Reader, events: Iterable[str]) -> list[Event]:
    """Return events in an order of their own, always the same and never that of their days."""
    told = [reader.atlas.event(name) for name in events]
    told.sort(key=lambda event: blake2s(event.id.encode()).digest())
    if told == _by_day(told):
        told.reverse()
    return told


def order(reader: Reader, events: Iterable[str]) -> str:
    """Return the letters under which ``shuffled`` events stand, by their days."""
    told = shuffled(reader, events)
    letters = letter(reader)
    return " → ".join(letters[told.index(event)] for event in _by_day(told))


def letter(reader: Reader) -> str:
    """Return the letters by which a class of this language counts."""
    return reader.say("lesson.letters")


def passed(reader: Reader, passage: Passage) -> list[str]:
    """Say what passed from whom to whom on a day, with the number and the names of the islands."""
    groups: dict[tuple[str, str], list[str]] = {}
    for change in reader.atlas.changes(passage.day, lens=passage.lens):
        groups.setdefault((change.before, change.after), []).append(change.island)
    return [
        reader.say(
            "compare.step",
            before=holders.name(reader, before),
            after=holders.name(reader, after),
            islands=extents.islands(reader, names),
        )
        + reader.bracketed(reader.listed(map(reader.name, names)))
        for (before, after), names in groups.items()
    ]


def question(reader: Reader, task: Task) -> str:
    """Say what a task asks."""
    if task.question:
        return task.question[reader.language]
    if task.table:
        return reader.say(f"lesson.table_{task.table.lens}")
    if task.passed:
        lens = Lens(task.passed.lens)
        day = reader.at(task.passed.day, lens=lens).moment(task.passed.day)
        return reader.say(f"lesson.passed_{lens}", date=day)
    return reader.say("lesson.order")


def _by_day(events: Iterable[Event]) -> list[Event]:
    return sorted(events, key=lambda event: event.date)
