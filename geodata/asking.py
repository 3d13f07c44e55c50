"""What may be asked as settled: the days of an island on which no record is in doubt."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from geodata.atlas import Atlas
from geodata.model import QUESTIONS, Confidence, Event, Lens, Viewpoint
from geodata.spans import NO_TREATY, UNCLAIMED, Span, ending
from geodata.time import Precision

_DAY = timedelta(days=1)
_AROUND = 10  # years: as far as a start known to the decade may be off
# A state and the one that goes on in its place are one side.
_SIDES = {"soviet_union": "russia"}


@dataclass(frozen=True, slots=True)
class Certain:
    """One island from ``start`` to ``last``, both included, on which nothing is in doubt.

    ``ground`` holds it; ``titles`` gives its holder by treaty in each reading, ``claims`` who
    claims it ("japan+russia" where both do).
    """

    island: str
    start: date
    last: date
    ground: Span
    titles: tuple[tuple[Viewpoint, Span], ...]
    claims: Span

    @property
    def claimants(self) -> tuple[str, ...]:
        """Return who claims the island; nobody where no state is known to."""
        return tuple(one for one in self.claims.controller.split("+") if one != UNCLAIMED)

    @property
    def settled(self) -> bool:
        """Whether one side holds the island, and no paper and no claim names another."""
        side = sided(self.ground.controller)
        owners = {span.controller for _, span in self.titles} - {NO_TREATY}
        return {sided(one) for one in (*owners, *self.claimants)} <= {side}


@dataclass(frozen=True, slots=True)
class Changed:
    """What a day changed for an island: its holder, its holder by treaty, both or neither.

    ``event`` is what the chronicle tells of the day.
    """

    island: str
    day: date
    event: Event
    ground: bool
    paper: bool


def sided(power: str) -> str:
    """Return the side a power is of: the Soviet Union and Russia are one."""
    return _SIDES.get(power, power)


def certain(atlas: Atlas) -> Iterator[Certain]:
    """Yield the stretches of every island without a doubt under any lens, in order.

    A record of low confidence, the days that sources give for a change, and the month, year or
    decade that a start is known to are left out.
    """
    for island in atlas.islands:
        doubts = _doubts(atlas, island, *Lens)
        edges = {atlas.start, atlas.as_of + _DAY}
        for lens, view in QUESTIONS:
            edges |= {span.start for span in atlas.spans(lens, view)[island]}
        for first, last in doubts:
            edges |= {first, last + _DAY}
        inside = sorted(day for day in edges if atlas.start <= day <= atlas.as_of + _DAY)
        for start, end in pairwise(inside):
            if not any(first <= start <= last for first, last in doubts):
                yield _certain(atlas, island, start, end - _DAY)


def changed(atlas: Atlas) -> Iterator[Changed]:
    """Yield what the days of the treaties and of the islands' changes of hands changed.

    Of days on which holder and title are beyond doubt, and of title alike in every reading.
    """
    papers = {span.basis for _, spans in _titles(atlas) for span in spans if span.basis}
    treaties = {
        (name, day)
        for name in papers
        for day in (atlas.instruments[name].signed, atlas.instruments[name].in_force)
        if atlas.instruments[name].kind == "treaty"
    }
    for island in atlas.islands:
        doubts = _doubts(atlas, island, Lens.CONTROL, Lens.TITLE)
        for day, event in _told(atlas, island, treaties).items():
            eve = day - _DAY
            if day <= atlas.start or any(first <= day and eve <= last for first, last in doubts):
                continue
            before, after = (_certain(atlas, island, one, one) for one in (eve, day))
            passed = {
                old.controller != new.controller
                for (_, old), (_, new) in zip(before.titles, after.titles, strict=True)
            }
            if len(passed) == 1:
                ground = before.ground.controller != after.ground.controller
                yield Changed(island, day, event, ground=ground, paper=passed == {True})


def _told(atlas: Atlas, island: str, treaties: set[tuple[str, date | None]]) -> dict[date, Event]:
    """Return the events, by day, that tell of a treaty or of the island's change of hands."""
    turns = {span.start for span in atlas.spans(Lens.CONTROL)[island]}
    told: dict[date, Event] = {}
    for event in atlas.events():
        known = event.precision is Precision.DAY and event.confidence is Confidence.HIGH
        own = event.date in turns and island in event.islands
        if known and (own or (event.instrument, event.date) in treaties):
            told.setdefault(event.date, event)
    return told


def _titles(atlas: Atlas) -> Iterator[tuple[str, tuple[Span, ...]]]:
    for view in Viewpoint:
        yield from atlas.spans(Lens.TITLE, view).items()


def _certain(atlas: Atlas, island: str, start: date, last: date) -> Certain:
    titles = tuple(
        (view, atlas.span(island, start, lens=Lens.TITLE, viewpoint=view)) for view in Viewpoint
    )
    ground, claims = (atlas.span(island, start, lens=lens) for lens in (Lens.CONTROL, Lens.CLAIMS))
    return Certain(island, start, last, ground, titles, claims)


def _doubts(atlas: Atlas, island: str, *lenses: Lens) -> list[tuple[date, date]]:
    """Return the stretches, both days included, on which a record of the island is in doubt."""
    rows = [span for span in atlas.history(island) if span.lens in lenses]
    doubts = []
    for span in rows:
        if span.confidence is Confidence.LOW:
            doubts.append((span.start, atlas.as_of if span.end is None else span.end - _DAY))
        if span.earliest and span.latest:
            doubts.append((span.earliest, span.latest))
        doubts.append(_around(span.start, span.precision))
        if span.end is not None:
            doubts.append(_around(span.end, ending(span, rows)))
    return [(first, last) for first, last in doubts if first <= last]


def _around(day: date, precision: Precision) -> tuple[date, date]:
    """Return the days on which a change known so finely may have been; none of one known."""
    match precision:
        case Precision.DAY:
            return day, day - _DAY
        case Precision.MONTH:
            return day.replace(day=1), (day.replace(day=1) + 31 * _DAY).replace(day=1) - _DAY
        case Precision.YEAR:
            return date(day.year, 1, 1), date(day.year, 12, 31)
    return date(max(1, day.year - _AROUND), 1, 1), date(day.year + _AROUND, 12, 31)
