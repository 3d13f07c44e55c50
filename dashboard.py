"""The map page: who held each island on each day."""

from pages.ui import cards, frame, view

reader = frame.begin("map")
view.follow(reader, "map", cards.panel)
