"""The records as they stand, asked for by id, day and theme."""

import copy
import pickle
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from pandas.testing import assert_frame_equal

from geodata import Atlas, load_atlas, package
from geodata.golden import golden


def test_events_are_taken_from_a_day_to_before_another(small: Atlas) -> None:
    def ids(start: date, end: date, theme: str | None = None) -> list[str]:
        return [event.id for event in small.events(start, end, theme)]

    treaty, battle = "treaty-of-1855", "battle-of-1945"
    assert ids(date(1600, 1, 1), date(2026, 11, 23)) == [treaty, battle]
    assert ids(date(1600, 1, 1), date(2026, 11, 23), "war") == [battle]
    assert ids(date(1855, 2, 7), date(1855, 2, 8)) == [treaty]
    assert ids(date(1855, 2, 8), date(1945, 8, 18)) == []
    assert ids(date(1945, 8, 22), date(1945, 8, 23)) == [battle]
    assert ids(date(1945, 8, 23), date(1946, 1, 1)) == []
    assert ids(date(1066, 1, 1), date(1067, 1, 1)) == []
    assert small.event(treaty).instrument == "shimoda-1855"


@pytest.mark.parametrize(
    ("codebook", "version"),
    [(b"Version **9.8.7** of these data", "9.8.7"), (b"None", "0"), (b"\xff", "0"), (None, "0")],
)
def test_the_version_is_that_of_the_folder(
    folder: Path, codebook: bytes | None, version: str
) -> None:
    if codebook is not None:
        (folder / "README.md").write_bytes(codebook)
    assert load_atlas(folder).version == version


def test_the_atlas_names_the_version_of_its_own_data(atlas: Atlas) -> None:
    assert atlas.version == package.version() != "0"


def sent(atlas: Atlas) -> Atlas:
    """Return what another process gets."""
    again: Atlas = pickle.loads(pickle.dumps(atlas))  # noqa: S301  # its own
    return again


@pytest.mark.parametrize("again", [copy.copy, copy.deepcopy, sent])
def test_a_copy_answers_as_the_atlas_does(small: Atlas, again: Callable[[Atlas], Atlas]) -> None:
    other = again(small)
    assert other is not small
    assert (other.sources, other.events()) == (small.sources, small.events())
    assert golden(other) == golden(small)
    assert_frame_equal(other.on(small.as_of), small.on(small.as_of))
    with pytest.raises(TypeError, match="does not support item assignment"):
        other.islands["urup"] = small.islands["urup"]  # type: ignore[index]
