"""What can go wrong, told in full."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, order=True, slots=True)
class Problem:
    """Say what is wrong and where, so that an editor of the data finds the cell.

    ``record`` is an id, or "row 12 (urup 1875-08-22)" with the line of a CSV file; it and
    ``field`` are empty where the whole file or the whole record is meant.
    """

    file: str
    record: str
    field: str
    message: str

    def __str__(self) -> str:
        where = ", ".join(part for part in (self.file, self.record, self.field) if part)
        return f"{where}: {self.message}"


class DataError(ValueError):
    """The data cannot be used; ``problems`` holds everything found, not only the first."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        count = len(self.problems)
        head = f"{count} problem{'s' if count != 1 else ''} in the data:"
        super().__init__("\n  ".join([head, *map(str, self.problems)]))


class OutOfRange(ValueError):  # noqa: N818  # the name the public API promises
    """A day on which the atlas knows nothing."""

    def __init__(self, day: date, first: date, last: date) -> None:
        self.day, self.first, self.last = day, first, last
        super().__init__(f"{day} is outside the atlas, which runs from {first} to {last}")
