"""A day is read however a reader writes it."""

import re
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geodata import Atlas
from pages.ui.words import dates, parsing
from pages.ui.words.asked import parse
from pages.ui.words.tongues import TONGUES

DAYS = st.dates(date(1600, 1, 1), date(2100, 12, 31))
FORMS = (
    "{0:%Y}-{0:%m}-{0:%d}",
    "{0.year}-{0.month}-{0.day}",
    "{0.year}/{0.month}/{0.day}",
    "{0:%d}.{0:%m}.{0:%Y}",
    "{0.day}.{0.month}.{0.year} г.",
    "{0.year}年{0.month}月{0.day}日",
    " {0.year} 年 {0.month} 月 {0.day} 日".replace(" ", ""),
    "{0:%B} {0.day}, {0.year}",
    "{0.day} {0:%b} {0.year}",
    "{0.day}. {0:%B} {0.year}",
)


@given(DAYS, st.sampled_from(FORMS))
def test_every_day_is_read_in_every_form(day: date, form: str) -> None:
    written = form.format(day)
    assert parsing.day(written) == day
    wide = written.translate({ord(digit): ord(digit) + 0xFEE0 for digit in "0123456789./-"})
    assert parsing.day(f"  {wide} ") == day


@given(DAYS, st.sampled_from(list(TONGUES)), st.sampled_from(["day", "month", "year"]))
def test_what_the_atlas_writes_it_reads(day: date, language: str, precision: str) -> None:
    from geodata.time import Precision  # noqa: PLC0415  # beside its values

    first = {"day": day, "month": day.replace(day=1), "year": day.replace(month=1, day=1)}
    assert parsing.day(dates.written(day, language, Precision(precision))) == first[precision]


@given(st.text())
def test_nonsense_is_none_or_a_day(written: str) -> None:
    assert parsing.day(written) is None or isinstance(parsing.day(written), date)


@pytest.mark.parametrize(
    "written",
    ["", "banana", "1875-13-01", "30.2.1875", "1875年0月", "8/5/1875", "18750822", "22", "0000"],
)
def test_what_is_no_day_is_not_read(written: str) -> None:
    assert parsing.day(written) is None


@given(DAYS.filter(lambda day: day < date(2026, 1, 1)), st.sampled_from(FORMS))
def test_an_address_is_read_as_a_field_is(day: date, form: str) -> None:
    from geodata import load_atlas  # noqa: PLC0415  # hypothesis takes no fixture of the session

    view = parse({"date": form.format(day), "lang": "ja-JP"}, load_atlas())
    assert (view.day, view.language, view.notices) == (day, "ja", ())


@pytest.mark.parametrize("language", ["ja-JP", "JA", "ja_JP", "ru-RU", "en-US", "en"])
def test_a_language_is_read_as_browsers_name_it(atlas: Atlas, language: str) -> None:
    view = parse({"lang": language}, atlas)
    assert view.language == language[:2].lower()
    assert view.notices == ()


def test_a_year_is_its_first_day(atlas: Atlas) -> None:
    assert parse({"date": "1875"}, atlas).day == date(1875, 1, 1)
    assert parse({"date": "1875-08"}, atlas).day == date(1875, 8, 22) - timedelta(days=21)


@given(st.text() | st.text("0123456789"))
def test_a_number_is_read_or_none_is(written: str) -> None:
    number = parsing.whole(written)
    if re.fullmatch(r"[0-9]{1,10}", written):
        assert number == int(written)
    else:
        assert (number is not None) == bool(re.fullmatch("[0-9]+", written))


def test_a_number_of_no_end_of_digits_is_a_large_one() -> None:
    assert (parsing.whole("9" * 5000) or 0) > 10**9
