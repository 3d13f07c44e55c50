"""What happened on a day of the map, in words."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from geodata.changes import Change
from geodata.model import Doubtful, Lens, Theme, Viewpoint
from geodata.pieces import Piece
from geodata.spans import Span
from pages.ui.words import extents, holders
from pages.ui.words.reader import Reader, kept

# More islands than this are counted, not listed.
_LISTED = 4


class Brief(NamedTuple):
    """A stop of a lens's story: its day, what happened, and what holds from it on.

    ``main`` says whether the short story stops there too; ``then`` is None where it holds on.
    """

    day: date
    caption: str
    main: bool
    then: str | None


@kept(Reader.timeless, 64)  # the panel's list of moments asks at every rest
def briefs(reader: Reader) -> tuple[Brief, ...]:
    """Return the story of a lens: a sentence for each day on which there is something to tell."""
    lens, view, language = Lens(reader.lens), Viewpoint(reader.viewpoint), reader.language
    _, *story = reader.atlas.story(lens=lens, viewpoint=view)
    return tuple(
        Brief(
            moment.day,
            told[language] if (told := moment.sentence(lens, view)) else "",
            lens in moment.main,
            then[language] if (then := moment.then.of(lens, view)) else None,
        )
        for moment in story
    )


def beginning(reader: Reader) -> str:
    """Say what holds under a lens from the atlas's first day on."""
    first, *_ = reader.atlas.story(lens=reader.lens, viewpoint=reader.viewpoint)
    then = first.then.of(Lens(reader.lens), Viewpoint(reader.viewpoint))
    return then[reader.language] if then else ""


@kept(Reader.timeless, 512)  # the panel and its neighbours ask for the same days again
def caption(reader: Reader, day: date) -> str:
    """Return all that changed at one moment: why, what passed, from whom to whom."""
    return spaced(reader, _sentences(reader, day))


def _sentences(reader: Reader, day: date) -> list[str]:
    changes = reader.atlas.changes(day, lens=reader.lens, viewpoint=reader.viewpoint)
    sentences = passages(reader.at(lens=reader.lens), changes, reasons=2)
    if not changes:  # then a line begins or ends, and its name alone does not say by what
        sentences = [
            _sentence(reader, event.title[reader.language])
            for event in reader.atlas.events(day, day + timedelta(days=1), Theme.TREATY)
            if event.date == day
        ][:1]
    for key, column in (("begins", "start"), ("ends", "end")):
        sentences += [
            reader.say(f"caption.{line.kind}_{key}", line=line.name[reader.language])
            for line in reader.atlas.line_records(reader.viewpoint)
            if getattr(line, column) == day
        ]
    sites = [
        one.site[reader.language] for one in reader.atlas.landing_records() if one.start == day
    ]
    if sites:
        sentences.append(reader.say("caption.landing", sites=reader.listed(sites)))
    return sentences


def passages(reader: Reader, changes: list[Change], *, reasons: int) -> list[str]:
    """Say what passed from whom to whom and why: one basis first, then one sentence a pair."""
    groups: dict[tuple[str, str], list[Change]] = {}
    for change in changes:
        groups.setdefault((change.before, change.after), []).append(change)
    bases = dict.fromkeys(
        words
        for change in changes
        if _begins(change, reader.lens)
        and (words := basis_words(reader, change.basis, reader.lens))
    )
    sentences = [_sentence(reader, words) for words in list(bases)[:reasons]]
    for (before, after), group in sorted(groups.items(), key=lambda item: -len(item[1])):
        sentences.append(
            reader.say(
                "caption.passed",
                before=holders.name(reader, before),
                after=holders.within(reader, after),
                islands=_by_size(reader, [change.island for change in group]),
            )
        )
    return sentences


def _begins(change: Change, lens: str) -> bool:
    """Say whether the basis is that of the change: where a claim only ends, it is another's."""
    return lens != Lens.CLAIMS or not set(change.after.split("+")) < set(change.before.split("+"))


def _by_size(reader: Reader, islands: list[str]) -> str:
    """List islands, the largest first."""
    ordered = sorted(islands, key=reader.atlas.km2.__getitem__, reverse=True)
    return named(reader, ordered)


def named(reader: Reader, islands: Sequence[str]) -> str:
    """Name a few islands, or the first ones and how many they are in all."""
    if len(islands) <= _LISTED:
        return reader.listed(reader.name(island) for island in islands)
    return reader.say(
        "caption.many",
        names=reader.listed(reader.name(island) for island in islands[: _LISTED - 1]),
        islands=extents.islands(reader, islands),
    )


def basis_words(reader: Reader, basis: str, lens: str) -> str | None:
    """Return what a change rests on: a phrase, or for title the instrument's name."""
    if not basis:
        return None
    if lens == Lens.TITLE:
        return reader.atlas.instruments[basis].name[reader.language]
    return reader.atlas.phrases[basis].text[reader.language]


def basis(reader: Reader, span: Span) -> str | None:
    """Return what a span rests on, as a sentence."""
    words = basis_words(reader, span.basis, span.lens)
    return None if words is None else _sentence(reader, words)


def doubt(reader: Reader, span: Span | Doubtful) -> str | None:
    """Return a span's doubt in words: its note and the window of days sources give."""
    return spaced(reader, doubts(reader, span)) or None


def doubts(reader: Reader, span: Span | Doubtful) -> list[str]:
    """Return a span's doubt sentence by sentence; none where there is nothing to say."""
    sentences = [reader.atlas.phrases[span.note].text[reader.language]] if span.note else []
    if span.earliest and span.latest:
        window = reader.between(span.earliest, span.latest, span.precision)
        sentences.append(reader.say("panel.window", window=window))
    return sentences


def told_once(reader: Reader, spans: Iterable[Span | Doubtful]) -> list[str]:
    """Return the doubts of many spans: each note once, with all windows of days it comes with."""
    found: dict[str | None, list[str]] = {}
    for span in spans:
        sentences = found.setdefault(span.note, [])
        sentences += [one for one in doubts(reader, span) if one not in sentences]
    return [spaced(reader, sentences) for sentences in found.values() if sentences]


def uncertainty(reader: Reader, piece: Piece, following: Span | None) -> str | None:
    """Say why a map marks an island: its own record is in doubt, or the day of the next one."""
    if not piece.doubtful:
        return None
    if (
        following is not None
        and following.earliest
        and following.latest
        and following.earliest <= piece.start
    ):
        window = reader.between(following.earliest, following.latest, following.precision)
        return reader.say("panel.window_end", window=window)
    return reader.say("map.doubtful")


def marked(reader: Reader, piece: Piece) -> str:
    """Return what stands in brackets after a holder that is in doubt; nothing where none is."""
    return reader.bracketed(reader.say("map.doubtful_date").lower()) if piece.doubtful else ""


def _sentence(reader: Reader, words: str) -> str:
    """Give a clause a sentence's capital and full stop."""
    ended = reader.ended(words)
    return ended[0].upper() + ended[1:]


def spaced(reader: Reader, sentences: list[str]) -> str:
    """Set sentences one after the other, as the language spaces them."""
    return reader.tongue.space.join(sentences)
