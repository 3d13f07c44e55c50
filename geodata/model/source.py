"""A work that facts come from."""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import AfterValidator, Field, model_validator

from geodata.model.record import Day, Named, Text, refuse


class Kind(StrEnum):
    """What a source is, apart from whose account it is and where it was read."""

    DOCUMENT = "document"
    GOVERNMENT = "government"
    STUDY = "study"
    PRESS = "press"
    TESTIMONY = "testimony"
    REFERENCE = "reference"
    OTHER = "other"


def first_day(written: str) -> date:
    """Return the first day of what is written as a year, a month or a day.

    >>> first_day("1999-05")
    datetime.date(1999, 5, 1)
    """
    return date.fromisoformat(f"{written}-01-01"[:10])


def _in_calendar(written: str) -> str:
    try:
        first_day(written)
    except ValueError:
        msg = "is not a year, month or day of the calendar written YYYY, YYYY-MM or YYYY-MM-DD"
        raise ValueError(msg) from None
    return written


class Source(Named):
    """A work that facts come from.

    ``perspective`` says whose account it is, not whether it is right; ``at`` gives addresses
    of their own to places in the work that citations name. ``seen`` says how it was read: the
    whole of it, the passage that bears the fact, or either in somebody else's copy. ``joint``
    marks what holds both governments' own words, and so counts for either side.
    """

    title: Annotated[str, Field(min_length=1)]
    author: tuple[Annotated[str, Field(min_length=1)], ...] = ()
    producer: Annotated[str, Field(min_length=1)]
    kind: Kind
    url: str | None = Field(default=None, pattern=r"^https?://\S+$")
    archived: str | None = Field(default=None, pattern=r"^https?://\S+$")
    at: Mapping[str, Annotated[str, Field(pattern=r"^https?://\S+$")]] = {}
    published: (
        Annotated[str, Field(pattern=r"^\d{4}(-\d\d){0,2}$"), AfterValidator(_in_calendar)] | None
    ) = None
    accessed: Day
    seen: Literal["whole", "excerpt", "copy"] = "excerpt"
    licence: str | None = None
    language: Literal["en", "ja", "ru", "fr", "de", "zh", "multiple"]
    perspective: Literal["japanese", "russian", "other"]
    joint: bool = False
    note: Text | None = None

    @model_validator(mode="after")
    def _published_before_read(self) -> "Source":
        if self.published and first_day(self.published) > self.accessed:
            message = f"published {self.published} is after accessed {self.accessed}"
            raise refuse("published", message)
        return self
