"""What happened on a day of the map, in words."""

from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

from geodata import Atlas
from geodata.model import Change, Doubtful, Lens, Span, Theme
from geodata.spans import Piece
from pages.ui.words import holders, text

# More islands than this are counted, not listed.
_LISTED = 4
# Characters that fit over the map; Japanese ones are twice as wide.
_BRIEF = {"en": 190, "ja": 100, "ru": 190}
# Values that say of all islands together that there is nothing yet: each has a sentence.
_NOTHING = {"none": "caption.none", "unclaimed": "caption.unclaimed"}


class Brief(NamedTuple):
    """A moment for the map: its day, its caption, and its date as it follows "since"."""

    day: date
    caption: str
    since: str


@lru_cache(64)  # the panel's list of moments asks at every rest
def briefs(atlas: Atlas, lens: str, viewpoint: str, language: str) -> tuple[Brief, ...]:
    """Return every moment of a lens with a caption short enough to stand over the map."""
    return tuple(
        Brief(
            day,
            _short(_sentences(atlas, day, (lens, viewpoint), language, 1), language),
            text.since(day, language, atlas.precision(day, lens=lens, viewpoint=viewpoint)),
        )
        for day in atlas.moments(lens=lens, viewpoint=viewpoint)
    )


def beginning(atlas: Atlas, lens: str, viewpoint: str, language: str) -> str:
    """Say what the islands are under a lens before its first moment, and why we say so."""
    groups: dict[str, list[str]] = {}
    bases: dict[str, dict[str, None]] = {}
    for name, piece in atlas.drawn(atlas.start, lens=lens, viewpoint=viewpoint).items():
        groups.setdefault(piece.span.controller, []).append(name)
        if words := basis(atlas, piece.span, language):
            bases.setdefault(piece.span.controller, {})[words] = None
    if len(groups) == 1 and groups.keys() <= _NOTHING.keys():
        return text.say(_NOTHING[next(iter(groups))], language)
    sentences = []
    for holder, islands in sorted(groups.items(), key=lambda item: -len(item[1])):
        own = _by_size(atlas, islands, language)
        held = text.say(
            "caption.held", language, holder=holders.name(atlas, holder, language), islands=own
        )
        sentences += [held, *bases.get(holder, {})]
    return _short(sentences, language)


@lru_cache(4096)
def moment(atlas: Atlas, day: date, lens: str, viewpoint: str, language: str) -> str:
    """Write a day on which something changes under a lens as finely as it is known."""
    return text.written(day, language, atlas.precision(day, lens=lens, viewpoint=viewpoint))


@lru_cache(512)  # the panel and its neighbours ask for the same days again
def caption(atlas: Atlas, day: date, lens: str, viewpoint: str, language: str) -> str:
    """Return all that changed at one moment: why, what passed, from whom to whom."""
    return spaced(_sentences(atlas, day, (lens, viewpoint), language, 2), language)


def _sentences(
    atlas: Atlas, day: date, drawn: tuple[str, str], language: str, reasons: int
) -> list[str]:
    lens, viewpoint = drawn
    changes = atlas.changes(day, lens=lens, viewpoint=viewpoint)
    sentences = passages(atlas, changes, lens, language, reasons=reasons)
    if not changes:  # then a line begins or ends, and its name alone does not say by what
        sentences = [
            _sentence(event.title[language], language)
            for event in atlas.events(day, day + timedelta(days=1), Theme.TREATY)
            if event.date == day
        ][:1]
    for key, column in (("begins", "start"), ("ends", "end")):
        sentences += [
            text.say(f"caption.{line.kind}_{key}", language, line=line.name[language])
            for line in atlas.line_records(viewpoint)
            if getattr(line, column) == day
        ]
    sites = [one.site[language] for one in atlas.landing_records() if one.start == day]
    if sites:
        sentences.append(text.say("caption.landing", language, sites=listed(sites, language)))
    return sentences


def passages(
    atlas: Atlas, changes: list[Change], lens: str, language: str, *, reasons: int
) -> list[str]:
    """Say what passed from whom to whom and why: one basis first, then one sentence a pair."""
    groups: dict[tuple[str, str], list[Change]] = {}
    for change in changes:
        groups.setdefault((change.before, change.after), []).append(change)
    bases = dict.fromkeys(
        words
        for change in changes
        if _begins(change, lens) and (words := basis_words(atlas, change.basis, lens, language))
    )
    sentences = [_sentence(words, language) for words in list(bases)[:reasons]]
    for (before, after), group in sorted(groups.items(), key=lambda item: -len(item[1])):
        sentences.append(
            text.say(
                "caption.passed",
                language,
                before=holders.name(atlas, before, language),
                after=holders.name(atlas, after, language),
                islands=_by_size(atlas, [change.island for change in group], language),
            )
        )
    return sentences


def _begins(change: Change, lens: str) -> bool:
    """Say whether the basis is that of the change: where a claim only ends, it is another's."""
    return lens != Lens.CLAIMS or not set(change.after.split("+")) < set(change.before.split("+"))


def _by_size(atlas: Atlas, islands: list[str], language: str) -> str:
    """List islands, the largest first."""
    ordered = sorted(islands, key=atlas.km2.__getitem__, reverse=True)
    return listed(
        [text.names(atlas.islands[island], language)[0][0] for island in ordered], language
    )


def listed(names: list[str], language: str) -> str:
    """List a few names, or the first ones and how many there are in all."""
    between = text.COMMAS[language]
    if len(names) <= _LISTED:
        return between.join(names)
    return text.say(
        "caption.many", language, names=between.join(names[: _LISTED - 1]), count=len(names)
    )


def basis_words(atlas: Atlas, basis: str, lens: str, language: str) -> str | None:
    """Return what a change rests on: a phrase, or for title the instrument's name."""
    if not basis:
        return None
    if lens == Lens.TITLE:
        return atlas.instruments[basis].name[language]
    return atlas.phrases[basis].text[language]


def basis(atlas: Atlas, span: Span, language: str) -> str | None:
    """Return what a span rests on, as a sentence."""
    words = basis_words(atlas, span.basis, span.lens, language)
    return None if words is None else _sentence(words, language)


def doubt(atlas: Atlas, span: Span | Doubtful, language: str) -> str | None:
    """Return a span's doubt in words: its note and the window of days sources give."""
    return spaced(doubts(atlas, span, language), language) or None


def doubts(atlas: Atlas, span: Span | Doubtful, language: str) -> list[str]:
    """Return a span's doubt sentence by sentence; none where there is nothing to say."""
    sentences = [atlas.phrases[span.note].text[language]] if span.note else []
    if span.earliest and span.latest:
        sentences.append(
            text.say(
                "panel.window",
                language,
                earliest=text.written(span.earliest, language),
                latest=text.written(span.latest, language),
            )
        )
    return sentences


def hatching(piece: Piece, following: Span | None, language: str) -> str | None:
    """Say why a map hatches an island: its own record is in doubt, or the day of the next one."""
    if not piece.doubtful:
        return None
    if (
        following is not None
        and following.earliest
        and following.latest
        and following.earliest <= piece.start
    ):
        earliest, latest = (
            text.written(day, language) for day in (following.earliest, following.latest)
        )
        return text.say("panel.window_end", language, earliest=earliest, latest=latest)
    return text.say("map.doubtful", language)


def _short(sentences: list[str], language: str) -> str:
    """Join the first two sentences, and as many more as fit."""
    kept = sentences[:2]
    for sentence in sentences[2:]:
        if len(spaced([*kept, sentence], language)) > _BRIEF[language]:
            break
        kept.append(sentence)
    return spaced(kept, language)


def _sentence(words: str, language: str) -> str:
    """Give a clause a sentence's capital and full stop."""
    stop = "。" if language == "ja" else "."
    ended = words if words.endswith((stop, "!", "?")) else words + stop
    return ended[0].upper() + ended[1:]


def spaced(sentences: list[str], language: str) -> str:
    """Set sentences one after the other, as the language spaces them."""
    return ("" if language == "ja" else " ").join(sentences)
