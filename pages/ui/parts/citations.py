"""Sources and names as links and marked words: what stands behind a statement."""

from collections import Counter
from collections.abc import Iterable

from geodata.citation import place, work
from geodata.model import Source
from pages.ui.html import Content, Markup, fold, join, tag
from pages.ui.words.reader import Reader
from pages.ui.words.tongues import marks


def sources(reader: Reader, cited: Iterable[str]) -> Markup:
    """Count the sources by whose account they are, and list them for who wants to look.

    A work cited for several places is one source. A side without any is not named; without
    any source nothing is written.
    """
    places: dict[str, list[str]] = {}
    for citation in dict.fromkeys(cited):
        places.setdefault(work(citation), []).append(place(citation))
    if not places:
        return Markup()
    count = Counter(reader.atlas.sources[name].perspective for name in places)
    counts = reader.listed(
        reader.say(f"panel.sources_{side}", count=count[side])
        for side in ("japanese", "russian", "other")
        if count[side]
    )
    items = (
        tag(
            "li",
            cite(reader.atlas.sources[name]),
            *_places(reader, reader.atlas.sources[name], places[name]),
        )
        for name in places
    )
    return fold(reader.say("panel.sources_by", counts=counts), tag("ul", *items))


def cite(source: Source) -> Markup:
    """Return a source as a link: authors, title, producer."""
    return _linked(_written(source), source.url, spoken(source))


def _written(source: Source) -> str:
    tongue = marks(source.language)
    titled = tongue.comma.join(filter(None, [_authors(source), source.title]))
    return tongue.pause.join([titled, source.producer])


def told(reader: Reader, citation: str) -> str:
    """Write a citation in one line: the work, its year, the place in it, its address."""
    source, where = reader.atlas.source(citation), place(citation)
    year = source.published[:4] if source.published else ""
    parts = (_written(source), year, _place(reader, where), source.at.get(where, source.url))
    return reader.listed(filter(None, parts))


def this(reader: Reader, key: str, title: str, address: str, sources: Iterable[str]) -> Markup:
    """Return "Cite this" of a record, folded: the browser fills it when opened (citing.js).

    ``key`` tells the record from all others, ``address`` is its own view of the atlas.
    """
    return tag(
        "details",
        tag("summary", reader.say("citing.this")),
        class_="cite",
        data_key=key,
        data_title=title,
        data_to=address,
        data_sources=";".join(dict.fromkeys(sources)) or None,
    )


def page(reader: Reader) -> Markup:
    """Return "Cite this page" likewise; its address is the one the browser shows."""
    return tag(
        "details",
        tag("summary", reader.say("citing.page")),
        class_="cite",
        data_key=f"{reader.page}-{reader.day.isoformat()}",
        data_title=reader.say(f"page.{reader.page}"),
    )


def named(source: Source) -> str:
    """Name a source in few words: its authors, or who published it.

    Who only copied a work says little of it: that one is named by its title.
    """
    return _authors(source) or (source.title if source.seen == "copy" else source.producer)


def brief(reader: Reader, cited: Iterable[str]) -> list[dict[str, str | None]]:
    """Return the works cited as the browser lists them: what each is called, and where it is."""
    works = [reader.atlas.source(name) for name in cited]
    return [{"name": named(one), "url": one.url} for one in works]


def _authors(source: Source) -> str:
    return marks(source.language).comma.join(source.author)


def cited(reader: Reader, ids: Iterable[str]) -> Markup:
    """Name the sources of a record in one line, each a link."""
    return tag("small", join((_named(reader, name) for name in ids), reader.tongue.semicolon))


def _named(reader: Reader, citation: str) -> Markup:
    source, where = reader.atlas.source(citation), place(citation)
    told = reader.listed([named(source), _place(reader, where)]) if where else named(source)
    return _linked(
        told,
        source.at.get(where, source.url),
        spoken(source) if source.language != reader.language else None,
        title=source.title,
    )


def _places(reader: Reader, source: Source, places: Iterable[str]) -> Iterable[Content]:
    for where in places:
        if where:
            yield reader.tongue.comma
            yield _linked(_place(reader, where), source.at.get(where))


def _place(reader: Reader, where: str) -> str:
    """Write a place in a work: a page as the reader's language does, all else as it stands."""
    if not where.replace("-", "").isdecimal():
        return where
    first, *last = where.split("-")
    key = "sources.pages" if last else "sources.page"
    return reader.say(key, page=reader.tongue.dash.join([first, *last]))


def _linked(
    words: str, url: str | None, language: str | None = None, title: str | None = None
) -> Markup:
    if url is None:
        return tag("cite", words, lang=language)
    return tag(
        "a",
        words,
        href=url,
        title=title,
        target="_blank",
        rel="noopener noreferrer",
        lang=language,
    )


def spoken(source: Source) -> str | None:
    """Return the language of a source's title for its lang attribute, None where it has several."""
    return None if source.language == "multiple" else source.language


def names(reader: Reader, name: str) -> Markup:
    """Return an island's names, the reader's first, each marked with its language."""
    first, *others = reader.names(name)
    return join(
        [
            tag("span", first[0], lang=first[1]),
            " ",
            tag(
                "small",
                join(
                    (tag("span", other, lang=tongue) for other, tongue in others),
                    reader.tongue.dot,
                ),
            ),
        ]
    )
