"""The landings of August and September 1945, day by day."""

from pages.ui.frame import frame
from pages.ui.landings import page as landings

reader = frame.begin("landings", follows=True)
frame.follow(reader, landings.show)
landings.account(reader)
landings.battle(reader)
landings.casualties(reader)
landings.shumshu(reader)
landings.civilians(reader)
frame.end(reader)
