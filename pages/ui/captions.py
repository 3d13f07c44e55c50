"""What happened on a day of the map, in words."""

from datetime import date
from functools import lru_cache

from geodata import Atlas
from geodata.model import Change, Doubtful, Lens, Span
from pages.ui import palette, text

# More islands than this are counted, not listed.
_LISTED = 4
# Characters that fit over the map; Japanese ones are twice as wide.
_BRIEF = {"en": 190, "ja": 100, "ru": 190}


def briefs(atlas: Atlas, lens: str, viewpoint: str, language: str) -> list[tuple[date, str]]:
    """Return every moment of a lens with a caption short enough to stand over the map."""
    return [
        (day, _short(_sentences(atlas, day, (lens, viewpoint), language, 1), language))
        for day in atlas.moments(lens=lens, viewpoint=viewpoint)
    ]


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
    for key, column in (("begins", "start"), ("ends", "end")):
        sentences += [
            text.say(f"caption.{line.kind}_{key}", language, line=line.name[language])
            for line in atlas.line_records(viewpoint)
            if getattr(line, column) == day
        ]
    sites = [one.site[language] for one in atlas.landing_records() if one.start == day]
    if sites:
        sentences.append(text.say("caption.landing", language, sites=listed(sites, language)))
    if not sentences:  # the landing sites leave the map
        sentences.append(text.say("caption.landings_end", language))
    return sentences


def passages(
    atlas: Atlas, changes: list[Change], lens: str, language: str, *, reasons: int
) -> list[str]:
    """Say what passed from whom to whom and why: one basis first, then one sentence a pair."""
    groups: dict[tuple[str, str], list[Change]] = {}
    for change in changes:
        groups.setdefault((change.before, change.after), []).append(change)
    paints = palette.paints(atlas, language)
    km2 = atlas.km2
    bases = dict.fromkeys(
        words
        for change in changes
        if _begins(change, lens) and (words := basis_words(atlas, change.basis, lens, language))
    )
    sentences = [_sentence(words, language) for words in list(bases)[:reasons]]
    for (before, after), group in sorted(groups.items(), key=lambda item: -len(item[1])):
        by_size = sorted((change.island for change in group), key=km2.__getitem__, reverse=True)
        islands = [text.names(atlas.islands[island], language)[0][0] for island in by_size]
        sentences.append(
            text.say(
                "caption.passed",
                language,
                before=paints[before].name,
                after=paints[after].name,
                islands=listed(islands, language),
            )
        )
    return sentences


def _begins(change: Change, lens: str) -> bool:
    """Say whether the basis is that of the change: where a claim only ends, it is another's."""
    return lens != Lens.CLAIMS or not set(change.after.split("+")) < set(change.before.split("+"))


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
