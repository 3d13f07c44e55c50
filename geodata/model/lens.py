"""Which question a map answers, and whose reading it shows."""

from enum import StrEnum


class Lens(StrEnum):
    """Which of the three questions a map answers."""

    CONTROL = "control"
    TITLE = "title"
    CLAIMS = "claims"

    @property
    def by_viewpoint(self) -> bool:
        """Whether its answer depends on a viewpoint: only title is read from treaties."""
        return self is Lens.TITLE


class Viewpoint(StrEnum):
    """Whose reading of the treaties is shown; control never depends on it."""

    NEUTRAL = "neutral"
    JAPAN = "japan"
    RUSSIA = "russia"


def question(lens: Lens, viewpoint: Viewpoint) -> tuple[Lens, Viewpoint]:
    """Return what a viewpoint asks under a lens: what the neutral one does where none matters."""
    return lens, viewpoint if lens.by_viewpoint else Viewpoint.NEUTRAL


# All that a map can be asked, each question once.
QUESTIONS = tuple(dict.fromkeys(question(lens, view) for lens in Lens for view in Viewpoint))
