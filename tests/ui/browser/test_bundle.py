"""The modules stand in a script as they stand in their files."""

import re
from pathlib import Path

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
            exported = name.partition(":")[0]
            assert re.search(rf"\b{exported}\b", exports), f"{module} exports no {exported}"


IMPORTS = {
    "{ one }": "const { one } = modules.other;",
    "{ one, two }": "const { one, two } = modules.other;",
    "{ one as first }": "const { one: first } = modules.other;",
    "{\n  one as first,\n  two,\n}": "const {\none: first,\ntwo,\n} = modules.other;",
}


@pytest.mark.parametrize("names", IMPORTS)
def test_what_is_imported_may_have_another_name(names: str, tmp_path: Path) -> None:
    (tmp_path / "other.js").write_text("export const one = 1;\nexport const two = 2;\n", "utf-8")
    (tmp_path / "first.js").write_text(f'import {names} from "./other.js";\n', "utf-8")
    script = bundle.joined(("first",), tmp_path)
    assert joined(script) == ["other", "first"]
    assert IMPORTS[names] in script


@pytest.mark.parametrize(
    "line",
    [
        'import one from "./other.js";',
        'import * as other from "./other.js";',
        'import "./other.js";',
        "import { one } from './other.js';",
        'import { one } from "npm:other";',
        "export default 1;",
        "export let one = 1;",
        "export { one };",
        'export * from "./other.js";',
    ],
)
def test_what_the_bundler_cannot_read_it_refuses(line: str, tmp_path: Path) -> None:
    (tmp_path / "first.js").write_text(f"const two = 2;\n{line}\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"first\.js: the bundler does not read ") as told:
        bundle.joined(("first",), tmp_path)
    assert line in str(told.value)
