"""The maps of the site: each a file of its own in a frame, its data as scripts.

A browser may not fetch a file from disk; a script it may run.
"""

from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

from branca.element import Figure, MacroElement
from folium.template import Template

from geodata.model import Lens, Viewpoint
from pages.ui.browser import bundle, elements, export
from pages.ui.browser.citing import citing
from pages.ui.browser.guided import guided
from pages.ui.browser.payload import lenses, payload
from pages.ui.browser.questions import questions
from pages.ui.browser.rings import steps
from pages.ui.browser.scope import SCOPES, Scope
from pages.ui.html import Markup, code, fold, join, script, tag
from pages.ui.parts import island as facts
from pages.ui.site.address import Addresses
from pages.ui.site.plan import Plan
from pages.ui.words import text
from pages.ui.words.reader import Reader
from pages.ui.words.tongues import TONGUES

_HERE = Path(__file__).parent


def shared(reader: Reader) -> dict[str, str]:
    """Return what all maps draw with: the script, the shapes."""
    return {
        "atlas.js": bundle.javascript(),
        "classroom.js": bundle.classroom(),
        "gif.js": bundle.gif(),
        "islands.js": given("islands.js", steps(reader.atlas.shapes)),
        "land.js": given("land.js", steps(reader.atlas.land)),
    }


def spoken(reader: Reader, addresses: Addresses) -> dict[str, str]:
    """Return what the maps say in the reader's language, and the cards of the islands."""
    language, atlas = reader.language, reader.atlas
    made: dict[str, Any] = {
        f"history-{page}-{language}.js": payload(reader, scope(atlas))
        for page, scope in SCOPES.items()
    }
    made[f"guided-{language}.js"] = guided(reader)
    made[f"questions-{language}.js"] = questions(reader)
    made[f"cards-{language}.js"] = {
        name: str(addresses.resolved(_card(reader, name))) for name in atlas.islands
    }
    scripts = {f"cite-{language}.js": bundle.citing(citing(reader))}
    if reader.tongue.readings:
        scripts[f"furigana-{language}.js"] = bundle.reading(dict(atlas.readings))
    return scripts | {name: given(name, value) for name, value in made.items()}


def given(name: str, value: object) -> str:
    """Return a script that gives the page a value under the name of its file."""
    return f"(window.kurilGiven||={{}})[{script(name)}]={script(value)};"


def first(reader: Reader, plan: Plan) -> tuple[str, ...]:
    """Return the scripts that a page's map draws its first picture with; none has no map."""
    if plan.map is None:
        return ()
    source = _source(plan)
    return "atlas.js", source["islands"], source["land"], source["history"][reader.language]


def frame(reader: Reader, plan: Plan) -> str:
    """Return the file of a page's map; its address says what to show."""
    paired = plan.map == "pair"
    scope = SCOPES.get(plan.page, SCOPES["map"])(reader.atlas)
    drawn = elements.base_map(zoom_animation=not paired)
    page = drawn.get_root()
    assert isinstance(page, Figure)  # noqa: S101  # a map makes one
    words = str(tag("meta", name="viewport", content="width=device-width, initial-scale=1"))
    page.header.add_child(export.Verbatim(words), name="viewport")
    source = _source(plan)
    known = {
        "lens": list(map(str, Lens)),
        "viewpoint": list(map(str, Viewpoint)),
        "island": list(reader.atlas.islands),
        "first": scope.start.isoformat(),
        "last": scope.last.isoformat(),
        "today": scope.today.isoformat() if scope.today else None,
    }
    given = {"known": known, "notices": _notices(reader, plan, scope)}
    if paired:
        elements.Pair(source, "atlas.js").add_to(drawn)
        locale = reader.tongue.locale.replace("_", "-")
        shown = _code("pair.js", start=_two(reader), locale=locale, **given)
    else:
        elements.Timeline(source, script_url="atlas.js").add_to(drawn)
        start = asdict(elements.state_of(replace(reader, day=scope.clamp(reader.day))))
        told = reader.say("panel.status_on", status="{status}", date="{date}")
        shown = _code("timeline.js", start=start, words=told, **given)
    _Code(shown).add_to(drawn)
    return str(page.render())


def _notices(reader: Reader, plan: Plan, scope: Scope) -> dict[str, str]:
    """Say of each thing an address may ask for that there is not, what is shown in its place."""
    first, last, usual = (reader.written(day) for day in (scope.start, scope.last, reader.day))
    outside = {
        end: reader.say("landings.clamped", date=day)
        if scope.today
        else reader.say("notice.range", first=first, last=last, date=usual)
        for end, day in (("early", first), ("late", last))
    }
    others = {name: reader.say(f"notice.{name}") for name in ("lens", "viewpoint", "island")}
    if plan.map == "pair":
        others["with"] = reader.say("compare.wrong_with", date=usual)
    opens = reader.written(scope.clamp(reader.day))
    return {"date": reader.say("notice.date", date=opens), **outside, **others}


def beside(reader: Reader, plan: Plan, addresses: Addresses) -> dict[str, str]:
    """Return what stands beside a page's map on every day, a file for each lens and reading."""
    language, page = reader.language, plan.page
    files: dict[str, object] = {}
    for key, lens, viewpoint in lenses():
        view = reader.at(lens=lens, viewpoint=viewpoint)
        files[f"beside-{page}-{language}-{key.replace('/', '-')}.js"] = _states(
            view, plan, addresses, every=False
        )
    files[f"beside-{page}-{language}.js"] = _states(reader, plan, addresses, every=True)
    return {name: given(name, value) for name, value in files.items()}


def slots(reader: Reader, plan: Plan) -> Markup:
    """Return what stands beside a page's map on the reader's day, for the browser to change."""
    return join(
        tag("div", slot.make(reader), data_slot=str(number), class_="panel")
        for number, slot in enumerate(plan.slots)
    )


def _states(reader: Reader, plan: Plan, addresses: Addresses, *, every: bool) -> dict[str, object]:
    """Return the states of the slots that go with a lens, or with ``every`` one.

    A slot has rows [first day, place in ``texts``].
    """
    texts: dict[str, int] = {}
    states: dict[str, list[tuple[str, int]]] = {}
    for number, slot in enumerate(plan.slots):
        if slot.every != every:
            continue
        rows: list[tuple[str, int]] = []
        for day in sorted({reader.atlas.start, *slot.days(reader)}):
            told = str(addresses.resolved(slot.make(reader.at(day))))
            place = texts.setdefault(told, len(texts))
            if not rows or rows[-1][1] != place:
                rows.append((day.isoformat(), place))
        states[str(number)] = rows
    return {"slots": states, "texts": list(texts)}


def _card(reader: Reader, name: str) -> Markup:
    """Return an island's card; the browser writes who holds it that day."""
    own = tag("div", facts.island(reader, name), class_="panel card")
    details = fold(reader.say("panel.details"), facts.details(reader, name))
    history = fold(reader.say("panel.history"), facts.spans(reader, name))
    return join([own, tag("div", details, history, class_="panel")])


def _source(plan: Plan) -> dict[str, Any]:
    """Return the addresses of a map's shapes and histories, as the map's script reads them."""
    page = plan.page if plan.page in SCOPES else "map"
    return {
        "page": page,
        "failed": {language: text.say("map.failed", language) for language in TONGUES},
        "islands": "islands.js",
        "land": "land.js",
        "history": {language: f"history-{page}-{language}.js" for language in TONGUES},
        # from the page around the map
        "file": {
            language: f"../atlas/{export.FILE.format(language=language)}" for language in TONGUES
        },
        "guided": {language: f"guided-{language}.js" for language in TONGUES},
        "questions": {language: f"questions-{language}.js" for language in TONGUES},
        "classroom": "classroom.js",
        "gif": "gif.js",
    }


def _two(reader: Reader) -> dict[str, Any]:
    """Return the order for two days; the browser fills their names in."""
    order = asdict(elements.two(reader, (reader.day, reader.day)))
    title = reader.say("pair.title", first="{first}", second="{second}")
    return order | {"words": order["words"] | {"title": title}}


def _code(name: str, **values: object) -> str:
    scripts = [(_HERE / one).read_text(encoding="utf-8") for one in ("asked.js", name)]
    return code("".join(scripts), **values)


class _Code(MacroElement):
    """Run a script of ours after the map's own."""

    _template = Template("{% macro script(this, kwargs) %}{{ this.code }}{% endmacro %}")

    def __init__(self, code: str) -> None:
        super().__init__()  # type: ignore[no-untyped-call]  # branca's is untyped
        self._name = "Code"
        self.code = code
