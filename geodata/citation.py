"""A citation: the id of a work, and where in the work, if that is told.

It is written ``brazhnik`` or ``brazhnik#279``: what follows the mark is a page or pages (digits
and ranges), or the name that the work itself gives the place ("№ 24", "part 2").
"""

from collections.abc import Iterator

from geodata.model import Record

MARK = "#"


def work(citation: str) -> str:
    """Return the id of the source that a citation names."""
    return citation.partition(MARK)[0]


def place(citation: str) -> str:
    """Return where in the work it stands, empty for the whole."""
    return citation.partition(MARK)[2]


def cited(record: Record) -> Iterator[str]:
    """Yield every citation of a record, of its parts too; one that stands twice comes twice."""
    for name in type(record).model_fields:
        value = getattr(record, name)
        if name == "sources":
            yield from value
        for part in value if isinstance(value, tuple) else (value,):
            if isinstance(part, Record):
                yield from cited(part)
