"""An island's pieces: its spans, cut where a doubt begins or ends, as a map draws them."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from geodata.model import Confidence
from geodata.spans import Span

_DAY = timedelta(days=1)


class Doubt(StrEnum):
    """What is not known for sure of an island: who holds it, or the day it changed hands."""

    HOLDER = "holder"
    DAY = "day"


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of days from ``start`` on which a map draws an island alike.

    ``doubt`` is of the holder while the record has low confidence, and of the day on the days
    that serious sources give for a change of hands (from the first to the last of them, both
    included).
    """

    start: date
    span: Span
    doubt: Doubt | None

    @property
    def doubtful(self) -> bool:
        """Whether anything is in doubt."""
        return self.doubt is not None


def pieces(spans: tuple[Span, ...]) -> tuple[Piece, ...]:
    """Cut an island's spans where its holder changes or a doubt begins or ends."""
    windows = [
        (span.earliest, span.latest) for span in spans if span.earliest and span.latest is not None
    ]
    edges = {first for first, _ in windows} | {last + _DAY for _, last in windows}
    cut: list[Piece] = []
    for span in spans:
        for day in sorted({span.start, *(edge for edge in edges if edge in span)}):
            doubt = None
            if span.confidence is Confidence.LOW:
                doubt = Doubt.HOLDER
            elif any(first <= day <= last for first, last in windows):
                doubt = Doubt.DAY
            if not cut or (cut[-1].span, cut[-1].doubt) != (span, doubt):
                cut.append(Piece(day, span, doubt))
    return tuple(cut)
