"""The plain files' lists are searched by the app's own rule: the same words find the same."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from geodata import Atlas
from pages.ui.__main__ import PLANS
from pages.ui.chronicle import query as chronicle
from pages.ui.site import frame, seeking
from pages.ui.sources import facts
from pages.ui.words import search
from pages.ui.words.tongues import TONGUES
from tests.scripts import ran

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

# Latin with its marks, Cyrillic, signs, kana, what is half or full as wide.
SIGNS = [(0x20, 0x300), (0x400, 0x530), (0x1E00, 0x1F00), (0x2010, 0x2470), (0x3000, 0x3400)]
SIGNS += [(0xFE00, 0xFE10), (0xFF00, 0xFFEF)]
ODD = [
    *(f"a{chr(code)}b" for first, last in SIGNS for code in range(first, last)),
    *(
        "ΟΔΟΣ",
        "STRASSE Straße",
        "İstanbul",
        "ば\u3099 か\u3099 \u3099",
        "e\u0301\u0323",
        "千\U000e0100島",
    ),
    *(
        "  ",
        "???",
        "l’Alliance",
        "ﾊﾟﾗﾑｼﾙ",
        "國後島・擇捉島",
        "1️⃣",
        "👍🏽",
        "𠮟る",
        "x\ufeffy",
        "a_b-c",
    ),
]
QUERIES = [
    *(
        "Urup",
        "URUP",
        "Uruppu",
        "Uruppu-tō",
        "Urup Island",
        "Etorofu",
        "Iturup",
        "Habomai",
        "abomai",
    ),
    *(
        "うるっぷ",
        "ウルップ",
        "ｳﾙｯﾌﾟ島",
        "クナシリ",
        "国後",
        "國後島",
        "得撫",
        "歯舞",
        "千島",
        "島",
        "色丹島",
    ),
    *(
        "Уруп",
        "о. Уруп",
        "остров Уруп",
        "Зелёный",
        "зеленый",
        "Хабомаи",
        "абомаи",
        "Кунашир",
        "остров",
    ),
    *(
        "doc-002",
        "doc 002",
        "001",
        "Portsmouth",
        "ポーツマス",
        "портсмут",
        "portsmouth treaty",
        "1875",
    ),
    *(
        "22 August",
        "8月22日",
        "августа 1875",
        "Golovnin",
        "l’Alliance",
        "http",
        "a",
        "é",
        "???",
        "—",
        "о",
    ),
    *(
        "Broughton",
        "Lapérouse",
        "La Pérouse",
        "ラ・ペルーズ",
        "Лаперуз",
        "北方領土",
        "Southern Kurils",
        "в",
    ),
]


def in_a_page(folder: Path, code: str) -> Any:  # noqa: ANN401  # JSON
    """Run a script of a page."""
    return ran(folder, f"globalThis.window = globalThis;\n{code}")


def test_the_browser_folds_as_the_app_does(atlas: Atlas, tmp_path: Path) -> None:
    spelt = [
        spelling
        for island in atlas.islands.values()
        for spelling in (*island.name.model_dump().values(), island.romaji, *island.aliases)
    ]
    told = [
        words
        for event in atlas.events()
        for language in TONGUES
        for words in (event.title[language], event.summary[language])
    ]
    texts = [*spelt, *told, *(source.title for source in atlas.sources.values()), *ODD]
    asked = f"console.log(JSON.stringify({json.dumps(texts)}.map(fold)));"
    given = {"page": "", "way": "name", "words": {}}
    code = seeking.built(f"{seeking.SCRIPT.read_text(encoding='utf-8')}{asked}", **given)
    folded = dict(zip(texts, in_a_page(tmp_path, code), strict=True))
    assert folded == {words: search.fold(words) for words in texts}


def test_the_browser_finds_what_the_app_finds(atlas: Atlas, tmp_path: Path) -> None:
    app: dict[str, Callable[[str], Iterable[str]]] = {
        "islands": lambda words: search.find(atlas, words).islands,
        "chronicle": lambda words: [
            event.id for event in chronicle.answer(atlas, chronicle.Query(words=words))
        ],
        "sources": lambda words: [one.id for one in facts.chosen(atlas, "", "", words)],
    }
    records = {
        "islands": list(atlas.islands),
        "chronicle": [event.id for event in atlas.events()],
        "sources": list(atlas.sources),
    }
    scripts = frame.words(PLANS, atlas)
    assert list(scripts) == [f"words-{plan.page}.js" for plan in PLANS if plan.seeking]
    queries = [*QUERIES, *(island.romaji for island in atlas.islands.values())]
    code = f"""{"".join(scripts.values())}
    const found = Object.entries({json.dumps(records)}).map(([page, ids]) => [page,
      {json.dumps(queries)}.map((query) => ids.filter((id) =>
        kurilGiven[`words-${{page}}.js`](query)({{ id }})))]);
    console.log(JSON.stringify(Object.fromEntries(found)));"""
    found = in_a_page(tmp_path, code)
    for page, finds in app.items():
        plain = dict(zip(queries, map(set, found[page]), strict=True))
        assert plain == {words: set(finds(words)) for words in queries}, page
        assert any(plain.values())
