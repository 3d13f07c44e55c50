"""What the texts are made of: shared phrases, loaded words, hard words."""

import re
from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import AfterValidator, Field

from geodata.model.record import Id, Named, Record, Sourced, Text


class Phrase(Named):
    """A sentence that several records share: a basis ("why we say so") or a note (a doubt)."""

    text: Text


def _pattern(value: str) -> str:
    try:
        re.compile(value)
    except re.error as error:
        msg = f"is no regular expression: {error}"
        raise ValueError(msg) from error
    return value


Stem = Annotated[str, Field(min_length=1), AfterValidator(_pattern)]


class Stems(Record):
    """Regular expressions that find a word, whatever its ending, in each language."""

    en: tuple[Stem, ...]
    ja: tuple[Stem, ...]
    ru: tuple[Stem, ...]

    def __getitem__(self, language: str) -> tuple[str, ...]:
        """Return the expressions for ``language``: en, ja or ru."""
        words: tuple[str, ...] = getattr(self, language)
        return words


class Word(Named):
    """A word that takes a side, and what the atlas says instead.

    ``language`` is the one it comes from, ``whose`` the side that uses it ("each" where either
    says it of the other). ``innocent`` names records that need it in another sense, with the
    reason.
    """

    whose: Literal["japan", "russia", "each"]
    language: Literal["en", "ja", "ru"]
    text: Text
    ours: Text
    stems: Stems
    innocent: Mapping[Id, Annotated[str, Field(min_length=1)]] = {}


class Term(Named):
    """A hard word: what it means, for readers of about twelve, and how it is found in a text."""

    text: Text
    stems: Stems
    sources: Sourced
