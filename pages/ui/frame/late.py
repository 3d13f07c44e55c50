"""What a page tells the server after its reader has asked for another page."""

from typing import TYPE_CHECKING

from google.protobuf.message import DecodeError
from streamlit.proto.BackMsg_pb2 import BackMsg

if TYPE_CHECKING:
    from starlette.types import Message
    from streamlit.proto.ClientState_pb2 import ClientState


class Late:
    """Finds on one websocket what is told too late to be answered.

    Until the first answer of another page comes, the old one stands in the browser, and its map
    or field may ask for a run of their part of it. Streamlit runs that after the other page and
    says that the reader is on the old one; the browser then takes away the page that has come, and
    nothing is left.
    """

    def __init__(self) -> None:
        self._page = ""  # the one the browser asked for last; none: that of the address

    def hears(self, message: "Message") -> bool:
        """Say whether a message asks for a part of a page that the reader has left."""
        asked = _rerun(message)
        if asked is None:
            return False
        if not asked.fragment_id:
            self._page = asked.page_script_hash
            return False
        return bool(self._page) and asked.page_script_hash != self._page


def _rerun(message: "Message") -> "ClientState | None":
    """Return the run a message asks for; None: it asks for something else, or cannot be read."""
    told = BackMsg()
    try:
        told.ParseFromString(message.get("bytes") or b"")
    except DecodeError:  # Streamlit's to answer
        return None
    return told.rerun_script if told.WhichOneof("type") == "rerun_script" else None
