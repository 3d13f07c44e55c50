"""Finding a name however it is written: 得撫島, Uruppu, Уруп and urup alike."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import IntEnum
from functools import lru_cache
from unicodedata import category, normalize

from geodata import Atlas
from geodata.model import Group, Island
from pages.ui.words import text
from pages.ui.words.tongues import TONGUES

# Marks that make another sound of a kana (が, ぱ); all others (ō, ё, й) are left away.
_VOICED = {"\u3099", "\u309a"}
# Katakana lie this far behind the hiragana of the same sound.
_KATAKANA = {code: code - 0x60 for code in range(ord("ァ"), ord("ヶ") + 1)}
# Characters of before 1946 and variants, each with the one used today.
TODAY = dict(
    zip(
        "國發樂處禰賴嶋嶌舞擇圓澤廣齒莚渴溫廳條戰灣單會邊",
        "国発楽処祢頼島島舞択円沢広歯筵渇温庁条戦湾単会辺",
        strict=True,
    )
)
_TODAY = str.maketrans(TODAY)
# Apostrophes stand inside a word, whatever else is no letter between words.
_INSIDE = re.compile(r"['\u2019\u02bc\u30fc]")
_BETWEEN = re.compile(r"[\W_]+")
# The noun "island" and its like, which tells no island from another.
NOUNS = {"island", "islands", "isle", "islet", "о", "ва", "остров", "острова", "ostrov"}
# Groups whose name is a proper name; the others are described.
_NAMED_GROUPS = (Group.SHIKOTAN, Group.HABOMAI, Group.SAKHALIN)
# How alike two words must be to be offered, and how many are.
_ALIKE = 0.6
_OFFERED = 4


class Match(IntEnum):
    """How well a name fits what is searched; smaller is better."""

    WHOLE = 0
    START = 1
    INSIDE = 2
    GROUP = 3


@dataclass(frozen=True, slots=True)
class Found:
    """What a search found: island ids, best first, and the ``best`` one if it stands alone."""

    islands: tuple[str, ...]
    best: str | None = None


@lru_cache(16_384)  # every name, title and event is folded once
def fold(words: str) -> str:
    """Write words so that spellings of one name become equal: case, accents, ё, kana, signs.

    Macrons and other accents go (ō is o, ё is е, й is и), katakana becomes hiragana without
    long marks, half and full width become one, old characters today's, signs one space.
    """
    plain = normalize("NFKD", words).casefold()
    # casefold may compose anew, and the dakuten is kept with its kana
    marked = "".join(
        sign
        for sign in normalize("NFKD", plain)
        if sign in _VOICED or not category(sign).startswith("M")
    )
    kana = normalize("NFC", marked).translate(_KATAKANA).translate(_TODAY)
    return _BETWEEN.sub(" ", _INSIDE.sub("", kana)).strip()


def stem(words: str) -> str:
    """Fold words and leave the noun "island" away, unless there is nothing else."""
    folded = fold(words)
    return " ".join(word for word in folded.split() if word not in NOUNS) or folded


# What the whole chain is called. A name is meant only once it is written out: "Курильск" is a town.
_CHAIN = tuple(
    map(
        stem,
        (
            *("Kuril", "Kurils", "Kuriles", "Chishima"),
            *("千島", "千島列島", "クリル", "クリル列島"),
            *("Курилы", "Курильские острова"),
        ),
    )
)


def find(atlas: Atlas, query: str) -> Found:
    """Return the islands one of whose names fits ``query``; all of them for an empty one."""
    wanted = stem(query)
    if not wanted:
        return Found(() if query.strip() else tuple(atlas.islands))
    ranked = [
        (match, island.id)
        for island in atlas.islands.values()
        if (match := _match(island, wanted)) is not None
    ]
    ranked.sort(key=lambda hit: hit[0])
    first = [name for match, name in ranked if match == ranked[0][0]]
    return Found(tuple(name for _, name in ranked), first[0] if len(first) == 1 else None)


def near(atlas: Atlas, query: str) -> tuple[str, ...]:
    """Return the few islands whose names look most like a query that found nothing."""
    wanted = stem(query)
    alike = sorted(
        (
            (-max(_likeness(wanted, name) for name in _spellings(island)), place, island.id)
            for place, island in enumerate(atlas.islands.values())
        ),
    )
    return tuple(name for score, _, name in alike if -score >= _ALIKE)[:_OFFERED]


def names(atlas: Atlas) -> dict[str, tuple[str, ...]]:
    """Return by island all that ``find`` looks at: its spellings, its group's names, its chain's.

    Names are parted by a sign that no folded word has, and the chain's stand between two; a
    group's have a space before each word.
    """
    found: dict[str, tuple[str, ...]] = {}
    for island in atlas.islands.values():
        spelt = [one for name in _spellings(island) for one in (name, stem(name))]
        groups = (f" {name}" for name in _groups(island))
        chain = "|".join(("", *_chain(island), ""))
        found[island.id] = "|".join(dict.fromkeys(spelt)), "|".join(groups), chain
    return found


def _match(island: Island, wanted: str) -> Match | None:
    fits = [match for name in _spellings(island) if (match := _fit(name, wanted)) is not None]
    if not fits:
        fits = [Match.GROUP for name in _groups(island) if f" {wanted}" in f" {name}"]
    if not fits and wanted in _chain(island):
        fits = [Match.GROUP]
    return min(fits, default=None)


def _fit(name: str, wanted: str) -> Match | None:
    if wanted in (name, name.removesuffix("島"), stem(name)):
        return Match.WHOLE
    if f" {wanted}" in f" {name}":
        return Match.START
    return Match.INSIDE if wanted in name else None


def _likeness(one: str, other: str) -> float:
    return SequenceMatcher(None, one, other, autojunk=False).ratio()


def _spellings(island: Island) -> Iterator[str]:
    """Give every name on record, folded."""
    yield from map(fold, (island.id, *(island.name[code] for code in island.name.languages)))
    for romaji in island.romaji.split(" / "):
        yield fold(romaji)
        yield fold(re.sub(r"-(tō|jima|shima|iwa|retsugan)\b", "", romaji))
    yield from map(fold, (*island.kana, *island.aliases))
    if island.ainu:
        yield from map(fold, island.ainu.name.split(" / "))


def _groups(island: Island) -> list[str]:
    """Return the names of an island's group, folded, where it has a proper one."""
    if island.group not in _NAMED_GROUPS:
        return []
    return [fold(text.say(f"group.{island.group}", language)) for language in TONGUES]


def _chain(island: Island) -> tuple[str, ...]:
    """Return the names of the chain an island lies in, folded and without the noun "island"."""
    return () if island.group == Group.SAKHALIN else _CHAIN
