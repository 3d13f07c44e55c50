"""The chronicle as a plain file: all events on one page, filtered in the browser."""

from collections.abc import Iterator

from geodata import Atlas
from geodata.model import Theme
from pages.ui.chronicle import content
from pages.ui.chronicle import entries as chronicle_list
from pages.ui.chronicle.query import Query, index
from pages.ui.html import Markup
from pages.ui.parts.content import Asked
from pages.ui.site.asking import Choice, asking
from pages.ui.site.plan import Leaf, Plan
from pages.ui.site.seeking import Seeking
from pages.ui.words.reader import Reader

_PAGE = "chronicle"
_FILTERS = "filters"


def _leaves(atlas: Atlas, language: str) -> Iterator[Leaf]:
    reader = Reader(atlas, language, atlas.as_of, page=_PAGE)
    found = content.whole(reader)
    parts = [
        *content.head(reader),
        *content.strip(reader, Query(), found),
        Asked(_FILTERS),
        *content.listing(reader, Query(), found),
    ]
    words = reader.say("chronicle.lead")
    yield Leaf(reader, words, parts, asks={_FILTERS: _filters(reader)}, long=True)


def _filters(reader: Reader) -> Markup:
    themes = {str(theme): reader.say(f"chronicle.{theme}") for theme in Theme}
    eras = {era.id: chronicle_list.heading(reader, era) for era in reader.atlas.eras}
    every = reader.say("chronicle.every_era")
    return asking(
        ".chronicle li[data-theme]",
        reader.say("chronicle.search"),
        Choice("theme", reader.say("chronicle.theme"), reader.say("sources.any"), themes),
        Choice("era", reader.say("chronicle.era"), every, eras),
    )


PLAN = Plan(_PAGE, _leaves, anchor="event", kept=("q",), seeking=Seeking("words", index))
