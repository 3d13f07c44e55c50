"""Ask Lighthouse for its marks of the plain files: ``make lighthouse``.

``python -m tests.bench.lighthouse COMMAND`` writes the site as for a USB stick, with relative
addresses alone, and asks for all marks; then for the address it serves it at, with what only search
engines read, and asks for theirs.
"""

import json
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from pages.ui.__main__ import PLANS
from pages.ui.site import write
from tests.bench.several import Findings
from tests.browser import chromium
from tests.browser.files import served

PAGES = {
    "map": "index.html",
    "tour": "index.html?tour=ninety-seconds&stop=1",
    "treaties": "treaties.html",
}
KINDS = ("performance", "accessibility", "best-practices", "seo")
LEAST = 95
SHOWN = 8  # reasons for a lower mark


def marks(command: str, url: str, folder: Path, kinds: Sequence[str]) -> dict[str, Any]:
    """Return Lighthouse's report of an address, for a desktop computer, with some marks."""
    report = folder / "report.json"
    flags = "--headless=new --no-sandbox --disable-gpu --disable-background-networking"
    subprocess.run(
        [
            command,
            url,
            "--quiet",
            "--preset=desktop",
            "--output=json",
            f"--output-path={report}",
            f"--only-categories={','.join(kinds)}",
            f"--chrome-flags={flags}",
        ],
        env={"CHROME_PATH": str(chromium.find()), "PATH": "/usr/bin:/bin:/usr/local/bin"},
        check=True,
        timeout=300,
    )
    read: dict[str, Any] = json.loads(report.read_text(encoding="utf-8"))
    return read


def wanting(report: dict[str, Any], kind: str) -> list[str]:
    """Name what lowers a mark."""
    audits = report["audits"]
    ids = [one["id"] for one in report["categories"][kind]["auditRefs"] if one["weight"]]
    lower = [name for name in ids if audits[name]["score"] not in {1, None}]
    return [f"{name} {audits[name].get('displayValue', '')}".strip() for name in lower][:SHOWN]


def main() -> None:
    """Print each mark; the exit code says whether all are high enough."""
    findings = Findings()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        site = folder / "atlas"
        with served(site) as home:
            for words, base, kinds in (
                ("relative addresses", "", KINDS),
                ("an address of its own", home, ("seo",)),
            ):
                write.write(site, PLANS, base, told=lambda _: None)
                for page, path in PAGES.items():
                    report = marks(sys.argv[1], f"{home}/en/{path}", folder, kinds)
                    for kind in kinds:
                        mark = round(100 * report["categories"][kind]["score"])
                        what = f"{words}, {page}, {kind}: {mark} of 100"
                        findings.say(what, mark >= LEAST, wanting(report, kind))
    sys.exit(bool(findings.failed))


if __name__ == "__main__":
    main()
