"""A day as readers write it, in an address, in a field, in any of the languages; and a number."""

import re
import unicodedata
from datetime import date
from functools import cache

from babel.dates import get_month_names

from pages.ui.words.tongues import TONGUES

# No address counts as far; Python refuses numbers of thousands of digits.
_DIGITS = 10
_YEAR, _MONTH, _DAY = r"(?P<year>\d{4})", r"(?P<month>\d{1,2})", r"(?P<day>\d{1,2})"
_NAME = r"(?P<name>[^\W\d]+)\.?"
_CLOSING = r"(?: ?г\.?)?"
_FORMS = [
    re.compile(form)
    for form in (
        rf"{_YEAR}(?:-{_MONTH}(?:-{_DAY})?)?",  # 1875-08-22, 1875-8, 1875
        rf"{_YEAR}/{_MONTH}(?:/{_DAY})?",  # 1875/8/22
        rf"(?:(?:{_DAY}\.)?{_MONTH}\.)?{_YEAR}{_CLOSING}",  # 22.08.1875, 8.1875, 1875 г.
        rf"{_YEAR}年(?:{_MONTH}月(?:{_DAY}日)?)?",  # 1875年8月22日, 1875年8月, 1875年
        rf"(?:{_DAY}\.? )?{_NAME} {_YEAR}{_CLOSING}",  # 22 August 1875, 22. August, 22 августа
        rf"{_NAME} {_DAY}, {_YEAR}",  # August 22, 1875
    )
]


def day(written: str) -> date | None:
    """Read a day; the first of the month or year where no more is written; None for nonsense.

    Day and month with strokes and the year last (8/5/1875) mean two things and are not read.
    """
    plain = " ".join(unicodedata.normalize("NFKC", written).casefold().split())
    for form in _FORMS:
        found = form.fullmatch(plain)
        if found:
            return _found(found.groupdict())
    return None


def whole(written: str) -> int | None:
    """Read a whole number as an address has it; None for anything else, and no end of digits."""
    return int(written[:_DIGITS]) if written.isascii() and written.isdecimal() else None


def _found(parts: dict[str, str | None]) -> date | None:
    name = parts.get("name")
    month = _months().get(name, 0) if name else int(parts.get("month") or 1)
    try:
        return date(int(parts["year"] or 0), month, int(parts.get("day") or 1))
    except ValueError:
        return None


@cache
def _months() -> dict[str, int]:
    """Return the months by their names, long and short, in every language and form."""
    return {
        short: number
        for tongue in TONGUES.values()
        for context in ("format", "stand-alone")
        for width in ("wide", "abbreviated")
        for number, name in get_month_names(width, context, tongue.locale).items()
        for short in {name.casefold().rstrip("."), name.casefold()[:3]}
    }
