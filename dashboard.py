"""The map page: who held each island on each day."""

from pages.ui import frame
from pages.ui.cards import panel

reader = frame.begin("map", follows=True)
frame.follow(reader, panel.show)
