"""What the atlas rests on, grade by grade: citations by kind, and the records that want better."""

from collections.abc import Iterable

from geodata import footing
from geodata.footing import Footing
from geodata.model import Viewpoint
from pages.ui import html
from pages.ui.html import Content, Markup, fold, join, tag, way
from pages.ui.words.reader import Reader, kept


@kept(Reader.spoken)
def grades(reader: Reader) -> Markup:
    """Say how many citations go to which kind of source, and what rests on weak kinds alone."""
    return join(
        [
            tag("p", reader.say("sources.grades_note", share=_percent(reader))),
            html.table(
                [reader.say("sources.kind"), reader.say("sources.citations")],
                [
                    (reader.say(f"sources.kind_{kind}"), reader.number(count))
                    for kind, count in footing.kinds(reader.atlas).most_common()
                ],
                figures=(1,),
            ),
            fold(
                reader.say("sources.weak_only", count=len(footing.on_weak_only(reader.atlas))),
                _records(reader, footing.on_weak_only(reader.atlas)),
            ),
            fold(
                reader.say("sources.one_sided", count=len(footing.one_sided(reader.atlas))),
                _records(reader, footing.one_sided(reader.atlas)),
            ),
        ]
    )


def _percent(reader: Reader) -> str:
    return reader.number(100 * footing.weak_share(reader.atlas), 1)


def _records(reader: Reader, found: Iterable[Footing]) -> Markup:
    """List records by kind, name and day, each with the way to what tells it."""
    return tag(
        "ul",
        *(
            tag(
                "li",
                reader.say(f"sources.{one.kind}"),
                reader.tongue.dot,
                _called(reader, one),
                reader.bracketed(reader.written(one.day)) if one.day else "",
            )
            for one in found
        ),
    )


def _called(reader: Reader, one: Footing) -> Content:
    atlas = reader.atlas
    match one.kind:
        case "event":
            title = atlas.event(one.name).title[reader.language]
            return way(title, reader.link("chronicle", event=one.name))
        case "instrument":
            name = atlas.instruments[one.name].name[reader.language]
            return way(name, reader.link("treaties", instrument=one.name))
        case "control" | "title" | "claims" | "island":
            return way(reader.name(one.name), reader.link("islands", island=one.name))
        case "place":
            return atlas.places[one.name].name[reader.language]
        case "landing":
            landing = next(site for site in atlas.landing_records() if site.id == one.name)
            return landing.site[reader.language]
    lines = {line.id: line for view in Viewpoint for line in atlas.line_records(view)}
    return lines[one.name].name[reader.language]
