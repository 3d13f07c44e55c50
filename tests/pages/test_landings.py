"""The landings' page: the reader's day beside the map, the whole operation below it."""

import pytest

from pages.ui.words import text
from tests.pages.visit import opened, shown

PATIENCE = 60


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", ["Takeda Beach", "Petropavlovsk-Kamchatsky", "Ikeda Sueo", "17,291"]),
        ("ja", ["竹田浜", "日本側の時刻で2時30分、ソ連側の時刻で4時30分", "3,608"]),
        ("ru", ["пляж Такэда", "02:30 по японским часам", "Икэда"]),
    ],
)
def test_the_page_tells_the_day_and_the_whole(language: str, words: list[str]) -> None:
    app = opened("landings", lang=language, date="1945-08-18")
    assert not app.exception
    body = shown(app)
    assert [word for word in words if word not in body] == []
    for part in ("account", "battle", "losses", "shumshu", "civilians"):
        assert f'id="{part}"' in body
        assert f'href="#{part}"' in body


def test_who_held_iturup_on_30_august_is_answered_in_words() -> None:
    app = opened("landings", lang="en", date="1945-08-30")
    app.session_state["fold-panel.holders"] = True
    body = shown(app.run())
    holders = body[body.index("Who holds what") :]
    row = holders[holders.index("Iturup") :].partition("</tr>")[0]
    assert "Soviet Union" in row
    assert "28 Aug 1945" in row


@pytest.mark.parametrize(
    ("asked", "nearest"), [("1875-08-22", "9 August 1945"), ("2020-01-01", "5 September 1945")]
)
def test_a_day_outside_the_weeks_shows_the_nearest(asked: str, nearest: str) -> None:
    app = opened("landings", lang="en", date=asked)
    assert not app.exception
    assert text.say("landings.clamped", "en", date=nearest) in shown(app)


def test_where_nobody_chose_a_day_the_first_one_is_that_of_the_landing_on_shumshu() -> None:
    body = shown(opened("landings", lang="en"))
    assert "<b>18 August 1945</b>" in body
    assert "nearest day" not in body


def test_the_buttons_name_the_days_they_go_to() -> None:
    app = opened("landings", lang="en", date="1945-08-20")
    before, after = (app.button(key=f"landings.day_{side}") for side in ("before", "after"))
    assert (before.help, after.help) == ("19 August 1945", "21 August 1945")


def test_the_first_and_last_day_have_no_way_out() -> None:
    assert opened("landings", date="1945-08-09").button(key="landings.day_before").disabled
    assert opened("landings", date="1945-09-05").button(key="landings.day_after").disabled


def test_an_island_picked_has_its_card() -> None:
    assert "etu-oro-o-p" in shown(opened("landings", lang="en", date="1945-08-30", island="iturup"))
    assert "etu-oro-o-p" not in shown(opened("landings", lang="en", date="1945-08-30"))
