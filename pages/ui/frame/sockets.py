"""The server's own socket, which Streamlit opens and sets up."""

import gc
import socket
import sys
from contextlib import suppress

import streamlit as st
from streamlit import net_util
from streamlit.web.server import server_util


def hurry() -> None:
    """Have small answers sent at once, on every connection that comes from now on.

    Streamlit opens the server's socket in a way that keeps asyncio from doing so (uvicorn's issue
    3149): the end of each answer then waits until the browser has said that it got the beginning,
    which Linux puts off by 40 ms. Streamlit has some sixty files, and answers in many messages.
    """
    for found in gc.get_objects():
        if type(found) is socket.socket and _waits(found):
            with suppress(OSError):  # a server that is only slower starts all the same
                found.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)


def _waits(found: socket.socket) -> bool:
    """Say whether a socket has a port and no peer; whether it listens macOS does not tell."""
    if found.family not in {socket.AF_INET, socket.AF_INET6} or found.type != socket.SOCK_STREAM:
        return False
    try:
        if not found.getsockname()[1]:
            return False
    except OSError:  # closed; on Windows, without a port
        return False
    try:
        found.getpeername()
    except OSError:
        return True
    return False


def announce() -> None:
    """Say by which address a room finds this server, if it is open to others.

    Streamlit says so only to who has it ask the internet for its address beside that.
    """
    here = net_util.get_internal_ip()
    if st.get_option("server.address") or not here or here.startswith("127."):
        return
    sys.stdout.write(f"\n  For others in this network: {server_util.get_url(here)}\n")
