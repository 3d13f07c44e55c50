"""A server that has nothing to serve does not start, and says why once; what it serves is whole."""

import _socket
import re
import resource
import shutil
import socket
from html import escape
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl

import pytest
import streamlit as st
from starlette.routing import Router
from streamlit import net_util

from geodata import Atlas, load_atlas
from geodata.files import DATA
from pages.ui.browser import files
from pages.ui.browser.scope import SCOPES
from pages.ui.frame import ahead, serving, sockets
from pages.ui.words import text
from pages.ui.words.asked import parse
from pages.ui.words.reader import Reader
from pages.ui.words.tongues import TONGUES
from tests.conftest import ROOT
from tests.ui.test_guard import BASES, ask, streamlit

ITSELF = {socket.AF_INET: "127.0.0.1", socket.AF_INET6: "::1"}  # what a machine is to itself


def test_with_wrong_data_the_server_ends_with_the_list(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    folder = Path(shutil.copytree(DATA, tmp_path / "data"))
    for name in ("islands.toml", "control.csv"):
        (folder / name).write_text("nonsense\n", encoding="utf-8")
    monkeypatch.setattr(serving, "load_atlas", lambda: load_atlas(folder))
    with pytest.raises(SystemExit) as ended:
        serving.routes()
    told = str(ended.value)
    assert told.startswith("The atlas does not start.")
    assert "islands.toml" in told
    assert "control.csv" in told


def test_without_a_place_for_its_files_the_server_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse() -> Path:
        raise PermissionError(13, "Permission denied", "/tmp")  # noqa: S108  # nothing is written

    monkeypatch.setattr(files, "folder", refuse)
    with pytest.raises(SystemExit, match=r"does not start.*Permission denied"):
        serving.routes()


def test_what_was_cleaned_away_or_begun_is_written_anew() -> None:
    shutil.rmtree(files.folder())  # another test's language may lie in it
    folder = files.folder()
    whole = {path.name: path.read_bytes() for path in folder.iterdir()}
    assert {"atlas.js", "islands.json", "map-en.json"} <= set(whole)
    next(folder.iterdir()).unlink()
    assert {path.name: path.read_bytes() for path in files.folder().iterdir()} == whole
    shutil.rmtree(folder)
    assert {path.name: path.read_bytes() for path in files.folder().iterdir()} == whole


def test_of_what_cannot_be_written_whole_nothing_stays(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(files, "_place", lambda: tmp_path)
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, limits[1]))  # as on a full disk
    try:
        for _ in range(2):
            with pytest.raises(OSError, match="File too large"):
                files.folder()
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert [*tmp_path.iterdir()] == []


@pytest.mark.parametrize("page", SCOPES)
def test_what_is_fetched_with_the_page_is_what_its_map_and_streamlit_ask_for(page: str) -> None:
    found: Any = ahead.addresses(page, "index.js")
    static = Path(st.__file__).parent / "static"
    assert {name.partition(".")[0] for name in map(_named, found["modules"])} >= {
        "Html",
        "ComponentInstance",
        "PageLink",
    }
    assert all((static / address).exists() for address in found["modules"])
    made = files.addressed()
    assert set(found["histories"]) == set(TONGUES)
    for address in (found["scripts"][-1], *found["data"], *found["histories"].values()):
        assert address.startswith("./component/")
        assert _named(address) in made


def test_a_page_without_a_map_fetches_none_ahead() -> None:
    assert ahead.addresses("sources", "") is None


def has(family: socket.AddressFamily) -> bool:
    """Say whether this machine has itself an address of a family: IPv6 may be switched off."""
    try:
        with socket.socket(family) as probe:
            probe.bind((ITSELF[family], 0))
    except OSError:
        return False
    return True


@pytest.mark.parametrize("family", [*filter(has, ITSELF)])
def test_small_answers_go_out_at_once_however_the_server_opened_its_socket(
    family: socket.AddressFamily,
) -> None:
    with socket.socket(family) as listening:  # as Streamlit does
        listening.bind((ITSELF[family], 0))
        listening.listen()
        sockets.hurry()
        with socket.create_connection(listening.getsockname()[:2]):
            accepted, _ = listening.accept()
            with accepted:
                assert accepted.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)


@pytest.mark.parametrize("untold", ["getsockopt", "setsockopt"])
def test_a_system_that_knows_less_of_sockets_starts_the_server(
    monkeypatch: pytest.MonkeyPatch, untold: str
) -> None:
    """MacOS does not say whether a socket listens."""

    def refuse(*_: object) -> None:
        raise OSError(42, "Protocol not available")

    with socket.socket() as listening, socket.socket() as portless:
        listening.bind(("127.0.0.1", 0))
        listening.listen()
        monkeypatch.setattr(socket.socket, untold, refuse, raising=False)
        sockets.hurry()
        own = (listening, socket.IPPROTO_TCP, socket.TCP_NODELAY)
        hurried = _socket.socket.getsockopt(*own)
        assert bool(hurried) == (untold == "getsockopt")
        assert portless.fileno() >= 0


@pytest.mark.parametrize(
    ("here", "address", "told"),
    [
        ("10.1.2.3", None, "http://10.1.2.3:"),
        ("10.1.2.3", "127.0.0.1", None),  # open to this machine alone
        ("127.0.0.1", None, None),  # without a network
        (None, None, None),
    ],
)
def test_a_room_is_told_by_which_address_it_comes_in(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    here: str | None,
    address: str | None,
    told: str | None,
) -> None:
    option = st.get_option
    monkeypatch.setattr(
        st, "get_option", lambda key: address if key == "server.address" else option(key)
    )
    monkeypatch.setattr(net_util, "get_internal_ip", lambda: here)
    sockets.announce()
    written = capsys.readouterr().out
    assert told in written if told else not written


@pytest.mark.parametrize("language", TONGUES)
@pytest.mark.parametrize("base", BASES)
def test_an_address_that_is_no_page_leads_to_the_map_and_its_word(
    monkeypatch: pytest.MonkeyPatch, atlas: Atlas, base: str, language: str
) -> None:
    option = st.get_option
    monkeypatch.setattr(
        st, "get_option", lambda key: base if key == "server.baseUrlPath" else option(key)
    )
    app = Router(routes=serving.routes(), default=streamlit)  # type: ignore[arg-type]  # a small one
    for page in ("nothing", "MAP", "treaties2", "地図", "<script>", "a b", "x\r\ny", "-"):
        status, headers, _ = ask(f"{base}/{page}", f"lang={language}&lens=title", app)
        assert status == 307
        led = headers[b"location"].decode()
        assert led.startswith("./?")
        reader = parse(dict(parse_qsl(led.removeprefix("./?"))), atlas)
        assert reader.notices == (text.say("notice.page", language),)
        assert (reader.language, reader.lens) == (language, "title")
        assert parse(reader.params(), atlas).notices == ()
    own = ("", *(path.stem for path in (ROOT / "pages").glob("[!_]*.py")), "_stcore/health")
    for page in (*own, "favicon.png", "robots.txt", "static/js/x.js", "component/a/b"):
        assert ask(f"{base}/{page}", app=app)[0] == 200


@pytest.mark.parametrize("language", TONGUES)
def test_a_page_has_its_title_and_language_before_its_scripts_come(language: str) -> None:
    app = Router(routes=serving.routes(), default=streamlit)  # type: ignore[arg-type]  # a small one
    for page in (path.stem for path in (ROOT / "pages").glob("[!_]*.py")):
        name, atlas = (text.say(f"page.{key}", language) for key in (page, "atlas"))
        title = f"<title>{name}{TONGUES[language].dot}{atlas}</title>"
        for query, spoken in ((f"lang={language}", "en"), ("", f"{language}-XX")):
            head = (
                ask(f"/{page}", query, app, accept_language=spoken)[2].decode().split("</head>")[0]
            )
            assert re.findall("<title>.*</title>", head) == [title]
            assert re.findall("<html.*>", head) == [f'<html lang="{language}">']


@pytest.mark.parametrize("language", TONGUES)
def test_a_link_to_a_record_has_its_name_first_in_the_title(atlas: Atlas, language: str) -> None:
    app = Router(routes=serving.routes(), default=streamlit)  # type: ignore[arg-type]  # a small one
    island, instrument, lesson, source = (
        next(iter(records))
        for records in (atlas.islands, atlas.instruments, atlas.lessons, atlas.sources)
    )
    event = atlas.events()[0]
    named = {
        ("islands", "island", island): Reader(atlas, language, atlas.as_of).name(island),
        ("treaties", "instrument", instrument): atlas.instruments[instrument].name[language],
        ("classroom", "lesson", lesson): atlas.guided[atlas.lessons[lesson].id].title[language],
        ("chronicle", "event", event.id): event.title[language],
        ("sources", "source", source): atlas.sources[source].title,
    }
    dot = TONGUES[language].dot
    for (page, parameter, key), name in named.items():
        own = [text.say(f"page.{one}", language) for one in (page, "atlas")]
        for asked, words in ((key, [name, *own]), ("nothing", own)):
            whole = ask(f"/{page}", f"lang={language}&{parameter}={asked}", app)[2].decode()
            assert re.findall("<title>(.*)</title>", whole) == [escape(dot.join(words))]
    # a page of all islands is called the same whichever is picked on it
    for page in ("chronicle", "compare"):
        whole = ask(f"/{page}", f"lang={language}&island={island}", app)[2].decode()
        own = [text.say(f"page.{one}", language) for one in (page, "atlas")]
        assert re.findall("<title>(.*)</title>", whole) == [dot.join(own)]


def _named(address: str) -> str:
    return address.rpartition("/")[2]
