"""The landings' page in Streamlit: its parts, and the ways from day to day."""

from datetime import timedelta

import streamlit as st

from pages.ui.browser import scope
from pages.ui.frame import card, moves
from pages.ui.frame.put import put
from pages.ui.frame.shared import LINKED, shared
from pages.ui.landings import content
from pages.ui.words.reader import Reader


def show(reader: Reader) -> None:
    """Write beside the map what happened on the reader's day, and what came next."""
    now = content.clamped(reader)
    with st.container(key=f"beside-landings-{now.island}"):
        put(
            now,
            content.beside(reader),
            moves=lambda: _moves(now),
            card=lambda: card.show(reader, now),
        )


def account(reader: Reader) -> None:
    """Tell the four weeks day by day."""
    put(reader, shared(reader, LINKED, content.account))


def battle(reader: Reader) -> None:
    """Show the order of battle, landing by landing."""
    put(reader, shared(reader, LINKED, content.battle))


def casualties(reader: Reader) -> None:
    """Draw every source's figures, operation by operation, each with its table."""
    put(reader, shared(reader, LINKED, content.casualties))


def shumshu(reader: Reader) -> None:
    """Show Shumshu close by, with its places and its six days."""
    put(reader, shared(reader, LINKED, content.shumshu))


def civilians(reader: Reader) -> None:
    """Tell who lived on the islands, who fled, who was shipped away, and who lives there now."""
    put(reader, shared(reader, LINKED, content.civilians))


def _moves(reader: Reader) -> None:
    """Draw the ways to the day before and the day after."""
    weeks = scope.landings(reader.atlas)
    moves.days(
        reader,
        {
            key: weeks.clamp(reader.day + timedelta(days=step))
            for key, step in (("landings.day_before", -1), ("landings.day_after", 1))
        },
    )
