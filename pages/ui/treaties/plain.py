"""The page of treaties as plain files: one for each reading of them."""

from collections.abc import Iterator

from geodata import Atlas
from geodata.model import Viewpoint
from pages.ui.site.plan import Leaf, Plan
from pages.ui.treaties import content
from pages.ui.words.reader import Reader


def _leaves(atlas: Atlas, language: str) -> Iterator[Leaf]:
    for viewpoint in map(str, Viewpoint):
        reader = Reader(atlas, language, atlas.as_of, viewpoint=viewpoint, page=content.PAGE)
        parts = [
            *content.head(reader),
            *content.chart(reader),
            *content.cards(reader),
            *content.holders(reader),
        ]
        chosen = {} if viewpoint == Viewpoint.NEUTRAL else {"viewpoint": viewpoint}
        yield Leaf(reader, reader.say("treaties.lead"), parts, chosen)


PLAN = Plan(content.PAGE, _leaves, choosing=("viewpoint",), anchor=content.ASKED)
