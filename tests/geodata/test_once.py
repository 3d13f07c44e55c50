"""What is made once: for many threads at the same time, by its arguments, errors apart."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier, Event

import pytest
from hypothesis import given
from hypothesis import strategies as st

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


def test_who_asks_for_something_else_does_not_wait() -> None:
    begun, go_on = Event(), Event()

    @once
    def make(name: str) -> str:
        if name == "slow":
            begun.set()
            assert go_on.wait(60)
        return name

    with ThreadPoolExecutor(1) as reader:
        slow = reader.submit(make, "slow")
        assert begun.wait(60)
        assert make("quick") == "quick"
        assert not slow.done()
        go_on.set()
        assert slow.result(60) == "slow"


@given(st.integers(1, 5), st.lists(st.integers(0, 7)))
def test_no_more_is_kept_than_was_allowed(size: int, asked: list[int]) -> None:
    made: list[int] = []

    def remembered(number: int) -> int:
        made.append(number)
        return number

    make = once(remembered, size)
    last: list[int] = []  # those asked for last, the latest at the end
    for number in asked:
        before = len(made)
        assert make(number) == number
        assert (len(made) == before) == (number in last)
        last = [*(one for one in last if one != number), number][-size:]
