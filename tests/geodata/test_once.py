"""What is made once: for many threads at the same time, by its arguments, errors apart."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest

from geodata.once import once


def test_thirty_who_come_at_once_get_what_one_made() -> None:
    made: list[str] = []
    door = Barrier(30)

    @once
    def make(name: str) -> object:
        made.append(name)
        return object()

    def come(number: int) -> object:
        door.wait(60)
        return make("ab"[number % 2])

    with ThreadPoolExecutor(30) as readers:
        got = list(readers.map(come, range(30)))
    assert sorted(made) == ["a", "b"]
    assert len(set(map(id, got))) == 2


def test_an_error_is_not_kept_and_what_was_made_can_be_forgotten() -> None:
    divisors = iter([0, 12, 6])

    @once
    def make() -> int:
        return 12 // next(divisors)

    with pytest.raises(ZeroDivisionError):
        make()
    assert (make(), make()) == (1, 1)
    make.cache_clear()
    assert make() == 2
