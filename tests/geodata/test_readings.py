"""How Japanese words are read: a wrong reading is told with its term."""

import re
from pathlib import Path

import pytest

from geodata import Atlas, DataError, load_atlas
from tests.geodata.test_records import words

FILE = "readings.toml"


def problems(folder: Path, line: str) -> list[tuple[str, str]]:
    path = folder / FILE
    path.write_text(f"{path.read_text(encoding='utf-8')}{line}\n", encoding="utf-8")
    with pytest.raises(DataError) as refusal:
        load_atlas(folder)
    return [(one.record, one.message) for one in refusal.value.problems if one.file == FILE]


@pytest.mark.parametrize(
    ("line", "record", "message"),
    [
        ('"割譲" = "カツジョウ"', "割譲", "has no reading in hiragana"),
        ('"割譲" = ""', "割譲", "has no reading in hiragana"),
        ('"割譲" = 1', "割譲", "has no reading in hiragana"),
        ('"アイヌ" = "あいぬ"', "アイヌ", "is not written with kanji"),
        ('[more]\n"批准" = "ひじゅん"', "批准", "already in the file"),
    ],
)
def test_a_wrong_reading_is_told(folder: Path, line: str, record: str, message: str) -> None:
    [(found, told)] = problems(folder, line)
    assert found == record
    assert message in told


def test_only_words_that_begin_with_kanji_have_a_reading(atlas: Atlas) -> None:
    assert [word for word in atlas.readings if not "々" <= word[0] <= "鿿"] == []
    assert [word for word in atlas.readings if "ァ" <= word[0] <= "ヺ"] == []


def test_names_of_islands_are_read_as_their_records_say(atlas: Atlas) -> None:
    for island in atlas.islands.values():
        if island.kana and island.name.ja in atlas.readings:
            assert atlas.readings[island.name.ja] == island.kana[0]


# Words of one kanji that are read the same at the end of a longer word.
ENDS = {"湾", "岬", "隻", "猟", "暦"}


def test_a_word_that_is_read_by_itself_stands_by_itself(atlas: Atlas) -> None:
    longest = sorted(atlas.readings, key=len, reverse=True)
    read = re.compile("|".join(map(re.escape, longest)))
    inside = re.compile(r"[一-鿿々ァ-ヺー]$"), re.compile(r"[一-鿿々]")
    left = {
        match.group()
        for _, text in words(atlas, "ja")
        for match in read.finditer(text)
        if len(match.group()) == 1
        and (inside[0].search(text, 0, match.start()) or inside[1].match(text, match.end()))
    }
    assert left <= ENDS


# Words that show by their end that they name a place or a ship, and what only looks like it.
NAMES = re.compile(r"(?<![一-鿿々])[一-鿿々]+(?:丸|崎|岬|湾|水道|郡|村|藩|山|湖|島)(?![一-鿿々])")
COMMON = (
    "一島 両島 両藩 二島 全島 列島 北島 南島 半島 各島 同盟島 小島 本島 来島 四島 群島 諸島 諸小島"
)
# No page seen says how they are read.
UNREAD = {"幽仙湖", "磐城島", "芙蓉山", "黒石山"}


def test_a_name_of_a_place_or_ship_has_a_reading_unless_none_is_known(atlas: Atlas) -> None:
    longest = sorted(atlas.readings, key=len, reverse=True)
    read = re.compile("|".join(map(re.escape, longest)))
    left = {
        name
        for _, text in words(atlas, "ja")
        for name in NAMES.findall(read.sub("、", text))
        if name not in COMMON.split()
    }
    assert left == UNREAD
