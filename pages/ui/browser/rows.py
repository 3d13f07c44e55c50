"""The stretches of an island's history as the browser wants them."""

from itertools import pairwise

from geodata.pieces import Doubt, Piece
from geodata.spans import Span
from pages.ui.browser.scope import Scope
from pages.ui.words import captions
from pages.ui.words.reader import Reader

_DOUBTS = tuple(Doubt)


class Rows:
    """Write an island's pieces as short lists; a text or a history that many share is kept once."""

    def __init__(self, reader: Reader, scope: Scope, powers: list[str]) -> None:
        self.texts: list[str] = []
        self._reader, self._scope, self._powers = reader, scope, powers
        self._places: dict[str, int] = {}
        self.histories: list[list[list[int | None]]] = []
        self._known: dict[tuple[tuple[int | None, ...], ...], int] = {}

    def history(self, island: str, lens: str, viewpoint: str) -> int:
        """Return where an island's rows under a lens are kept: most islands share theirs."""
        rows = self.of(island, lens, viewpoint)
        known = tuple(map(tuple, rows))
        if known not in self._known:
            self._known[known] = len(self.histories)
            self.histories.append(rows)
        return self._known[known]

    def of(self, island: str, lens: str, viewpoint: str) -> list[list[int | None]]:
        """Return the rows of one island under a lens, each with the day its holder came."""
        spans = self._reader.atlas.spans(lens, viewpoint)[island]
        following = dict(pairwise(spans))
        return [
            self._row(
                piece,
                self._reader.atlas.holding(island, piece.start, lens=lens, viewpoint=viewpoint),
                following.get(piece.span),
            )
            for piece in self._reader.atlas.pieces(lens, viewpoint)[island]
        ]

    def _row(self, piece: Piece, held: Span, following: Span | None) -> list[int | None]:
        reader, span = self._reader, piece.span
        since = (
            None
            if held.start == self._reader.atlas.start
            else reader.since(held.start, held.precision)
        )
        return [
            (piece.start - self._scope.start).days,
            self._powers.index(span.controller),
            self.place(since),
            self.place(captions.basis(reader, span)),
            self.place(captions.doubt(reader, span)),
            self.place(captions.uncertainty(reader, piece, following)),
            None if piece.doubt is None else _DOUBTS.index(piece.doubt),
        ]

    def place(self, words: str | None) -> int | None:
        """Return where a text is kept; None for none."""
        if words is None:
            return None
        if words not in self._places:
            self._places[words] = len(self.texts)
            self.texts.append(words)
        return self._places[words]
