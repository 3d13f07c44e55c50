"""How a view of the atlas is cited: in words, and with the sources of what it shows."""

from collections.abc import Iterable
from datetime import date

from geodata import package
from geodata.citation import place
from geodata.reference import Reference, of_source
from pages.ui.words.reader import Reader


def view(reader: Reader, title: str, url: str, accessed: date) -> Reference:
    """Return the reference to a view: its title, its full address, the day it was looked at."""
    return Reference(
        key=f"kuril-atlas-{reader.page}-{reader.day.isoformat()}",
        type="dataset",
        title=reader.say("cite.part", title=title),
        publisher=reader.say("cite.contributors"),
        accessed=accessed,
        authors=(reader.say("cite.contributors"),),
        issued=reader.atlas.as_of.isoformat(),
        url=url,
        language=reader.language,
        version=package.version(),
    )


def sources(reader: Reader, citations: Iterable[str]) -> list[Reference]:
    """Return the references to what a record cites, each place once."""
    return [
        of_source(reader.atlas.source(citation), place(citation))
        for citation in dict.fromkeys(citations)
    ]


def written(reader: Reader, one: Reference) -> str:
    """Write a reference to a view in one sentence of the reader's language."""
    return reader.say(
        "cite.view",
        contributors=one.publisher,
        title=one.title,
        version=one.version,
        date=reader.written(reader.atlas.as_of),
        accessed=reader.written(one.accessed),
        url=one.url,
    )
