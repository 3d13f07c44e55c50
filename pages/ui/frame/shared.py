"""What a page tells all its readers alike: made once, and led on to each reader's own view."""

import zlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Concatenate, ParamSpec

from geodata.once import once
from pages.ui.frame.block import ready
from pages.ui.html import Markup
from pages.ui.parts import content
from pages.ui.parts.content import Block, Part, Way
from pages.ui.words.reader import OPEN, Reader

P = ParamSpec("P")

# What of a reader's view most parts show in their links alone.
LINKED = ("date", "lens", "island")
# Parts of pages, most of 5 to 100 kB: all pages in three languages, and what is asked for besides.
_KEPT = 128
# Quick to pack; text takes a quarter.
_LEVEL = 1
_END = "\0"  # of a block; no text has it
_EMPTY = Block(Markup(), None)


@dataclass(frozen=True, slots=True)
class _Kept:
    """Parts without the words of their blocks, and these words, packed."""

    parts: list[Part]
    words: bytes


def shared(
    reader: Reader,
    parameters: Sequence[str],
    make: Callable[Concatenate[Reader, P], Sequence[Part]],
    *args: P.args,
    **kwargs: P.kwargs,
) -> list[Part]:
    """Return what ``make`` makes for a reader, whatever these ``parameters`` of her view are.

    Nothing but its links may depend on them. The first who asks makes it, the others wait.
    """
    kept = _made(reader.whatever(*parameters), make, args, tuple(kwargs.items()))
    words = reader.led(zlib.decompress(kept.words).decode(), parameters)
    blocks = iter(words.split(_END))
    view = reader.params()

    def filled(_: Block) -> Block:
        return Block(Markup(next(blocks)), None, ready=True)  # escaped when it was made

    def led(way: Way) -> Way:
        own = {
            name: view.get(name) if value == OPEN else value for name, value in way.params.items()
        }
        return replace(way, params={name: value for name, value in own.items() if value})

    return content.changed(kept.parts, filled, led)


def _make(
    view: Reader,
    make: Callable[..., Sequence[Part]],
    args: tuple[object, ...],
    kwargs: tuple[tuple[str, object], ...],
) -> _Kept:
    blocks: list[str] = []

    def taken(block: Block) -> Block:
        blocks.append(ready(view, block.content, block.kind))
        return _EMPTY

    parts = content.changed(make(view, *args, **dict(kwargs)), taken, lambda way: way)
    return _Kept(parts, zlib.compress(_END.join(blocks).encode(), _LEVEL))


_made = once(_make, _KEPT)
