"""The stretch of days and the islands a timeline shows."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from geodata import Atlas
from geodata.model import Era, Group, Listed, Text
from pages.ui.words import text


@dataclass(frozen=True, slots=True)
class Scope:
    """What a timeline runs over: ``start`` to ``last``, both included, cut into ``eras``.

    ``focus`` are the islands its map opens on; ``arrows`` draws the ways of 1945. ``opens`` is
    where it stands on a day that nobody chose, which is ``today``, if not at its end.
    """

    start: date
    last: date
    eras: tuple[Era, ...]
    focus: frozenset[str]
    arrows: bool = False
    today: date | None = None
    opens: date | None = None

    def clamp(self, day: date) -> date:
        """Return the scope's day nearest to ``day``."""
        if self.opens and day == self.today:
            return self.opens
        return min(max(day, self.start), self.last)


def whole(atlas: Atlas) -> Scope:
    """Return the atlas's whole range, over the Kurils."""
    chain = frozenset(
        name for name, island in atlas.islands.items() if island.group is not Group.SAKHALIN
    )
    return Scope(atlas.start, atlas.as_of, atlas.eras, chain)


def landings(atlas: Atlas) -> Scope:
    """Return the weeks of the landings of 1945, over the Kurils and southern Sakhalin."""
    start, last = (stop.day for stop in atlas.stops(Listed.LANDINGS))
    battle, _ = (stop.day for stop in atlas.stops(Listed.SHUMSHU))
    title = text.catalogue()["page.landings"]
    landed = frozenset(record.island for record in atlas.landing_records())
    return Scope(
        start,
        last,
        (Era(id="landings", start=start, title=Text.model_validate(title)),),
        whole(atlas).focus | landed,
        arrows=True,
        today=atlas.as_of,
        opens=battle,
    )


# The pages that have a timeline, and what it runs over there.
SCOPES: dict[str, Callable[[Atlas], Scope]] = {"map": whole, "landings": landings}
