"""What is sent to browsers is the same bytes under any locale and in any time zone."""

import hashlib
import os
import subprocess
import sys

from pages.ui.browser import files
from pages.ui.words.tongues import TONGUES
from tests.conftest import ROOT

CODE = """
import hashlib
from pages.ui.browser import files
for path in sorted(files.folder().iterdir()):
    print(path.name, hashlib.sha256(path.read_bytes()).hexdigest())
"""


def test_what_browsers_fetch_knows_no_locale_and_no_time_zone() -> None:
    odd = {"LANG": "C", "LC_ALL": "C", "PYTHONUTF8": "0", "TZ": "Pacific/Kiritimati"}
    odd |= {"PYTHONPATH": str(ROOT), "PYTHONHASHSEED": "1"}
    told = subprocess.run(
        [sys.executable, "-c", CODE],
        cwd=ROOT,
        env={**os.environ, **odd},
        check=True,
        capture_output=True,
        text=True,
    ).stdout
    here = {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest()
        for path in files.folder().iterdir()
    }
    assert len(here) > len(TONGUES)
    assert dict(line.split() for line in told.splitlines()) == here
