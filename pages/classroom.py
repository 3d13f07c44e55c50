"""The classroom: tours and lessons that a teacher can use tomorrow."""

from pages.ui.classroom import page as classroom
from pages.ui.frame import frame

reader = frame.begin("classroom")
chosen = classroom.asked(reader)
classroom.lesson(reader, chosen)
classroom.overview(reader, chosen)
frame.end(reader)
