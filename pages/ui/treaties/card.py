"""One card an instrument: what it says, what it changed, and how each side reads it."""

from geodata.citation import cited
from geodata.model import Article, Instrument, Reading
from pages.ui import html
from pages.ui.html import Content, Markup, join, link, tag, way
from pages.ui.parts import citations
from pages.ui.treaties import changes
from pages.ui.treaties import lines as treaties_lines
from pages.ui.words.reader import Reader

# Kinds that are signed by two sides; the others are only dated. And kinds that count in
# articles; the others count in paragraphs.
_SIGNED = frozenset({"treaty", "agreement", "declaration"})
_ARTICLES = frozenset({"treaty", "agreement", "law"})
_KINDS = {
    "treaty": "treaties.kind_treaty",
    "agreement": "treaties.kind_agreement",
    "declaration": "treaties.kind_declaration",
    "statement": "treaties.kind_statement",
    "order": "treaties.kind_order",
    "law": "treaties.kind_law",
}
_SIDES = {"japan": "treaties.reading_japan", "russia": "treaties.reading_russia"}


def index(reader: Reader) -> Markup:
    """List all instruments, each a link to its card."""
    items = [
        tag(
            "li",
            tag("span", reader.short(one.signed), class_="when"),
            " ",
            tag("a", one.name[reader.language], href=f"#{one.id}"),
        )
        for one in ordered(reader)
    ]
    return tag(
        "nav",
        tag("h2", reader.say("treaties.index"), id="treaties-index"),
        tag("ol", *items),
        aria_labelledby="treaties-index",
        class_="index",
    )


def ordered(reader: Reader) -> list[Instrument]:
    """Return the instruments, oldest first."""
    return sorted(reader.atlas.instruments.values(), key=lambda one: one.signed)


def card(reader: Reader, one: Instrument) -> Markup:
    """Write one instrument's card; its id is its anchor."""
    lines = treaties_lines.drawn(reader, one.id)
    others = reader.everywhere(one.name)[1:]
    return tag(
        "article",
        tag("h3", one.name[reader.language], id=f"{one.id}-name"),
        tag(
            "p",
            join((tag("span", name, lang=code) for name, code in others), reader.tongue.dot),
            class_="soft",
        ),
        _dates(reader, one),
        _says(reader, one),
        *(treaties_lines.figure(reader, line) for line in lines),
        changes.changed(reader, one),
        _readings(reader, one),
        _wording(reader, one),
        _foot(reader, one),
        id=one.id,
        class_="card",
        aria_labelledby=f"{one.id}-name",
        tabindex="-1",
    )


def _dates(reader: Reader, one: Instrument) -> Markup:
    signed = "signed" if one.kind in _SIGNED else "dated"
    facts: list[tuple[str, Content]] = [
        (reader.say("treaties.kind"), reader.say(_KINDS[one.kind])),
        (reader.say(f"treaties.{signed}"), reader.written(one.signed)),
        (
            reader.say("treaties.in_force"),
            changes.day_link(reader, one.in_force)
            if one.in_force
            else reader.say("treaties.no_force"),
        ),
    ]
    if one.in_force:
        facts.append(
            (
                reader.say("treaties.ended"),
                reader.written(one.ended) if one.ended else reader.say("treaties.no_end"),
            )
        )
    return html.facts(facts)


def _says(reader: Reader, one: Instrument) -> Markup:
    if not one.articles:
        return Markup()
    words: list[tuple[str, Content]] = [
        (label(reader, one, part), part.text[reader.language]) for part in one.articles
    ]
    return tag("section", tag("h4", reader.say("treaties.says")), html.facts(words))


def label(reader: Reader, one: Instrument, part: Article) -> str:
    """Name a part of an instrument: an article or paragraph by number, else by its own word."""
    if part.part:
        return reader.atlas.phrases[part.part].text[reader.language]
    *numbers, within = part.numbers
    first, last = (number and reader.tongue.figures(number) for number in numbers)
    key = "article" if one.kind in _ARTICLES else "paragraph"
    words = (
        reader.say(f"treaties.{key}s", first=first, last=last)
        if last
        else reader.say(f"treaties.{key}", number=first)
    )
    return words + reader.bracketed(within) if within else words


def _readings(reader: Reader, one: Instrument) -> Markup:
    """Set the two sides' readings beside each other, at equal width."""
    readings = {"japan": one.japan, "russia": one.russia}
    sides = [(side, readings[side]) for side in reader.tongue.sides]
    if not any(reading for _, reading in sides):
        return Markup()
    return tag(
        "div",
        *(
            tag(
                "section",
                tag("h4", reader.say(_SIDES[side])),
                _reading(reader, reading),
                # a style sheet marks the reading the reader asked to see the atlas in
                data_chosen="yes" if side == reader.viewpoint else None,
            )
            for side, reading in sides
        ),
        class_="pair readings",
    )


def _wording(reader: Reader, one: Instrument) -> Markup:
    if one.wording is None:
        return Markup()
    return tag("section", tag("h4", reader.say("treaties.wording")), _reading(reader, one.wording))


def _reading(reader: Reader, reading: Reading | None) -> Markup:
    if reading is None:
        return tag("p", reader.say("treaties.no_reading"), class_="soft")
    return join(
        [
            tag("p", reading.text[reader.language]),
            tag("p", reader.say("treaties.voice_others"), class_="soft")
            if reading.voice == "others"
            else "",
            citations.sources(reader, reading.sources),
        ]
    )


def _foot(reader: Reader, one: Instrument) -> Markup:
    own = link("treaties", reader.params(instrument=one.id))
    return tag(
        "footer",
        citations.sources(reader, one.sources),
        way(reader.say("treaties.permalink"), own),
        tag("a", reader.say("treaties.back"), href="#treaties-index"),
        citations.this(reader, f"instrument-{one.id}", one.name[reader.language], own, cited(one)),
    )
