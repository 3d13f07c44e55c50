"""What is known about the Kurils, day by day. Draws nothing.

What others use stands here; the modules below are the house's own.
"""

from geodata.atlas import Atlas
from geodata.changes import Change
from geodata.errors import DataError, OutOfRange, Problem
from geodata.load import load_atlas
from geodata.model import Confidence, Event, Group, Lens, Listed, Theme, Viewpoint
from geodata.spans import Span
from geodata.time import Precision

__all__ = [
    "Atlas",
    "Change",
    "Confidence",
    "DataError",
    "Event",
    "Group",
    "Lens",
    "Listed",
    "OutOfRange",
    "Precision",
    "Problem",
    "Span",
    "Theme",
    "Viewpoint",
    "load_atlas",
]
