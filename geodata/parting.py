"""Where paper and ground part: stretches of days on which the treaty names another holder."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import pairwise

from geodata.atlas import Atlas
from geodata.model import Group, Lens
from geodata.spans import NO_TREATY, Span

# By treaty nobody's in particular: the paper is silent rather than wrong.
NOBODY = frozenset({"undetermined", "disputed", "undivided"})
# Paper and ground say the same in other words: shared, or left without a border.
_SAME = frozenset({("joint", "undivided"), ("unsettled", "undivided")})


@dataclass(frozen=True, slots=True)
class Piece:
    """One island from ``start`` to before ``end``: held by ``ground``, by treaty ``paper``."""

    island: str
    start: date
    end: date
    ground: Span
    paper: Span

    @property
    def pair(self) -> tuple[str, str]:
        """Who holds the island on the ground, and who by treaty."""
        return self.ground.controller, self.paper.controller


@dataclass(frozen=True, slots=True)
class Stretch:
    """Days on which some islands were one power's on the ground and another's on paper."""

    pieces: tuple[Piece, ...]

    @property
    def ground(self) -> str:
        """Who holds the islands on the ground."""
        return self.pieces[0].pair[0]

    @property
    def paper(self) -> str:
        """Who holds them by the treaty in force."""
        return self.pieces[0].pair[1]

    @property
    def start(self) -> date:
        """The first day."""
        return self.pieces[0].start

    @property
    def full(self) -> date:
        """The day on which the last of the islands joins the stretch."""
        return max(piece.start for piece in self.pieces)

    @property
    def end(self) -> date:
        """The first day after it; the day after ``as_of`` if it has not ended."""
        return max(piece.end for piece in self.pieces)

    @property
    def islands(self) -> tuple[str, ...]:
        """The islands it touches, in the order in which they join it."""
        return tuple(dict.fromkeys(piece.island for piece in self.pieces))

    @property
    def island_days(self) -> int:
        """How many days it lasted, added up over its islands."""
        return sum((piece.end - piece.start).days for piece in self.pieces)

    @property
    def sources(self) -> tuple[str, ...]:
        """On whose word, for the ground and for the paper."""
        spans = [span for piece in self.pieces for span in (piece.ground, piece.paper)]
        return tuple(dict.fromkeys(name for span in spans for name in span.sources))


def pieces(atlas: Atlas, viewpoint: str, *, sakhalin: bool = False) -> list[Piece]:
    """Return the stretches of single islands on which ground and paper differ, by start.

    ``sakhalin`` asks for Sakhalin instead of the chain. Days before the first treaty do not
    count: there was no paper to differ from.
    """
    after = atlas.as_of + timedelta(days=1)
    titles = atlas.spans(Lens.TITLE, viewpoint)
    apart = [
        piece
        for island, held in atlas.spans(Lens.CONTROL).items()
        if (atlas.islands[island].group is Group.SAKHALIN) == sakhalin
        for piece in _joined(_overlaps(island, held, titles[island], after))
        if _part(piece)
    ]
    return sorted(apart, key=lambda piece: (piece.start, piece.end))


def stretches(atlas: Atlas, viewpoint: str, *, sakhalin: bool = False) -> list[Stretch]:
    """Gather the pieces with the same holders; where the first of them ends, a new one begins."""
    open_ones: dict[tuple[str, str], list[Piece]] = {}
    closed: list[Stretch] = []
    for piece in pieces(atlas, viewpoint, sakhalin=sakhalin):
        run = open_ones.get(piece.pair)
        if run is not None and piece.start >= min(held.end for held in run):
            closed.append(Stretch(tuple(run)))
            run = None
        if run is None:
            open_ones[piece.pair] = [piece]
        else:
            run.append(piece)
    closed += [Stretch(tuple(run)) for run in open_ones.values()]
    return sorted(closed, key=lambda stretch: (stretch.start, stretch.end))


def areas(atlas: Atlas, viewpoint: str) -> list[tuple[date, date, float, float]]:
    """Return from when to when paper and ground part on how much of the chain.

    Rows of start, end (exclusive), km² where the treaty names another holder, and km² where
    it names nobody in particular.
    """
    apart = pieces(atlas, viewpoint)
    km2 = atlas.km2
    days = sorted({day for piece in apart for day in (piece.start, piece.end)})
    rows = []
    for start, end in pairwise(days):
        shares = {False: 0.0, True: 0.0}
        for piece in apart:
            if piece.start <= start < piece.end:
                shares[piece.pair[1] in NOBODY] += km2[piece.island]
        rows.append((start, end, shares[False], shares[True]))
    return rows


def _overlaps(
    island: str, ground: Iterable[Span], paper: tuple[Span, ...], after: date
) -> Iterator[Piece]:
    for held in ground:
        for titled in paper:
            start = max(held.start, titled.start)
            end = min(held.end or after, titled.end or after)
            if start < end:
                yield Piece(island, start, end, held, titled)


def _joined(overlaps: Iterable[Piece]) -> Iterator[Piece]:
    """Make one piece of those in a row that only the records of one holder part.

    Where another record of title begins, a piece ends: the paper may say it for other reasons.
    """
    last: Piece | None = None
    for piece in overlaps:
        if last is not None and (last.pair, last.paper) == (piece.pair, piece.paper):
            sources = tuple(dict.fromkeys((*last.ground.sources, *piece.ground.sources)))
            ground = replace(last.ground, end=piece.ground.end, sources=sources)
            last = replace(last, end=piece.end, ground=ground)
            continue
        if last is not None:
            yield last
        last = piece
    if last is not None:
        yield last


def _part(piece: Piece) -> bool:
    ground, paper = piece.pair
    return paper not in (NO_TREATY, ground) and piece.pair not in _SAME
