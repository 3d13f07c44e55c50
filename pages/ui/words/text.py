"""The atlas's words, dates and numbers in the reader's language."""

import re
import tomllib
from datetime import date
from functools import cache, lru_cache
from pathlib import Path
from typing import Literal, get_args

from babel.dates import format_date, format_skeleton
from babel.numbers import format_decimal, get_group_symbol

from geodata.model import Island, Text
from geodata.time import Precision
from pages.ui.html import script

Language = Literal["en", "ja", "ru"]
LANGUAGES: tuple[Language, ...] = get_args(Language)
LOCALES: dict[str, str] = {"en": "en_GB", "ja": "ja", "ru": "ru"}
OWN_NAMES: dict[str, str] = {"en": "English", "ja": "日本語", "ru": "Русский"}
# Between the items of a list.
COMMAS: dict[str, str] = {"en": ", ", "ja": "、", "ru": ", "}

_SUFFIX = re.compile(r"(-(tō|jima|shima|iwa|retsugan)|-(minami-jima))?( .*)?$")
# Russian closes up four-digit numbers and spaces longer ones.
_CLOSED_UP = 10_000


@cache
def catalogue() -> dict[str, Text]:
    """Read text.toml: every sentence of the atlas by its dotted key, e.g. "map.play"."""
    tables = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))
    return {
        f"{table}.{key}": Text(**words)
        for table, entries in tables.items()
        for key, words in entries.items()
    }


def say(key: str, language: str, **values: object) -> str:
    """Return a sentence of text.toml with its holes filled; KeyError for an unknown key.

    A Russian date that ends in "г." closes its sentence with that full stop.
    """
    return catalogue()[key][language].format(**values).replace("г..", "г.")


def section(name: str, language: str) -> dict[str, str]:
    """Return one table of text.toml with its holes still open, for the browser to fill."""
    return {
        key.partition(".")[2]: words[language]
        for key, words in catalogue().items()
        if key.startswith(f"{name}.")
    }


@lru_cache(4096)
def written(day: date, language: str, precision: Precision = Precision.DAY) -> str:
    """Write a date as finely as it is known: 22 August 1875, August 1711, 1713, c. 1755."""
    locale = LOCALES[language]
    match precision:
        case Precision.DAY:
            return format_date(day, "long", locale=locale)
        case Precision.MONTH:
            return str(format_skeleton("yMMMM", day, locale=locale))
        case Precision.YEAR:
            return {
                "en": f"{day.year}",
                "ja": f"{day.year}年",
                "ru": f"{day.year}\N{NO-BREAK SPACE}г.",
            }[language]
    return {
        "en": f"c. {day.year}",
        "ja": f"{day.year}年頃",
        "ru": f"ок.\N{NO-BREAK SPACE}{day.year}\N{NO-BREAK SPACE}г.",
    }[language]


def since(day: date, language: str, precision: Precision = Precision.DAY) -> str:
    """Write a date as it follows "since": Russian puts the month's name in the genitive."""
    if language == "ru" and precision is Precision.MONTH:
        return str(format_date(day, "MMMM y\N{NO-BREAK SPACE}'г.'", locale="ru"))
    return written(day, language, precision)


def number(value: float, language: str, digits: int = 0) -> str:
    """Write a number with the language's own separators, rounded to so many decimals."""
    rounded = round(value, digits)
    grouped = not (language == "ru" and abs(rounded) < _CLOSED_UP)
    return format_decimal(
        rounded,
        format="#,##0." + "#" * digits if digits else "#,##0",
        locale=LOCALES[language],
        group_separator=grouped,
    )


def ticks(language: str) -> str:
    """Return Vega's expression for a whole number on an axis, written as by ``number``."""
    between = script(get_group_symbol(LOCALES[language]))
    grouped = f"replace(format(datum.value, ','), regexp(',', 'g'), {between})"
    if language != "ru":
        return grouped
    return f"abs(datum.value) < {_CLOSED_UP} ? format(datum.value, 'd') : {grouped}"


def names(island: Island, language: str, viewpoint: str = "neutral") -> tuple[tuple[str, str], ...]:
    """Return an island's names as (name, its language), the reader's own first.

    The viewpoint moves the name used by that government forward.
    """
    name = island.name
    # on maps and in tables the noun is short: "о. Атласова"
    short_russian = name.ru.replace("остров ", "о.\N{NO-BREAK SPACE}", 1)
    romaji = _SUFFIX.sub("", island.romaji.split(" / ")[0])
    english, japanese, russian, romanised = (
        (name.en, "en"),
        (name.ja, "ja"),
        (short_russian, "ru"),
        (romaji, "ja-Latn"),
    )
    order = {
        ("en", "neutral"): (english, japanese, russian),
        ("en", "japan"): (romanised, japanese, english, russian),
        ("en", "russia"): (english, russian, japanese),
        ("ja", "neutral"): (japanese, russian, english),
        ("ja", "japan"): (japanese, romanised, russian),
        ("ja", "russia"): (japanese, russian, english),
        ("ru", "neutral"): (russian, japanese, english),
        ("ru", "japan"): (russian, japanese, romanised),
        ("ru", "russia"): (russian, english, japanese),
    }[language, viewpoint]
    return tuple(dict(order).items())


@lru_cache(4096)
def short(day: date, language: str, precision: Precision = Precision.DAY) -> str:
    """Write a date for a narrow column: 22 Aug 1875; coarser dates as ``written``."""
    if precision is Precision.DAY:
        return format_date(day, "medium", locale=LOCALES[language])
    return written(day, language, precision)
