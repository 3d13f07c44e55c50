"""What the documents show a programmer runs as it stands there."""

import doctest
import pkgutil
import re
from datetime import date
from importlib import import_module

import folium
import pytest

import geodata
from geodata import Atlas
from tests.conftest import ROOT

README = (ROOT / "README.md").read_text(encoding="utf-8")
# the shapes are made with a library that only `make data` installs
MODULES = sorted(
    name for _, name, package in pkgutil.iter_modules(geodata.__path__, "geodata.") if not package
)
SHOWN = re.compile(r"^(?P<code>\S.*?)  # (?P<value>'.*')$")


@pytest.mark.parametrize("name", MODULES)
def test_the_examples_in_docstrings_run(name: str) -> None:
    assert doctest.testmod(import_module(name), raise_on_error=False).failed == 0


def test_there_are_examples() -> None:
    found = [test for name in MODULES for test in doctest.DocTestFinder().find(import_module(name))]
    assert sum(len(test.examples) for test in found) > 0


def test_the_readmes_python_runs_and_gives_what_it_says() -> None:
    [block] = re.findall(r"```python\n(.+?)```", README, re.DOTALL)
    names: dict[str, object] = {}
    exec(block, names)  # noqa: S102  # the README's own example
    shown = [found for line in block.splitlines() if (found := SHOWN.match(line))]
    assert shown
    for line in shown:
        assert repr(eval(line["code"], names)) == line["value"]  # noqa: S307  # likewise


def test_the_readmes_geojson_goes_onto_a_map_of_folium(atlas: Atlas) -> None:
    [code] = re.findall(r"^(held\.to_json\(.*?\))  #", README, re.MULTILINE)
    held = atlas.on(date(1875, 8, 22))
    geojson = eval(code, {"held": held})  # noqa: S307  # the README's own
    islands = folium.GeoJson(geojson).data["features"]
    told = {island["id"]: island["properties"]["since"] for island in islands}
    assert told == held["since"].map(date.isoformat).to_dict()
