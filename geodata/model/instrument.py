"""A treaty, declaration or order, and the lines it draws."""

import re
from collections.abc import Mapping
from datetime import date
from typing import Annotated, Literal

from pydantic import Field, model_validator

from geodata.model.dated import Confidence, Dated
from geodata.model.lens import Viewpoint
from geodata.model.record import Day, Id, Ids, Named, Record, Sourced, Text, in_order, refuse

# "2", "1–4", "2 (c)", "I".
_NUMBER = r"^([0-9]+|[IVX]+)(?:–([0-9]+|[IVX]+))?(?: \((.+)\))?$"


class Article(Record):
    """What one article of an instrument says, in our own words.

    It is named by its number, "2", "1–4", "2 (c)", or, where it has none or each language
    writes it in its own way, by a phrase: the ``part``.
    """

    article: Annotated[str, Field(pattern=_NUMBER)] | None = None
    part: Id | None = None
    text: Text

    @model_validator(mode="after")
    def _named(self) -> "Article":
        if (self.article is None) == (self.part is None):
            raise refuse("article", "has a number or a part, and not both")
        return self

    @property
    def numbers(self) -> tuple[str | None, str | None, str | None]:
        """The number, the last one of several, and what stands in brackets; None for none."""
        found = re.match(_NUMBER, self.article or "")
        number, last, within = found.groups() if found else (None, None, None)
        return number, last, within


class Reading(Record):
    """How one side reads an instrument, attributed.

    ``voice`` is government where its own text is cited, others where its reading is known
    from authors or the press.
    """

    text: Text
    voice: Literal["government", "others"] = "government"
    sources: Sourced


class Instrument(Named):
    """A treaty, declaration or order.

    ``in_force`` is the day it takes effect (title changes that day), empty where it never
    did or needs no such day; ``ended`` the first day on which it no longer binds.
    ``paper`` and ``ground`` say what it changed, on paper and on the islands.
    """

    name: Text
    kind: Literal["treaty", "agreement", "declaration", "statement", "order", "law"]
    signed: Day
    in_force: Day | None = None
    ended: Day | None = None
    articles: tuple[Article, ...] = ()
    paper: Text
    ground: Text
    japan: Reading | None = None
    russia: Reading | None = None
    wording: Reading | None = None
    sources: Sourced

    @model_validator(mode="after")
    def _ordered(self) -> "Instrument":
        in_order(("signed", self.signed), ("in_force", self.in_force), same=True)
        in_order(("in_force", self.in_force or self.signed), ("ended", self.ended))
        return self


class Line(Named, Dated):
    """A boundary line, with ``parts``, the ids on either side of it.

    ``start`` to ``end`` is when it was in force (kind treaty), observed (de_facto) or claimed.
    ``course`` says how it is known where it ran: described by a document, drawn along the median
    between the shores, or a stroke that only marks the strait (schematic).
    """

    kind: Literal["treaty", "de_facto", "claim"]
    course: Literal["described", "median", "schematic"]
    name: Text
    strait: Text | None = None
    parts: tuple[Ids, Ids]
    instrument: Id | None = None
    viewpoint: Viewpoint = Viewpoint.NEUTRAL
    confidence: Confidence = Confidence.HIGH
    note: Text | None = None
    sources: Sourced

    def agreed(self, instruments: Mapping[str, Instrument]) -> date:
        """Return the first day it is on the map: that of a treaty is there once it is signed."""
        treaty = instruments.get(self.instrument or "")
        if self.kind != "treaty" or treaty is None:
            return self.start
        return min(treaty.signed, self.start)
