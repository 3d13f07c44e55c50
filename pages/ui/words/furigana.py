"""Readings over Japanese words: text between tags becomes <ruby>, where a pupil asks for it."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from pages.ui.html import Markup, join, tag
from pages.ui.words.inline import rewritten
from pages.ui.words.reader import Reader

# Elements whose text stays as it is: drawings, code, what has a reading, what cannot hold one.
_LEFT = frozenset({"svg", "script", "style", "title", "ruby", "option", "textarea", "time", "code"})


def shown(reader: Reader, markup: Markup) -> Markup:
    """Return markup as the reader wants it: with readings, if she asked for them."""
    if not (reader.furigana and reader.tongue.readings):
        return markup
    return annotated(markup, reader.atlas.readings, reader.language)


def annotated(markup: Markup, readings: Mapping[str, str], language: str) -> Markup:
    """Put readings over the words of ``markup`` in one language; attributes stay as they are."""
    return rewritten(markup, language, _LEFT, lambda words: ruby(words, readings))


def ruby(words: Markup, readings: Mapping[str, str]) -> Markup:
    """Put the reading over each word that has one, the longest that fits, from the left."""
    if not readings or not words:
        return words
    pieces = _words(frozenset(readings)).split(str(words))
    return join(
        tag("ruby", piece, _reading(readings[piece]))
        if piece in readings
        else Markup(piece)  # text escaped before
        for piece in pieces
    )


def used(reader: Reader, sent: object) -> dict[str, str]:
    """Return how the words in all texts of ``sent`` are read (lists and mappings of JSON).

    Nothing in a language without readings.
    """
    if not reader.tongue.readings:
        return {}
    pattern = _words(frozenset(reader.atlas.readings))
    found = {word for text in _texts(sent) for word in pattern.findall(text)}
    return {word: reader.atlas.readings[word] for word in sorted(found)}


def _texts(sent: object) -> Iterator[str]:
    if isinstance(sent, str):
        yield sent
    elif isinstance(sent, Mapping):
        for value in sent.values():
            yield from _texts(value)
    elif isinstance(sent, Iterable):
        for value in sent:
            yield from _texts(value)


def _reading(kana: str) -> Markup:
    # brackets for browsers and copies without ruby
    return join([tag("rp", "（"), tag("rt", kana), tag("rp", "）")])


@lru_cache(8)
def _words(terms: frozenset[str]) -> re.Pattern[str]:
    longest = sorted(terms, key=lambda term: (-len(term), term))
    return re.compile("(" + "|".join(map(re.escape, longest)) + ")")
