"""What holds for some days, and how sure we are of it."""

from enum import StrEnum

from pydantic import model_validator

from geodata.model.record import Day, Id, Record, in_order, refuse
from geodata.time import Interval, Precision


class Confidence(StrEnum):
    """How far a record can be relied on (the codebook says what each word asks for)."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


class Dated(Record):
    """What holds from ``start`` on (state at the end of that local day) to before ``end``."""

    start: Day
    precision: Precision = Precision.DAY
    end: Day | None = None

    @model_validator(mode="after")
    def _ordered(self) -> "Dated":
        in_order(("start", self.start), ("end", self.end))
        return self

    @property
    def interval(self) -> Interval:
        """The record's days, half-open."""
        return Interval(self.start, self.end)


class Doubtful(Dated):
    """A dated record that carries how sure we are.

    ``earliest`` to ``latest`` (both inclusive) is the window of start days that serious
    sources give; both or neither are set, ``start`` lies inside, and it ends with the record
    at the latest.
    """

    confidence: Confidence
    earliest: Day | None = None
    latest: Day | None = None
    note: Id | None = None

    @model_validator(mode="after")
    def _window(self) -> "Doubtful":
        if (self.earliest is None) != (self.latest is None):
            raise refuse("earliest", "earliest and latest come together or not at all")
        if (
            self.earliest is not None
            and self.latest is not None
            and not self.earliest <= self.start <= self.latest
        ):
            window = f"{self.earliest} to {self.latest}"
            raise refuse("earliest", f"start {self.start} lies outside the window {window}")
        if self.latest is not None and self.end is not None and self.latest > self.end:
            raise refuse("latest", f"latest {self.latest} is after end {self.end}")
        return self

    @property
    def doubtful(self) -> bool:
        """Whether it carries a doubt: low confidence, or a window of start days."""
        return self.confidence is Confidence.LOW or self.earliest is not None
