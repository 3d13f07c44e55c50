"""The days on which nothing about an island is in doubt, as questions ask after them."""

from collections.abc import Iterable
from typing import Any

from geodata import asking
from geodata.asking import Certain
from geodata.model import Lens, Viewpoint
from geodata.spans import NO_TREATY
from pages.ui.browser.store import Store
from pages.ui.words import captions, holders
from pages.ui.words.reader import Reader

Json = dict[str, Any]

# Whose days on an island are asked after, where nobody says otherwise.
_HOLDERS = frozenset({"ainu", "japan", "russia", "soviet_union"})


def settled(one: Certain) -> bool:
    """Say whether somebody holds an island and nobody says otherwise."""
    return one.settled and one.ground.controller in _HOLDERS


def disputed(one: Certain) -> bool:
    """Say whether the sides say different things of an island that can be told apart."""
    titles = {view: span.controller for view, span in one.titles}
    apart = titles[Viewpoint.JAPAN] != titles[Viewpoint.RUSSIA]
    return one.ground.controller != "contested" and (
        apart or (bool(one.claimants) and not one.settled and _rival(one))
    )


def _rival(one: Certain) -> bool:
    sides = {asking.sided(claimant) for claimant in one.claimants}
    return sides != {asking.sided(one.ground.controller)}


def _told(reader: Reader, one: Certain) -> str:
    """Say what is known of these days: the ground and why, the treaties, the claims."""
    ground = reader.atlas.holding(one.island, one.start)
    parts = [
        reader.say(
            "status.since",
            status=holders.status(reader, Lens.CONTROL, ground.controller),
            date=reader.since(ground.start, ground.precision),
        )
        if ground.start > reader.atlas.start
        else holders.status(reader, Lens.CONTROL, ground.controller)
    ]
    titles = {str(view): span.controller for view, span in one.titles}
    if titles["japan"] != titles["russia"]:
        parts += [
            reader.say(f"quiz.by_{side}", name=holders.within(reader, titles[side]))
            for side in reader.tongue.sides
        ]
    elif titles["neutral"] != NO_TREATY:
        parts.append(holders.status(reader, Lens.TITLE, titles["neutral"]))
    parts.append(holders.status(reader, Lens.CLAIMS, one.claims.controller))
    first = reader.tongue.semicolon.join(parts)
    said = [reader.ended(first[0].upper() + first[1:]), captions.basis(reader, one.ground)]
    said.append(captions.doubt(reader, one.ground))
    return captions.spaced(reader, [sentence for sentence in said if sentence])


def stretches(reader: Reader, store: Store, found: Iterable[Certain]) -> list[Json]:
    """Return the stretches of days, each once for all islands that share it."""
    rows: dict[str, Json] = {}
    order = list(reader.atlas.islands)
    for one in found:
        row = _stretch(reader, store, one)
        rows.setdefault(str(row), row | {"islands": []})["islands"].append(order.index(one.island))
    return list(rows.values())


def _stretch(reader: Reader, store: Store, one: Certain) -> Json:
    spans = [one.ground, one.claims, *(span for _, span in one.titles)]
    titles = {str(view): span.controller for view, span in one.titles}
    return {
        "start": one.start.isoformat(),
        "last": one.last.isoformat(),
        "ground": one.ground.controller,
        "claims": one.claims.controller,
        "japan": titles["japan"],
        "russia": titles["russia"],
        "told": store.text(_told(reader, one)),
        "sources": store.cited(dict.fromkeys(name for span in spans for name in span.sources)),
    }
