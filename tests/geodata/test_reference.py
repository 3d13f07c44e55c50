"""References for other programs: what is written is read back, letter by letter."""

import json
import re
from collections.abc import Iterable
from datetime import date

import pytest

from geodata import Atlas, package
from geodata.reference import Reference, bibtex, csl, of_source, ris
from tests.conftest import ROOT, project_file

# Marks that mean something to LaTeX, RIS or JSON, and every script of the atlas.
HARD = Reference(
    key="one_hard/key",
    type="webpage",
    title='50 % of {it} & «Курилы» # \\ ~ ^ _ $, "千島"\nAB  - no tag',
    publisher="Smith, Sons and Daughters",
    accessed=date(2026, 11, 28),
    authors=("И. И. Иванов", "鳥居龍蔵", "Smith, J. and Sons"),
    issued="1903-05",
    url="https://example.org/a_b?c=1&d=%20#e",
    language="ja",
    version="2.0.0",
    place="16-17",
)
PLAIN = {
    r"\textbackslash{}": "\\",
    r"\textasciitilde{}": "~",
    r"\textasciicircum{}": "^",
} | {f"\\{mark}": mark for mark in "#$%&_{}"}
TEX = re.compile("|".join(re.escape(each) for each in PLAIN))


def inner(written: str, start: int) -> tuple[str, int]:
    """Return what stands in the braces that open at ``start``, and where they end."""
    depth, place = 0, start
    while True:
        if written[place] == "\\":
            place += 1
        elif written[place] in "{}":
            depth += 1 if written[place] == "{" else -1
            if not depth:
                return written[start + 1 : place], place + 1
        place += 1


def entries(written: str) -> Iterable[dict[str, str]]:
    """Read BibTeX entries; the marks of LaTeX stay."""
    place = 0
    while match := re.compile(r"@(\w+)(?={)").search(written, place):
        body, place = inner(written, match.end())
        key, _, rest = body.partition(",")
        found, at = {"type": match[1], "key": key}, 0
        while field := re.compile(r"(\w+) = (?={)").search(rest, at):
            found[field[1]], at = inner(rest, field.end())
        yield found


def plain(words: str) -> str:
    return TEX.sub(lambda match: PLAIN[match[0]], words)


def whole(words: str) -> str:
    """Take off the braces that keep a title or name as it is."""
    content, end = inner(words, 0)
    assert end == len(words)
    return plain(content)


def everything(atlas: Atlas) -> list[Reference]:
    placed = [of_source(one, where) for one in atlas.sources.values() for where in one.at]
    return [HARD, *map(of_source, atlas.sources.values()), *placed]


def test_bibtex_is_read_back(atlas: Atlas) -> None:
    told = everything(atlas)
    written = list(entries(bibtex(told)))
    assert len({entry["key"] for entry in written}) == len(told)
    for one, entry in zip(told, written, strict=True):
        assert re.fullmatch(r"[A-Za-z0-9:-]+", entry["key"])
        assert whole(entry["title"]) == one.title
        names = []
        rest = entry.get("author", "")
        while rest:
            _, end = inner(rest, 0)
            names.append(whole(rest[:end]))
            rest = rest[end:].removeprefix(" and ")
        assert tuple(names) == one.authors
        assert plain(entry["publisher"]) == one.publisher
        assert entry.get("date") == one.issued
        assert entry.get("url") == one.url
        assert date.fromisoformat(entry["urldate"]) == one.accessed
        assert plain(entry.get("pages", "")) == (one.place or "")


def test_csl_is_read_back(atlas: Atlas) -> None:
    told = everything(atlas)
    for one, item in zip(told, json.loads(csl(told)), strict=True):
        assert (item["id"], item["title"]) == (one.key, one.title)
        assert tuple(name["literal"] for name in item.get("author", ())) == one.authors
        assert (item.get("URL"), item.get("page")) == (one.url, one.place)
        [accessed] = item["accessed"]["date-parts"]
        assert date(*accessed) == one.accessed
        if one.issued:
            [issued] = item["issued"]["date-parts"]
            assert issued == [int(part) for part in one.issued.split("-")]


def test_ris_is_read_back(atlas: Atlas) -> None:
    told = everything(atlas)
    written = ris(told)
    assert written.endswith("ER  - \r\n")
    records = [part.split("\r\n") for part in written.split("ER  - \r\n")[:-1]]
    for one, lines in zip(told, records, strict=True):
        rows = [line.split("  - ", 1) for line in lines if line]
        assert rows[0][0] == "TY"
        assert all(re.fullmatch("[A-Z][A-Z0-9]", tag) for tag, _ in rows)
        fields = dict(rows)
        assert fields["TI"] == " ".join(one.title.split())
        assert tuple(value for tag, value in rows if tag == "AU") == one.authors
        assert fields.get("UR") == one.url
        assert date(*map(int, fields["Y2"].split("/"))) == one.accessed


def test_a_place_with_an_address_of_its_own_leads_there(atlas: Atlas) -> None:
    for source in atlas.sources.values():
        assert of_source(source).url == source.url
        for where, url in source.at.items():
            assert of_source(source, where).url == url


@pytest.mark.parametrize("written", [bibtex, csl, ris])
def test_nothing_is_written_of_nothing(written: object) -> None:
    assert callable(written)
    assert written([]).strip() in ("", "[]")


def test_the_citation_file_names_the_versions_that_ship() -> None:
    cff = (ROOT / "CITATION.cff").read_text(encoding="utf-8")
    project = project_file()["project"]
    assert re.findall(r"^ *version: (.+)$", cff, re.MULTILINE) == [
        project["version"],
        package.version(),
    ]
    assert re.search(rf"^### {re.escape(package.version())}$", package.codebook(), re.MULTILINE)
