"""What is made at first use, made once, however many ask for it at the same time."""

from collections.abc import Callable
from functools import lru_cache, update_wrapper
from threading import Lock, RLock
from typing import Any, Generic, ParamSpec, TypeVar

P = ParamSpec("P")
R = TypeVar("R")


class once(Generic[P, R]):  # noqa: N801  # a decorator, as functools.cache is
    """Keep what a function returns, by its arguments: one thread makes it, the others wait.

    ``functools.lru_cache`` keeps it too, but of thirty readers who come at once each makes it.
    Who asks for something else does not wait. Of more than ``size`` answers those are forgotten
    that were not asked for the longest. An error is not kept.
    """

    def __init__(self, make: Callable[P, R], size: int | None = None) -> None:
        self._make = make
        self._places = lru_cache(size)(_place)
        self._lock = Lock()
        update_wrapper(self, make)

    def __call__(self, *args: P.args, **kwargs: P.kwargs) -> R:
        """Return what is kept for these arguments, made now if it is not there."""
        with self._lock:
            place = self._places(*args, **kwargs)  # type: ignore[arg-type]  # wants Hashable
        if (lock := place.lock) is not None:
            with lock:
                if place.lock is not None:
                    place.answer = self._make(*args, **kwargs)
                    place.lock = None
        return place.answer  # type: ignore[no-any-return]

    def cache_clear(self) -> None:
        """Forget what was made."""
        with self._lock:
            self._places.cache_clear()


class _Place:
    """Where one answer is kept once it is made; a lock is there until then, for there are many."""

    __slots__ = ("answer", "lock")

    def __init__(self) -> None:
        self.lock: RLock | None = RLock()
        self.answer: Any = None


def _place(*_args: object, **_kwargs: object) -> _Place:
    return _Place()
