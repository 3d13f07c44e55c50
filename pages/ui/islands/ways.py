"""The ways from an island to others: along the chain, and out of a search."""

from collections.abc import Iterable

from pages.ui.html import Content, Markup, join, tag, way
from pages.ui.parts import citations
from pages.ui.words import search
from pages.ui.words.reader import Reader

# More islands found beside the best one are not listed.
_LISTED = 8


def along(reader: Reader, name: str) -> Markup:
    """Lead to the islands before and after, and back to all of them."""
    chain = list(reader.atlas.islands)
    place = chain.index(name)
    around = (
        ("islands.previous", chain[place - 1 : place]),
        ("islands.next", chain[place + 1 : place + 2]),
    )
    steps = [
        way(
            reader.say(
                key,
                name=reader.name(other),
            ),
            reader.link("islands", island=other),
        )
        for key, others in around
        for other in others
    ]
    everything = way(reader.say("islands.back"), reader.link("islands", island=None))
    return tag(
        "nav",
        everything,
        *steps,
        class_="isl-way",
        aria_label=reader.say("islands.neighbours"),
    )


def answer(reader: Reader, query: str, found: search.Found) -> Markup:
    """Say what a search found, or what is near it."""
    everything = way(reader.say("islands.everything"), reader.link("islands", island=None))
    said: list[Content] = []
    if found.islands:
        said.append(reader.say("islands.found", count=len(found.islands)))
        others = [name for name in found.islands if name != found.best][:_LISTED]
        if found.best and others:
            said += [reader.say("islands.also"), _links(reader, others)]
    else:
        said.append(reader.say("islands.nothing", query=query))
        near = search.near(reader.atlas, query)
        if near:
            said += [reader.say("islands.near"), _links(reader, near)]
    return tag("p", join([*said, everything], " "), role="status")


def _links(reader: Reader, wanted: Iterable[str]) -> Markup:
    links = (
        way(citations.names(reader, name), reader.link("islands", island=name)) for name in wanted
    )
    return join([join(links, reader.tongue.dot), reader.tongue.dot.rstrip()])
