"""What a page is called in tabs, bookmarks and history."""

from collections.abc import Callable, Mapping

from pages.ui.words.reader import Reader


def parts(reader: Reader, params: Mapping[str, str]) -> list[str]:
    """Name the record that an address asks the reader's page for, if it does, and the page."""
    page = reader.say(f"page.{reader.page}")
    if reader.page not in _RECORDS:
        return [page]
    parameter, name = _RECORDS[reader.page]
    record = name(reader, params[parameter]) if parameter in params else None
    return [record, page] if record else [page]


def title(reader: Reader, params: Mapping[str, str]) -> str:
    """Return the title of the reader's page, as an address with these parameters asks for it.

    A narrow tab shows only how it begins: what tells it from others comes first.
    """
    return reader.tongue.dot.join([*parts(reader, params), reader.say("page.atlas")])


def _island(reader: Reader, key: str) -> str | None:
    return reader.name(key) if key in reader.atlas.islands else None


def _instrument(reader: Reader, key: str) -> str | None:
    instrument = reader.atlas.instruments.get(key)
    return instrument.name[reader.language] if instrument else None


def _lesson(reader: Reader, key: str) -> str | None:
    lesson = reader.atlas.lessons.get(key)
    return reader.atlas.guided[lesson.id].title[reader.language] if lesson else None


def _event(reader: Reader, key: str) -> str | None:
    event = next((event for event in reader.atlas.events() if event.id == key), None)
    return event.title[reader.language] if event else None


def _source(reader: Reader, key: str) -> str | None:
    source = reader.atlas.sources.get(key)
    return source.title if source else None


# The pages that show one record: the parameter of the address that asks for it, and its name.
_RECORDS: Mapping[str, tuple[str, Callable[[Reader, str], str | None]]] = {
    "islands": ("island", _island),
    "treaties": ("instrument", _instrument),
    "classroom": ("lesson", _lesson),
    "chronicle": ("event", _event),
    "sources": ("source", _source),
}
