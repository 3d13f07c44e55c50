"""Put a page's parts into a plain file."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import singledispatchmethod

from markdown_it import MarkdownIt

from pages.ui.html import Markup, fold, join, tag
from pages.ui.parts import content
from pages.ui.parts.content import File, Part
from pages.ui.site.address import Addresses
from pages.ui.site.still import still
from pages.ui.words import glossary
from pages.ui.words.reader import Reader


@dataclass(slots=True)
class Writer:
    """Write parts for a reader; ``asks`` is what lets her choose, by its name.

    ``files`` are those the page offers, for somebody to write.
    """

    reader: Reader
    addresses: Addresses
    asks: Mapping[str, Markup]
    files: dict[str, File] = field(default_factory=dict)

    def put(self, parts: Sequence[Part]) -> Markup:
        """Write parts one below the other."""
        return join(self._put(part) for part in parts)

    @singledispatchmethod
    def _put(self, part: Part) -> Markup:
        raise TypeError(part)

    @_put.register
    def _(self, part: content.Block) -> Markup:
        drawn = tag("div", part.content, class_=part.kind) if part.kind else part.content
        return glossary.explained(self.reader, drawn)

    @_put.register
    def _(self, part: content.Chart) -> Markup:
        return tag("figure", still(part), class_="still")

    @_put.register
    def _(self, part: content.Box) -> Markup:
        return tag("div", self.put(part.parts), class_=f"st-key-{part.key}")

    @_put.register
    def _(self, part: content.Columns) -> Markup:
        sides = (tag("div", self.put(side)) for side in (part.left, part.right))
        return tag("div", *sides, class_="columns")

    @_put.register
    def _(self, part: content.Folded) -> Markup:
        return fold(self.reader.say(part.title), self.put(part.make()), class_="folded")

    @_put.register
    def _(self, part: content.Ways) -> Markup:
        ways = (
            tag(
                "div",
                tag(
                    "a",
                    tag("p", way.label),
                    href=self.addresses.of(way.page, way.params),
                    aria_current="true" if way.here else None,
                ),
                class_="way-here" if way.here else "way",
            )
            for way in part.ways
        )
        lead = "" if part.lead is None else self._put(part.lead)
        return tag("div", lead, *ways, class_=f"ways st-key-{part.key}")

    @_put.register
    def _(self, part: content.Files) -> Markup:
        self.files |= {file.name: file for file in part.files}
        links = (tag("a", file.label, href=f"../data/{file.name}") for file in part.files)
        return tag("p", *(tag("span", link) for link in links), class_="files")

    @_put.register
    def _(self, part: content.Document) -> Markup:
        text = MarkdownIt("commonmark").enable("table").render(part.text)
        whole = Markup(text)  # our own file, rendered
        return fold(part.title, whole, class_=f"sheet st-key-{part.key}")

    @_put.register
    def _(self, part: content.Asked) -> Markup:
        if part.name in self.asks:
            return self.asks[part.name]
        return self.put(part.still)
