"""What Python sends has the types that the scripts read it with."""

import json
import re
import subprocess
from dataclasses import asdict
from datetime import date
from pathlib import Path

import deno

from geodata import Atlas
from pages.ui.browser import elements, scope
from pages.ui.browser.guided import guided
from pages.ui.browser.payload import payload
from pages.ui.browser.questions import questions
from pages.ui.browser.rings import steps
from pages.ui.words.reader import Reader
from tests.conftest import ROOT

SCRIPTS = ROOT / "pages/ui/browser/js"


Sent = dict[str, object]


def faults(folder: Path, files: dict[str, Sent]) -> dict[str, str]:
    """Return what Deno finds wrong with values of a file, by the name of their type, file by file.

    All files are checked in one run, which costs as much as one of them.
    """
    types = json.dumps(str(SCRIPTS / "payload.d.ts"))
    for name, sent in files.items():
        lines = [f"import type {{ {', '.join(sent)} }} from {types};"]
        # as literals, of which TypeScript refuses what a type lacks and what it has too much
        lines += [f"export const a{kind}: {kind} = {json.dumps(sent[kind])};" for kind in sent]
        (folder / f"{name}.ts").write_text("\n".join(lines), encoding="utf-8")
    command = [deno.find_deno_bin(), "check", "--quiet", "--no-remote", "--no-npm"]
    done = subprocess.run(  # noqa: S603  # an installed program, on a file of our own
        [*command, "--config", str(SCRIPTS / "deno.json"), *(f"{name}.ts" for name in files)],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
        env={"DENO_DIR": str(folder / "deno"), "DENO_NO_UPDATE_CHECK": "1", "NO_COLOR": "1"},
    )
    told = re.split(r"\n(?=TS\d+ )", f"\n{done.stderr}")
    found = {name: "\n".join(one for one in told if f"/{name}.ts:" in one) for name in files}
    assert bool(done.returncode) == any(found.values()), done.stderr
    return found


def test_all_that_is_sent_is_typed(atlas: Atlas, tmp_path: Path) -> None:
    sent = {page: _sent(atlas, page) for page in scope.SCOPES}
    assert faults(tmp_path, sent) == dict.fromkeys(sent, "")


def _sent(atlas: Atlas, page: str) -> Sent:
    reader = Reader(atlas, "ja", date(1945, 8, 25), "title", "japan")
    history = payload(reader, scope.SCOPES[page](atlas))
    two = elements.two(reader, (date(1855, 2, 7), date(1945, 8, 25)))
    return {
        "Packed": history,
        "State": asdict(elements.state_of(reader)),
        "Two": asdict(two),
        "Source": {
            "inline": {
                "islands": steps(atlas.shapes),
                "land": steps(atlas.land),
                "history": history,
                "guided": "",
                "questions": "",
                "classroom": "",
                "gif": "",
            }
        },
        "Guided": guided(reader),
        "Questions": questions(reader),
    }


def test_a_part_too_many_or_too_few_is_found(atlas: Atlas, tmp_path: Path) -> None:
    history = payload(Reader(atlas, "en", atlas.as_of), scope.whole(atlas))
    first, *others = history["histories"]
    row = first[0]
    wrong: dict[str, Sent] = {
        name: {"Packed": history | {"histories": [[one], *others]}}
        for name, one in {"long": [*row, None], "short": row[:-1]}.items()
    }
    told = faults(tmp_path, wrong | {"more": {"Packed": history | {"moment": []}}})
    assert "Row" in told["long"]
    assert "Row" in told["short"]
    assert "does not exist in type 'Packed'" in told["more"]
