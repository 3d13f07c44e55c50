"""Which question a map answers, and whose reading it shows."""

from enum import StrEnum


class Lens(StrEnum):
    """Which of the three questions a map answers."""

    CONTROL = "control"
    TITLE = "title"
    CLAIMS = "claims"


class Viewpoint(StrEnum):
    """Whose reading of the treaties is shown; control never depends on it."""

    NEUTRAL = "neutral"
    JAPAN = "japan"
    RUSSIA = "russia"
