"""The languages of the atlas: one row a language, and every rule that differs between them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

from babel import Locale

NBSP = "\N{NO-BREAK SPACE}"
# The languages in which every island has a name, and the letters of its reading.
ENGLISH, JAPANESE, RUSSIAN, ROMAJI = "en", "ja", "ru", "ja-Latn"
_ROMAN = {"I": 1, "V": 5, "X": 10}
# What every text has; a language without a word of its own shows this one's.
FALLBACK = ENGLISH


class Range(NamedTuple):
    """How two days are joined: Babel's pattern of the first, what stands between, of the last."""

    first: str
    between: str
    last: str


@dataclass(frozen=True, slots=True)
class Dates:
    """How a language writes days, as Babel's date patterns.

    ``since`` is a month as it follows "since", ``since_about`` a year known to its decade. The
    short form keeps ``whole_months`` unabbreviated. Ranges stand as (same month, same year,
    any); years have holes. ``clock`` is an hour and its minutes.
    """

    day: str
    month: str
    since: str
    year: str
    about: str
    since_about: str
    short: str
    narrow_month: str
    days: tuple[Range, Range, Range]
    months: tuple[Range, Range]
    years: str
    about_years: str
    whole_months: frozenset[int] = frozenset()
    clock: str = "{hour:02}:{minute:02}"


@dataclass(frozen=True, slots=True)
class Tongue:
    """One language: its marks, its numbers, its dates, and which name of an island comes first.

    ``space`` stands between sentences, ``dot`` between things of one rank, ``dash`` in a range
    of numbers, ``pause`` before who published a work. ``closed_up``: whole numbers below it have
    no separator. ``letter`` is how wide a letter is against a Latin one; where ``spaced`` is
    false, a line may end after any letter but those that ``breaks`` names; where ``roman`` is
    false, the parts of a document are counted in figures. ``names`` gives for each viewpoint
    the order of an island's names, ``noun`` how the noun in a name is shortened on maps.
    ``ends`` are abbreviations whose full stop also ends a sentence. ``readings``: words need
    their reading.
    """

    code: str
    locale: str
    own_name: str
    dates: Dates
    comma: str = ", "
    semicolon: str = "; "
    pause: str = " — "
    colon: str = ": "
    stop: str = "."
    space: str = " "
    dot: str = " · "
    dash: str = "–"
    brackets: tuple[str, str] = (" (", ")")
    closed_up: int = 0
    letter: float = 1.0
    spaced: bool = True
    roman: bool = True
    readings: bool = False
    noun: tuple[str, str] | None = None
    ends: tuple[str, ...] = ()
    sides: tuple[str, str] = ("japan", "russia")
    names: Mapping[str, tuple[str, ...]] = field(
        default_factory=lambda: {
            "neutral": (ENGLISH, JAPANESE, RUSSIAN),
            "japan": (ROMAJI, JAPANESE, ENGLISH, RUSSIAN),
            "russia": (ENGLISH, RUSSIAN, JAPANESE),
        }
    )

    def plural(self, count: float) -> str:
        """Return the plural category of a number after CLDR: one, few, many, other."""
        return str(Locale.parse(self.locale).plural_form(count))

    def figures(self, number: str) -> str:
        """Return the number of a document's part, Roman (I to XXXIX) or not, as it is written."""
        if self.roman or number.isdecimal():
            return number
        values = [_ROMAN[letter] for letter in number]
        less = (2 * one for one, after in pairwise(values) if one < after)
        return str(sum(values) - sum(less))

    def fits(self, letters: int) -> int:
        """Return how many of the language's letters are as wide as so many Latin ones."""
        return int(letters / self.letter)


_ENGLISH = Tongue(
    code=ENGLISH,
    locale="en_GB",
    own_name="English",
    dates=Dates(
        day="d MMMM y",
        month="MMMM y",
        since="MMMM y",
        year="{year}",
        about="about {year}",
        since_about="about {year}",
        short="d MMM y",
        narrow_month="MMM y",
        days=(
            Range("d", "–", "d MMMM y"),
            Range("d MMMM", " – ", "d MMMM y"),
            Range("d MMMM y", " – ", "d MMMM y"),
        ),
        months=(Range("MMMM", "–", "MMMM y"), Range("MMMM y", " – ", "MMMM y")),
        years="{first}–{last}",
        about_years="about {first}–{last}",
    ),
)
_JAPANESE = Tongue(
    code=JAPANESE,
    locale="ja",
    own_name="日本語",
    dates=Dates(
        day="y年M月d日",
        month="y年M月",
        since="y年M月",
        year="{year}年",
        about="{year}年頃",
        since_about="{year}年頃",
        short="y年M月d日",
        narrow_month="y.M",
        days=(
            Range("y年M月d", "〜", "d日"),
            Range("y年M月d日", "〜", "M月d日"),
            Range("y年M月d日", "〜", "y年M月d日"),
        ),
        months=(Range("y年M", "〜", "M月"), Range("y年M月", "〜", "y年M月")),
        years="{first}〜{last}年",
        about_years="{first}〜{last}年頃",
        clock="{hour}時{minute:02}分",
    ),
    comma="、",
    pause="、",
    roman=False,
    semicolon="；",
    colon="：",
    stop="。",
    space="",
    dot="・",
    dash="〜",
    brackets=("（", "）"),
    letter=1.8,
    spaced=False,
    readings=True,
    names={
        "neutral": (JAPANESE, RUSSIAN, ENGLISH),
        "japan": (JAPANESE, ROMAJI, RUSSIAN),
        "russia": (JAPANESE, RUSSIAN, ENGLISH),
    },
)
_RUSSIAN = Tongue(
    code=RUSSIAN,
    locale="ru",
    own_name="Русский",
    dates=Dates(
        day=f"d{NBSP}MMMM y{NBSP}'г'.",
        month=f"LLLL y{NBSP}'г'.",
        since=f"MMMM y{NBSP}'г'.",
        year=f"{{year}}{NBSP}г.",
        about=f"около {{year}}{NBSP}г.",
        since_about=f"{{year}}{NBSP}г. (примерно)",
        short=f"d{NBSP}MMM y{NBSP}'г'.",
        narrow_month="MM.y",
        days=(
            Range("d", "–", f"d{NBSP}MMMM y{NBSP}'г'."),
            Range(f"d{NBSP}MMMM", f"{NBSP}— ", f"d{NBSP}MMMM y{NBSP}'г'."),
            Range(f"d{NBSP}MMMM y{NBSP}'г'.", f"{NBSP}— ", f"d{NBSP}MMMM y{NBSP}'г'."),
        ),
        months=(
            Range("LLLL", f"{NBSP}— ", f"LLLL y{NBSP}'г'."),
            Range(f"LLLL y{NBSP}'г'.", f"{NBSP}— ", f"LLLL y{NBSP}'г'."),
        ),
        years=f"{{first}}–{{last}}{NBSP}гг.",
        about_years=f"около {{first}}–{{last}}{NBSP}гг.",
        whole_months=frozenset({3, 5, 6, 7}),
    ),
    pause=f"{NBSP}— ",
    closed_up=10_000,  # four digits stand together
    letter=1.05,
    noun=("остров ", f"о.{NBSP}"),
    ends=("г.", "гг."),
    sides=("russia", "japan"),
    names={
        "neutral": (RUSSIAN, JAPANESE, ENGLISH),
        "japan": (RUSSIAN, JAPANESE, ROMAJI),
        "russia": (RUSSIAN, ENGLISH, JAPANESE),
    },
)

# Every language there is, in the order of the links that lead to it.
TONGUES: dict[str, Tongue] = {row.code: row for row in (_ENGLISH, _JAPANESE, _RUSSIAN)}
# Languages whose lists have Japanese commas, among those of sources.
_IDEOGRAPHIC = frozenset({JAPANESE, "zh"})


def marks(code: str) -> Tongue:
    """Return the language whose marks any language has, also that of a source."""
    return TONGUES[JAPANESE if code in _IDEOGRAPHIC else code if code in TONGUES else FALLBACK]
