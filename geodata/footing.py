"""What the atlas rests on: its citations by kind, what stands on one side or on weak kinds."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from geodata.atlas import Atlas
from geodata.citation import cited, work
from geodata.grades import SIDE_OF, SIDES, both_there, sides, weak
from geodata.model import Lens, Source, Viewpoint


@dataclass(frozen=True, slots=True)
class Footing:
    """One record and the works it cites.

    ``kind`` is control, title, claims, instrument, event, line, landing, island or place;
    ``name`` the record's id, an island's for the first three; ``day`` None for places.
    """

    kind: str
    name: str
    day: date | None
    viewpoint: str
    works: tuple[Source, ...]

    @property
    def weak(self) -> bool:
        """Whether all its works are weak."""
        return all(map(weak, self.works))

    @property
    def sides(self) -> frozenset[str]:
        """Whose accounts are among its works, weak ones apart."""
        return frozenset().union(*(sides(source) for source in self.works if not weak(source)))


def footings(atlas: Atlas) -> Iterator[Footing]:
    """Yield the footing of every record: a claim once, however many islands it names."""
    seen = set()
    for island in atlas.islands:
        for span in atlas.history(island):
            if span.lens is Lens.CLAIMS:
                if span in seen:
                    continue
                seen.add(span)
            yield Footing(
                str(span.lens),
                island,
                span.start,
                str(span.viewpoint),
                _works(atlas, span.sources),
            )
    lines = {line.id: line for view in Viewpoint for line in atlas.line_records(view)}
    for kind, day, record in (
        *(("instrument", one.signed, one) for one in atlas.instruments.values()),
        *(("event", one.date, one) for one in atlas.events()),
        *(("line", one.start, one) for one in lines.values()),
        *(("landing", one.start, one) for one in atlas.landing_records()),
        *(("island", None, one) for one in atlas.islands.values()),
        *(("place", None, one) for one in atlas.places.values() if one.sources),
    ):
        yield Footing(kind, record.id, day, "neutral", _works(atlas, cited(record)))


def kinds(atlas: Atlas) -> Counter[str]:
    """Count the citations by the kind of the work; those seen in a copy only as "copy"."""
    return Counter(
        "copy" if weak(source) and source.seen == "copy" else str(source.kind)
        for footing in footings(atlas)
        for source in footing.works
    )


def weak_share(atlas: Atlas) -> float:
    """Return which part of all citations (0 to 1) goes to weak sources."""
    told = [weak(source) for footing in footings(atlas) for source in footing.works]
    return sum(told) / len(told)


def on_weak_only(atlas: Atlas) -> list[Footing]:
    """Return the records that only weak sources tell."""
    return [footing for footing in footings(atlas) if footing.weak]


def one_sided(atlas: Atlas) -> list[Footing]:
    """Return the records of control that lack a side, of the years when both were there."""
    return [
        footing
        for footing in footings(atlas)
        if footing.kind == "control"
        and footing.day
        and both_there(footing.day)
        and not footing.sides >= SIDES
    ]


def one_sided_titles(atlas: Atlas) -> list[Footing]:
    """Return the records of title, whoever reads it, that lack a side."""
    return [
        footing
        for footing in footings(atlas)
        if footing.kind == "title" and not footing.sides >= SIDES
    ]


def readings_of_one(atlas: Atlas) -> list[Footing]:
    """Return a government's readings of title that no work of its own side tells."""
    return [
        footing
        for footing in footings(atlas)
        if footing.viewpoint in SIDE_OF
        and SIDE_OF[Viewpoint(footing.viewpoint)] not in footing.sides
    ]


def _works(atlas: Atlas, citations: Iterable[str]) -> tuple[Source, ...]:
    """Return the works cited, each once."""
    return tuple(atlas.sources[name] for name in dict.fromkeys(map(work, citations)))
