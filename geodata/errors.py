"""What can go wrong, told in full."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any


@dataclass(frozen=True, order=True, slots=True)
class Problem:
    """Say what is wrong and where, so that an editor of the data finds the cell.

    ``record`` is an id, or "row 12 (urup 1875-08-22)" with the line of a CSV file; it and
    ``field`` are empty where the whole file or the whole record is meant.

    >>> str(Problem("islands.toml", "urup", "romaji", "Field required"))
    'islands.toml, urup, romaji: Field required'
    """

    file: str
    record: str
    field: str
    message: str

    def __str__(self) -> str:
        where = ", ".join(part for part in (self.file, self.record, self.field) if part)
        return f"{where}: {self.message}"


class Problems:
    """Gather what is wrong: the first hundred problems of each file, and a count of the rest."""

    LIMIT = 100

    def __init__(self) -> None:
        self._kept: list[Problem] = []
        self._counts: Counter[str] = Counter()
        self._unread: Counter[str] = Counter()

    def add(self, problem: Problem) -> None:
        """Keep a problem, or count it where its file has enough of them."""
        self._counts[problem.file] += 1
        if self._counts[problem.file] <= self.LIMIT:
            self._kept.append(problem)

    def full(self, file: str) -> bool:
        """Say whether a file has so many problems that reading on tells nobody more."""
        return self._counts[file] >= self.LIMIT

    @property
    def files(self) -> frozenset[str]:
        """The files that have problems."""
        return frozenset(self._counts)

    def skip(self, file: str, records: int) -> None:
        """Count records that were not looked at, for their file was full."""
        self._unread[file] += records

    def listed(self) -> list[Problem]:
        """Return what was kept, file by file, with the count of the rest at its end."""
        rest = [
            Problem(file, "", "", f"and {' and '.join(parts)}")
            for file, count in self._counts.items()
            if (parts := list(self._rest(count, self._unread[file])))
        ]
        return sorted([*self._kept, *rest], key=lambda problem: problem.file)

    def _rest(self, count: int, unread: int) -> Iterable[str]:
        if count > self.LIMIT:
            yield f"{count - self.LIMIT} more problems"
        if unread:
            yield f"{unread} more records, not looked at"


class DataError(ValueError):
    """The data cannot be used; ``problems`` holds everything found, not only the first."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        count = len(self.problems)
        head = f"{count} problem{'s' if count != 1 else ''} in the data:"
        super().__init__("\n  ".join([head, *map(str, self.problems)]))

    # an error is copied, and sent from one process to another, by its message alone unless it says
    # what it is made of
    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (self.problems,), vars(self)


class OutOfRange(ValueError):  # noqa: N818  # the name the public API promises
    """A day on which the atlas knows nothing."""

    def __init__(self, day: date, first: date, last: date) -> None:
        self.day, self.first, self.last = day, first, last
        super().__init__(f"{day} is outside the atlas, which runs from {first} to {last}")

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (self.day, self.first, self.last), vars(self)
