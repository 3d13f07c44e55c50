"""The QR codes drawn in the browser are those of the standard, as segno draws them."""

import json
from pathlib import Path
from typing import Any

import pytest
import segno.encoder

from tests.conftest import ROOT
from tests.scripts import ran

MODULE = ROOT / "pages/ui/browser/js/qr.js"
# One text for each number of bytes that the versions can end on, some of them not Latin.
TEXTS = [
    ("https://atlas.example/?date=1875-08-22&lang=ja#" * 20)[:length] for length in range(1, 667, 7)
] + ["千島列島", "Курильские острова", "得撫島 " * 30]


def drawn(folder: Path, texts: list[str]) -> list[dict[str, Any] | None]:
    codes: list[dict[str, Any] | None] = ran(
        folder,
        f"""import {{ code }} from {json.dumps(MODULE.as_uri())};
        console.log(JSON.stringify({json.dumps(texts)}.map(code)));""",
    )
    return codes


def test_every_code_is_as_the_standard_has_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # segno 1.6 fills up to a whole byte even where one has just ended; no reader minds
    monkeypatch.setattr(
        segno.encoder,
        "write_padding_bits",
        lambda bits, _version, length: bits.extend([0] * (-length % 8)),
    )
    versions = set()
    for text, code in zip(TEXTS, drawn(tmp_path, TEXTS), strict=True):
        assert code is not None
        expected = segno.make(
            text.encode(), error="m", micro=False, mode="byte", boost_error=False, mask=code["mask"]
        )
        assert expected.version == code["version"]
        assert [[bool(cell) for cell in row] for row in expected.matrix] == code["matrix"]
        versions.add(code["version"])
    assert versions == set(range(1, 21))


def test_a_text_that_is_too_long_has_no_code(tmp_path: Path) -> None:
    assert drawn(tmp_path, ["x" * 667]) == [None]
