"""One row a language: no other module knows a language by name."""

import ast
import re
from datetime import date, time, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geodata.time import Precision
from pages.ui.words import breaks, dates
from pages.ui.words.tongues import TONGUES
from tests.conftest import ROOT

PAGES = ROOT / "pages"
ROW = PAGES / "ui/words/tongues.py"
LANGUAGES = pytest.mark.parametrize("language", TONGUES)
DAYS = st.dates(date(1600, 1, 1), date(2100, 12, 31))
LENGTHS = st.integers(0, 4000)


def literals(path: Path) -> list[str]:
    """Return the codes and locales of languages written out in a module, but for keywords."""
    codes = {*TONGUES, *(row.locale for row in TONGUES.values())}
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return [
        f"{path.relative_to(ROOT)}:{node.lineno}: {node.value}"
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and node.value in codes
    ]


def test_no_other_module_names_a_language() -> None:
    found = [place for path in PAGES.rglob("*.py") if path != ROW for place in literals(path)]
    assert found == []


def test_no_script_names_a_language() -> None:
    codes = "|".join(TONGUES)
    named = re.compile(rf"""["'`](?:{codes})(?:-[A-Za-z]+)?["'`]""")
    scripts = list(PAGES.rglob("*.js"))
    assert scripts
    assert [path.name for path in scripts if named.search(path.read_text(encoding="utf-8"))] == []


def test_a_language_named_in_a_module_is_found() -> None:
    assert literals(ROW)


@given(first=DAYS, length=LENGTHS)
@LANGUAGES
def test_a_range_says_nothing_twice_and_leaves_nothing_out(
    language: str, first: date, length: int
) -> None:
    last = first + timedelta(days=length)
    written = dates.between(first, last, language)
    if first == last:
        assert written == dates.written(first, language)
        return
    numbers = re.findall(r"\d+", written)
    years = [str(first.year), str(last.year)]
    assert [number for number in numbers if len(number) == 4] == sorted({*years})
    assert {str(first.day), str(last.day)} <= {*numbers}
    assert ".." not in written
    assert "  " not in written


@given(first=DAYS, length=LENGTHS)
@LANGUAGES
@pytest.mark.parametrize("precision", list(Precision))
def test_what_is_one_at_its_precision_is_written_once(
    language: str, precision: Precision, first: date, length: int
) -> None:
    last = first + timedelta(days=length)
    alone = [dates.written(day, language, precision) for day in (first, last)]
    written = dates.between(first, last, language, precision)
    assert (written == alone[0]) == (alone[0] == alone[1])


@given(st.text("あ亜。、）」（「1a 年人", min_size=1, max_size=80))
@LANGUAGES
def test_a_line_ends_where_the_language_allows(language: str, words: str) -> None:
    tongue = TONGUES[language]
    at = breaks.end(words, tongue, 30)
    assert 0 < at <= len(words)
    assert at <= tongue.fits(30) or at == len(words)


def test_japanese_lines_begin_with_no_stop_and_end_with_no_opening_bracket() -> None:
    words = "損害は約六百人（うち戦死者を含む）、残りは不明とされる。" * 2
    tongue = next(row for row in TONGUES.values() if not row.spaced)
    for letters in range(10, 80):
        at = breaks.end(words, tongue, letters)
        assert at == len(words) or (words[at] not in "）、。" and words[at - 1] != "（")


@LANGUAGES
@given(at=st.times())
def test_an_hour_is_written_with_both_its_numbers(language: str, at: time) -> None:
    written = dates.hour(f"{at:%H:%M}", language)
    assert [int(number) for number in re.findall(r"\d+", written)] == [at.hour, at.minute]
