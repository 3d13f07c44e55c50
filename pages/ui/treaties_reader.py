"""Who reads the page of treaties: what its parts need of a view."""

from datetime import date
from typing import Protocol

from geodata import Atlas


class Reader(Protocol):
    """The part of a view that pure modules may know."""

    @property
    def atlas(self) -> Atlas:
        """The data."""

    @property
    def language(self) -> str:
        """The reader's language: en, ja or ru."""

    @property
    def viewpoint(self) -> str:
        """Whose reading of the treaties counts: neutral, japan or russia."""

    def say(self, key: str, **values: object) -> str:
        """Return a sentence of text.toml in the reader's language."""

    def written(self, day: date) -> str:
        """Write a day in the reader's language."""

    def params(self, **changed: str | None) -> dict[str, str]:
        """Return the view as URL parameters, with some of them changed."""
