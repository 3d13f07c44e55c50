"""A landing of 1945: forces, losses, where it came from."""

from typing import Annotated, Literal

from pydantic import Field, model_validator

from geodata.model.dated import Doubtful
from geodata.model.record import (
    Id,
    Latitude,
    Longitude,
    Named,
    People,
    Record,
    Sourced,
    Text,
    refuse,
)

# \d would take the digits of other scripts, which no clock is read from
_CLOCK = r"^([01][0-9]|2[0-3]):[0-5][0-9]$"


class Side(Record):
    """One side's forces at a landing."""

    units: Text
    commander: Text | None = None


class Loss(Record):
    """One source's figure for one side's losses; low equals high where it gives one number.

    ``whole`` marks figures for a whole operation, or much of it, kept with its main landing.
    """

    side: Literal["soviet", "japanese", "civilian"]
    kind: Literal["killed", "wounded", "missing", "killed_wounded_missing", "prisoners"]
    low: People
    high: People
    by: Text
    whole: bool = False
    sources: Sourced

    @model_validator(mode="after")
    def _ordered(self) -> "Loss":
        if self.high < self.low:
            raise refuse("high", f"high {self.high} is below low {self.low}")
        return self


class Port(Record):
    """Where a landing force came from (decimal degrees, EPSG:4326)."""

    name: Text
    lat: Latitude
    lon: Longitude
    sources: Sourced


class Landing(Named, Doubtful):
    """A landing of 1945: drawn from ``start`` to before ``end``.

    ``local_time`` is the hour in Japanese, ``soviet_time`` in Soviet accounts: HH:MM as reported.
    """

    island: Id
    site: Text
    site_today: Text
    local_time: Annotated[str, Field(pattern=_CLOCK)] | None = None
    soviet_time: Annotated[str, Field(pattern=_CLOCK)] | None = None
    soviet: Side
    japanese: Side
    outcome: Text
    losses: tuple[Loss, ...] = ()
    port: Port | None = None
    sources: Sourced
