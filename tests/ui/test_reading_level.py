"""What a tour tells can be read at the age it is told for, in each language by its own measure."""

import importlib
import re
import tomllib
import warnings
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from geodata import Atlas
from pages.ui.html import Markup
from pages.ui.words import furigana
from tests.conftest import ROOT

# At most, in a stop's `text` for readers of about twelve and its `more` for those of about sixteen.
# English: the school grade of Kincaid. Japanese: signs a sentence, and the share of kanji that
# primary school does not teach and that have no reading. Russian: words a sentence, and on average.
GRADES = {"text": 7, "more": 10}
SIGNS = {"text": 60, "more": 75}
UNTAUGHT = {"text": 0, "more": 0.05}
WORDS = {"text": 18, "more": 22}
MEAN = {"text": 13, "more": 15}
DEPTHS = ["text", "more"]


def told(atlas: Atlas, depth: str, language: str) -> Iterator[tuple[str, str]]:
    """Yield what each stop of each tour tells, with a name for the stop."""
    for tour in atlas.guided.values():
        for number, stop in enumerate(tour.stops, start=1):
            yield f"{tour.id} {number}", getattr(stop, depth)[language]


def too_much(
    atlas: Atlas, depth: str, language: str, measure: Callable[[str], float], most: float
) -> dict[str, float]:
    """Return the stops that a measure finds too hard, with what it found."""
    found = {name: measure(text) for name, text in told(atlas, depth, language)}
    assert found
    return {name: value for name, value in found.items() if value > most}


def sentences(text: str) -> list[str]:
    """Split English or Russian text; a semicolon parts as a dot does."""
    return re.split(r"(?<=[.!?;])\s+", text)


def words(sentence: str) -> list[str]:
    return re.findall(r"\w+(?:[’\-.,]\w+)*", sentence)


@pytest.fixture(scope="module")
def readability() -> Any:  # noqa: ANN401  # a module
    with warnings.catch_warnings():
        # its own source warns when it is compiled at the first import
        warnings.simplefilter("ignore")
        return importlib.import_module("readability")


@pytest.fixture(scope="module")
def taught() -> frozenset[str]:
    grades = tomllib.loads((ROOT / "tests/data/kanji.toml").read_text(encoding="utf-8"))
    assert [len(kanji) for kanji in grades.values()] == [80, 160, 200, 202, 193, 191]
    return frozenset().union(*grades.values())


@pytest.mark.parametrize("depth", DEPTHS)
def test_english_is_of_the_grade_it_is_told_for(
    atlas: Atlas,
    readability: Any,  # noqa: ANN401  # a module
    depth: str,
) -> None:
    def grade(text: str) -> float:
        lines = [" ".join(words(sentence.lower())) for sentence in sentences(text)]
        return float(readability.getmeasures(lines, lang="en")["readability grades"]["Kincaid"])

    assert too_much(atlas, depth, "en", grade, GRADES[depth]) == {}


@pytest.mark.parametrize("depth", DEPTHS)
def test_japanese_sentences_are_short(atlas: Atlas, depth: str) -> None:
    def longest(text: str) -> int:
        return max(map(len, re.findall("[^。]+。?", text)))

    assert too_much(atlas, depth, "ja", longest, SIGNS[depth]) == {}


@pytest.mark.parametrize("depth", DEPTHS)
def test_hard_kanji_are_few_or_have_a_reading(
    atlas: Atlas, taught: frozenset[str], depth: str
) -> None:
    def share(text: str) -> float:
        read = furigana.ruby(Markup(text), atlas.readings)
        bare = re.findall("[一-鿿]", re.sub("<ruby>.*?</ruby>", "", read))
        return sum(kanji not in taught for kanji in bare) / len(re.findall("[一-鿿]", text))

    assert too_much(atlas, depth, "ja", share, UNTAUGHT[depth]) == {}


@pytest.mark.parametrize("depth", DEPTHS)
def test_russian_sentences_are_short(atlas: Atlas, depth: str) -> None:
    def longest(text: str) -> int:
        return max(len(words(sentence)) for sentence in sentences(text))

    def mean(text: str) -> float:
        return len(words(text)) / len(sentences(text))

    assert too_much(atlas, depth, "ru", longest, WORDS[depth]) == {}
    assert too_much(atlas, depth, "ru", mean, MEAN[depth]) == {}
