"""What is ready before the server answers, and what it gives to browsers without a websocket."""

import re
import sys
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from dataclasses import replace
from logging import LogRecord, getLogger
from pathlib import Path
from urllib.parse import urlencode

import streamlit as st
from starlette.convertors import StringConvertor, register_url_convertor
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route
from streamlit.components.v1.component_registry import ComponentRegistry
from streamlit.runtime.scriptrunner import get_script_run_ctx

from geodata import DataError, load_atlas
from geodata.once import once
from pages.ui.browser import export, files
from pages.ui.browser.scope import SCOPES
from pages.ui.frame import address, ahead, assets, before, packed, sockets
from pages.ui.html import join, script, tag
from pages.ui.words import text, titles
from pages.ui.words.asked import UNKNOWN
from pages.ui.words.reader import Reader
from pages.ui.words.tongues import FALLBACK, TONGUES

_ROOT = Path(__file__).parents[3]
# An address that may be meant as a page's: no file, and nothing of the server's own.
_NAME = "name"
# Where Streamlit draws its page.
_ROOM = '<div id="root"></div>'
# What it says before its scripts know better.
_NAMELESS, _ENGLISH = "<title>Streamlit</title>", '<html lang="en">'
_INDEX = Path(st.__file__).parent / "static" / "index.html"


def routes() -> list[Route]:
    """Make all that every reader needs, once; return what is served beside Streamlit's own.

    The server does not answer
    before this is done: what it says of itself is true. Where the data is wrong or no file can
    be written, the program ends here with the list of what is.
    """
    try:
        load_atlas()
        files.folder()
        for page in SCOPES:  # the first reader would wait for its outlines
            before.picture(page, {}, before.asked({}, FALLBACK))
    except (DataError, OSError) as error:
        sys.exit(f"The atlas does not start. {error}")
    register_url_convertor(_NAME, _Name())
    pages = sorted(script.stem for script in (_ROOT / "pages").glob("[!_]*.py"))
    base = f"/{st.get_option('server.baseUrlPath').strip('/')}".rstrip("/")
    return [
        *(Route(f"{base}/{path}", _page) for path in ("", *pages)),
        Route(f"{base}/{export.FILE.format(language='{language}')}", _plain),
        Route(f"{base}/{{page:{_NAME}}}", _elsewhere),
    ]


@asynccontextmanager
async def published(_app: st.App) -> AsyncGenerator[None]:
    """Let Streamlit serve the components' files while it runs: it can, once its runtime stands.

    A component registers itself in a reader's visit only, and what this imports is kept.
    """
    sockets.hurry()
    log = getLogger(get_script_run_ctx.__module__)
    log.addFilter(_is_news)
    from streamlit_folium import _component_func  # noqa: PLC0415  # declares itself on import

    # the first reader would wait for it
    from pages.ui.frame import frame  # noqa: F401, PLC0415

    packed.publish(f"component/{assets.publish()}", files.addressed())
    log.removeFilter(_is_news)
    registry = ComponentRegistry.instance()
    for component in (_component_func, assets.component()):
        registry.register_component(component)
    packed.publish(f"component/{_component_func.name}", packed.lasting(Path(_component_func.path)))
    packed.publish("static", packed.lasting(_INDEX.parent / "static"))
    sockets.announce()
    try:
        yield
    finally:
        files.remove()  # a server that is told to end runs nothing at its exit


def _is_news(record: LogRecord) -> bool:
    """Leave out that nobody visits yet while the server starts."""
    return "missing ScriptRunContext" not in record.getMessage()


async def _page(request: Request) -> Response:
    page = request.url.path.rpartition("/")[2] or "map"
    spoken = re.split("[,;]", request.headers.get("accept-language", ""))[0]
    params = dict(request.query_params)
    reader = before.asked(params, spoken)
    index = _index(page)
    room = join([address.whole(page, params, spoken, reader), before.picture(page, params, reader)])
    for own, said in (
        (_ENGLISH, f'<html lang="{reader.language}">'),
        (_NAMELESS, tag("title", titles.title(replace(reader, page=page), params))),
        (_ROOM, f"{_ROOM}{room}"),
    ):
        index = index.replace(own, said, 1)
    return packed.page(index, request.scope)


class _Name(StringConvertor):
    regex = "[^/._][^/.]*"


async def _elsewhere(request: Request) -> Response:
    """Lead to the map, which says that there is no such page: Streamlit would say so in English."""
    asked = dict(request.query_params) | {UNKNOWN: request.path_params["page"]}
    return RedirectResponse(f"./?{urlencode(asked)}")


def _plain(request: Request) -> Response:
    """Return the atlas as one file, which needs no websocket; Starlette gives it a thread."""
    language = request.path_params["language"]
    if language not in TONGUES:
        return Response(status_code=404)
    return HTMLResponse(_saved(language), headers={"Cache-Control": "no-cache"})


@once
def _saved(language: str) -> str:
    atlas = load_atlas()
    return export.single_file(Reader(atlas, language, atlas.as_of))


@once
def _index(page: str) -> str:
    """Return Streamlit's own page with scripts of ours.

    One hears keys, one says so when its websocket does not open, one begins to fetch what a map
    will ask for.
    """
    index = _INDEX.read_text(encoding="utf-8")
    words = {language: text.section("waiting", language) for language in TONGUES}
    added = _script("keys.js") + _script("waiting.js", "kurilWaiting", words)
    if wanted := ahead.addresses(page, index):
        added += _script("ahead.js", "kurilBegin", wanted)
    return index.replace("</body>", f"{added}</body>", 1)


def _script(name: str, begin: str = "", value: object = None) -> str:
    code = Path(__file__).with_name(name).read_text(encoding="utf-8")
    call = f"{begin}({script(value)});" if begin else ""
    return f"<script>{code}{call}</script>"
