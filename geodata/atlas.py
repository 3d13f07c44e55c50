"""The questions a reader asks of the data."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

import geopandas as gpd
import pandas as pd

from geodata import arguments, holders
from geodata.catalogue import Catalogue
from geodata.changes import Change, areas, passed
from geodata.errors import OutOfRange
from geodata.model import Group, Landing, Lens, Line, Moment, Viewpoint
from geodata.pieces import Piece
from geodata.spans import Span, Spans
from geodata.time import Precision, begun


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Atlas(Catalogue):
    """Who held, owned and claimed which island on which day.

    Days run from ``start`` to ``as_of``, both included; the state of a day is that at its
    end. What callers do to the frames they are given does not change the atlas.

    ``lens`` is "control" (on the ground), "title" (by the treaty in force between the two
    states) or "claims"; ``viewpoint`` is "neutral", "japan" or "russia" and tells whose
    reading of the treaties counts: it never changes control or claims.
    """

    _lines: tuple[gpd.GeoDataFrame, tuple[Line, ...]]
    _landings: tuple[gpd.GeoDataFrame, tuple[Landing, ...]]
    _moments: Mapping[date, Moment]
    _rows: Spans
    _spans: Mapping[tuple[Lens, Viewpoint], Spans]
    _pieces: Mapping[tuple[Lens, Viewpoint], Mapping[str, tuple[Piece, ...]]]

    # a notebook prints what a cell ends in: all records would be as long as a book
    def __repr__(self) -> str:
        days = f"{self.start} to {self.as_of}"
        return f"<Atlas of {days}: {len(self.islands)} islands, data {self.version}>"

    def on(
        self, day: date, *, lens: str = "control", viewpoint: str = "neutral"
    ) -> gpd.GeoDataFrame:
        """Return what each island is on ``day``, with its shape (EPSG:4326), indexed by id.

        ``controller`` is the holder, owner or claimants of the lens ("japan+russia" where
        both claim, "unclaimed" where nobody does), from ``since`` to before ``until`` (None:
        to this day), whatever records these days are made of (see ``holding``);
        ``precision`` is that of ``since``, all else that of the record of the day.
        ``doubtful`` says whether the map marks the island as uncertain that day (see ``pieces``).
        ``basis`` is a phrase id, for title an instrument id; it and ``note`` are empty where
        there is none.
        """
        when = self._within(day)
        drawn = self.drawn(when, lens=lens, viewpoint=viewpoint)
        held = {
            island: self.holding(island, when, lens=lens, viewpoint=viewpoint) for island in drawn
        }
        frame = holders.table(held, drawn)
        return gpd.GeoDataFrame(frame, geometry=self._shapes.geometry.loc[frame.index])

    def spans(self, lens: str, viewpoint: str = "neutral") -> Spans:
        """Return each island's spans under a lens: in order, without gap, over all days.

        For claims a span is a stretch of days with the same claims in force together.
        """
        return dict(self._spans[arguments.question(lens, viewpoint)])

    def pieces(self, lens: str, viewpoint: str = "neutral") -> Mapping[str, tuple[Piece, ...]]:
        """Return each island's spans cut where a doubt begins or ends, for drawing."""
        return MappingProxyType(self._pieces[arguments.question(lens, viewpoint)])

    def drawn(
        self,
        day: date,
        *,
        lens: str = "control",
        viewpoint: str = "neutral",
    ) -> dict[str, Piece]:
        """Return what ``on`` does, without shapes and in a tenth of the time: piece by island."""
        when = self._within(day)
        pieces = self.pieces(lens, viewpoint)
        return {island: holders.at(stretches, when) for island, stretches in pieces.items()}

    def span(
        self, island: str, day: date, *, lens: str = "control", viewpoint: str = "neutral"
    ) -> Span:
        """Return the span that holds for one island on ``day``: the one of ``spans``.

        Raises KeyError for an island that is not there.
        """
        when = self._within(day)
        spans = self._spans[arguments.question(lens, viewpoint)]
        return holders.at(arguments.named("island", island, spans), when)

    def holding(
        self, island: str, day: date, *, lens: str = "control", viewpoint: str = "neutral"
    ) -> Span:
        """Return the span of ``day`` from the day its controller began to hold the island.

        Records that follow each other with the same controller are one holding: it begins
        with the first, as finely as that is known, and ends with the last; basis, sources
        and doubts are those of the record of the day. Of claims it begins with the newest
        of those that hold together, and ends when one begins or ends.
        Raises KeyError for an island that is not there.
        """
        when = self._within(day)
        spans = self._spans[arguments.question(lens, viewpoint)]
        held = arguments.named("island", island, spans)
        return holders.holding(held, self._rows[island], when)

    def history(self, island: str, lens: str | None = None) -> list[Span]:
        """Return every interval recorded for one island: control, then title, then claims.

        These are the records themselves: claims that hold at once are told one by one, and a
        government's reading of a treaty is a span of its own beside the neutral one.
        Raises KeyError for an island that is not there.
        """
        question = None if lens is None else arguments.lens(lens)
        rows = arguments.named("island", island, self._rows)
        return [span for span in rows if question is None or span.lens is question]

    def moments(self, *, lens: str | None = None, viewpoint: str = "neutral") -> list[date]:
        """Return the days after the first on which anything on the map changes, in order.

        That is a holder under any lens or under ``lens``, a line, or a landing that begins.
        Where only a doubt begins or ends, or the mark of a landing goes, nothing is passed on:
        such a day is no moment.
        """
        lenses = [*Lens] if lens is None else [lens]
        days = {day for each in lenses for day, _ in passed(self.spans(each, viewpoint))}
        for line in self.line_records(viewpoint):
            days |= {line.start, line.end or self.start}
        days |= {landing.start for landing in self._landings[1]}
        return sorted(day for day in days if self.start < day <= self.as_of)

    def turns(self, *, lens: str = "control", viewpoint: str = "neutral") -> list[date]:
        """Return the days after the first that a lens's story stops at, in order.

        Those of ``moments``, and each instrument's signing and coming into force.
        """
        papers = {
            day
            for instrument in self.instruments.values()
            for day in (instrument.signed, instrument.in_force)
            if day is not None and self.start < day <= self.as_of
        }
        return sorted(papers.union(self.moments(lens=lens, viewpoint=viewpoint)))

    def story(self, *, lens: str = "control", viewpoint: str = "neutral") -> tuple[Moment, ...]:
        """Return what is told of the first day and of each of the ``turns``, in order."""
        days = [self.start, *self.turns(lens=lens, viewpoint=viewpoint)]
        return tuple(self._moments[day] for day in days)

    def precision(
        self, day: date, *, lens: str | None = None, viewpoint: str = "neutral"
    ) -> Precision:
        """Return how finely one of the ``moments`` is known: as finely as what begins on it.

        That is the finest of the records, lines and landings that do; a day on which none
        begins, as the atlas's first, is taken as it stands.
        """
        when = self._within(day)
        if when == self.start:
            return Precision.DAY
        lenses = [*Lens] if lens is None else [arguments.lens(lens)]
        views = (Viewpoint.NEUTRAL, arguments.viewpoint(viewpoint))
        starts = [
            (row.start, row.precision)
            for rows in self._rows.values()
            for row in rows
            if row.start == when and row.lens in lenses and row.viewpoint in views
        ]
        drawn: list[Line | Landing] = [*self.line_records(viewpoint), *self._landings[1]]
        return begun(when, starts + [(record.start, record.precision) for record in drawn])

    def changes(
        self,
        day: date,
        *,
        lens: str = "control",
        viewpoint: str = "neutral",
    ) -> list[Change]:
        """Return the islands that pass from one holder to another on ``day``, and why."""
        when = self._within(day)
        return [change for _, change in passed(self.spans(lens, viewpoint), when)]

    def lines(self, day: date | None = None, *, viewpoint: str = "neutral") -> gpd.GeoDataFrame:
        """Return the boundary lines in force, observed or claimed on ``day`` (EPSG:4326).

        A viewpoint adds its own lines to the neutral ones. Without a day: those of all days.
        """
        frame, _ = self._lines
        seen = self.line_records(viewpoint)
        return frame.loc[[line.id for line in seen if self._current(line, day)]].copy()

    def line_records(self, viewpoint: str = "neutral") -> list[Line]:
        """Return the records behind ``lines``, of all days, without their shapes."""
        views = (Viewpoint.NEUTRAL, arguments.viewpoint(viewpoint))
        return [line for line in self._lines[1] if line.viewpoint in views]

    def landing_records(self) -> tuple[Landing, ...]:
        """Return the records behind ``landings``, of all days, without their points.

        They stand by day and hour; one of unknown hour is its day's last.
        """
        return self._landings[1]

    def landings(self, day: date | None = None) -> gpd.GeoDataFrame:
        """Return the landings under way on ``day`` (EPSG:4326); without a day: all of them."""
        frame, landings = self._landings
        return frame.loc[[record.id for record in landings if self._current(record, day)]].copy()

    def areas(
        self,
        *,
        lens: str = "control",
        viewpoint: str = "neutral",
        region: str = "kurils",
    ) -> pd.DataFrame:
        """Return how much each controller holds, from the first day and from every change.

        One row a ``day`` and ``controller``: ``km2``, summed as the property ``km2`` has them,
        and the number of ``islands``. ``region`` is "kurils", "sakhalin" or "all".
        """
        if region not in ("kurils", "sakhalin", "all"):
            raise ValueError(f"region {region!r} is none of kurils, sakhalin, all")
        spans = {
            island: stretches
            for island, stretches in self.spans(lens, viewpoint).items()
            if region == "all"
            or (self.islands[island].group is Group.SAKHALIN) == (region == Group.SAKHALIN)
        }
        return areas(spans, self.km2, self.start)

    def _within(self, day: date) -> date:
        plain = arguments.plain(day)
        if not self.start <= plain <= self.as_of:
            raise OutOfRange(plain, self.start, self.as_of)
        return plain

    def _current(self, record: Line | Landing, day: date | None) -> bool:
        return day is None or self._within(day) in record.interval
