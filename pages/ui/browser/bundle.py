"""What runs in the browser: the script that draws, what cites, what asks, what writes a GIF."""

import re
from collections.abc import Mapping
from functools import cache
from graphlib import TopologicalSorter
from pathlib import Path

import xstatic.pkg.leaflet

from pages.ui.drawing import palette
from pages.ui.html import script

_BROWSER = Path(__file__).parent / "js"
_LEAFLET = Path(xstatic.pkg.leaflet.BASE_DIR)
_CLASSROOM = _BROWSER / "classroom"
_GIFENC = _BROWSER.parent / "vendor" / "gifenc"
_SHEETS = ("atlas", "share", "pair")
_IMPORT = re.compile(r'^import (\{[^}]+\}) from "\.\.?/(\w+)\.js";$', re.MULTILINE)
# Who reads the script is a browser: it needs neither our comments nor our indents.
_REMARK = re.compile(r"^\s*(?:/\*\*(?:[^*]|\*(?!/))*\*/|//.*)\n", re.MULTILINE)
_INDENT = re.compile(r"^ +", re.MULTILINE)
_EXPORT = re.compile(r"^export ((?:async )?(?:class|const|function) (\w+))", re.MULTILINE)
_RENAMED = re.compile(r"\b(\w+) as (\w+)")
# Other ways to import and export, which are not read here.
_OTHER = re.compile(r"^(?:import|export)\b.*", re.MULTILINE)


@cache
def javascript() -> str:
    """Return all that draws in the browser as one script: Leaflet, our own, the style sheets.

    One file, because a browser asks for Folium's scripts and sheets one after the other; and no
    module, because those may not be read from disk.
    """
    leaflet = (_LEAFLET / "leaflet.js").read_text(encoding="utf-8")
    ours = joined(("main",), last="kurilAtlas.modules = modules;")
    return "\n".join([leaflet, ours, f"kurilAtlas.style({script(_stylesheet())});"])


def citing(rules: Mapping[str, object]) -> str:
    """Return the script behind "Cite this" with what one language needs, for pages of text."""
    return "\n".join([joined(("citing",)), f"kurilCite.take({script(rules)});"])


def reading(words: Mapping[str, str]) -> str:
    """Return the script that puts readings over the words of a page of text."""
    page = f"new modules.furigana.Furigana(document.querySelector('main'), {script(words)})"
    return joined(("furigana",), last=f"{page}.show(true);")


@cache
def classroom() -> str:
    """Return what asks questions and makes films, as one script that runs after ``javascript()``.

    It uses that script's modules, and adds its own to them.
    """
    sheet = (_CLASSROOM / "quiz.css").read_text(encoding="utf-8")
    ours = joined(("quiz", "film"), _CLASSROOM, "kurilAtlas.modules")
    return "\n".join([ours, f"kurilAtlas.style({script(sheet)});"])


@cache
def gif() -> str:
    """Return what writes a GIF, another's, as a module more that runs after ``javascript()``.

    Its licence goes with it.
    """
    licence = (_GIFENC / "LICENSE.md").read_text(encoding="utf-8").strip()
    code = _lean((_GIFENC / "gifenc.js").read_text(encoding="utf-8"))
    # it hands out what it has by CommonJS, which browsers do not know
    module = f"(() => {{\nconst exports = {{}};\n{code}return exports;\n}})()"
    return f"/*! gifenc\n{licence}\n*/\nkurilAtlas.modules.gifenc = {module};"


def joined(
    first: tuple[str, ...], folder: Path = _BROWSER, known: str = "{}", last: str = ""
) -> str:
    """Join modules and all of their folder they lead to into one script, each after its imports.

    Those of another folder are among the ``known`` already. Raise ``ValueError`` for an import or
    export in a form that is not read here.
    """
    modules: dict[str, str] = {}
    imports: dict[str, list[str]] = {}
    wanted = [*first]
    while wanted:
        name = wanted.pop()
        modules[name] = (folder / f"{name}.js").read_text(encoding="utf-8")
        found = [imported for _, imported in _IMPORT.findall(modules[name])]
        imports[name] = [imported for imported in found if (folder / f"{imported}.js").exists()]
        wanted += [imported for imported in imports[name] if imported not in modules]
    order = TopologicalSorter(dict(sorted(imports.items()))).static_order()
    parts = [_wrapped(name, modules[name]) for name in order]
    return "\n".join(
        ["(() => {", '"use strict";', f"const modules = {known};", *parts, last, "})();"]
    )


def _wrapped(name: str, code: str) -> str:
    """Make a module a function of its own, which returns what the module exports."""
    exports = ", ".join(exported for _, exported in _EXPORT.findall(code))
    body = _EXPORT.sub(r"\1", _IMPORT.sub(_taken, _lean(code)))
    if other := _OTHER.search(body):
        raise ValueError(f"{name}.js: the bundler does not read {other[0]!r}")
    return f"modules.{name} = (() => {{\n{body}return {{ {exports} }};\n}})();"


def _taken(found: re.Match[str]) -> str:
    """Take what is imported from a module before; another name for it is given as an object's."""
    names, module = found.groups()
    renamed = _RENAMED.sub(r"\1: \2", names)
    return f"const {renamed} = modules.{module};"


def _lean(code: str) -> str:
    return _INDENT.sub("", _REMARK.sub("", code))


def _stylesheet() -> str:
    sheets = [
        _LEAFLET / "leaflet.css",
        palette.SHEET,
        *(_BROWSER / f"{name}.css" for name in _SHEETS),
    ]
    return "".join(path.read_text(encoding="utf-8") for path in sheets)
