"""Find the words that take a side where the atlas speaks in its own voice."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import fields
from functools import cache

from geodata.errors import Problem
from geodata.model import Reading, Record, Text, Word
from geodata.records import Records, Row

_LANGUAGES = tuple(Text.model_fields)
# what stands within them another says
_QUOTED = re.compile(r"“[^”]*”|‘[^’]*’|「[^」]*」|『[^』]*』|«[^»]*»|„[^“]*“")
# fields of an instrument that are a side's own reading
_SIDES = frozenset({"japan", "russia"})


def texts(record: object, path: str = "") -> Iterator[tuple[str, Text]]:
    """Yield every text of a record, at whatever depth, with its path."""
    if isinstance(record, Text):
        yield path, record
    elif isinstance(record, Record):
        for field in type(record).model_fields:
            yield from texts(getattr(record, field), f"{path}.{field}" if path else field)
    elif isinstance(record, tuple):
        for number, item in enumerate(record):
            yield from texts(item, f"{path}.{number}")


def taken(words: Iterable[Word], text: str, language: str) -> Iterator[tuple[Word, str]]:
    """Yield each word that takes a side in a text, outside quotation marks, as it stands there."""
    bare = _QUOTED.sub("", text)
    for word in words:
        if found := _pattern(word.stems[language]).search(bare):
            yield word, found.group()


@cache
def _pattern(stems: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{stem})" for stem in stems) or r"(?!)", re.IGNORECASE)


def check_voice(records: Records, *, whole: bool) -> Iterator[Problem]:
    """Yield every word that takes a side in a record, and every exception no record needs.

    Where the folder could not be read ``whole``, an exception may be that of a record unread.
    """
    words = [row.record for row in records.words]
    used: set[tuple[str, str]] = set()
    for row in _rows(records):
        name = getattr(row.record, "id", "")
        for path, language, word, found in _sided(words, row.record):
            if name in word.innocent:
                used.add((word.id, name))
            else:
                message = f"{found!r} takes a side ({word.id} in wording.toml): quote it"
                yield Problem(row.file, row.name, f"{path}.{language}", message)
    for word in words if whole else ():
        for name in word.innocent:
            if (word.id, name) not in used:
                message = f"no text of {name!r} needs this exception"
                yield Problem("wording.toml", word.id, "innocent", message)


def _rows(records: Records) -> Iterator[Row[Record]]:
    for field in fields(records):
        if field.name != "words" and isinstance(rows := getattr(records, field.name), list):
            yield from rows


def _sided(words: Iterable[Word], record: Record) -> Iterator[tuple[str, str, Word, str]]:
    for path, text in texts(record):
        field = path.partition(".")[0]
        if field in _SIDES and isinstance(getattr(record, field), Reading):
            continue
        for language in _LANGUAGES:
            for word, found in taken(words, text[language], language):
                yield path, language, word, found
