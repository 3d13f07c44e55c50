"""The landings' page: the reader's day beside the map, the whole operation below it."""

import pytest
from streamlit.testing.v1 import AppTest

from pages.ui import text
from tests.conftest import ROOT

PATIENCE = 60


def opened(**params: str) -> AppTest:
    app = AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=PATIENCE)
    for key, value in params.items():
        app.query_params[key] = value
    app.switch_page("pages/landings.py")
    return app.run()


def html(app: AppTest) -> str:
    return "".join(element.proto.body for element in app.get("html"))


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", ["Takeda Beach", "Petropavlovsk-Kamchatsky", "Ikeda Sueo", "17,291"]),
        ("ja", ["竹田浜", "日本時間02:30（カムチャツカ時間04:30）", "3,608"]),
        ("ru", ["пляж Такэда", "02:30 по японскому времени", "Икэда"]),
    ],
)
def test_the_page_tells_the_day_and_the_whole(language: str, words: list[str]) -> None:
    app = opened(lang=language, date="1945-08-18")
    assert not app.exception
    shown = html(app)
    assert [word for word in words if word not in shown] == []
    for part in ("account", "battle", "losses", "shumshu", "civilians"):
        assert f'id="{part}"' in shown
        assert f'href="#{part}"' in shown


def test_who_held_iturup_on_30_august_is_answered_in_words() -> None:
    shown = html(opened(lang="en", date="1945-08-30"))
    holders = shown[shown.index("Who holds what") :]
    row = holders[holders.index("Iturup") :].partition("</tr>")[0]
    assert "Soviet Union" in row
    assert "28 Aug 1945" in row


@pytest.mark.parametrize(
    ("asked", "nearest"), [("1875-08-22", "9 August 1945"), ("2020-01-01", "5 September 1945")]
)
def test_a_day_outside_the_weeks_shows_the_nearest(asked: str, nearest: str) -> None:
    app = opened(lang="en", date=asked)
    assert not app.exception
    assert text.say("landings.clamped", "en", date=nearest) in html(app)


def test_the_buttons_name_the_days_they_go_to() -> None:
    app = opened(lang="en", date="1945-08-20")
    before, after = (app.button(key=f"landings.day_{side}") for side in ("before", "after"))
    assert (before.help, after.help) == ("19 August 1945", "21 August 1945")


def test_the_first_and_last_day_have_no_way_out() -> None:
    assert opened(date="1945-08-09").button(key="landings.day_before").disabled
    assert opened(date="1945-09-05").button(key="landings.day_after").disabled


def test_an_island_picked_has_its_card() -> None:
    assert "etu-oro-o-p" in html(opened(lang="en", date="1945-08-30", island="iturup"))
    assert "etu-oro-o-p" not in html(opened(lang="en", date="1945-08-30"))
