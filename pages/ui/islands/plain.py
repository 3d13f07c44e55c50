"""The gazetteer as plain files: the table in every order, and each island's sheet."""

from collections.abc import Iterator

from geodata import Atlas
from pages.ui.islands import content, table
from pages.ui.site.asking import asking
from pages.ui.site.plan import Leaf, Plan
from pages.ui.site.seeking import Seeking
from pages.ui.words import search
from pages.ui.words.reader import Reader


def _leaves(atlas: Atlas, language: str) -> Iterator[Leaf]:
    reader = Reader(atlas, language, atlas.as_of, page=content.PAGE)
    found = asking(".isl-table tbody tr[id]", reader.say("islands.search"))
    for by in table.orders():
        parts = content.table(reader, by)
        chosen = {} if by == table.Order() else {"sort": str(by)}
        words = reader.say("islands.caption", date=reader.written(reader.day))
        yield Leaf(reader, words, parts, chosen, asks={content.SEARCH: found})
    for name in atlas.islands:
        own = Reader(atlas, language, atlas.as_of, island=name, page=content.PAGE)
        called = own.tongue.dot.join(word for word, _ in own.names(name))
        yield Leaf(own, called, content.sheet(own, name), {"island": name})


PLAN = Plan(
    content.PAGE, _leaves, choosing=("island", "sort"), seeking=Seeking("name", search.names)
)
