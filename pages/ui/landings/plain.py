"""The landings' page as a plain file."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from geodata import Atlas
from pages.ui.browser import scope
from pages.ui.landings import content
from pages.ui.site.plan import Leaf, Plan, Slot
from pages.ui.words.reader import Reader

_PAGE = "landings"


def _leaves(atlas: Atlas, language: str) -> Iterator[Leaf]:
    weeks = scope.landings(atlas)
    reader = Reader(atlas, language, weeks.clamp(atlas.as_of), page=_PAGE)
    yield Leaf(reader, reader.say("landings.losses_note"), content.below(reader))


def _days(reader: Reader) -> Iterable[date]:
    weeks = scope.landings(reader.atlas)
    count = (weeks.last - weeks.start).days + 1
    return (weeks.start + timedelta(days=day) for day in range(count))


PLAN = Plan(
    _PAGE,
    _leaves,
    kept=("date", "lens", "viewpoint", "island"),
    map="timeline",
    slots=(Slot(content.of_day, _days), Slot(content.change, _days)),
    beside=content.rest,
)
