"""The ways from an island to others: along the chain, and out of a search."""

from collections.abc import Callable, Iterable

from geodata import Atlas
from pages.ui.html import Content, Markup, join, tag
from pages.ui.parts import citations
from pages.ui.words import search, text

# Gives the address of the page with some of its parameters changed; None leaves one out.
ToPage = Callable[[dict[str, str | None]], str]

# More islands found beside the best one are not listed.
_LISTED = 8


def along(atlas: Atlas, name: str, viewpoint: str, language: str, to_page: ToPage) -> Markup:
    """Lead to the islands before and after, and back to all of them."""
    chain = list(atlas.islands)
    place = chain.index(name)
    around = (
        ("islands.previous", chain[place - 1 : place]),
        ("islands.next", chain[place + 1 : place + 2]),
    )
    steps = [
        tag(
            "a",
            text.say(
                key,
                language,
                name=text.names(atlas.islands[other], language, viewpoint)[0][0],
            ),
            href=to_page({"island": other}),
            target="_self",
        )
        for key, others in around
        for other in others
    ]
    everything = tag(
        "a", text.say("islands.back", language), href=to_page({"island": None}), target="_self"
    )
    return tag(
        "nav",
        everything,
        *steps,
        class_="isl-way",
        aria_label=text.say("islands.neighbours", language),
    )


def answer(atlas: Atlas, query: str, found: search.Found, language: str, to_page: ToPage) -> Markup:
    """Say what a search found, or what is near it."""
    everything = tag(
        "a",
        text.say("islands.everything", language),
        href=to_page({"island": None}),
        target="_self",
    )
    said: list[Content] = []
    if found.islands:
        said.append(text.say("islands.found", language, count=len(found.islands)))
        others = [name for name in found.islands if name != found.best][:_LISTED]
        if found.best and others:
            said += [text.say("islands.also", language), _links(atlas, others, language, to_page)]
    else:
        said.append(text.say("islands.nothing", language, query=query))
        near = search.near(atlas, query)
        if near:
            said += [text.say("islands.near", language), _links(atlas, near, language, to_page)]
    return tag("p", join([*said, everything], " "), role="status")


def _links(atlas: Atlas, wanted: Iterable[str], language: str, to_page: ToPage) -> Markup:
    links = (
        tag(
            "a",
            citations.names(atlas, name, language),
            href=to_page({"island": name}),
            target="_self",
        )
        for name in wanted
    )
    return join([join(links, " · "), " ·"])
