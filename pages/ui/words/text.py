"""The atlas's words, numbers and islands' names in the reader's language."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

from babel.numbers import format_decimal, get_group_symbol

from geodata.model import Island
from pages.ui.html import script
from pages.ui.words.tongues import FALLBACK, ROMAJI, TONGUES

# A sentence, or its forms by the plural category of its {count}.
Forms = str | Mapping[str, str]

_SUFFIX = re.compile(r"(-(tō|jima|shima|iwa|retsugan)|-(minami-jima))?( .*)?$")


@cache
def catalogue() -> Mapping[str, Mapping[str, Forms]]:
    """Read text.toml: the forms of every sentence by its dotted key ("map.play") and language."""
    tables = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))
    return {
        f"{table}.{key}": words
        for table, entries in tables.items()
        for key, words in entries.items()
    }


def sentences() -> Iterator[tuple[str, str, str]]:
    """Give every form of every sentence with its key and language."""
    for key, words in catalogue().items():
        for language, forms in words.items():
            for form in [forms] if isinstance(forms, str) else forms.values():
                yield key, language, form


def missing(language: str) -> list[str]:
    """Return the keys of the sentences that a language has no words for yet."""
    return [key for key, words in catalogue().items() if language not in words]


def say(key: str, language: str, **values: object) -> str:
    """Return a sentence of text.toml with its holes filled; KeyError for an unknown key.

    ``count`` is a number and chooses the form. What a language has no words for is said in
    English. A date that ends in an abbreviation's full stop closes its sentence with it.
    """
    spoken = language if language in catalogue()[key] else FALLBACK
    forms = catalogue()[key][spoken]
    tongue = TONGUES[spoken]
    if isinstance(count := values.get("count"), int):
        values["count"] = number(count, spoken)
        forms = forms if isinstance(forms, str) else forms[tongue.plural(count)]
    elif not isinstance(forms, str):
        msg = f"{key} has forms by its count, which is {count!r}"
        raise TypeError(msg)
    filled = forms.format(**values)
    for end in tongue.ends:
        filled = filled.replace(f"{end}.", end)
    return filled


def section(name: str, language: str) -> dict[str, str]:
    """Return one table of text.toml with its holes still open, for the browser to fill.

    Sentences that have forms are in ``counts``.
    """
    return {key: forms for key, forms in _table(name, language) if isinstance(forms, str)}


def counts(name: str, language: str) -> dict[str, Forms]:
    """Return the sentences of one table that have forms by a count."""
    return {key: forms for key, forms in _table(name, language) if f"{name}.{key}" in _counting()}


def _table(name: str, language: str) -> Iterator[tuple[str, Forms]]:
    for key, words in catalogue().items():
        if key.startswith(f"{name}."):
            yield key.partition(".")[2], words.get(language, words[FALLBACK])


@cache
def _counting() -> frozenset[str]:
    return frozenset(
        key for key, words in catalogue().items() if not isinstance(words[FALLBACK], str)
    )


def number(value: float, language: str, digits: int = 0) -> str:
    """Write a number with the language's own separators, rounded to so many decimals."""
    tongue = TONGUES[language]
    rounded = round(value, digits)
    return format_decimal(
        rounded,
        format="#,##0." + "#" * digits if digits else "#,##0",
        locale=tongue.locale,
        group_separator=abs(rounded) >= tongue.closed_up,
    )


def ticks(language: str) -> str:
    """Return Vega's expression for a whole number on an axis, written as by ``number``."""
    tongue = TONGUES[language]
    between = script(get_group_symbol(tongue.locale))
    grouped = f"replace(format(datum.value, ','), regexp(',', 'g'), {between})"
    if not tongue.closed_up:
        return grouped
    return f"abs(datum.value) < {tongue.closed_up} ? format(datum.value, 'd') : {grouped}"


def names(island: Island, language: str, viewpoint: str = "neutral") -> tuple[tuple[str, str], ...]:
    """Return an island's names as (name, its language), the reader's own first.

    Where it has none in her language, the English one is first. The viewpoint moves the name used
    by that government forward.
    """
    spelt = {
        code: _short(island.name[code], code) for code in TONGUES if code in island.name.languages
    }
    spelt[ROMAJI] = _SUFFIX.sub("", island.romaji.split(" / ")[0])
    own = language if language in spelt else FALLBACK
    order = (own, *TONGUES[language].names[viewpoint])
    if TONGUES[language].names[viewpoint][0] == ROMAJI:
        order = TONGUES[language].names[viewpoint]
    # two languages may write one name alike
    found: dict[str, str] = {}
    for code in order:
        if code in spelt:
            found.setdefault(spelt[code], code)
    return tuple(found.items())


def _short(name: str, language: str) -> str:
    """Shorten the noun in a name, as on maps and in tables: "о. Атласова"."""
    noun = TONGUES[language].noun
    return name.replace(*noun, 1) if noun else name
