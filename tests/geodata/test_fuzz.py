"""Files damaged at random, and files far too large: problems are told, nothing breaks."""

import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from geodata import DataError, load_atlas
from tests.geodata.conftest import FILES, FIXTURE

TABLES = [name for name in FILES if name.endswith(".csv")]
PLACES = st.floats(0, 1, exclude_max=True)


def damaged(content: bytes, kind: str, place: float, byte: int) -> bytes:
    """Do one thing to a file, at a place given as a part of its length."""
    at = int(place * len(content))
    rest = content[at + 1 :]
    return {
        "cut short": content[:at],
        "its beginning lost": content[at:],
        "a byte flipped": content[:at] + bytes([content[at] ^ (1 << byte % 8)]) + rest,
        "a byte put in": content[:at] + bytes([byte]) + content[at:],
        "a byte lost": content[:at] + rest,
        "a part twice": content[: at + 100] + content[at:],
        "zeros from there on": content[:at] + bytes(len(content) - at),
    }[kind]


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    file=st.sampled_from(FILES),
    kind=st.sampled_from(
        [
            "cut short",
            "its beginning lost",
            "a byte flipped",
            "a byte put in",
            "a byte lost",
            "a part twice",
            "zeros from there on",
        ]
    ),
    place=PLACES,
    byte=st.integers(0, 255),
)
def test_damage_is_told_or_does_no_harm(
    folder: Path, file: str, kind: str, place: float, byte: int
) -> None:
    (folder / file).write_bytes(damaged((FIXTURE / file).read_bytes(), kind, place, byte))
    told = None
    try:
        load_atlas(folder)
    except DataError as refusal:  # any other error fails
        told = refusal.problems
    finally:
        shutil.copy(FIXTURE / file, folder / file)
    assert told is None or (told and all(problem.message for problem in told))


@pytest.mark.parametrize("file", FILES)
def test_a_file_far_too_large_is_one_problem(folder: Path, file: str) -> None:
    with (folder / file).open("ab") as end:
        end.truncate(2**33)  # holes, which take no room
    [problem] = [one for one in _problems(folder) if one.startswith(file)]
    assert problem.endswith("is larger than 8 MB")


@pytest.mark.parametrize("file", TABLES)
def test_a_table_of_far_too_many_records_is_told(
    folder: Path, file: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("geodata.read._MOST", 2)
    path = folder / file
    head, first, *_ = path.read_text(encoding="utf-8").splitlines()
    path.write_text("\n".join([head, *(3 * [first])]), encoding="utf-8")
    assert f"{file}: has more than 2 records" in _problems(folder)


def _problems(folder: Path) -> list[str]:
    with pytest.raises(DataError) as refusal:
        load_atlas(folder)
    return [str(problem) for problem in refusal.value.problems]
