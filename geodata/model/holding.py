"""Who held an island on the ground and by treaty, and who claimed it."""

from typing import Annotated, Literal

from pydantic import Field

from geodata.model.dated import Dated, Doubtful
from geodata.model.lens import Lens, Viewpoint
from geodata.model.record import Id, Named, Sourced, Text


class Power(Named):
    """A value an island can have under a lens: a controller, a holder of title, a claimant.

    ``name`` stands alone ("Fighting"); ``within`` is the name inside a sentence, where it loses
    its capital ("fighting"); ``status`` continues an island's name ("held by Japan").
    ``colour`` is #rrggbb; ``pattern`` tells it apart without colour.
    """

    id: Annotated[str, Field(pattern=r"^[a-z]+(_[a-z]+)*$")]
    name: Text
    within: Text | None = None
    status: Text
    colour: Annotated[str, Field(pattern=r"^#[0-9A-Fa-f]{6}$")]
    pattern: Literal[
        "plain", "dots", "rising", "falling", "cross", "horizontal", "vertical", "void"
    ]
    lenses: tuple[Lens, ...]


class Control(Doubtful):
    """Who held one island on the ground. ``basis`` is a phrase id."""

    island: Id
    controller: str
    basis: Id
    sources: Sourced


class Claim(Doubtful):
    """Who claimed which islands, apart from who held them. ``basis`` is a phrase id."""

    claimant: str
    islands: Annotated[tuple[str, ...], Field(min_length=1)]
    basis: Id
    sources: Sourced


class Title(Dated):
    """Who held one island by the treaty in force between the two states.

    ``viewpoint`` other than neutral overrides the neutral rows on its own days.
    ``instrument`` is empty only before any treaty.
    """

    island: Id
    holder: str
    viewpoint: Viewpoint = Viewpoint.NEUTRAL
    instrument: Id | None = None
    sources: Sourced
    note: Id | None = None
