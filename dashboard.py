"""The map page: who held each island on each day."""

from pages.ui import cards, frame

reader = frame.begin("map", follows=True)
frame.follow(reader, cards.panel)
