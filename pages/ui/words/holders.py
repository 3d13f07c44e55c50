"""What holders are called, and what an island is said to be under a lens."""

from geodata.model import Lens
from pages.ui.words.reader import Reader


def name(reader: Reader, value: str) -> str:
    """Return the name of a value of a lens; rival claimants ("japan+russia") stand together."""
    names = (reader.atlas.powers[part].name[reader.language] for part in value.split("+"))
    return reader.tongue.dot.join(names)


def status(reader: Reader, lens: str, value: str) -> str:
    """Say what a value means for an island under a lens: "held by Japan", "claimed by: Japan"."""
    if lens == Lens.CONTROL:
        return reader.atlas.powers[value].status[reader.language]
    if value == "unclaimed":
        return reader.say("status.unclaimed")
    return reader.say(f"status.{lens}", name=name(reader, value))
