"""What the share menu gives, in three languages: from a saved file, with every request refused."""

import csv
import io
import json
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from urllib.parse import parse_qs, urlsplit
from xml.etree import ElementTree as ET

import pytest
from PIL import Image
from playwright.sync_api import Browser, Page, Route

from geodata import Atlas
from pages.ui.browser import export
from pages.ui.drawing import palette
from pages.ui.words.reader import Reader
from pages.ui.words.tongues import TONGUES
from tests.browser.visit import PATIENCE, resize, rest

DAY = date(1945, 8, 25)
HOME = "https://atlas.example/sub/?date=1945-08-25"
SVG = "{http://www.w3.org/2000/svg}"
SIZES = [(1440, 900), (390, 664), (844, 390)]
CARD = ("tour", "stop", "quiz", "level")


@pytest.fixture(scope="module")
def files(atlas: Atlas, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("saved")
    found = {}
    for language in TONGUES:
        known = f'<meta name="atlas-home" content="{HOME}&amp;lang={language}&amp;lens=claims">'
        text = export.single_file(Reader(atlas, language, atlas.as_of))
        assert text.count('<meta name="atlas-home" content="">') == 1
        found[language] = folder / f"{language}.html"
        found[language].write_text(
            text.replace('<meta name="atlas-home" content="">', known), encoding="utf-8"
        )
    return found


@pytest.fixture(params=TONGUES)
def opened(
    browser: Browser, files: dict[str, Path], request: pytest.FixtureRequest
) -> Iterator[tuple[Page, str]]:
    page = browser.new_page(viewport={"width": 1440, "height": 900})
    page.set_default_timeout(PATIENCE)
    asked: list[str] = []

    def refuse(route: Route) -> None:
        if urlsplit(route.request.url).scheme in {"http", "https"}:
            asked.append(route.request.url)
            route.abort()
        else:
            route.continue_()

    page.route("**/*", refuse)
    page.on("pageerror", lambda error: asked.append(str(error)))
    page.goto(files[request.param].as_uri())
    page.wait_for_selector("path[data-island]", state="attached")
    rest(page.main_frame)
    yield page, request.param
    page.close()
    assert asked == []


def press(page: Page, entry: str) -> None:
    if page.locator(".share[open]").count() == 0:
        page.click(".share summary")
    page.click(f"[data-share={entry}]")


def taken(page: Page, entry: str) -> bytes:
    with page.expect_download() as waiting:
        press(page, entry)
    assert re.fullmatch(r"kuril-atlas-1945-08-25-\w+-\w\w\.\w+", waiting.value.suggested_filename)
    return Path(waiting.value.path()).read_bytes()


def copied(page: Page, entry: str) -> str:
    press(page, entry)
    return page.input_value(".share textarea")


def held(page: Page) -> set[str]:
    values = page.eval_on_selector_all(
        "path[data-island]", "paths => paths.map((path) => path.dataset.controller)"
    )
    return set(values)


def test_a_saved_file_opens_on_the_view_it_was_saved_in(opened: tuple[Page, str]) -> None:
    page, _ = opened
    assert page.get_by_test_id("day").get_attribute("datetime") == "1945-08-25"
    assert page.locator("input[value=claims]").is_checked()


def test_links_lead_to_the_view_where_the_file_is_from(opened: tuple[Page, str]) -> None:
    page, language = opened
    page.evaluate("kurilAtlas.current.apply({ lens: 'title', viewpoint: 'japan', island: 'urup' })")
    for manner in ("", "present", "play"):
        press(page, "link")
        page.select_option("#manner", manner)
        link = urlsplit(copied(page, "link"))
        expected = {"date": "1945-08-25", "lang": language, "lens": "title", "viewpoint": "japan"}
        expected |= {"island": "urup"} | ({manner: "1"} if manner else {})
        assert (link.netloc, link.path) == ("atlas.example", "/sub/")
        assert {key: value for key, [value] in parse_qs(link.query).items()} == expected
    frame = ET.fromstring(copied(page, "frame").replace("></iframe>", "/>"))  # noqa: S314  # ours
    asked = parse_qs(urlsplit(frame.attrib["src"]).query)
    assert asked["embed"] == ["true"]
    assert "present" not in asked
    assert frame.attrib["title"]


def test_links_and_citations_name_the_card_beside_the_map(
    opened: tuple[Page, str], atlas: Atlas
) -> None:
    page, _ = opened
    tour, guided = next(iter(atlas.guided.items()))
    for show, card in (
        (f"guide('{tour}', 3)", {"tour": tour, "stop": "3"}),
        ("ask('12', '2')", {"quiz": "12", "level": "2"}),
        ("follow(new URLSearchParams())", {}),
    ):
        page.evaluate(f"kurilAtlas.current.{show}")
        link = copied(page, "link")
        asked = {key: value for key, [value] in parse_qs(urlsplit(link).query).items()}
        assert {key: asked[key] for key in CARD if key in asked} == card
        if "tour" in card:
            assert asked["date"] == guided.stops[2].day.isoformat()
        assert link in copied(page, "text")
        assert ("stop=3" in copied(page, "frame")) == ("stop" in card)


def test_the_code_is_that_of_the_link(opened: tuple[Page, str]) -> None:
    page, _ = opened
    link = copied(page, "link")
    press(page, "qr")
    covered = """answer => [...answer.parentElement.querySelectorAll('fieldset')].filter((group) =>
        group.getBoundingClientRect().bottom > answer.getBoundingClientRect().top + 1).length"""
    assert page.locator(".share .answer").evaluate(covered) == 0
    drawn = page.locator(".share .code path").get_attribute("d") or ""
    modules = {
        (int(row) - 4, int(column) - 4)
        for column, row in re.findall(r"M(\d+),(\d+)h1v1h-1z", drawn)
    }
    matrix = page.evaluate("kurilAtlas.code", link)
    dark = {(i, j) for i, row in enumerate(matrix) for j, cell in enumerate(row) if cell}
    assert modules == dark != set()


def test_the_picture_shows_what_the_screen_shows(opened: tuple[Page, str], atlas: Atlas) -> None:
    page, language = opened
    page.evaluate("kurilAtlas.current.apply({ lens: 'control' })")
    paints = palette.paints(Reader(atlas, language, DAY))
    for width, height in SIZES:
        resize(page, width, height)
        rest(page.main_frame)
        image = Image.open(io.BytesIO(taken(page, "png"))).convert("RGB")
        assert image.width == 2 * width
        colours = {
            "#{:02X}{:02X}{:02X}".format(*colour)  # type: ignore[misc]  # RGB
            for count, colour in image.getcolors(image.width * image.height) or []
            if count > 20
        }
        for power in held(page):
            assert {colour.upper() for colour in paints[power].colours} <= colours
        drawing(page, taken(page, "svg"))


def drawing(page: Page, taken: bytes) -> None:
    """See that the drawing stands alone and has the words of the screen."""
    root = ET.fromstring(taken)  # noqa: S314  # ours
    assert {element.tag.removeprefix(SVG) for element in root.iter()} <= {
        *("svg", "title", "defs", "pattern", "clipPath", "g"),
        *("rect", "circle", "path", "line", "text"),
    }
    for element in root.iter():
        for name, value in element.attrib.items():
            assert not name.startswith("on")
            assert "NaN" not in value
            assert "://" not in value
    lines = "".join(text.text or "" for text in root.iter(f"{SVG}text"))
    words = "".join(lines.split())
    for part in ("h1", ".caption"):
        assert "".join(page.inner_text(part).split()) in words
    assert "CCBY4.0" in words
    assert "GSHHG" in words


def test_the_table_opens_in_the_readers_spreadsheet(opened: tuple[Page, str], atlas: Atlas) -> None:
    page, language = opened
    raw = taken(page, "csv")
    assert raw.startswith(b"\xef\xbb\xbf")
    separator = ";" if language == "ru" else ","
    text = raw.decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True))
    assert {len(row) for row in rows} == {9}
    assert [row[0] for row in rows[1:]] == list(atlas.islands)
    reader = Reader(atlas, language, DAY, "claims")
    paints = palette.paints(reader)
    drawn = atlas.drawn(DAY, lens="claims")
    for row in rows[1:]:
        assert row[1] == reader.name(row[0])
        area = row[3].replace(",", ".") if language == "ru" else row[3]
        assert float(area) == pytest.approx(atlas.km2[row[0]], abs=0.001)
        assert row[4] == paints[drawn[row[0]].span.controller].name
        assert not any(cell.startswith(("=", "+", "-", "@")) for cell in row)
        assert ";" not in row[2]


def test_the_shapes_carry_names(opened: tuple[Page, str], atlas: Atlas) -> None:
    page, language = opened
    told = json.loads(taken(page, "geojson"))
    assert (told["date"], told["lens"]) == ("1945-08-25", "claims")
    drawn = atlas.drawn(DAY, lens="claims")
    reader = Reader(atlas, language, DAY)
    for feature in told["features"]:
        assert feature["properties"]["holder"] == drawn[feature["id"]].span.controller
        assert feature["properties"]["name"] == reader.name(feature["id"])
        assert feature["geometry"]["type"] in {"Polygon", "MultiPolygon"}
    assert [feature["id"] for feature in told["features"]] == list(atlas.islands)


def test_the_view_is_cited_in_every_form(opened: tuple[Page, str]) -> None:
    page, _ = opened
    link = copied(page, "link")
    forms = {form: copied(page, form) for form in ("text", "bibtex", "ris", "csl")}
    for form in forms.values():
        assert link in form
        assert not re.search(
            r"\{(title|url|day|seen|slashed|parts|written)\}",
            form.replace("{{", "").replace("url = {" + link, ""),
        )
    [work] = json.loads(forms["csl"])
    assert work["URL"] == link
    assert len(work["accessed"]["date-parts"][0]) == 3
    assert work["title"] in forms["bibtex"]
    assert f"TI  - {work['title']}" in forms["ris"]


def test_words_that_a_spreadsheet_would_run_are_harmless(opened: tuple[Page, str]) -> None:
    page, _ = opened
    page.evaluate("""() => {
        const { payload } = kurilAtlas.current;
        payload.islands.forEach((island, index) => {
            island.names.neutral = [["=+-@\\t＝"[index % 6] + 'HYPERLINK("x";"y")', "en"]];
        });
    }""")
    text = taken(page, "csv").decode("utf-8-sig")
    separator = text[text.index('"', 1) + 1]
    names = [row[1] for row in csv.reader(io.StringIO(text, newline=""), delimiter=separator)][1:]
    assert all(name.startswith("'") and name.endswith('HYPERLINK("x";"y")') for name in names)
