"""The modules stand in a script as they stand in their files."""

import re

import pytest

from pages.ui.browser import bundle
from tests.conftest import ROOT

MODULES = {path.stem: path for path in (ROOT / "pages/ui/browser/js").rglob("*.js")}
# the last of them stands on the first
SCRIPTS = {
    "main": bundle.javascript(),
    "citing": bundle.citing({}),
    "quiz": bundle.javascript() + bundle.classroom(),
}


def joined(script: str) -> list[str]:
    return re.findall(r"^modules\.(\w+) = ", script, re.MULTILINE)


def test_every_module_is_in_a_script() -> None:
    assert {name for script in SCRIPTS.values() for name in joined(script)} == {*MODULES}


@pytest.mark.parametrize("first", SCRIPTS)
def test_every_module_stands_once_after_those_it_imports(first: str) -> None:
    script = SCRIPTS[first]
    assert first in joined(script)
    for name in joined(script):
        start = f"\nmodules.{name} = "
        assert script.count(start) == 1
        imported = re.findall(
            r'^import .* from "\.\.?/(\w+)\.js";', MODULES[name].read_text("utf-8"), re.MULTILINE
        )
        for other in imported:
            assert script.index(f"\nmodules.{other} = ") < script.index(start)


@pytest.mark.parametrize("script", SCRIPTS.values(), ids=SCRIPTS)
def test_every_name_imported_is_one_exported(script: str) -> None:
    assert not re.search(r"^(import|export)\b", script, re.MULTILINE)
    for names, module in re.findall(r"^const \{([^}]+)\} = modules\.(\w+);$", script, re.MULTILINE):
        code = script.split(f"\nmodules.{module} = ")[1].partition("\n})();")[0]
        exports = code.rsplit("\nreturn {", 1)[1]
        for name in filter(None, map(str.strip, names.split(","))):
            assert re.fullmatch(r"\w+", name), f"{module}: no other name for what is imported"
            assert re.search(rf"\b{name}\b", exports), f"{module} exports no {name}"
