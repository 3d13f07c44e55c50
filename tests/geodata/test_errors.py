"""What goes wrong is told in full, in another process too."""

import pickle
from datetime import date

import pytest

from geodata import DataError, OutOfRange
from geodata.errors import Problem

PROBLEMS = (
    Problem("islands.toml", "urup", "romaji", "Field required"),
    Problem("a.csv", "", "", "b"),
)
DAYS = date(1066, 10, 14), date(1600, 1, 1), date(2026, 11, 22)


@pytest.mark.parametrize(
    "error", [OutOfRange(*DAYS), DataError(PROBLEMS)], ids=lambda one: type(one).__name__
)
def test_an_error_comes_out_of_a_process_as_it_went_in(error: ValueError) -> None:
    error.add_note("while a map was drawn")
    again = pickle.loads(pickle.dumps(error))  # noqa: S301  # its own
    assert type(again) is type(error)
    assert str(again) == str(error)
    assert vars(again) == vars(error)
