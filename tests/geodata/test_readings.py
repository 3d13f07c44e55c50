"""How Japanese words are read: a wrong reading is told with its term."""

from pathlib import Path

import pytest

from geodata import Atlas, DataError, load_atlas

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
