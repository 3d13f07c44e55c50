"""What is made at first use, made once, however many ask for it at the same time."""

from collections.abc import Callable
from functools import cache, update_wrapper
from threading import RLock
from typing import Generic, ParamSpec, TypeVar

P = ParamSpec("P")
R = TypeVar("R")


class once(Generic[P, R]):  # noqa: N801  # a decorator, as functools.cache is
    """Keep what a function returns, by its arguments: one thread makes it, the others wait.

    ``functools.cache`` keeps it too, but of thirty readers who come at once each makes it.
    An error is not kept.
    """

    def __init__(self, make: Callable[P, R]) -> None:
        self._kept = cache(make)
        self._lock = RLock()
        update_wrapper(self, make)

    def __call__(self, *args: P.args, **kwargs: P.kwargs) -> R:
        """Return what is kept for these arguments, made now if it is not there."""
        with self._lock:
            return self._kept(*args, **kwargs)  # type: ignore[arg-type]  # cache wants Hashable

    def cache_clear(self) -> None:
        """Forget what was made."""
        with self._lock:
            self._kept.cache_clear()
