"""What every record is made of: ids, days, citations, words in three languages."""

import re
from contextlib import suppress
from datetime import date, datetime
from itertools import pairwise
from typing import Annotated, Self, get_origin

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

_ID = r"^[a-z0-9]+([-_][a-z0-9]+)*$"
_CITATION = _ID[:-1] + r"(#[^\s;#]([^;#]*[^\s;#])?)?$"
Id = Annotated[str, Field(pattern=_ID)]


def unique(values: tuple[str, ...]) -> tuple[str, ...]:
    """Refuse a list that names an id twice."""
    if len(set(values)) != len(values):
        msg = "names the same id twice"
        raise ValueError(msg)
    return values


def plain_day(value: object) -> object:
    """Take a day as it stands in TOML or is written YYYY-MM-DD; refuse all else."""
    # pydantic alone would also take a count of seconds, or a day with a time
    if isinstance(value, date) and not isinstance(value, datetime):
        return value
    if isinstance(value, str) and re.fullmatch(r"\d{4}-\d\d-\d\d", value):
        with suppress(ValueError):
            return date.fromisoformat(value)
    msg = "is not a day of the calendar written YYYY-MM-DD"
    raise ValueError(msg)


def refuse(field: str, message: str) -> PydanticCustomError:
    """Build the error of a rule between two fields, laid to the charge of one of them."""
    return PydanticCustomError("rule", "{message}", {"field": field, "message": message})


def in_order(*days: tuple[str, date | None], same: bool = False) -> None:
    """Refuse named days that do not follow each other; the missing ones are left out."""
    there = [(name, day) for name, day in days if day is not None]
    for (name, day), (other, later) in pairwise(there):
        if later < day or (later == day and not same):
            raise refuse(other, f"{other} {later} is not after {name} {day}")


Day = Annotated[date, BeforeValidator(plain_day)]
Ids = Annotated[tuple[Id, ...], AfterValidator(unique)]
# the id of a source, with or without a place in it (see geodata.citation)
Citation = Annotated[str, Field(pattern=_CITATION)]
Citations = Annotated[tuple[Citation, ...], AfterValidator(unique)]
Sourced = Annotated[Citations, Field(min_length=1)]
# decimal degrees, EPSG:4326
Latitude = Annotated[float, Field(ge=-90, le=90)]
Longitude = Annotated[float, Field(ge=-180, le=180)]
# more than ever lived or fought here: a slip of the pen
People = Annotated[int, Field(ge=0, le=100_000_000)]
# how Japanese words are read, in hiragana
Kana = Annotated[str, Field(pattern=r"^[ぁ-ゖー]+$")]


class Record(BaseModel):
    """A frozen record that refuses unknown fields."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", str_strip_whitespace=True, allow_inf_nan=False
    )


def lists(model: type[Record]) -> frozenset[str]:
    """Return the fields of a record that hold several values."""
    return frozenset(
        name for name, field in model.model_fields.items() if get_origin(field.annotation) is tuple
    )


class Named(Record):
    """A record that others can point to."""

    id: Id


Words = Annotated[str, Field(min_length=1)]


class Text(Record):
    """The same words in the atlas's three languages; none may be empty.

    Further languages may be given by their two letters (ISO 639-1), here and there or all over.
    """

    model_config = ConfigDict(extra="allow")

    __pydantic_extra__: dict[str, Words] = Field(init=False)

    en: Words
    ja: Words
    ru: Words

    @model_validator(mode="after")
    def _languages(self) -> Self:
        for key in self.further:
            if not re.fullmatch("[a-z]{2}", key):
                raise refuse(key, f"{key} is not the two letters of a language")
        return self

    def __getitem__(self, language: str) -> str:
        """Return the words in ``language``, the English ones where it has none."""
        if language in Text.model_fields:
            return str(getattr(self, language))
        return self.further.get(language, self.en)

    @property
    def further(self) -> dict[str, str]:
        """Return the words in languages beyond the atlas's three."""
        return self.__pydantic_extra__

    @property
    def languages(self) -> tuple[str, ...]:
        """Return the languages there are words in."""
        return (*Text.model_fields, *self.further)
