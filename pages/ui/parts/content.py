"""What a page is made of, before a frame puts it: Streamlit's, or the plain files'.

A page's ``content.py`` returns these parts and knows neither frame. Where a frame lets the
reader choose by means of its own stands ``Asked``.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import altair as alt

from pages.ui.html import Content, Markup, join

Drawing = alt.Chart | alt.LayerChart | Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Block:
    """A block of text; the style sheets know it by its ``kind``, and by none it is bare.

    One that is ``ready`` is put as it stands: hard words in it are explained.
    """

    content: Markup
    kind: str | None
    ready: bool = False


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart of Altair's or as Vega-Lite; ``words`` say what it shows to who cannot see it."""

    drawing: Drawing
    words: str


@dataclass(frozen=True, slots=True)
class Box:
    """Parts that belong together; the style sheets know the box by its ``key``."""

    key: str
    parts: "Sequence[Part]"


@dataclass(frozen=True, slots=True)
class Columns:
    """Two columns of equal width; one below the other where there is no room."""

    left: "Sequence[Part]"
    right: "Sequence[Part]"


@dataclass(frozen=True, slots=True)
class Folded:
    """A long part folded under its ``title`` (a text key); made when it is asked for."""

    title: str
    make: "Callable[[], Sequence[Part]]"


@dataclass(frozen=True, slots=True)
class Way:
    """A link to a view of the atlas; ``here`` is the view that is open."""

    label: str
    page: str
    params: Mapping[str, str]
    here: bool = False


@dataclass(frozen=True, slots=True)
class Ways:
    """Links side by side after their ``lead``; the style sheets know them by their ``key``."""

    key: str
    ways: Sequence[Way]
    lead: Block | None = None


@dataclass(frozen=True, slots=True)
class File:
    """A file to take along, made only when it is asked for."""

    name: str
    label: str
    media: str
    make: Callable[[], bytes]


@dataclass(frozen=True, slots=True)
class Files:
    """Files side by side."""

    key: str
    files: Sequence[File]


@dataclass(frozen=True, slots=True)
class Document:
    """A text in Markdown, folded under its ``title``."""

    key: str
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class Asked:
    """Where a frame lets the reader choose, by means of its own; without any stands ``still``."""

    name: str
    still: "Sequence[Part]" = ()


Part = Block | Chart | Box | Columns | Folded | Ways | Files | Document | Asked


def block(*content: Content, kind: str | None) -> Block:
    """Return a block of text; plain strings are escaped."""
    return Block(join(content), kind)


def changed(
    parts: Sequence[Part], block: Callable[[Block], Block], way: Callable[[Way], Way]
) -> list[Part]:
    """Return parts with every block and every way changed, in the order in which they stand."""
    return [_changed(part, block, way) for part in parts]


def _changed(part: Part, block: Callable[[Block], Block], way: Callable[[Way], Way]) -> Part:
    match part:
        case Block():
            return block(part)
        case Box():
            return Box(part.key, changed(part.parts, block, way))
        case Columns():
            return Columns(changed(part.left, block, way), changed(part.right, block, way))
        case Ways():
            lead = block(part.lead) if part.lead else None
            return Ways(part.key, [way(one) for one in part.ways], lead)
        case Asked():
            return Asked(part.name, changed(part.still, block, way))
        case Folded():
            raise TypeError(part)  # made when it is opened, for one reader
        case _:
            return part
