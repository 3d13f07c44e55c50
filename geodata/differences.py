"""What differs between two days: which islands, how much land, and by what it changed."""

from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise

from geodata.atlas import Atlas
from geodata.model import Group
from geodata.spans import Span


@dataclass(slots=True)
class Step:
    """Islands that passed together from one holder to another; ``spans`` are the new records."""

    before: str
    islands: list[str] = field(default_factory=list)
    spans: list[Span] = field(default_factory=list)

    @property
    def span(self) -> Span:
        """One of the new records; all share day, holder and basis."""
        return self.spans[0]

    @property
    def sources(self) -> tuple[str, ...]:
        """What all the records cite, each source once."""
        return tuple(dict.fromkeys(name for span in self.spans for name in span.sources))


@dataclass(frozen=True, slots=True)
class Difference:
    """Islands that one holder has on the earlier day and another one on the later.

    ``islands`` by size, the largest first; ``steps`` are all changes of hands between, in
    order. Sakhalin's parts never stand together with the Kurils.
    """

    before: str
    after: str
    islands: tuple[str, ...]
    km2: float
    steps: tuple[Step, ...]


def differences(
    atlas: Atlas, first: date, second: date, lens: str, viewpoint: str
) -> list[Difference]:
    """Return what differs between two days, ``first`` not after ``second``; most land first."""
    passed: dict[tuple[bool, str, str], list[str]] = {}
    spans = atlas.spans(lens, viewpoint)
    held = [atlas.drawn(day, lens=lens, viewpoint=viewpoint) for day in (first, second)]
    for island in spans:
        before, after = (drawn[island].span.controller for drawn in held)
        if before != after:
            sakhalin = atlas.islands[island].group is Group.SAKHALIN
            passed.setdefault((sakhalin, before, after), []).append(island)
    km2 = atlas.km2
    pairs = [
        Difference(
            before,
            after,
            tuple(sorted(islands, key=km2.__getitem__, reverse=True)),
            sum(km2[island] for island in islands),
            _steps({island: spans[island] for island in islands}, first, second),
        )
        for (_, before, after), islands in sorted(passed.items(), key=lambda item: item[0][0])
    ]
    kurils = [pair for pair in pairs if atlas.islands[pair.islands[0]].group is not Group.SAKHALIN]
    rest = [pair for pair in pairs if pair not in kurils]
    return [pair for part in (kurils, rest) for pair in sorted(part, key=lambda pair: -pair.km2)]


def unchanged(atlas: Atlas, differing: list[Difference]) -> tuple[list[str], float]:
    """Return the islands of the Kurils that do not differ, and their km²."""
    moved = {island for pair in differing for island in pair.islands}
    still = [
        name
        for name, island in atlas.islands.items()
        if name not in moved and island.group is not Group.SAKHALIN
    ]
    km2 = atlas.km2
    return still, sum(km2[name] for name in still)


def lines(atlas: Atlas, first: date, second: date, viewpoint: str) -> tuple[list[str], list[str]]:
    """Return the ids of the lines only the later day has, and of those only the earlier has."""
    records = atlas.line_records(viewpoint)
    before, after = (
        [line.id for line in records if day in line.interval] for day in (first, second)
    )
    return [name for name in after if name not in before], [
        name for name in before if name not in after
    ]


def _steps(spans: dict[str, tuple[Span, ...]], first: date, second: date) -> tuple[Step, ...]:
    steps: dict[tuple[date, str, str, str], Step] = {}
    for island, stretches in spans.items():
        for before, after in pairwise(stretches):
            if first < after.start <= second and before.controller != after.controller:
                key = (after.start, before.controller, after.controller, after.basis)
                step = steps.setdefault(key, Step(before.controller))
                step.islands.append(island)
                step.spans.append(after)
    return tuple(steps[key] for key in sorted(steps))
