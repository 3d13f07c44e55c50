"""The words: three languages that say the same, dates as each language writes them."""

import re
from datetime import date
from pathlib import Path

import pytest
from babel import Locale

from geodata.model import Text
from geodata.time import Precision
from pages.ui.words import dates, text
from pages.ui.words.tongues import NBSP, TONGUES
from tests.geodata.test_records import JOINED

ROOT = Path(__file__).parents[2]
DAY = date(1875, 8, 22)


def holes(sentence: str) -> set[str]:
    return set(re.findall(r"\{(\w+)\}", sentence))


SENTENCES = list(text.sentences())


def test_languages_have_the_same_holes() -> None:
    expected = {key: holes(sentence) for key, language, sentence in SENTENCES if language == "en"}
    assert [
        (key, language) for key, language, sentence in SENTENCES if holes(sentence) != expected[key]
    ] == []


def test_no_language_of_the_atlas_lacks_words() -> None:
    whole = [*Text.model_fields]  # a further language may lack some
    assert {language: text.missing(language) for language in whole} == {key: [] for key in whole}


def test_no_module_writes_the_atlas_s_name_itself() -> None:
    names = tuple(map(str, text.catalogue()["page.atlas"].values()))
    modules = {path: path.read_text(encoding="utf-8") for path in (ROOT / "pages").rglob("*.py")}
    assert [
        str(path) for path, code in modules.items() if any(name in code for name in names)
    ] == []


def test_forms_are_those_of_the_plural_rules_and_their_hole_is_the_count() -> None:
    wrong = [
        (key, language)
        for key, words in text.catalogue().items()
        for language, given in words.items()
        if not isinstance(given, str)
        and (
            {*given} != {*Locale.parse(TONGUES[language].locale).plural_form.tags} | {"other"}
            or any("count" not in holes(form) for form in given.values())
        )
    ]
    assert wrong == []


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en", {0: "0 islands", 1: "1 island", 2: "2 islands", 21: "21 islands"}),
        ("ja", {0: "0島", 1: "1島", 2: "2島", 21: "21島"}),
        (
            "ru",
            {
                0: "0 островов",
                1: "1 остров",
                2: "2 острова",
                5: "5 островов",
                11: "11 островов",
                21: "21 остров",
                29: "29 островов",
                42: "42 острова",
                1111: "1111 островов",
            },
        ),
    ],
)
def test_a_noun_follows_its_number(language: str, expected: dict[int, str]) -> None:
    assert {
        count: text.say("count.islands", language, count=count).replace(NBSP, " ")
        for count in expected
    } == expected


def test_no_straight_quotes_are_shown() -> None:
    assert [key for key, _, sentence in SENTENCES if {'"', "'"} & {*sentence}] == []


def test_russian_lines_do_not_break_where_they_may_not() -> None:
    assert [
        key for key, language, sentence in SENTENCES if language == "ru" and JOINED.search(sentence)
    ] == []


def test_japanese_has_no_latin_punctuation() -> None:
    # a colon, semicolon, comma or bracket beside Japanese letters, a spaced dot, an en dash
    latin = re.compile(r"[^\x00-\x7f][:;,()]|[:;,()][^\x00-\x7f]|[:;,] |\} ?[:;] ?| · |–")
    assert [
        (key, sentence)
        for key, language, sentence in SENTENCES
        if language == "ja" and latin.search(sentence)
    ] == []


def test_no_two_numbers_stand_with_only_a_comma_between() -> None:
    # "12, 345 km²" reads as one number
    assert [
        key
        for key, language, sentence in SENTENCES
        if language != "ja" and re.search(r"\{(?:area|count)\}, \{", sentence)
    ] == []


def test_no_number_dodges_its_noun() -> None:
    # "islands: {count}" instead of "42 islands"
    dodge = re.compile(r"(?i)\b(islands|островов|событий|records|events|чисел): \{")
    assert [key for key, _, sentence in SENTENCES if dodge.search(sentence)] == []


def test_no_sentence_joins_a_full_stop_to_an_abbreviation() -> None:
    day = dates.written(DAY, "ru")
    assert "г.." not in text.say("panel.window", "ru", window=day)


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
    words = set(re.findall(r"\b(?:words|counts)\.([a-z_]+)\b(?!\()", code(".js")))
    assert words - {key.split(".")[1] for key in text.catalogue()} == set()


def test_every_key_is_used() -> None:
    source, scripts = code(".py", ".js"), code(".js")
    # a key is named, put together from ids, or taken by the browser as words.key
    made = [
        re.sub(r"\{.+?\}", r"\\w+", key)
        for key in re.findall(r"""f"(\w+\.(?:\w|\{[\w.\['\]]+\})+)\"""", source)
    ]
    begun = re.findall(r"\b(?:words\[|say\()`(\w+)\$\{[^`]+\}`", source)
    made += [rf"\w+\.{start}\w+" for start in begun]
    unused = [
        key
        for key in text.catalogue()
        if f'"{key}"' not in source
        and not any(re.fullmatch(pattern, key) for pattern in made)
        and not re.search(rf"\b(?:words|counts)\.{key.split('.')[1]}\b", source)
        # questions and films ask by the short name of what they say
        and not (key.startswith(("quiz.", "film.")) and f'"{key.split(".")[1]}"' in scripts)
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
        ("decade", "en", "about 1875"),
        ("decade", "ja", "1875年頃"),
        ("decade", "ru", "около 1875 г."),
    ],
)
def test_dates_are_written_as_finely_as_known(precision: str, language: str, expected: str) -> None:
    written = dates.written(DAY, language, Precision(precision))
    assert re.sub(r"\s", " ", written) == expected


def test_russian_since_takes_the_genitive() -> None:
    since = dates.since(date(1711, 8, 1), "ru", Precision.MONTH)
    assert re.sub(r"\s", " ", since) == "августа 1711 г."


def test_russian_since_keeps_its_preposition_beside_the_year() -> None:
    """What follows "с" begins with the day, month or year itself, never with an adverb."""
    for precision in Precision:
        since = dates.since(DAY, "ru", precision)
        assert re.match(r"\d+\s|августа\s", since), since


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


@pytest.mark.parametrize("language", TONGUES)
def test_ticks_are_told_the_language_s_separator(language: str) -> None:
    between = text.number(12_345, language)[2]
    assert f'"{between}"' in text.ticks(language)
    # the number from which digits are grouped is the one that number() keeps
    grouped = len(text.number(1000, language)) > 4
    assert ("10000" in text.ticks(language)) is not grouped
