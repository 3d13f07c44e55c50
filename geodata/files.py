"""The files of a data folder, as editors and spreadsheets leave them."""

import json
import math
import tomllib
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from collections import Counter
from pathlib import Path
from typing import Any

DATA = Path(__file__).parent / "data"

# Twenty times what there is: beyond it a file is a mistake, and reading it would take minutes.
_LARGEST = 8_000_000  # bytes


class UnreadableError(ValueError):
    """A file that cannot be read at all; it says what is wrong with it."""


def text(path: Path) -> str:
    """Return a file's text, with lines that end as on Unix."""
    try:
        if path.stat().st_size > _LARGEST:
            raise UnreadableError(f"is larger than {_LARGEST / 1e6:g} MB")
        content = path.read_bytes()
    except FileNotFoundError:
        raise UnreadableError("the file is missing") from None
    except OSError as error:
        raise UnreadableError(f"cannot be read: {error.strerror or error}") from error
    return decoded(content)


def decoded(content: bytes) -> str:
    """Return a file's content as text, with lines that end as on Unix."""
    if content.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        raise UnreadableError("is UTF-16; save it as UTF-8")
    try:
        # spreadsheets put a mark before the first letter, Windows ends lines with two signs
        written = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UnreadableError(f"is not UTF-8: {error}") from error
    return written.replace("\r\n", "\n").replace("\r", "\n")


def toml(path: Path) -> dict[str, Any]:
    """Return the tables of a TOML file by key."""
    try:
        return tomllib.loads(text(path))
    except UnreadableError:
        raise
    except (ValueError, RecursionError) as error:
        # tomllib's own words for a key that is given twice
        message = str(error).replace("Cannot overwrite a value", "a key is given twice")
        raise UnreadableError(f"is not valid TOML: {message}") from error


def features(path: Path) -> list[Any]:
    """Return the features of a GeoJSON file, whatever they are."""
    written = text(path)
    try:
        collection = json.loads(
            written, object_pairs_hook=_once, parse_constant=_no_number, parse_float=_finite
        )
    except (ValueError, RecursionError) as error:
        raise UnreadableError(f"is not valid JSON: {error}") from error
    given = collection.get("features") if isinstance(collection, dict) else None
    if not isinstance(given, list) or collection.get("type") != "FeatureCollection":
        raise UnreadableError("is not a GeoJSON FeatureCollection")
    return given


def _once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    """Refuse an object that names a key twice: JSON itself would keep the last of them."""
    made = dict(pairs)
    if len(made) != len(pairs):
        [(twice, _)] = Counter(key for key, _ in pairs).most_common(1)
        raise ValueError(f"the key {twice!r} is given twice")
    return made


def _no_number(word: str) -> float:
    raise ValueError(f"{word} is no number")


def _finite(written: str) -> float:
    number = float(written)
    if not math.isfinite(number):
        raise ValueError(f"{written[:20]} is too large")
    return number
