"""Days as a language writes them: alone, as ranges, and as finely as they are known."""

from datetime import date, time
from functools import lru_cache

from babel.dates import format_date

from geodata.time import Precision
from pages.ui.words.tongues import TONGUES, Range

# Years of which only the decade is known are told apart from those that are known.
_YEARS = (Precision.YEAR, Precision.DECADE)


@lru_cache(4096)
def written(day: date, language: str, precision: Precision = Precision.DAY) -> str:
    """Write a date as finely as it is known: 22 August 1875, August 1711, 1713, about 1755."""
    dates = TONGUES[language].dates
    match precision:
        case Precision.DAY:
            return _formatted(day, dates.day, language)
        case Precision.MONTH:
            return _formatted(day, dates.month, language)
        case Precision.YEAR:
            return dates.year.format(year=day.year)
    return dates.about.format(year=day.year)


def since(day: date, language: str, precision: Precision = Precision.DAY) -> str:
    """Write a date as it follows "since": a month's name may take another form there."""
    if precision is Precision.MONTH:
        return _formatted(day, TONGUES[language].dates.since, language)
    if precision is Precision.DECADE:
        return TONGUES[language].dates.since_about.format(year=day.year)
    return written(day, language, precision)


@lru_cache(4096)
def short(day: date, language: str, precision: Precision = Precision.DAY) -> str:
    """Write a date for a narrow column: 22 Aug 1875; coarser dates as ``written``."""
    dates = TONGUES[language].dates
    if precision is Precision.DAY and day.month not in dates.whole_months:
        return _formatted(day, dates.short, language)
    return written(day, language, precision)


def short_since(day: date, language: str, precision: Precision = Precision.DAY) -> str:
    """Write a date for a narrow column as it follows "since"."""
    return (short if precision is Precision.DAY else since)(day, language, precision)


def hour(reported: str, language: str) -> str:
    """Write an hour as it was reported (HH:MM): 02:30, 2時30分."""
    at = time.fromisoformat(reported)
    return TONGUES[language].dates.clock.format(hour=at.hour, minute=at.minute)


def narrow_month(day: date, language: str) -> str:
    """Write a month for a mark on an axis: Aug 1945."""
    return _formatted(day, TONGUES[language].dates.narrow_month, language)


@lru_cache(4096)
def between(first: date, last: date, language: str, precision: Precision = Precision.DAY) -> str:
    """Write the days from ``first`` to ``last``, both included, saying nothing twice.

    Where both are one at the precision, that one is written: 18–23 August 1945, 1983–1986.
    """
    alone = written(first, language, precision)
    if alone == written(last, language, precision):
        return alone
    dates = TONGUES[language].dates
    if precision in _YEARS:
        pattern = dates.years if precision is Precision.YEAR else dates.about_years
        return pattern.format(first=first.year, last=last.year)
    same_year = first.year == last.year
    if precision is Precision.MONTH:
        return _joined(dates.months[0 if same_year else 1], first, last, language)
    same_month = same_year and first.month == last.month
    return _joined(dates.days[0 if same_month else 1 if same_year else 2], first, last, language)


def spanned(first: str, last: str, language: str) -> str:
    """Join two written dates that may be known to different precision."""
    return f"{first}{TONGUES[language].dates.days[-1].between}{last}"


def _joined(pattern: Range, first: date, last: date, language: str) -> str:
    head, tail = (
        _formatted(first, pattern.first, language),
        _formatted(last, pattern.last, language),
    )
    return f"{head}{pattern.between}{tail}"


def _formatted(day: date, pattern: str, language: str) -> str:
    return str(format_date(day, pattern, locale=TONGUES[language].locale))
