"""The rules of evidence: what high confidence and a government's reading ask for."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date

from geodata.citation import work
from geodata.errors import Problem
from geodata.grades import SIDE_OF, both_there, own_text, sure, weak
from geodata.model import Claim, Confidence, Control, Event, Landing, Line, Source
from geodata.records import Records, Row

# the works that are cited, or none if one of them cannot be judged
Works = Callable[[Iterable[str]], list[Source]]
Sure = Control | Landing | Claim | Line | Event

_HIGH = "high asks for a document, or two studies, official publications or reports of the time"
_EITHER = ", one of each side"


def evidence(records: Records) -> Iterator[Problem]:
    """Yield every record that says more than its sources carry.

    A record that cites a source which is not there, or faulty, is passed over: that is reported.
    """
    sources = {row.record.id: row.record for row in records.sources}

    def works(citations: Iterable[str]) -> list[Source]:
        names = [work(citation) for citation in citations]
        return [sources[name] for name in names] if sources.keys() >= {*names} else []

    yield from _confidence(records, works)
    yield from _instruments(records, works)
    yield from _readings(records, works)


def _confidence(records: Records, works: Works) -> Iterator[Problem]:
    for row, day, both in _sure(records):
        told = works(row.record.sources)
        if told and not sure(told, day, both=both):
            yield Problem(row.file, row.name, "confidence", _HIGH + (_EITHER if both else ""))


def _sure(records: Records) -> Iterator[tuple[Row[Sure], date, bool]]:
    """Yield the records of high confidence, their day, and whether both sides were there."""
    held: Iterable[Row[Control | Landing]] = (*records.control, *records.landings)
    for one in held:
        if one.record.confidence is Confidence.HIGH:
            yield one, one.record.start, both_there(one.record.start)
    other: Iterable[Row[Claim | Line]] = (*records.claims, *records.lines)
    for two in other:
        if two.record.confidence is Confidence.HIGH:
            yield two, two.record.start, False
    for event in records.events:
        if event.record.confidence is Confidence.HIGH:
            yield event, event.record.date, False


def _instruments(records: Records, works: Works) -> Iterator[Problem]:
    for row in records.instruments:
        told = works(row.record.sources)
        if told and all(map(weak, told)):
            yield Problem(row.file, row.name, "sources", "rests on weak sources only")


def _readings(records: Records, works: Works) -> Iterator[Problem]:
    for row in records.instruments:
        for side, perspective in SIDE_OF.items():
            reading = getattr(row.record, side)
            told = works(reading.sources) if reading and reading.voice == "government" else []
            if told and not own_text(told, perspective):
                message = f"has no text of a {perspective} government (or is its voice others?)"
                yield Problem(row.file, row.name, side, message)
    for title in records.title:
        perspective = SIDE_OF.get(title.record.viewpoint, "")
        told = works(title.record.sources) if perspective else []
        if told and not own_text(told, perspective):
            message = f"this reading has no text of a {perspective} government"
            yield Problem(title.file, title.name, "sources", message)
