"""Name the scripts of others that no Python package brings: the end of ``make parts``."""

import csv
import json
import sys
import tomllib
from pathlib import Path
from typing import Any

VENDOR = Path(__file__).parents[2] / "pages/ui/browser/vendor"


def parts() -> dict[str, dict[str, str]]:
    """Return what ``parts.toml`` says of each, by name."""
    found: dict[str, dict[str, str]] = tomllib.loads(
        (VENDOR / "parts.toml").read_text(encoding="utf-8")
    )
    return found


def listed(folder: Path) -> None:
    """Add them to the lists of licences and of parts that were made of the packages."""
    path = folder / "sbom.cdx.json"
    bill = json.loads(path.read_text(encoding="utf-8"))
    bill["components"] += [_component(name, part) for name, part in parts().items()]
    path.write_text(json.dumps(bill, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    with (folder / "licences.csv").open("a", encoding="utf-8", newline="") as file:
        rows = csv.writer(file, quoting=csv.QUOTE_ALL, lineterminator="\n")
        for name, part in parts().items():
            rows.writerow([name, part["version"], part["licence"], part["url"]])


def _component(name: str, part: dict[str, str]) -> dict[str, Any]:
    return {
        "type": "library",
        "bom-ref": part["purl"],
        "name": name,
        "version": part["version"],
        "author": part["author"],
        "description": part["use"],
        "licenses": [{"license": {"id": part["licence"]}}],
        "purl": part["purl"],
        "hashes": [{"alg": "SHA-256", "content": part["sha256"]}],
        "externalReferences": [{"type": "website", "url": part["url"]}],
    }


if __name__ == "__main__":
    listed(Path(sys.argv[1]))
