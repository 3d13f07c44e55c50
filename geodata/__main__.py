"""Check the data, describe them for machines, write the golden file anew: all in one go.

``python -m geodata`` is to be run after each change of a fact. ``python -m geodata export
FOLDER`` writes the data for other programs into a folder, ``python -m geodata sides`` names
the records that lack a side or a source that counts.
"""

import sys
from collections.abc import Callable, Iterator
from functools import wraps
from pathlib import Path
from typing import ParamSpec

from geodata import edtf, exports, footing, package
from geodata.atlas import Atlas
from geodata.errors import DataError
from geodata.files import DATA
from geodata.footing import Footing
from geodata.golden import changed, golden
from geodata.grades import SIDES
from geodata.load import load_atlas
from geodata.model import Source, Viewpoint

P = ParamSpec("P")

# Beside the tests, where they stand beside the package; an installed package has none.
GOLDEN = Path(__file__).parents[1] / "tests" / "geodata" / "golden" / "held.json"
# As many lines of a difference as a reader takes in; the rest is counted.
_SHOWN = 40


def _listing(command: Callable[P, None]) -> Callable[P, int]:
    """Have a command return 0, or 1 where the data cannot be used or nothing can be written.

    Then all problems are listed, or the place that the system refuses is named.
    """

    @wraps(command)
    def run(*args: P.args, **kwargs: P.kwargs) -> int:
        try:
            command(*args, **kwargs)
        except DataError as error:
            print(error, file=sys.stderr)
            return 1
        except OSError as error:
            # some give neither the place nor the system's words
            told = (error.filename, error.strerror or error)
            print(": ".join(str(part) for part in told if part), file=sys.stderr)
            return 1
        return 0

    return run


@_listing
def main(folder: Path = DATA, kept: Path = GOLDEN) -> None:
    """Check ``folder``, then write what is made from it; ``kept`` is the golden file.

    It is written only where its folder is there. What Git left in it of two versions, or else
    no JSON, counts as an empty one.
    """
    atlas = load_atlas(folder)
    made = package.files(folder)
    print(_checked(folder, atlas))
    print(_rests(atlas))
    for name in (edtf.DATES, package.DESCRIPTION):
        print(_written(folder / name, made[name]))
    if not kept.parent.is_dir():
        return
    now = golden(atlas)
    before = kept.read_bytes() if kept.is_file() else b""
    print(_written(kept, now.encode()))
    lines = changed(before, now)
    for line in lines[:_SHOWN]:
        print(f"  {line}")
    if len(lines) > _SHOWN:
        print(f"  and {len(lines) - _SHOWN} more lines; the file's difference shows all")


@_listing
def export(place: Path, folder: Path = DATA) -> None:
    """Write the data for other programs into ``place``, and say how large each file is."""
    for path in exports.write(load_atlas(folder), place):
        print(f"{path}: {path.stat().st_size / 1000:.0f} kB")


@_listing
def sides(folder: Path = DATA) -> None:
    """Print the exceptions to what a record is to rest on, by name."""
    print(*exceptions(load_atlas(folder)), sep="\n")


def exceptions(atlas: Atlas) -> Iterator[str]:
    """Yield, a line each, the exceptions to what a record is to rest on, by name."""
    for what, wanting in (
        ("control of 1855-1946 without both sides", footing.one_sided(atlas)),
        ("title, in any reading, without both sides", footing.one_sided_titles(atlas)),
        ("a government's reading of title without its own side", footing.readings_of_one(atlas)),
        ("on weak sources alone", footing.on_weak_only(atlas)),
    ):
        yield f"{what}: {len(wanting)}"
        yield from map(_wanting, wanting)


def _wanting(record: Footing) -> str:
    name = " ".join(filter(None, (record.kind, record.name, str(record.day or ""))))
    lacks = " or ".join(sorted(SIDES - record.sides))
    side = "" if record.weak else f"no {lacks} source that counts; "
    works = ", ".join(f"{work.id} ({_kind(work)})" for work in record.works)
    return f"  {name}: {side}cites {works}"


def _kind(work: Source) -> str:
    return f"{work.kind}, copy" if work.seen == "copy" else str(work.kind)


def _checked(folder: Path, atlas: Atlas) -> str:
    counts = {
        "islands": len(atlas.islands),
        "lines": len({line.id for view in Viewpoint for line in atlas.line_records(view)}),
        "landings": len(atlas.landing_records()),
        "instruments": len(atlas.instruments),
        "events": len(atlas.events()),
        "sources": len(atlas.sources),
    }
    held = sum(len(atlas.history(island)) for island in atlas.islands)
    rest = ", ".join(f"{count} {what}" for what, count in counts.items())
    return f"{folder}: no problem in {rest}; {held} times an island was held or claimed"


def _rests(atlas: Atlas) -> str:
    kinds = footing.kinds(atlas)
    rest = ", ".join(f"{count} {kind}" for kind, count in kinds.most_common())
    share = footing.weak_share(atlas)
    alone = len(footing.on_weak_only(atlas))
    one_sided = len(footing.one_sided(atlas))
    return (
        f"citations: {rest}; {share:.1%} to weak sources; {alone} records rest on these alone, "
        f"{one_sided} records of control of 1855-1946 on one side"
    )


def _written(path: Path, content: bytes) -> str:
    if path.is_file() and path.read_bytes() == content:
        return f"{path.name}: as it was"
    path.write_bytes(content)
    return f"{path.name}: written anew"


if __name__ == "__main__":
    match sys.argv[1:]:
        case []:
            sys.exit(main())
        case ["export", place]:
            sys.exit(export(Path(place)))
        case ["sides"]:
            sys.exit(sides())
        case _:
            sys.exit("python -m geodata, python -m geodata sides, or … export FOLDER")
