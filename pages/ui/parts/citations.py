"""Sources and names as links and marked words: what stands behind a statement."""

from collections import Counter
from collections.abc import Iterable

from geodata import Atlas
from geodata.model import Source
from pages.ui.html import Markup, join, tag
from pages.ui.words import text


def sources(atlas: Atlas, ids: Iterable[str], language: str) -> Markup:
    """Count the sources by whose account they are, and list them for who wants to look.

    A side without any is not named; without any source nothing is written.
    """
    found = [atlas.sources[name] for name in dict.fromkeys(ids)]
    if not found:
        return Markup()
    count = Counter(source.perspective for source in found)
    counts = text.COMMAS[language].join(
        text.say(f"panel.sources_{side}", language, count=count[side])
        for side in ("japanese", "russian", "other")
        if count[side]
    )
    return tag(
        "details",
        tag("summary", text.say("panel.sources_by", language, counts=counts)),
        tag("ul", *(tag("li", cite(source)) for source in found)),
    )


def cite(source: Source) -> Markup:
    """Return a source as a link: title, producer, year."""
    words = f"{source.title} — {source.producer}"
    if source.url is None:
        return tag("cite", words, lang=spoken(source))
    return tag(
        "a",
        words,
        href=source.url,
        target="_blank",
        rel="noopener noreferrer",
        lang=spoken(source),
    )


def cited(atlas: Atlas, ids: Iterable[str]) -> Markup:
    """Name the sources of a record in one line, each a link."""
    links = (
        tag(
            "a",
            atlas.sources[name].producer,
            href=atlas.sources[name].url,
            title=atlas.sources[name].title,
            target="_blank",
            rel="noopener noreferrer",
        )
        if atlas.sources[name].url
        else tag("cite", atlas.sources[name].producer)
        for name in ids
    )
    return tag("small", join(links, "; "))


def spoken(source: Source) -> str | None:
    """Return the language of a source's title for its lang attribute, None where it has several."""
    return None if source.language == "multiple" else source.language


def names(atlas: Atlas, name: str, language: str, viewpoint: str = "neutral") -> Markup:
    """Return an island's names, the reader's first, each marked with its language."""
    first, *others = text.names(atlas.islands[name], language, viewpoint)
    return join(
        [
            tag("span", first[0], lang=first[1]),
            " ",
            tag(
                "small", join((tag("span", other, lang=tongue) for other, tongue in others), " · ")
            ),
        ]
    )
