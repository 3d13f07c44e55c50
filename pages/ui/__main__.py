"""Write the atlas as plain files: ``python -m pages.ui [folder] [--base address]``.

A site that stands in the folder is written anew; a folder that holds something else is refused.
"""

import sys
from argparse import ArgumentParser
from pathlib import Path
from time import perf_counter

from geodata import DataError
from pages.ui.chronicle.plain import PLAN as CHRONICLE
from pages.ui.classroom.plain import PLAN as CLASSROOM
from pages.ui.compare.plain import PLAN as COMPARE
from pages.ui.islands.plain import PLAN as ISLANDS
from pages.ui.landings.plain import PLAN as LANDINGS
from pages.ui.map.plain import PLAN as MAP
from pages.ui.site import write
from pages.ui.sources.plain import PLAN as SOURCES
from pages.ui.treaties.plain import PLAN as TREATIES

PLANS = (MAP, CLASSROOM, LANDINGS, TREATIES, CHRONICLE, ISLANDS, COMPARE, SOURCES)


def main() -> None:
    """Write the site, and say how large it is and how long it took."""
    asked = ArgumentParser(prog="python -m pages.ui", description=__doc__)
    asked.add_argument("folder", nargs="?", type=Path, default=Path("site"))
    asked.add_argument("--base", default="", help="the address the site will have")
    given = asked.parse_args()
    began = perf_counter()
    try:
        write.write(given.folder, PLANS, given.base)
    except (DataError, OSError) as error:
        sys.exit(f"No site was written. {error}")
    sys.stdout.write(f"{given.folder}: {perf_counter() - began:.0f} s\n")


if __name__ == "__main__":
    main()
