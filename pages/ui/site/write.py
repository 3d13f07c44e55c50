"""Write the atlas as plain files, which need no server."""

import shutil
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from datetime import date
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import urlencode

from geodata import load_atlas
from pages.ui.browser import export
from pages.ui.html import Markup, join, tag
from pages.ui.parts import citations
from pages.ui.parts.content import File, block
from pages.ui.site import apart, around, frame, maps
from pages.ui.site.address import Addresses
from pages.ui.site.apart import Apart
from pages.ui.site.frame import Site
from pages.ui.site.plan import Leaf, Plan, stem
from pages.ui.site.put import Writer
from pages.ui.site.still import Pictures, still_maps
from pages.ui.words.reader import Reader
from pages.ui.words.tongues import TONGUES

# What a site of the atlas has, and hardly another folder.
_OURS = "atlas/atlas.js"
# What a map's view has days in.
_DAYS = ("date", "with")


def write(
    folder: Path, plans: Sequence[Plan], base: str = "", told: Callable[[str], object] = print
) -> None:
    """Write the whole site into a folder, in the place of the one there, once all is made.

    ``base`` is the address it will have, for what needs a whole one; ``told`` hears how far it is.
    Raises FileExistsError where the folder holds what is no site of the atlas, DataError where the
    data is wrong: what stood there stays.
    """
    if folder.exists() and any(folder.iterdir()) and not (folder / _OURS).exists():
        raise FileExistsError(f"{folder} holds what is no site of the atlas: name an empty folder.")
    with TemporaryDirectory() as name:
        made = Path(name) / "site"
        _write(made, plans, base, told)
        for part in made.iterdir():  # what else lies beside it is its keeper's
            old = folder / part.name
            if old.is_dir():
                shutil.rmtree(old)
            else:
                old.unlink(missing_ok=True)
        shutil.copytree(made, folder, dirs_exist_ok=True)


def _write(folder: Path, plans: Sequence[Plan], base: str, told: Callable[[str], object]) -> None:
    """Write the site into a folder that is not there, two languages at a time."""
    for name in ("atlas", "pictures", "data", *TONGUES):
        (folder / name).mkdir(parents=True)
    site = Site(tuple(plan.page for plan in plans), base.rstrip("/"))
    atlas = load_atlas()
    everyone = Reader(atlas, next(iter(TONGUES)), atlas.as_of)
    _save(folder / "atlas", maps.shared(everyone))
    _save(folder / "atlas", {f"{plan.page}.css": frame.sheet(plan) for plan in plans})
    _save(folder, {f"{stem(plan.page, {})}.html": frame.door(site, plan.page) for plan in plans})
    (folder / "pictures" / "atlas.png").write_bytes(around.card(everyone))
    _save(folder, {"404.html": around.missing(f"{site.base}/" if site.base else "./")})
    with ProcessPoolExecutor(2) as workers:
        for language, count in workers.map(partial(_language, folder, plans, site), TONGUES):
            told(f"{language}: {count} pages")
    if site.base:
        names = (path.name for path in (folder / everyone.language).glob("*.html"))
        _save(folder, {"sitemap.xml": around.sitemap(site.base, names)})
        _save(folder, {"robots.txt": f"User-agent: *\nSitemap: {site.base}/sitemap.xml\n"})
    for line in _sizes(folder):
        told(line)


def _language(folder: Path, plans: Sequence[Plan], site: Site, language: str) -> tuple[str, int]:
    """Write all of one language; return how many pages it has."""
    atlas = load_atlas()
    reader = Reader(atlas, language, atlas.as_of)
    leaves = [(plan, leaf) for plan in plans for leaf in plan.leaves(atlas, language)]
    names = frozenset(stem(plan.page, leaf.chosen) for plan, leaf in leaves)
    addresses = Addresses({plan.page: plan for plan in plans}, names, reader)
    pictures = Pictures()
    files: dict[str, File] = {}
    for plan, leaf in leaves:
        writer = Writer(leaf.reader, addresses, leaf.asks)
        body = pictures.taken(addresses.resolved(_body(writer, plan, leaf)))
        files |= writer.files
        _save(folder / language, _files(site, plan, leaf, addresses, body))
    mapped = [plan for plan in plans if plan.map]
    made = maps.spoken(reader, addresses)
    for plan in mapped:
        made[f"{plan.page}-{language}.html"] = maps.frame(reader, plan)
        if plan.slots:
            made |= maps.beside(reader, plan, addresses)
    made[export.FILE.format(language=language)] = export.single_file(reader)
    _save(folder / "atlas", made)
    for name, drawn in pictures.files.items():
        (folder / "pictures" / name).write_bytes(drawn)
    if language == next(iter(TONGUES)):
        _offer(folder / "data", files)
        _save(folder / "atlas", frame.words(plans, atlas))
    return language, len(leaves)


def _files(
    site: Site, plan: Plan, leaf: Leaf, addresses: Addresses, body: Markup
) -> dict[str, str]:
    """Return the file of a page; a long one's folds are a script, and stand in a whole one."""
    name = f"{stem(plan.page, leaf.chosen)}.html"
    if not leaf.long:
        return {name: frame.file(site, plan, leaf, addresses, body, name=name)}
    reader, whole = leaf.reader, apart.whole(name)
    parting = Apart(whole, reader.say("site.whole"))
    bodies = {whole: body, name: parting.taken(body)}
    script = apart.whole(f"{plan.page}-{reader.language}.js")
    return {
        own: frame.file(site, plan, leaf, addresses, text, name=own) for own, text in bodies.items()
    } | {f"../atlas/{script}": maps.given(script, parting.folds)}


def _body(writer: Writer, plan: Plan, leaf: Leaf) -> Markup:
    """Return what stands in a page: over its map, the map with what is beside it, below."""
    reader = leaf.reader
    head = writer.put(leaf.head)
    below = writer.put(leaf.parts)
    if plan.page != "map":
        below += writer.put([block(citations.page(reader), kind="sheet ending")])
    if plan.map is None:
        return join([head, below])
    stage = _stage(plan, leaf)
    if plan.map == "pair":
        return join([head, stage, below])
    side = tag(
        "aside",
        tag("div", data_card=""),
        maps.slots(reader, plan),
        writer.put(plan.beside(reader)) if plan.beside else "",
        class_="beside-map",
    )
    return join([head, tag("div", stage, side, class_="around"), below])


def _stage(plan: Plan, leaf: Leaf) -> Markup:
    """Return a map's place, with still ones of its days until the script brings it."""
    reader = leaf.reader
    days = {reader.day.isoformat(), *(leaf.view[name] for name in _DAYS if name in leaf.view)}
    return tag(
        "div",
        still_maps(reader, map(date.fromisoformat, sorted(days))),
        class_="pair-of-maps" if plan.map == "pair" else "stage-of-map",
        data_map=f"{plan.page}-{reader.language}.html",
        data_name=reader.say("map.map", date=reader.written(reader.day)),
        data_view=urlencode(leaf.view) or None,
    )


def _offer(folder: Path, files: dict[str, File]) -> None:
    for name, file in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(file.make())


def _save(folder: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")


def _sizes(folder: Path) -> Iterator[str]:
    """Say how large the site is, part by part."""
    for part in sorted(path for path in folder.iterdir() if path.is_dir()):
        files = [path for path in part.rglob("*") if path.is_file()]
        size = sum(path.stat().st_size for path in files) / 1e6
        yield f"{part.name}: {len(files)} files, {size:.1f} MB"
