"""Every record can be cited, in every form and language, with its own sources.

What the browser composes is read back by the programs of each form.
"""

import html
import json
import re
import subprocess
from datetime import date
from functools import cache
from pathlib import Path

import bibtexparser.entrypoint
import deno
import pytest
import rispy

from geodata import Atlas, package
from geodata.citation import work
from geodata.model import Lens
from geodata.reference import TEX
from pages.ui.browser import bundle
from pages.ui.browser.citing import citing
from pages.ui.browser.payload import Json
from pages.ui.chronicle import entries
from pages.ui.islands import history
from pages.ui.landings import battle
from pages.ui.parts import citations, island
from pages.ui.treaties import card
from pages.ui.words.reader import Reader
from pages.ui.words.tongues import TONGUES

FORMS = ("text", "bibtex", "ris", "csl")
LANGUAGES = tuple(TONGUES)
SEEN = date(2026, 11, 28)
# Marks that mean something to LaTeX, RIS, JSON or JavaScript.
HARD = 'A "50 %" & #1_{x} \\ ~ ^ $& $1 «Курилы» 千島\nER  - '

Record = dict[str, str]


def folds(reader: Reader) -> list[Record]:
    """Return what every "Cite this" of the atlas says of its record."""
    atlas = reader.atlas
    markup = [
        *(entries.entry(reader, event) for event in atlas.events()),
        *(card.card(reader, one) for one in atlas.instruments.values()),
        *(battle.particulars(reader, landing) for landing in atlas.landing_records()),
        *(island.details(reader, name) for name in atlas.islands),
        *(history.history(reader, name) for name in atlas.islands),
        *(history.sources(reader, name) for name in atlas.islands),
        citations.page(reader),
    ]
    return [
        {name: html.unescape(value) for name, value in re.findall(r'data-(\w+)="([^"]*)"', found)}
        for part in markup
        for found in re.findall(r'<details class="cite"[^>]*>', str(part))
    ]


@cache
def rules(language: str) -> Json:
    from geodata import load_atlas  # noqa: PLC0415

    atlas = load_atlas()
    return citing(Reader(atlas, language, atlas.as_of))


def composed(folder: Path, language: str, records: list[Record]) -> list[dict[str, str]]:
    """Have the atlas's own script cite records as a browser would, on 28 November 2026."""
    script = folder / "cite.js"
    asked = [
        {
            "title": one["title"],
            "key": one["key"],
            "url": f"https://example.org{one.get('to', '')[1:]}",
            "sources": one["sources"].split(";") if one.get("sources") else [],
        }
        for one in records
    ]
    script.write_text(
        f"{bundle.citing(rules(language))}\n"
        f"const asked = {json.dumps(asked)};\nconst rules = {json.dumps(rules(language))};\n"
        f"const day = new Date(2026, 10, 28);\nconst told = asked.map((one) =>"
        f" Object.fromEntries({json.dumps(FORMS)}.map((form) =>"
        f" [form, kurilCite.composed(rules, form, one, day)])));\n"
        "Deno.writeTextFileSync('told.json', JSON.stringify(told));\n",
        encoding="utf-8",
    )
    subprocess.run(
        [deno.find_deno_bin(), "run", "--quiet", "--allow-write=.", str(script)],
        cwd=folder,
        env={"DENO_DIR": str(folder / "deno"), "DENO_NO_UPDATE_CHECK": "1", "NO_COLOR": "1"},
        check=True,
    )
    told: list[dict[str, str]] = json.loads((folder / "told.json").read_text(encoding="utf-8"))
    return told


def plain(value: str) -> str:
    """Read a title: without the braces that keep it as it is, and with LaTeX's marks resolved."""
    words = value.removeprefix("{").removesuffix("}")
    marks = sorted(TEX.items(), key=lambda pair: -len(pair[1]))
    found = re.compile("|".join(re.escape(written) for _, written in marks))
    letters = {written: letter for letter, written in TEX.items()}
    return found.sub(lambda match: letters[match[0]], words)


def read_bibtex(written: str) -> list[dict[str, str]]:
    library = bibtexparser.entrypoint.parse_string(written)
    assert not library.failed_blocks
    return [
        {"key": entry.key} | {field.key: str(field.value) for field in entry.fields}
        for entry in library.entries
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_record_is_cited_with_its_own_sources(
    atlas: Atlas, tmp_path: Path, language: str
) -> None:
    reader = Reader(atlas, language, atlas.as_of)
    # an island has its fold on its card and on its sheet
    records = [*{(one["key"], one.get("sources")): one for one in folds(reader)}.values()]
    spans = sum(len(atlas.history(name, lens)) for name in atlas.islands for lens in Lens)
    assert len(records) > spans + len(atlas.events()) + len(atlas.instruments)
    given = rules(language)["sources"]
    told = composed(tmp_path, language, records)
    own = []
    for record, forms in zip(records, told, strict=True):
        sources = record["sources"].split(";") if record.get("sources") else []
        assert sources or record["key"].startswith("map-")
        # after the record's own reference stand its sources, which another test reads
        for form, between in (("bibtex", "\n"), ("ris", ""), ("text", "\n- ")):
            assert forms[form].endswith("".join(between + given[one][form] for one in sources))
        [item, *rest] = json.loads(forms["csl"])
        assert rest == [given[one]["csl"] for one in sources]
        assert record["title"] in item["title"]
        assert item["URL"] == f"https://example.org{record.get('to', '')[1:]}"
        assert item["accessed"] == {"date-parts": [[2026, 11, 28]]}
        assert (item["language"], item["version"]) == (language, package.version())
        # without these spaces a line breaks within a date; not every browser's words have them
        line = forms["text"].partition("\n")[0].replace("\u00a0", " ")
        seen = reader.written(SEEN).replace("\u00a0", " ")
        assert all(part in line for part in (item["URL"], package.version(), seen))
        own.append(item)
    # a record's card and its page have the same reference, with more or fewer sources after it
    first = {item["id"]: (item, forms) for item, forms in zip(own, told, strict=True)}
    assert len(first) == len({record["key"] for record in records})
    alone = [forms for _, forms in first.values()]
    entries_read = read_bibtex("\n".join(_first(one["bibtex"], "\n}\n") for one in alone))
    ris_read = rispy.loads("".join(_first(one["ris"], "ER  - \r\n") for one in alone))
    for (item, _), entry, ris in zip(first.values(), entries_read, ris_read, strict=True):
        assert plain(entry["title"]) == ris["title"] == item["title"]
        assert entry["url"] == ris["urls"][0] == item["URL"]
        assert entry["urldate"] == "2026-11-28"
        assert entry["version"] == ris["edition"] == item["version"]


def _first(written: str, end: str) -> str:
    return written[: written.index(end) + len(end)]


def test_the_sources_of_the_references_are_read_back(atlas: Atlas) -> None:
    given = rules("ja")["sources"]
    read = read_bibtex("\n".join(forms["bibtex"] for forms in given.values()))
    assert len({entry["key"] for entry in read}) == len(read) == len(given)
    for (citation, forms), entry in zip(given.items(), read, strict=True):
        assert plain(entry["title"]) == forms["csl"]["title"]
        assert entry.get("url") == forms["csl"].get("URL")
        assert atlas.source(citation).title in forms["text"]
    records = rispy.loads("".join(forms["ris"] for forms in given.values()))
    assert [one["id"].partition(":")[0] for one in records] == [work(one) for one in given]


def test_hard_words_stay_words_in_every_form(tmp_path: Path) -> None:
    record = {"title": HARD, "key": "event-hard", "to": "./chronicle?a=%20&b={c}", "sources": ""}
    [forms] = composed(tmp_path, "en", [record])
    [item] = json.loads(forms["csl"])
    assert item["title"] == f"{HARD}, Kuril Atlas"
    [entry] = read_bibtex(forms["bibtex"])
    flat = " ".join(item["title"].split())
    assert " ".join(plain(entry["title"]).split()) == flat
    [one] = rispy.loads(forms["ris"])
    assert one["title"] == flat
    assert flat in forms["text"]


@pytest.mark.parametrize("language", TONGUES)
def test_a_work_in_another_language_is_read_out_in_that_one(atlas: Atlas, language: str) -> None:
    reader = Reader(atlas, language, date(1945, 8, 18))
    for source in atlas.sources.values():
        named = str(citations.cited(reader, [source.id]))
        marked = source.language not in {language, "multiple"}
        assert (f'lang="{source.language}"' in named) == marked, source.id
