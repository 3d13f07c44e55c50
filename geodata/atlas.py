"""The questions a reader asks of the data."""

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from difflib import get_close_matches
from enum import StrEnum
from itertools import pairwise
from operator import attrgetter
from types import MappingProxyType
from typing import TypeVar

import geopandas as gpd
import pandas as pd

from geodata.citation import work
from geodata.errors import OutOfRange
from geodata.model import (
    Era,
    Event,
    GuidedTour,
    Instrument,
    Island,
    Landing,
    Lens,
    Line,
    Moment,
    Phrase,
    Place,
    Power,
    Presence,
    Source,
    Term,
    Theme,
    Tour,
    Viewpoint,
    Word,
)
from geodata.model.lesson import Lesson
from geodata.pieces import Piece
from geodata.spans import Change, Span, Spans, joined
from geodata.time import Precision, begun
from geodata.tours import Telling

W = TypeVar("W", bound=StrEnum)

_SAKHALIN = "sakhalin"


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Atlas:
    """Who held, owned and claimed which island on which day.

    Days run from ``start`` to ``as_of``, both included; the state of a day is that at its
    end. What callers do to the frames they are given does not change the atlas.

    ``lens`` is "control" (on the ground), "title" (by the treaty in force between the two
    states) or "claims"; ``viewpoint`` is "neutral", "japan" or "russia" and tells whose
    reading of the treaties counts: it never changes control or claims.
    """

    start: date
    as_of: date
    eras: tuple[Era, ...]
    islands: Mapping[str, Island]
    powers: Mapping[str, Power]
    sources: Mapping[str, Source]
    instruments: Mapping[str, Instrument]
    phrases: Mapping[str, Phrase]
    words: Mapping[str, Word]
    glossary: Mapping[str, Term]
    places: Mapping[str, Place]
    people: Mapping[str, Presence]
    tours: Mapping[str, Tour]
    guided: Mapping[str, GuidedTour]
    lessons: Mapping[str, Lesson]
    readings: Mapping[str, str]
    _shapes: gpd.GeoDataFrame = field(repr=False)
    _land: gpd.GeoDataFrame = field(repr=False)
    _lines: tuple[gpd.GeoDataFrame, tuple[Line, ...]] = field(repr=False)
    _landings: tuple[gpd.GeoDataFrame, tuple[Landing, ...]] = field(repr=False)
    _events: Mapping[str, Event] = field(repr=False)
    _moments: Mapping[date, Moment] = field(repr=False)
    _stops: Mapping[str, tuple[Telling, ...]] = field(repr=False)
    _rows: Spans = field(repr=False)
    _spans: Mapping[tuple[Lens, Viewpoint], Spans] = field(repr=False)
    _pieces: Mapping[tuple[Lens, Viewpoint], Mapping[str, tuple[Piece, ...]]] = field(repr=False)

    def source(self, citation: str) -> Source:
        """Return the work that a citation names, with or without a place in it."""
        return self.sources[work(citation)]

    @property
    def shapes(self) -> gpd.GeoDataFrame:
        """The islands' outlines (EPSG:4326) and their ``area_km2``, measured equal-area."""
        return self._shapes.copy()

    @property
    def km2(self) -> dict[str, float]:
        """Each island's area in km², as in ``shapes``."""
        return {str(name): float(area) for name, area in self._shapes["area_km2"].items()}

    @property
    def land(self) -> gpd.GeoDataFrame:
        """The coasts around the chain (EPSG:4326), which no record is about."""
        return self._land.copy()

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
        held = [self.holding(island, when, lens=lens, viewpoint=viewpoint) for island in drawn]
        columns = {
            "controller": [span.controller for span in held],
            "since": [span.start for span in held],
            "until": [span.end for span in held],
            "precision": [str(span.precision) for span in held],
            "confidence": [str(span.confidence) for span in held],
            "basis": [span.basis for span in held],
            "sources": [span.sources for span in held],
            "doubtful": [piece.doubtful for piece in drawn.values()],
            "earliest": [span.earliest for span in held],
            "latest": [span.latest for span in held],
            "note": [span.note for span in held],
        }
        index = pd.Index(list(drawn), name="island")
        frame = pd.DataFrame(
            {
                # objects, so that a day without an end stays None
                name: pd.Series(values, index=index, dtype=bool if name == "doubtful" else object)
                for name, values in columns.items()
            },
        )
        return gpd.GeoDataFrame(frame, geometry=self._shapes.geometry.loc[index])

    def spans(self, lens: str, viewpoint: str = "neutral") -> Spans:
        """Return each island's spans under a lens: in order, without gap, over all days.

        For claims a span is a stretch of days with the same claims in force together.
        """
        return dict(self._spans[_lens(lens), _viewpoint(viewpoint)])

    def pieces(self, lens: str, viewpoint: str = "neutral") -> Mapping[str, tuple[Piece, ...]]:
        """Return each island's spans cut where a doubt begins or ends, for drawing."""
        return MappingProxyType(self._pieces[_lens(lens), _viewpoint(viewpoint)])

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
        return {island: stretches[_place(stretches, when)] for island, stretches in pieces.items()}

    def span(
        self, island: str, day: date, *, lens: str = "control", viewpoint: str = "neutral"
    ) -> Span:
        """Return the span that holds for one island on ``day``: the one of ``spans``.

        Raises KeyError for an island that is not there.
        """
        when = self._within(day)
        spans = self._spans[_lens(lens), _viewpoint(viewpoint)].get(island)
        if spans is None:
            raise KeyError(_missing("island", island, self.islands))
        return spans[_place(spans, when)]

    def holding(
        self, island: str, day: date, *, lens: str = "control", viewpoint: str = "neutral"
    ) -> Span:
        """Return the span of ``day`` from the day its controller began to hold the island.

        Records that follow each other with the same controller are one holding: it begins
        with the first, as finely as that is known, and ends with the last; basis, sources
        and doubts are those of the record of the day. Of claims it begins with the newest
        of those that hold together, and ends when one begins or ends.
        """
        when = self._within(day)
        spans = self._spans[_lens(lens), _viewpoint(viewpoint)][island]
        place = _place(spans, when)
        if lens != Lens.CLAIMS:
            return joined(spans, place)
        rows = [row for row in self._rows[island] if row.lens is Lens.CLAIMS and when in row]
        newest = max(rows, key=attrgetter("start"), default=spans[place])
        return replace(spans[place], start=newest.start, precision=newest.precision)

    def history(self, island: str, lens: str | None = None) -> list[Span]:
        """Return every interval recorded for one island: control, then title, then claims.

        These are the records themselves: claims that hold at once are told one by one, and a
        government's reading of a treaty is a span of its own beside the neutral one.
        Raises KeyError for an island that is not there.
        """
        question = None if lens is None else _lens(lens)
        rows = self._rows.get(island)
        if rows is None:
            raise KeyError(_missing("island", island, self.islands))
        return [span for span in rows if question is None or span.lens is question]

    def moments(self, *, lens: str | None = None, viewpoint: str = "neutral") -> list[date]:
        """Return the days after the first on which anything on the map changes, in order.

        That is a holder under any lens or under ``lens``, a line, or a landing that begins.
        Where only a doubt begins or ends, or the mark of a landing goes, nothing is passed on:
        such a day is no moment.
        """
        lenses = [lens] if lens else list(Lens)
        days = {
            after.start
            for each in lenses
            for spans in self.spans(each, viewpoint).values()
            for before, after in pairwise(spans)
            if before.controller != after.controller
        }
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
        lenses = [*Lens] if lens is None else [_lens(lens)]
        views = (Viewpoint.NEUTRAL, _viewpoint(viewpoint))
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
        return [
            Change(island, before.controller, after.controller, after.basis)
            for island, spans in self.spans(lens, viewpoint).items()
            for before, after in pairwise(spans)
            if after.start == when and before.controller != after.controller
        ]

    def lines(self, day: date | None = None, *, viewpoint: str = "neutral") -> gpd.GeoDataFrame:
        """Return the boundary lines in force, observed or claimed on ``day`` (EPSG:4326).

        A viewpoint adds its own lines to the neutral ones. Without a day: those of all days.
        """
        frame, _ = self._lines
        seen = self.line_records(viewpoint)
        return frame.loc[[line.id for line in seen if self._current(line, day)]].copy()

    def line_records(self, viewpoint: str = "neutral") -> list[Line]:
        """Return the records behind ``lines``, of all days, without their shapes."""
        views = (Viewpoint.NEUTRAL, _viewpoint(viewpoint))
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

    def events(
        self, start: date | None = None, end: date | None = None, theme: str | None = None
    ) -> list[Event]:
        """Return the events that touch the days from ``start`` to before ``end``, in order.

        Without them: from the first day, to the last.
        """
        wanted = None if theme is None else _word(Theme, "theme", theme)
        first = self.start if start is None else _plain(start)
        last = self.as_of + timedelta(days=1) if end is None else _plain(end)
        return [
            event
            for event in self._events.values()
            if event.date < last
            and (event.date >= first or (event.end is not None and event.end > first))
            and wanted in (None, event.theme)
        ]

    def event(self, name: str) -> Event:
        """Return the event with this id; KeyError where there is none."""
        if name not in self._events:
            raise KeyError(_missing("event", name, self._events))
        return self._events[name]

    def stops(self, name: str) -> tuple[Telling, ...]:
        """Return the days of one of the lists of ``tours``, in order.

        Of a span and a pair they are the first and the last day. KeyError where there is no
        such list; those of ``model.Listed`` are always there.
        """
        if name not in self._stops:
            raise KeyError(_missing("list", name, self._stops))
        return self._stops[name]

    def areas(
        self,
        *,
        lens: str = "control",
        viewpoint: str = "neutral",
        region: str = "kurils",
    ) -> pd.DataFrame:
        """Return how much each controller holds, from the first day and from every change.

        One row a ``day`` and ``controller``: ``km2``, measured equal-area on the shapes, and
        the number of ``islands``. ``region`` is "kurils", "sakhalin" or "all".
        """
        if region not in ("kurils", "sakhalin", "all"):
            raise ValueError(f"region {region!r} is none of kurils, sakhalin, all")
        km2 = self.km2
        spans = {
            island: stretches
            for island, stretches in self.spans(lens, viewpoint).items()
            if region == "all" or (self.islands[island].group == _SAKHALIN) == (region == _SAKHALIN)
        }
        passes = sorted(
            (after.start, island, after.controller)
            for island, stretches in spans.items()
            for before, after in pairwise(stretches)
            if before.controller != after.controller
        )
        held = {island: stretches[0].controller for island, stretches in spans.items()}
        rows = _tally(self.start, held, km2)
        for day in sorted({day for day, _, _ in passes}):
            held |= {island: holder for when, island, holder in passes if when == day}
            rows += _tally(day, held, km2)
        return pd.DataFrame(rows, columns=["day", "controller", "km2", "islands"])

    def _within(self, day: date) -> date:
        plain = _plain(day)
        if not self.start <= plain <= self.as_of:
            raise OutOfRange(plain, self.start, self.as_of)
        return plain

    def _current(self, record: Line | Landing, day: date | None) -> bool:
        return day is None or self._within(day) in record.interval


def _tally(
    day: date, held: Mapping[str, str], km2: Mapping[str, float]
) -> list[tuple[object, ...]]:
    """Add up what each controller holds on one day."""
    shares: dict[str, list[float]] = {}
    for island, controller in sorted(held.items()):
        shares.setdefault(controller, []).append(km2[island])
    return [
        (day, controller, sum(areas), len(areas)) for controller, areas in sorted(shares.items())
    ]


def _place(stretches: Sequence[Span | Piece], day: date) -> int:
    """Return which of an island's stretches a day falls in; they are in order, without a gap."""
    return bisect_right(stretches, day, key=attrgetter("start")) - 1


def _plain(day: date) -> date:
    """Take the day of a moment; refuse what is no day at all."""
    if isinstance(day, datetime):
        return day.date()
    if not isinstance(day, date):
        raise TypeError(f"a day is a datetime.date, not {day!r}")
    return day


def _lens(word: str) -> Lens:
    return _word(Lens, "lens", word)


def _viewpoint(word: str) -> Viewpoint:
    return _word(Viewpoint, "viewpoint", word)


def _word(words: type[W], kind: str, word: str) -> W:
    try:
        return words(word)
    except ValueError:
        raise ValueError(f"{kind} {word!r} is none of {', '.join(words)}") from None


def _missing(kind: str, name: str, names: Iterable[str]) -> str:
    near = get_close_matches(name, list(names))
    return f"there is no {kind} {name!r}" + (f"; near it: {', '.join(near)}" if near else "")
