"""What is made at first use, made once, however many ask for it at the same time."""

from collections.abc import Callable
from functools import cache, wraps
from threading import RLock
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
R = TypeVar("R")


def once(make: Callable[P, R]) -> Callable[P, R]:
    """Keep what ``make`` returns, by its arguments: one thread makes it, the others wait.

    ``functools.cache`` keeps it too, but thirty readers who come at once each make it.
    An error is not kept.
    """
    lock = RLock()
    kept = cache(make)

    @wraps(make)
    def made(*args: P.args, **kwargs: P.kwargs) -> R:
        with lock:
            return kept(*args, **kwargs)  # type: ignore[arg-type]  # cache wants them hashable

    return made
