"""Write golden/held.json anew: ``python -m tests.geodata.regolden``; then read the diff."""

import json
from datetime import date
from pathlib import Path

from geodata import Atlas, load_atlas

GOLDEN = Path(__file__).parent / "golden" / "held.json"

DAYS = (
    date(1600, 1, 1),
    # first Cossacks on Shumshu
    date(1711, 8, 1),
    date(1799, 6, 1),
    date(1807, 6, 1),
    date(1812, 1, 1),
    # Treaty of Shimoda
    date(1855, 2, 6),
    date(1855, 2, 7),
    # France and Britain on Urup
    date(1855, 9, 3),
    date(1856, 12, 6),
    date(1856, 12, 7),
    # rules for a joint Sakhalin
    date(1867, 3, 30),
    # Treaty of St Petersburg
    date(1875, 5, 7),
    date(1875, 8, 21),
    date(1875, 8, 22),
    date(1875, 9, 19),
    # Portsmouth
    date(1905, 7, 30),
    date(1905, 7, 31),
    date(1905, 10, 14),
    # Japan occupies the north of Sakhalin
    date(1920, 7, 3),
    date(1925, 5, 14),
    date(1925, 5, 15),
    # the landings
    date(1945, 8, 17),
    date(1945, 8, 18),
    date(1945, 8, 22),
    date(1945, 8, 23),
    date(1945, 8, 24),
    date(1945, 8, 25),
    date(1945, 8, 26),
    date(1945, 8, 27),
    date(1945, 8, 28),
    date(1945, 8, 29),
    date(1945, 8, 30),
    date(1945, 8, 31),
    date(1945, 9, 1),
    date(1945, 9, 2),
    date(1945, 9, 3),
    date(1945, 9, 4),
    date(1945, 9, 5),
    date(1945, 9, 6),
    date(1946, 2, 2),
    # San Francisco
    date(1952, 4, 27),
    date(1952, 4, 28),
    date(1956, 12, 12),
    date(1991, 12, 25),
    date(1991, 12, 26),
)


def golden(atlas: Atlas) -> dict[str, dict[str, dict[str, str]]]:
    """Return who holds and who owns what on the telling days: day, lens, controller, islands."""
    return {
        day.isoformat(): {lens: _by_controller(atlas, day, lens) for lens in ("control", "title")}
        for day in (*DAYS, atlas.as_of)
    }


def _by_controller(atlas: Atlas, day: date, lens: str) -> dict[str, str]:
    held: dict[str, list[str]] = {}
    for island, controller in atlas.on(day, lens=lens)["controller"].items():
        held.setdefault(controller, []).append(str(island))
    return {controller: " ".join(sorted(islands)) for controller, islands in sorted(held.items())}


if __name__ == "__main__":
    text = json.dumps(golden(load_atlas()), ensure_ascii=False, indent=1)
    GOLDEN.write_text(text + "\n", encoding="utf-8")
