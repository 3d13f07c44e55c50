from pathlib import Path

import pytest
from shapely import box

from geodata.build.assign import Seed, assign, read_seeds

WEST, EAST = box(150, 45, 150.1, 45.1), box(150.3, 45, 150.4, 45.1)
SEEDS = (Seed("west", "islands", 150.05, 45.05), Seed("east", "land", 150.35, 45.05))


def test_a_seed_names_the_landmass_around_it() -> None:
    assert [each.seed.id for each in assign([EAST, WEST], SEEDS)] == ["east", "west"]


@pytest.mark.parametrize(("lon", "owner"), [(150.15, "west"), (150.25, "east"), (149, "west")])
def test_a_rock_goes_to_the_nearest_shore(lon: float, owner: str) -> None:
    rock = box(lon, 45.05, lon + 0.001, 45.051)
    given = assign([WEST, EAST, rock], SEEDS)
    assert [each.polygon for each in given] == [WEST, EAST, rock]
    assert given[-1].seed.id == owner


def test_a_rock_goes_to_a_named_shore_not_to_a_nearer_rock() -> None:
    near_east, beyond = box(150.21, 45, 150.22, 45.01), box(150.18, 45, 150.19, 45.01)
    given = assign([WEST, EAST, near_east, beyond], SEEDS)
    assert [each.seed.id for each in given[2:]] == ["east", "west"]


def test_several_seeds_make_one_record() -> None:
    both = (Seed("rocks", "islands", 150.05, 45.05), Seed("rocks", "islands", 150.35, 45.05))
    assert {each.seed.id for each in assign([WEST, EAST], both)} == {"rocks"}


def test_tells_every_bad_seed_at_once() -> None:
    seeds = (*SEEDS, Seed("again", "islands", 150.06, 45.05), Seed("lost", "islands", 0, 0))
    with pytest.raises(ValueError, match=r"again and west lie in the same.*lost.*in the sea"):
        assign([WEST, EAST], seeds)


def test_reads_the_table(tmp_path: Path) -> None:
    table = tmp_path / "seeds.csv"
    table.write_text("id,layer,lon,lat\nwest,islands,150.05,45.05\n", encoding="utf-8")
    assert read_seeds(table) == [SEEDS[0]]
