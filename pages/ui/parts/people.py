"""How many people were counted on an island, and when."""

from datetime import date

from geodata import Atlas
from geodata.model import Count
from geodata.time import Precision
from pages.ui.words.reader import Reader


def counts(atlas: Atlas, name: str) -> list[Count]:
    """Return an island's counts, oldest first."""
    return sorted(atlas.islands[name].population, key=lambda count: count.year)


def when(reader: Reader, count: Count) -> str:
    """Write when people were counted: the day, or the year where no more is known."""
    if count.day:
        return reader.written(count.day)
    return reader.written(date(count.year, 1, 1), Precision.YEAR)
