"""A name is found however it is written."""

from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geodata import Atlas, load_atlas
from geodata.model import Group
from pages.ui.chronicle import query as chronicle
from pages.ui.sources import facts
from pages.ui.words.search import TODAY, find, fold, near, stem
from pages.ui.words.tongues import TONGUES

ATLAS = load_atlas()


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("URUP", "urup"),
        ("Ōshima", "oshima"),
        ("Зелёный", "зеленыи"),
        ("Зеленый", "зеленыи"),
        ("ウルップ", "うるっぷ"),
        ("ｳﾙｯﾌﾟ", "うるっぷ"),
        ("ゼリョーヌイ", "ぜりょぬい"),
        ("Ｕｒｕｐ", "urup"),
        ("國後島", "国後島"),
        ("Brat-Chirpoyev", "brat chirpoyev"),
        ("  о.\N{NO-BREAK SPACE}Уруп ", "о уруп"),
        ("l’Alliance", "lalliance"),
        ("千\N{VARIATION SELECTOR-17}島", "千島"),
    ],
)
def test_spellings_of_one_name_become_equal(written: str, folded: str) -> None:
    assert fold(written) == folded


def test_a_voiced_kana_stays_apart_from_its_plain_one() -> None:
    assert fold("ガ") != fold("カ")


@given(st.text())
def test_folding_twice_changes_nothing_more(words: str) -> None:
    assert fold(fold(words)) == fold(words)


@pytest.mark.parametrize("words", ["Urup Island", "о. Уруп", "остров Уруп", "Уруп"])
def test_the_noun_is_left_away(words: str) -> None:
    assert stem(words) in {"urup", "уруп"}


@pytest.mark.parametrize("old", TODAY)
def test_a_character_of_before_1946_is_read_as_todays(old: str) -> None:
    assert fold(old) == TODAY[old] == fold(TODAY[old])


@pytest.mark.parametrize(
    ("query", "island"),
    [
        # in characters of before 1946
        ("幌莚", "paramushir"),
        ("越渴磨島", "ekarma"),
        ("溫禰古丹島", "onekotan"),
        ("志發島", "zelyony"),
        # from the Dutch of 1643 to Kozyrevsky, Krasheninnikov and Golovnin
        ("Staten Eylant", "iturup"),
        ("Compagnies Land", "urup"),
        ("Kounachir", "kunashir"),
        ("Шумчу", "shumshu"),
        ("Поромусир", "paramushir"),
        ("Араумакутан", "kharimkotan"),
        ("Сияскутан", "shiashkotan"),
        ("Эторпу", "iturup"),
        ("Чикотан", "shikotan"),
        ("Марикан", "simushir"),
        ("Макинтор", "broughton"),
        ("Уяхкупа", "atlasov"),
    ],
)
def test_an_old_name_is_found(atlas: Atlas, query: str, island: str) -> None:
    assert find(atlas, query).best == island


@pytest.mark.parametrize(
    "query",
    [
        *("Kurils", "Kuril Islands", "Kuriles", "Chishima"),
        *("千島", "千島列島", "クリル列島", "Курилы", "Курильские острова"),
    ],
)
def test_the_chain_is_found_whole(atlas: Atlas, query: str) -> None:
    chain = {name for name, island in atlas.islands.items() if island.group != Group.SAKHALIN}
    found = find(atlas, query)
    assert ({*found.islands}, found.best) == (chain, None)


@pytest.mark.parametrize("query", ["Курильск", "Kurilsk", "Южно-Курильск"])
def test_a_town_s_name_is_not_the_chain_s(atlas: Atlas, query: str) -> None:
    assert len(find(atlas, query).islands) < 3


def test_a_noun_alone_is_kept() -> None:
    assert stem("остров") == "остров"


@pytest.mark.parametrize(
    "query",
    [
        "得撫島",
        "得撫",
        "Uruppu",
        "Uruppu-tō",
        "Уруп",
        "уруп",
        "urup",
        "UROUP",
        "ウルップ島",
        "うるっぷ",
    ],
)
def test_urup_is_found_alike(atlas: Atlas, query: str) -> None:
    if query == "UROUP":
        assert "urup" in near(atlas, query)
    else:
        assert find(atlas, query).best == "urup"


@pytest.mark.parametrize(
    "query",
    [
        *("Moneron", "Kaiba-tō", "Монерон", "Кайбато", "モネロン島"),
        *("Tyuleny", "Robben Island", "Kaihyō-tō", "остров Тюлений", "海豹島", "かいひょうとう"),
    ],
)
def test_the_islands_off_southern_sakhalin_are_found_with_it(atlas: Atlas, query: str) -> None:
    assert find(atlas, query).best == "sakhalin-south"


def test_two_islands_of_one_name_are_both_found(atlas: Atlas) -> None:
    assert {"oskolki", "sakhalin-south"} <= {*find(atlas, "海馬島").islands}


def test_every_island_is_found_by_each_of_its_names(atlas: Atlas) -> None:
    for island in atlas.islands.values():
        for name in (island.id, *island.name.model_dump().values(), island.romaji, *island.aliases):
            assert island.id in find(atlas, name).islands


def test_the_closest_name_comes_first(atlas: Atlas) -> None:
    assert find(atlas, "urup").islands[:2] == ("urup", "iturup")


@pytest.mark.parametrize("query", ["Habomai", "歯舞", "Хабомаи"])
def test_a_group_with_a_name_is_found_whole(atlas: Atlas, query: str) -> None:
    found = find(atlas, query)
    assert {"zelyony", "tanfilyev", "signalny"} & set(found.islands) >= {"zelyony", "tanfilyev"}
    assert found.best is None


def test_two_islands_of_one_name_are_both_offered(atlas: Atlas) -> None:
    found = find(atlas, "Ушишир")
    assert set(found.islands) == {"ryponkicha", "yankicha"}
    assert found.best is None


def test_nothing_asked_finds_all(atlas: Atlas) -> None:
    assert find(atlas, " ").islands == tuple(atlas.islands)


@pytest.mark.parametrize(
    ("query", "island"),
    [("Kunashri", "kunashir"), ("Итурупе", "iturup"), ("Paramusir", "paramushir")],
)
def test_a_slip_is_answered_with_the_name_meant(atlas: Atlas, query: str, island: str) -> None:
    assert find(atlas, query).islands == ()
    assert near(atlas, query)[0] == island


@pytest.mark.parametrize("query", ["???", "zzzz", "<script>"])
def test_nonsense_finds_nothing(atlas: Atlas, query: str) -> None:
    assert find(atlas, query).islands == ()
    assert near(atlas, query) == ()


@given(data=st.data())
def test_sources_events_and_islands_are_searched_by_one_rule(data: st.DataObject) -> None:
    respell = data.draw(
        st.sampled_from(
            [
                str.upper,
                lambda words: words.replace("ё", "е"),
                lambda words: normalize("NFD", words),
            ]
        )
    )
    source = data.draw(st.sampled_from(list(ATLAS.sources.values())))
    assert source in facts.chosen(ATLAS, "", "", respell(source.title))
    event = data.draw(st.sampled_from(ATLAS.events()))
    for language in TONGUES:
        query = chronicle.Query(words=respell(event.title[language]))
        assert event in chronicle.answer(ATLAS, query)
    island = data.draw(st.sampled_from(list(ATLAS.islands.values())))
    for language in TONGUES:
        assert island.id in find(ATLAS, respell(island.name[language])).islands
