"""The modules stand in one script as they stand in their files."""

import re

from pages.ui.browser import bundle
from tests.conftest import ROOT

MODULES = sorted((ROOT / "pages/ui/browser/js").glob("*.js"))


def test_every_module_stands_once_after_those_it_imports() -> None:
    script = bundle.javascript()
    for path in MODULES:
        start = f"\nmodules.{path.stem} = "
        assert script.count(start) == 1
        imported = re.findall(
            r'^import .* from "\./(\w+)\.js";', path.read_text("utf-8"), re.MULTILINE
        )
        for name in imported:
            assert script.index(f"\nmodules.{name} = ") < script.index(start)


def test_every_name_imported_is_one_exported() -> None:
    script = bundle.javascript()
    assert not re.search(r"^(import|export)\b", script, re.MULTILINE)
    for names, module in re.findall(r"^const \{([^}]+)\} = modules\.(\w+);$", script, re.MULTILINE):
        code = script.split(f"\nmodules.{module} = ")[1].split("\n})();")[0]
        exports = code.rsplit("\nreturn {", 1)[1]
        for name in filter(None, map(str.strip, names.split(","))):
            assert re.fullmatch(r"\w+", name), f"{module}: no other name for what is imported"
            assert re.search(rf"\b{name}\b", exports), f"{module} exports no {name}"
