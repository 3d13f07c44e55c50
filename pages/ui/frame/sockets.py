"""The server's own socket, which Streamlit opens and sets up."""

import gc
import socket


def hurry() -> None:
    """Have small answers sent at once, on every connection that comes from now on.

    Streamlit opens the server's socket in a way that keeps asyncio from doing so (uvicorn's issue
    3149): the end of each answer then waits until the browser has said that it got the beginning,
    which Linux puts off by 40 ms. Streamlit has some sixty files, and answers in many messages.
    """
    for found in gc.get_objects():
        if type(found) is socket.socket and _listens(found):
            found.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)


def _listens(found: socket.socket) -> bool:
    internet = found.fileno() >= 0 and found.family in {socket.AF_INET, socket.AF_INET6}
    return internet and found.getsockopt(socket.SOL_SOCKET, socket.SO_ACCEPTCONN) == 1
