"""The map page: who held each island on each day."""

from pages.ui.frame import frame
from pages.ui.map import page as panel

reader = frame.begin("map", follows=True)
frame.follow(reader, panel.show)
