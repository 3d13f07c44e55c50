"""What the documents show a programmer runs as it stands there."""

import doctest
import pkgutil
import re
from importlib import import_module

import pytest

import geodata
from tests.conftest import ROOT

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
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    [block] = re.findall(r"```python\n(.+?)```", text, re.DOTALL)
    names: dict[str, object] = {}
    exec(block, names)  # noqa: S102  # the README's own example
    shown = [found for line in block.splitlines() if (found := SHOWN.match(line))]
    assert shown
    for line in shown:
        assert repr(eval(line["code"], names)) == line["value"]  # noqa: S307  # likewise
