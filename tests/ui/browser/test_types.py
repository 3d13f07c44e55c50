"""What Python sends has the types that the scripts read it with."""

import json
import subprocess
from dataclasses import asdict
from datetime import date
from pathlib import Path

import deno
import pytest

from geodata import Atlas
from pages.ui.browser import elements, scope
from pages.ui.browser.guided import guided
from pages.ui.browser.payload import payload
from pages.ui.browser.questions import questions
from pages.ui.browser.rings import steps
from pages.ui.words.reader import Reader
from tests.conftest import ROOT

SCRIPTS = ROOT / "pages/ui/browser/js"


def faults(folder: Path, sent: dict[str, object]) -> str:
    """Return what Deno finds wrong with values, by the name of their type; "" if nothing."""
    types = json.dumps(str(SCRIPTS / "payload.d.ts"))
    lines = [f"import type {{ {', '.join(sent)} }} from {types};"]
    # as literals, of which TypeScript refuses what a type lacks and what it has too much
    lines += [f"export const a{name}: {name} = {json.dumps(sent[name])};" for name in sent]
    file = folder / "sent.ts"
    file.write_text("\n".join(lines), encoding="utf-8")
    command = [deno.find_deno_bin(), "check", "--quiet", "--no-remote", "--no-npm"]
    done = subprocess.run(  # noqa: S603  # an installed program, on a file of our own
        [*command, "--config", str(SCRIPTS / "deno.json"), str(file)],
        capture_output=True,
        text=True,
        check=False,
        env={"DENO_DIR": str(folder / "deno"), "DENO_NO_UPDATE_CHECK": "1", "NO_COLOR": "1"},
    )
    return done.stderr if done.returncode else ""


@pytest.mark.parametrize("page", scope.SCOPES)
def test_all_that_is_sent_is_typed(atlas: Atlas, tmp_path: Path, page: str) -> None:
    reader = Reader(atlas, "ja", date(1945, 8, 25), "title", "japan")
    history = payload(reader, scope.SCOPES[page](atlas))
    two = elements.two(reader, (date(1855, 2, 7), date(1945, 8, 25)))
    sent: dict[str, object] = {
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
    assert faults(tmp_path, sent) == ""


def test_a_row_with_a_part_too_many_or_too_few_is_found(atlas: Atlas, tmp_path: Path) -> None:
    history = payload(Reader(atlas, "en", atlas.as_of), scope.whole(atlas))
    rows = history["histories"][0]
    for wrong in ([*rows[0], None], rows[0][:-1]):
        history["histories"][0] = [wrong]
        assert "Row" in faults(tmp_path, {"Packed": history})


def test_a_word_too_many_is_found(atlas: Atlas, tmp_path: Path) -> None:
    history = payload(Reader(atlas, "en", atlas.as_of), scope.whole(atlas)) | {"moment": []}
    assert "does not exist in type 'Packed'" in faults(tmp_path, {"Packed": history})
