"""What a source can carry: which are weak, and what makes a statement sure."""

from collections.abc import Iterable
from datetime import date

from geodata.model import Kind, Source, Viewpoint

# In these years Japan and Russia both were there, so both can be asked.
FIRST, LAST = 1855, 1946
# The side whose accounts a government's reading of the treaties rests on.
SIDE_OF = {Viewpoint.JAPAN: "japanese", Viewpoint.RUSSIA: "russian"}
SIDES = frozenset(SIDE_OF.values())

_WEAK = frozenset({Kind.REFERENCE, Kind.OTHER})
_OWN = frozenset({Kind.DOCUMENT, Kind.GOVERNMENT})


def weak(source: Source) -> bool:
    """Say whether a source cannot carry a statement alone.

    So are encyclopaedias, wikis, blogs, private pages and popular books, and whatever was
    seen only in somebody else's copy (a reading site, a repost), but not what a state wrote:
    of that a copy is as good as its wording.
    """
    return source.kind in _WEAK or (source.seen == "copy" and source.kind not in _OWN)


def sides(source: Source) -> frozenset[str]:
    """Return whose account a source is: of both sides where it holds both governments' words."""
    return SIDES if source.joint else frozenset({str(source.perspective)})


def solid(source: Source, day: date) -> bool:
    """Say whether a source counts as an account of ``day``.

    So do studies, official publications, and the press of that year and the next.
    """
    if weak(source):
        return False
    if source.kind is Kind.PRESS:
        return bool(source.published) and 0 <= int(str(source.published)[:4]) - day.year <= 1
    return source.kind in (Kind.STUDY, Kind.GOVERNMENT)


def both_there(day: date) -> bool:
    """Say whether both states had a part in what happened on the islands that day."""
    return FIRST <= day.year <= LAST


def sure(works: Iterable[Source], day: date, *, both: bool = False) -> bool:
    """Say whether works allow high confidence: a document, or two accounts that count.

    Where ``both`` sides were there, one of each side.
    """
    told = tuple(works)
    if any(source.kind is Kind.DOCUMENT for source in told):
        return True
    accounts = {source.id: sides(source) for source in told if solid(source, day)}
    return len(accounts) > 1 and (not both or frozenset().union(*accounts.values()) >= SIDES)


def own_text(works: Iterable[Source], side: str) -> bool:
    """Say whether works hold a government's own words; ``side`` is a perspective."""
    return any(source.kind in _OWN and side in sides(source) for source in works)
