"""How many islands, in words: the halves of Sakhalin are no islands of their own."""

from collections.abc import Collection

from geodata.model import Group
from pages.ui.words.reader import Reader


def islands(reader: Reader, ids: Collection[str]) -> str:
    """Say how many islands some records are: "42 islands and Sakhalin", "Southern Sakhalin"."""
    records = reader.atlas.islands
    sakhalin = [name for name, island in records.items() if island.group is Group.SAKHALIN]
    halves = [name for name in sakhalin if name in ids]
    kurils = len(ids) - len(halves)
    whole = len(halves) == len(sakhalin)
    parts = [reader.count("islands", kurils)] if kurils or not halves else []
    if halves:
        parts.append(reader.say(f"group.{Group.SAKHALIN}") if whole else reader.name(halves[0]))
    if len(parts) == 1:
        return parts[0]
    return reader.say("count.both", first=parts[0], second=parts[-1])
