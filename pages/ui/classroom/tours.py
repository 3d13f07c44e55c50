"""The tours as cards: a picture of a telling stop, what it is about, and the ways into it."""

from geodata.model import GuidedStop, GuidedTour
from pages.ui import html
from pages.ui.drawing import minimap, outlines
from pages.ui.drawing.mercator import widened
from pages.ui.html import Markup, fold, picture, tag, way
from pages.ui.words.reader import Reader, kept

# Words read aloud in a minute, slowly, and the minutes a class talks at a stop.
_PACE, _TALK = 110, 0.5
_SHAPE = 4 / 3


def cards(reader: Reader, home: str) -> Markup:
    """Return a card a tour; ``home`` is the atlas's own address, for links that are copied."""
    found = (_card(reader, tour, home) for tour in reader.atlas.guided.values())
    return tag("ul", *found, class_="cards")


def minutes(tour: GuidedTour) -> int:
    """Return the minutes a tour takes in class: its texts read aloud, its questions talked of."""
    words = sum(len(stop.text.en.split()) for stop in tour.stops)
    return round(words / _PACE + _TALK * len(tour.stops))


def telling(reader: Reader, tour: GuidedTour) -> GuidedStop:
    """Return the stop whose map shows most: the most different values, the earliest of equals."""

    def values(stop: GuidedStop) -> int:
        drawn = reader.atlas.drawn(stop.day, lens=stop.lens, viewpoint=stop.viewpoint)
        return len({piece.span.controller for piece in drawn.values()})

    return max(tour.stops, key=values)


def played(reader: Reader, tour: GuidedTour, stop: int = 1, **manner: str) -> dict[str, str]:
    """Return the parameters of the link that plays a tour from one of its stops."""
    furigana = {"furigana": "1"} if reader.furigana else {}
    return {"tour": tour.id, "stop": str(stop), "lang": reader.language} | furigana | manner


def _card(reader: Reader, tour: GuidedTour, home: str) -> Markup:
    title = tour.title[reader.language]
    told = reader.tongue.dot.join(
        (reader.count("stops", len(tour.stops)), reader.count("about_minutes", minutes(tour)))
    )
    ways = [
        _way(reader, "play", title, html.link("map", played(reader, tour, present="1"))),
        _way(reader, "play_alone", title, html.link("map", played(reader, tour))),
    ]
    if tour.id in reader.atlas.lessons:
        address = html.link("classroom", reader.params() | {"lesson": tour.id})
        ways.append(_way(reader, "lesson", title, address))
    address = home + html.link("map", played(reader, tour)).removeprefix("./")
    ways.append(copier(reader, "copy", address, title))
    return tag(
        "li",
        _picture(reader.spoken(), tour.id),
        tag("h3", title),
        tag("p", tour.lead[reader.language]),
        tag("p", told, class_="soft"),
        _stops(reader, tour),
        tag("div", *ways, class_="ways"),
    )


def _stops(reader: Reader, tour: GuidedTour) -> Markup:
    items = (
        tag("li", way(stop.title[reader.language], html.link("map", played(reader, tour, number))))
        for number, stop in enumerate(tour.stops, start=1)
    )
    return fold(reader.say("classroom.stops"), tag("ol", *items))


def _way(reader: Reader, key: str, title: str, address: str) -> Markup:
    action = reader.say(f"classroom.{key}")
    name = reader.say("classroom.named", action=action, title=title)
    return way(action, address, aria_label=name)


def copier(reader: Reader, key: str, copied: str, title: str | None = None) -> Markup:
    """Return a button by which classroom.js copies a text, or what stands where a "#" leads."""
    action = reader.say(f"classroom.{key}")
    return tag(
        "button",
        action,
        type="button",
        aria_label=reader.say("classroom.named", action=action, title=title) if title else None,
        data_copy=copied,
        data_done=reader.say("share.copied"),
        data_failed=reader.say("share.by_hand"),
    )


@kept(Reader.spoken)
def _picture(reader: Reader, name: str) -> Markup:
    tour = reader.atlas.guided[name]
    stop = telling(reader, tour)
    now = reader.at(stop.day, lens=stop.lens, viewpoint=stop.viewpoint)
    told = reader.say(
        "classroom.picture", date=reader.stop(stop), title=stop.title[reader.language]
    )
    window = outlines.REGION if stop.window == "region" else outlines.CHAIN
    return picture(
        minimap.minimap(now, title=told, bounds=widened(window, _SHAPE), marked=stop.islands), told
    )
