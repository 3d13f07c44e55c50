"""The words: three languages that say the same, dates as each language writes them."""

import re
from datetime import date
from pathlib import Path

import pytest

from geodata.time import Precision
from pages.ui.words import text
from tests.geodata.test_records import JOINED

ROOT = Path(__file__).parents[2]
DAY = date(1875, 8, 22)


def holes(sentence: str) -> set[str]:
    return set(re.findall(r"\{(\w+)\}", sentence))


@pytest.mark.parametrize("key", text.catalogue())
def test_languages_have_the_same_holes(key: str) -> None:
    words = text.catalogue()[key]
    assert holes(words.en) == holes(words.ja) == holes(words.ru)


@pytest.mark.parametrize("key", text.catalogue())
def test_no_straight_quotes_are_shown(key: str) -> None:
    words = text.catalogue()[key]
    assert not {'"', "'"} & set(words.en + words.ja + words.ru)


def test_russian_lines_do_not_break_where_they_may_not() -> None:
    assert [key for key, words in text.catalogue().items() if JOINED.search(words.ru)] == []


def test_no_two_numbers_stand_with_only_a_comma_between() -> None:
    # "12, 345 km²" reads as one number
    found = [
        key
        for key, sentence in text.catalogue().items()
        for words in (sentence.en, sentence.ru)
        if re.search(r"\{(?:islands|count|area)\}, \{", words)
    ]
    assert found == []


def code(*suffixes: str) -> str:
    """Return all that could ask for words, in files of these kinds."""
    return "".join(
        path.read_text(encoding="utf-8")
        for path in [ROOT / "dashboard.py", *(ROOT / "pages").rglob("*")]
        if path.suffix in suffixes
    )


def test_every_key_asked_for_is_there() -> None:
    asked = set(re.findall(r'\bsay\(\s*"(\w+\.\w+)"', code(".py")))
    assert asked - text.catalogue().keys() == set()
    words = set(re.findall(r"\bwords\.([a-z_]+)", code(".js")))
    assert words - {key.split(".")[1] for key in text.catalogue()} == set()


def test_every_key_is_used() -> None:
    source = code(".py", ".js")
    # a key is named, put together from ids, or taken by the browser as words.key
    made = [
        re.sub(r"\{.+?\}", r"\\w+", key)
        for key in re.findall(r"""f"(\w+\.(?:\w|\{[\w.\['\]]+\})+)\"""", source)
    ]
    unused = [
        key
        for key in text.catalogue()
        if f'"{key}"' not in source
        and not any(re.fullmatch(pattern, key) for pattern in made)
        and not re.search(rf"\bwords\.{key.split('.')[1]}\b", source)
    ]
    assert unused == []


@pytest.mark.parametrize(
    ("precision", "language", "expected"),
    [
        ("day", "en", "22 August 1875"),
        ("day", "ja", "1875年8月22日"),
        ("day", "ru", "22 августа 1875 г."),
        ("month", "en", "August 1875"),
        ("month", "ja", "1875年8月"),
        ("month", "ru", "август 1875 г."),
        ("year", "en", "1875"),
        ("year", "ja", "1875年"),
        ("year", "ru", "1875 г."),
        ("decade", "en", "c. 1875"),
        ("decade", "ja", "1875年頃"),
        ("decade", "ru", "ок. 1875 г."),
    ],
)
def test_dates_are_written_as_finely_as_known(precision: str, language: str, expected: str) -> None:
    written = text.written(DAY, language, Precision(precision))
    assert re.sub(r"\s", " ", written) == expected


def test_russian_since_takes_the_genitive() -> None:
    since = text.since(date(1711, 8, 1), "ru", Precision.MONTH)
    assert re.sub(r"\s", " ", since) == "августа 1711 г."


@pytest.mark.parametrize(
    ("value", "language", "expected"),
    [
        (17291, "en", "17,291"),
        (17291, "ja", "17,291"),
        (17291, "ru", "17 291"),
        (3167, "ru", "3167"),
        (12.84, "ru", "12,8"),
    ],
)
def test_numbers_follow_the_language(value: float, language: str, expected: str) -> None:
    digits = 0 if value == int(value) else 1
    assert re.sub(r"\s", " ", text.number(value, language, digits)) == expected


@pytest.mark.parametrize("language", text.LANGUAGES)
def test_ticks_are_told_the_language_s_separator(language: str) -> None:
    between = text.number(12_345, language)[2]
    assert f'"{between}"' in text.ticks(language)
    # the number from which digits are grouped is the one that number() keeps
    grouped = len(text.number(1000, language)) > 4
    assert ("10000" in text.ticks(language)) is not grouped
