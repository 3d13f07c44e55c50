"""The page of the sources: what rests on each, what is open, what may be taken away."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import PurePath

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from geodata import exports, package
from pages.ui.frame import address
from pages.ui.frame.block import block
from pages.ui.html import Markup, tag
from pages.ui.sources import chart as sources_chart
from pages.ui.sources import entries as sources_list
from pages.ui.sources import facts as sources
from pages.ui.sources import grades as sources_grades
from pages.ui.sources import wording as sources_words
from pages.ui.sources.facts import Fact
from pages.ui.words.reader import Reader

_html = partial(block, kind="sheet src")

# What this page adds to the URL, beside what every view has.
_PERSPECTIVE, _LANGUAGE, _WORDS, _SOURCE = "perspective", "written", "search", "source"
_ANY = ""
_LONGEST = 80
_GROUPS = {
    "tables": (".csv",),
    "shapes": (".geojson",),
    "texts": (".toml", ".json"),
}
_MEDIA = {
    ".csv": "text/csv",
    ".geojson": "application/geo+json",
    ".toml": "application/toml",
    ".json": "application/json",
}


def show(reader: Reader) -> None:
    """Write one source and what rests on it, if the URL names one; else the whole page."""
    with st.container(key="sources"):
        told = sources.facts(reader)
        asked = st.query_params.get(_SOURCE)
        if asked is not None and asked in reader.atlas.sources:
            _html(
                reader,
                sources_list.one(reader, reader.atlas.sources[asked], told),
            )
            return
        if asked is not None:
            st.warning(reader.say("sources.unknown"))
        _remember(reader)
        _figures(reader)
        _part(reader, "grades", sources_grades.grades(reader))
        _list(reader, told)
        _part(reader, "doubts", sources_list.doubts(reader, told))
        _part(reader, "wording", sources_words.wording(reader))
        _part(reader, "licences", sources_words.licences(reader))
        _downloads(reader)
        _exports(reader)
        _codebook(reader)


def _part(reader: Reader, key: str, *content: Markup) -> None:
    _html(reader, tag("h2", reader.say(f"sources.{key}"), id=key), *content)


def _figures(reader: Reader) -> None:
    _html(reader, tag("h1", reader.say("page.sources")), tag("p", reader.say("sources.lead")))
    left, right = st.columns([0.5, 0.5], gap="large")
    with left:
        _part(reader, "figures", sources_list.figures(reader))
    with right:
        _html(reader, tag("h3", reader.say("sources.chart")))
        st.altair_chart(sources_chart.chart(reader), width="stretch")


def _list(reader: Reader, told: list[Fact]) -> None:
    """Draw the choices and the sources that fit them; the choices stand in the URL."""
    _part(reader, "list")
    with st.container(horizontal=True, key="sources-choices"):
        perspective = _choice(reader, _PERSPECTIVE, "perspective", sources.PERSPECTIVES)
        tongue = _choice(reader, _LANGUAGE, "written_in", _tongues(reader))
        words = st.text_input(
            reader.say("sources.search"), max_chars=_LONGEST, key=_WORDS, on_change=_chosen
        )
    _html(
        reader,
        sources_list.listed(
            reader, sources.chosen(reader.atlas, perspective, tongue, words), sources.carried(told)
        ),
    )


def _choice(reader: Reader, parameter: str, key: str, values: Sequence[str]) -> str:
    return st.selectbox(
        reader.say(f"sources.{key}"),
        [_ANY, *values],
        format_func=lambda value: _written(reader, value),
        key=parameter,
        on_change=_chosen,
    )


def _tongues(reader: Reader) -> list[str]:
    return sorted({source.language for source in reader.atlas.sources.values()})


def _written(reader: Reader, value: str) -> str:
    if value == _ANY:
        return reader.say("sources.any")
    if value in sources.PERSPECTIVES:
        return reader.say(f"sources.{value}")
    return sources_list.language_name(reader, value)


def _remember(reader: Reader) -> None:
    """Put what the URL asks for into the choices; say politely where it cannot be used."""
    asked = {name: st.query_params.get(name, _ANY) for name in (_PERSPECTIVE, _LANGUAGE)}
    for name, values in ((_PERSPECTIVE, sources.PERSPECTIVES), (_LANGUAGE, _tongues(reader))):
        if asked[name] not in (_ANY, *values):
            st.warning(reader.say(f"sources.wrong_{name}"))
            asked[name] = _ANY
    address.fill(asked | {_WORDS: st.query_params.get(_WORDS, "")[:_LONGEST]})


def _chosen() -> None:
    address.change({name: st.session_state[name] for name in (_PERSPECTIVE, _LANGUAGE, _WORDS)})


def _downloads(reader: Reader) -> None:
    """Offer every data file as it is, read only when it is asked for."""
    _part(reader, "downloads", tag("p", reader.say("sources.downloads_lead")))
    st.download_button(
        reader.say("sources.everything") + " (ZIP)",
        data=package.archive,
        file_name="kuril-atlas-data.zip",
        mime="application/zip",
        on_click="ignore",
        key="everything",
    )
    names = sorted(package.names())
    for group, suffixes in _GROUPS.items():
        with _group(reader, group):
            for name in names:
                if PurePath(name).suffix in suffixes:
                    _download(name, _MEDIA[PurePath(name).suffix], (package.DATA / name).read_bytes)


def _exports(reader: Reader) -> None:
    """Offer the data for other programs, each file made only when it is asked for."""
    _part(reader, "exports", tag("p", reader.say("sources.exports_lead")))
    for purpose in dict.fromkeys(export.purpose for export in exports.FILES.values()):
        with _group(reader, f"for_{purpose}"):
            for name, export in exports.FILES.items():
                if export.purpose == purpose:
                    _download(name, export.media, partial(export.make, reader.atlas))


def _group(reader: Reader, group: str) -> DeltaGenerator:
    """Write a group's heading, and return the row for its files."""
    _html(reader, tag("h3", reader.say(f"sources.{group}")))
    return st.container(horizontal=True, key=f"sources-{group}")


def _download(name: str, media: str, make: Callable[[], bytes]) -> None:
    st.download_button(
        name,
        data=make,
        file_name=PurePath(name).name,
        mime=media,
        on_click="ignore",
        key=name,
    )


def _codebook(reader: Reader) -> None:
    _part(reader, "codebook", tag("p", reader.say("sources.codebook_lead")))
    with st.expander("README.md", key="codebook"):
        st.markdown(sources_words.codebook(package.codebook()), unsafe_allow_html=True)
