"""The page of the sources in Streamlit: its choices, which stand in the URL."""

from collections.abc import Sequence

import streamlit as st

from pages.ui.frame import address, notice
from pages.ui.frame.put import put
from pages.ui.frame.shared import LINKED, shared
from pages.ui.parts.content import Box
from pages.ui.sources import content
from pages.ui.sources import entries as sources_list
from pages.ui.sources import facts as sources
from pages.ui.words.reader import Reader

# What this page adds to the URL, beside what every view has.
_PERSPECTIVE, _LANGUAGE, _WORDS, _SOURCE = "perspective", "written", "search", "source"
_ANY = ""
_LONGEST = 80


def show(reader: Reader) -> None:
    """Write one source and what rests on it, if the URL names one; else the whole page."""
    asked = st.query_params.get(_SOURCE)
    if asked is not None and asked in reader.atlas.sources:
        told = sources.facts(reader)
        put(reader, content.one(reader, reader.atlas.sources[asked], told))
        return
    if asked is not None:
        st.warning(reader.say("sources.unknown"))
    wanted = _remember(reader)
    parts = [
        *shared(reader, LINKED, content.above),
        *shared(reader, LINKED, content.listed, *wanted),
        *shared(reader, LINKED, content.below),
    ]
    put(reader, [Box(content.PAGE, parts)], choices=lambda: _choices(reader))


def _choices(reader: Reader) -> None:
    """Draw what the list may be asked for."""
    with st.container(horizontal=True, key="sources-choices"):
        _choice(reader, _PERSPECTIVE, "perspective", sources.PERSPECTIVES)
        _choice(reader, _LANGUAGE, "written_in", sources_list.tongues(reader))
        st.text_input(
            reader.say("sources.search"), max_chars=_LONGEST, key=_WORDS, on_change=_chosen
        )


def _choice(reader: Reader, parameter: str, key: str, values: Sequence[str]) -> None:
    st.selectbox(
        reader.say(f"sources.{key}"),
        [_ANY, *values],
        format_func=lambda value: _written(reader, value),
        key=parameter,
        on_change=_chosen,
    )


def _written(reader: Reader, value: str) -> str:
    if value == _ANY:
        return reader.say("sources.any")
    if value in sources.PERSPECTIVES:
        return reader.say(f"sources.{value}")
    return sources_list.language_name(reader, value)


def _remember(reader: Reader) -> tuple[str, str, str]:
    """Put what the URL asks for into the choices and return it.

    What cannot be used is left out, and the reader told so politely.
    """
    asked = {name: st.query_params.get(name, _ANY) for name in (_PERSPECTIVE, _LANGUAGE)}
    known = ((_PERSPECTIVE, sources.PERSPECTIVES), (_LANGUAGE, sources_list.tongues(reader)))
    wrong = [name for name, values in known if asked[name] not in (_ANY, *values)]
    notice.told([reader.say(f"sources.wrong_{name}") for name in wrong])
    asked |= dict.fromkeys(wrong, _ANY)
    words = st.query_params.get(_WORDS, "")[:_LONGEST]
    address.fill(asked | {_WORDS: words})
    return asked[_PERSPECTIVE], asked[_LANGUAGE], words


def _chosen() -> None:
    address.change({name: st.session_state[name] for name in (_PERSPECTIVE, _LANGUAGE, _WORDS)})
