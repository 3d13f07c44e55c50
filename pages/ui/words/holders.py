"""What holders are called, and what an island is said to be under a lens."""

from geodata.model import Lens
from geodata.spans import UNCLAIMED
from pages.ui.words.reader import Reader


def name(reader: Reader, value: str) -> str:
    """Return the name of a value of a lens as it stands alone; rival claimants stand together."""
    powers, language = reader.atlas.powers, reader.language
    return _together(reader, "rivals", [powers[part].name[language] for part in value.split("+")])


def within(reader: Reader, value: str) -> str:
    """Return the name of a value of a lens as it stands inside a sentence."""
    powers = [reader.atlas.powers[part] for part in value.split("+")]
    names = [(power.within or power.name)[reader.language] for power in powers]
    return _together(reader, "rivals_within", names)


def status(reader: Reader, lens: str, value: str) -> str:
    """Say what a value means for an island under a lens: "held by Japan", "claimed by: Japan"."""
    if lens == Lens.CONTROL:
        return reader.atlas.powers[value].status[reader.language]
    if value == UNCLAIMED:
        return reader.say("status.unclaimed")
    return reader.say(f"status.{lens}", name=within(reader, value))


def under(reader: Reader, lens: str, value: str) -> str:
    """Say the same where a heading names the lens already: "held by Japan", "Japan"."""
    return (
        status(reader, lens, value)
        if lens == Lens.CONTROL or value == UNCLAIMED
        else within(reader, value)
    )


def _together(reader: Reader, key: str, names: list[str]) -> str:
    """Name two rivals in one breath; more than two are listed."""
    if len(names) == 2:  # noqa: PLR2004
        return reader.say(f"count.{key}", first=names[0], second=names[1])
    return reader.tongue.dot.join(names)
