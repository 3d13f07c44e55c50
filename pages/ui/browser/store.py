"""Texts and works that many facts share, sent to the browser once."""

from collections.abc import Iterable
from typing import Any

from pages.ui.parts import citations
from pages.ui.words.reader import Reader

_CITED = 3  # works named under an answer


class Store:
    """Keeps each text and each work that facts rest on once."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self.texts: dict[str, int] = {}
        self.works: list[dict[str, Any]] = []
        self._places: dict[str, int] = {}

    def text(self, words: str) -> int:
        """Return the place of a text."""
        return self.texts.setdefault(words, len(self.texts))

    def cited(self, cited: Iterable[str]) -> list[int]:
        """Return the places of a few of the works cited: one of each side, then as they come."""
        all_works = {one.id: one for one in map(self._reader.atlas.source, cited)}
        first = {one.perspective: one.id for one in reversed(all_works.values())}
        kept = sorted(all_works, key=lambda name: name not in first.values())[:_CITED]
        works = {name: one for name, one in all_works.items() if name in kept}
        for name, work in works.items():
            if name not in self._places:
                self._places[name] = len(self.works)
                self.works.append({"name": citations.named(work), "url": work.url})
        return [self._places[name] for name in works]
