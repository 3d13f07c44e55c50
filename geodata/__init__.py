"""What is known about the Kurils, day by day. Draws nothing."""

from geodata.atlas import Atlas
from geodata.errors import DataError, OutOfRange, Problem
from geodata.load import load_atlas

__all__ = ["Atlas", "DataError", "OutOfRange", "Problem", "load_atlas"]
