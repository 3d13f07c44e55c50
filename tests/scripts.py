"""Run what browsers run, without one."""

import json
import subprocess
from pathlib import Path
from typing import Any

import deno


def ran(folder: Path, code: str) -> Any:  # noqa: ANN401  # JSON
    """Run a script of ours in ``folder``, without a network; return the JSON that it writes."""
    file = folder / "asked.js"
    file.write_text(code, encoding="utf-8")
    done = subprocess.run(  # noqa: S603  # an installed program, on a file of our own
        [deno.find_deno_bin(), "run", "--quiet", "--no-check", "--no-remote", "--no-npm", file],
        capture_output=True,
        text=True,
        check=True,
        env={"DENO_DIR": str(folder / "deno"), "DENO_NO_UPDATE_CHECK": "1", "NO_COLOR": "1"},
    )
    return json.loads(done.stdout)
