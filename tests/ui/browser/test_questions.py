"""Questions have one right answer, which the atlas gives, and wrong ones that nobody calls right.

What the browser asks is judged here from the records alone, not by what made the questions.
"""

import json
import re
import subprocess
from bisect import bisect_right
from collections import Counter
from datetime import date, timedelta
from functools import cache
from itertools import pairwise
from typing import Any

import deno
import pytest

from geodata import Atlas, load_atlas
from geodata.model import Confidence, Lens, Viewpoint
from geodata.spans import Span
from geodata.time import Precision
from pages.ui.browser.payload import payload
from pages.ui.browser.questions import questions
from pages.ui.browser.scope import whole
from pages.ui.words import text
from pages.ui.words.reader import Reader
from pages.ui.words.tongues import TONGUES
from tests.conftest import ROOT

Asked = dict[str, Any]

MAKER = ROOT / "tests/ui/browser/js/questions_made.js"
SETS = 1_250  # of eight questions
KINDS = {"held", "sides", "strait", "order", "changed", "find", "reading"}
DAY = timedelta(days=1)
SIDE = {"soviet_union": "russia"}


@pytest.fixture(scope="module")
def told(atlas: Atlas) -> dict[str, Asked]:
    return {code: questions(Reader(atlas, code, atlas.as_of)) for code in TONGUES}


@pytest.fixture(scope="module")
def made(
    atlas: Atlas, told: dict[str, Asked], tmp_path_factory: pytest.TempPathFactory
) -> dict[str, list[Asked]]:
    """Return what sets of questions ask, by language: the sets of all levels in turn."""
    folder = tmp_path_factory.mktemp("questions")
    file = folder / "told.json"
    sent = [
        {"payload": payload(Reader(atlas, code, atlas.as_of), whole(atlas)), "facts": told[code]}
        for code in TONGUES
    ]
    file.write_text(json.dumps(sent), encoding="utf-8")
    options = ["--quiet", "--no-check", "--no-remote", "--no-npm", "--allow-read"]
    done = subprocess.run(  # noqa: S603  # an installed program, on a file of our own
        [deno.find_deno_bin(), "run", *options, str(MAKER), str(file), str(SETS)],
        capture_output=True,
        text=True,
        check=True,
        env={"DENO_DIR": str(folder / "deno"), "DENO_NO_UPDATE_CHECK": "1", "NO_COLOR": "1"},
    )
    return dict(zip(TONGUES, json.loads(done.stdout), strict=True))


def test_ten_thousand_questions_have_one_right_answer_each_in_every_language(
    made: dict[str, list[Asked]],
) -> None:
    for asked in made.values():
        assert len(asked) >= 10_000
        assert {question["kind"] for question in asked} == KINDS
        for question in asked:
            options, keys = question["options"], question["keys"]
            assert len(set(options)) == len(set(keys)) == len(options) >= 3
            assert 0 <= question["right"] < len(options)
            assert question["told"]
            assert question["sources"]
            assert not re.search(r"\{|undefined|null|NaN", question["text"] + "".join(options))


def test_japanese_has_its_own_marks_between_a_day_and_its_event(
    made: dict[str, list[Asked]],
) -> None:
    told = "".join(one["told"] for one in made["ja"])
    assert "日：" in told
    assert not re.search(r"[:;] ", told)


def test_a_class_gets_one_set_whatever_it_reads(made: dict[str, list[Asked]]) -> None:
    same = ("kind", "keys", "right", "order", "about", "view", "seed", "level")
    first, *others = (
        [[question.get(key) for key in same] for question in asked] for asked in made.values()
    )
    assert all(other == first for other in others)


def test_the_right_answer_has_no_place_of_its_own(made: dict[str, list[Asked]]) -> None:
    places = Counter(
        (len(one["options"]), one["right"]) for one in made["en"] if "order" not in one
    )
    for count in (3, 4):
        share = [
            places[count, place] / sum(places[count, p] for p in range(count))
            for place in range(count)
        ]
        assert min(share) > 0.8 / count


def test_a_set_has_every_kind_and_nothing_twice(made: dict[str, list[Asked]]) -> None:
    asked = made["en"]
    for start in range(0, len(asked), 8):
        part = asked[start : start + 8]
        assert {question["kind"] for question in part} == KINDS
        assert len({question["text"] + question["about"] for question in part}) == 8


@cache
def records(island: str) -> dict[str, list[Span]]:
    """Return an island's records, by lens, as they were written down."""
    return {lens: load_atlas().history(island, lens) for lens in map(str, Lens)}


@cache
def doubtful(island: str, lenses: tuple[str, ...]) -> list[tuple[date, date]]:
    """Return the days, first and last, on which any record of these lenses is in doubt."""
    found = []
    for lens in lenses:
        for span in records(island)[lens]:
            last = (span.end or date.max) - DAY
            if span.confidence is Confidence.LOW:
                found.append((span.start, last))
            if span.earliest and span.latest:
                found.append((span.earliest, span.latest))
            if span.precision is not Precision.DAY:
                months = 12 if span.precision is Precision.YEAR else 1
                years = 10 if span.precision is Precision.DECADE else 0
                first = span.start.replace(year=span.start.year - years)
                end = date(
                    span.start.year + years + (months == 12 or years > 0),
                    1 if months == 12 or years else span.start.month % 12 + 1,
                    1,
                )
                found.append((first, end - DAY))
    return found


def sure(island: str, day: date, *lenses: str) -> bool:
    return not any(first <= day <= last for first, last in doubtful(island, lenses))


@cache
def starts(lens: str, view: str, island: str) -> tuple[list[date], list[str]]:
    spans = load_atlas().spans(lens, view)[island]
    return [span.start for span in spans], [span.controller for span in spans]


def value(island: str, day: date, lens: str, view: str = "neutral") -> str:
    days, powers = starts(lens, view, island)
    return powers[bisect_right(days, day) - 1]


def sided(powers: str) -> set[str]:
    return {SIDE.get(power, power) for power in powers.split("+")}


def titles(island: str, day: date) -> list[str]:
    return [value(island, day, "title", view) for view in map(str, Viewpoint)]


def of(made: dict[str, list[Asked]], kind: str) -> list[tuple[Asked, str, date]]:
    return [
        (one, one["about"], date.fromisoformat(one["view"]["date"]))
        for one in made["en"]
        if one["kind"] == kind
    ]


def test_who_held_is_asked_where_nobody_says_otherwise(made: dict[str, list[Asked]]) -> None:
    powers = set()
    for one, island, day in of(made, "held"):
        assert sure(island, day, *map(str, Lens))
        held = value(island, day, "control")
        right = one["keys"][one["right"]]
        powers.add(right)
        assert right == held
        said = {*titles(island, day), value(island, day, "claims")} - {"none", "unclaimed"}
        assert all(sided(one) == sided(held) for one in said), (island, day)
        for wrong in {*one["keys"]} - {right}:
            read = {"joint": {"japan", "russia"}}.get(wrong, sided(wrong))
            assert read != sided(held)
            assert wrong not in {held, *titles(island, day)}
            assert not {"undivided", "disputed", "undetermined"} & {*titles(island, day)}
    assert powers == {"ainu", "japan", "russia", "soviet_union"}


def test_a_dispute_is_asked_as_what_the_sides_say(made: dict[str, list[Asked]]) -> None:
    for one, island, day in of(made, "sides"):
        assert sure(island, day, *map(str, Lens))
        form = one["keys"][0].partition(":")[0]
        answer = {
            "title": f"title:{value(island, day, 'title', 'japan')}|"
            f"{value(island, day, 'title', 'russia')}",
            "claims": f"claims:{value(island, day, 'control')}|{value(island, day, 'claims')}",
        }[form]
        assert one["keys"][one["right"]] == answer
        assert one["keys"].count(answer) == 1
        first, second = answer.removeprefix(f"{form}:").split("|")
        assert sided(first) != sided(second), "one side says both: there is no dispute"
        for key in {*one["keys"]} - {answer}:
            held, claimed = key.removeprefix(f"{form}:").split("|")
            # in other words, for a state that goes on as another, it would be right
            assert (sided(held), sided(claimed)) != (sided(first), sided(second))


def test_a_strait_is_that_of_its_line_alone(made: dict[str, list[Asked]], atlas: Atlas) -> None:
    lines = {line.id: line for line in atlas.line_records()}
    for one, name, _ in of(made, "strait"):
        line = lines[name]
        assert one["keys"][one["right"]] == name
        assert line.kind != "claim"
        assert line.confidence is Confidence.HIGH
        treaty = [other for other in lines.values() if other.instrument == line.instrument]
        own = [line, *treaty] if line.instrument else [line]
        for key in {*one["keys"]} - {name}:
            assert lines[key].strait not in [other.strait for other in own]


def test_events_have_one_order(made: dict[str, list[Asked]], atlas: Atlas) -> None:
    for one, _, _ in of(made, "order"):
        events = [atlas.event(key) for key in one["keys"]]
        assert all(event.precision is Precision.DAY for event in events)
        assert all(event.confidence is Confidence.HIGH for event in events)
        days = [events[place].date for place in one["order"]]
        assert all(earlier < later for earlier, later in pairwise(days))
        assert not any(
            str(event.date.year) in option
            for event, option in zip(events, one["options"], strict=True)
        )


def test_what_changed_is_what_the_atlas_says(made: dict[str, list[Asked]]) -> None:
    answers = {
        (True, True): "both",
        (True, False): "ground",
        (False, True): "paper",
        (False, False): "neither",
    }
    for one, island, day in of(made, "changed"):
        eve = day - DAY
        assert sure(island, day, "control", "title")
        assert sure(island, eve, "control", "title")
        ground = value(island, eve, "control") != value(island, day, "control")
        papers = {
            old != new for old, new in zip(titles(island, eve), titles(island, day), strict=True)
        }
        assert len(papers) == 1, "the readings differ on whether anything changed"
        assert one["keys"][one["right"]] == answers[ground, papers == {True}]


def test_an_island_to_be_found_has_its_name_alone(
    made: dict[str, list[Asked]], atlas: Atlas
) -> None:
    names = Counter(
        text.names(island, code)[0][0] for island in atlas.islands.values() for code in TONGUES
    )
    assert all(count <= len(TONGUES) for count in names.values())
    for one, island, _ in of(made, "find"):
        assert one["keys"][one["right"]] == island
        assert one["options"][one["right"]] == text.names(atlas.islands[island], "en")[0][0]


def test_a_reading_is_a_government_s_own_and_does_not_say_whose(
    made: dict[str, list[Asked]], atlas: Atlas, told: dict[str, Asked]
) -> None:
    sides = set()
    for one, about, _ in of(made, "reading"):
        name, side = about.split()
        sides.add(side)
        assert one["keys"][one["right"]] == side
        reading = getattr(atlas.instruments[name], side)
        assert reading.voice == "government"
        assert one["told"] == reading.text.en
    assert sides == {"japan", "russia"}
    given = re.compile(
        r"Japan’s (government|Foreign)|(Moscow|Russia)’s reading|Soviet side|日本政府|外務省"
        r"|ロシア側|ソ連側|МИД|Правительство|мнению Москвы|советская сторона|российской стороны"
    )
    for facts in told.values():
        for row in facts["readings"]:
            assert row["sentence"].count("…") == 1
            assert not given.search(row["sentence"])


@pytest.mark.parametrize("language", TONGUES)
def test_what_questions_say_ends_as_its_sentence_does(
    made: dict[str, list[Asked]], language: str
) -> None:
    for question in made[language]:
        assert "..:" not in question["text"]
        assert not re.search(r"г\.[.:]", question["text"])


@pytest.mark.parametrize("language", [code for code, tongue in TONGUES.items() if tongue.spaced])
def test_an_answer_has_its_capital_at_its_head_alone(
    made: dict[str, list[Asked]], language: str
) -> None:
    label = text.say("status.claims", language, name="")
    wrong = text.say("quiz.pair", language, first="", second=label[0].upper() + label[1:])
    asked = [one for one in made[language] if one["keys"][0].startswith("claims:")]
    assert asked
    assert [one for one in asked if any(wrong in option for option in one["options"])] == []


def test_no_stretch_reaches_into_a_day_the_map_marks_as_doubtful(
    told: dict[str, Asked], atlas: Atlas
) -> None:
    islands = list(atlas.islands)
    for row in told["en"]["held"] + told["en"]["sides"]:
        first, last = (date.fromisoformat(row[edge]) for edge in ("start", "last"))
        for day in {first, last, first + (last - first) / 2}:
            for place in row["islands"]:
                shown = atlas.span(islands[place], day)
                assert shown.controller == row["ground"]
                drawn = atlas.pieces("control")[islands[place]]
                at = bisect_right(drawn, day, key=lambda piece: piece.start) - 1
                assert not drawn[at].doubtful
