"""What is told of a day, and the eras of the timeline."""

from datetime import date
from typing import Annotated

from pydantic import AfterValidator

from geodata.model.lens import Lens, Viewpoint
from geodata.model.record import Day, Named, Record, Sourced, Text, plain_day, unique


def _dated(name: str) -> str:
    plain_day(name)
    return name


class ByLens(Record):
    """A text for each lens that has one of its own, for title for each reading too."""

    control: Text | None = None
    title: Text | None = None
    title_japan: Text | None = None
    title_russia: Text | None = None
    claims: Text | None = None

    def of(self, lens: Lens, viewpoint: Viewpoint) -> Text | None:
        """Return the text for a lens; a reading of title without one has the neutral one."""
        asked = [f"{lens}_{viewpoint}", lens]
        texts = (getattr(self, name, None) for name in asked)
        return next((text for text in texts if text is not None), None)


class Moment(Named):
    """What is told of a day on which the map changes or an instrument is signed or takes effect.

    ``id`` is the day. ``text`` says what happened, ``other`` so under a lens for which it reads
    otherwise; ``then`` says what holds from that day on. The atlas's first day has ``then``
    alone. ``main`` names the lenses whose short story stops here.
    """

    id: Annotated[str, AfterValidator(_dated)]
    main: Annotated[tuple[Lens, ...], AfterValidator(unique)] = ()
    text: Text | None = None
    other: ByLens = ByLens()
    then: ByLens = ByLens()
    sources: Sourced

    @property
    def day(self) -> date:
        """The day told of."""
        return date.fromisoformat(self.id)

    def sentence(self, lens: Lens, viewpoint: Viewpoint) -> Text | None:
        """Return what happened that day, as it is told under a lens."""
        return self.other.of(lens, viewpoint) or self.text


class Era(Named):
    """A stretch of the timeline's axis, from ``start`` to the next era's start.

    Its name and its year lead to ``opens``, else to the first moment in it.
    """

    start: Day
    title: Text
    opens: Day | None = None
