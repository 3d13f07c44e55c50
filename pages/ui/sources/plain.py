"""The page of the sources as plain files: all of them, and one for each."""

from collections.abc import Iterator

from geodata import Atlas
from pages.ui.html import Markup
from pages.ui.site.asking import Choice, asking
from pages.ui.site.plan import Leaf, Plan
from pages.ui.site.seeking import Seeking
from pages.ui.sources import content
from pages.ui.sources import entries as sources_list
from pages.ui.sources import facts as sources
from pages.ui.words.reader import Reader

_PAGE = "sources"


def _leaves(atlas: Atlas, language: str) -> Iterator[Leaf]:
    reader = Reader(atlas, language, atlas.as_of, page=_PAGE)
    told = sources.facts(reader)
    words = reader.say("sources.lead")
    whole = content.whole(reader)
    yield Leaf(reader, words, whole, asks={content.CHOICES: _choices(reader)}, long=True)
    for source in atlas.sources.values():
        yield Leaf(reader, words, content.one(reader, source, told), {"source": source.id})


def _choices(reader: Reader) -> Markup:
    names = {side: reader.say(f"sources.{side}") for side in sources.PERSPECTIVES}
    tongues = {one: sources_list.language_name(reader, one) for one in sources_list.tongues(reader)}
    every = reader.say("sources.any")
    return asking(
        "li[data-perspective]",
        reader.say("sources.search"),
        Choice("perspective", reader.say("sources.perspective"), every, names),
        Choice("written", reader.say("sources.written_in"), every, tongues),
        words="search",
    )


PLAN = Plan(_PAGE, _leaves, choosing=("source",), seeking=Seeking("parts", sources.index))
