"""What holders are called, and what an island is said to be under a lens."""

from geodata import Atlas
from geodata.model import Lens
from pages.ui.words import text


def name(atlas: Atlas, value: str, language: str) -> str:
    """Return the name of a value of a lens; rival claimants ("japan+russia") stand together."""
    return " · ".join(atlas.powers[part].name[language] for part in value.split("+"))


def status(atlas: Atlas, lens: str, value: str, language: str) -> str:
    """Say what a value means for an island under a lens: "held by Japan", "claimed by: Japan"."""
    if lens == Lens.CONTROL:
        return atlas.powers[value].status[language]
    if value == "unclaimed":
        return text.say("status.unclaimed", language)
    return text.say(f"status.{lens}", language, name=name(atlas, value, language))
