"""The plain files in each engine: every page and language under a path, the map from disk."""

from datetime import date
from pathlib import Path

from pages.ui.__main__ import PLANS
from pages.ui.site import write
from pages.ui.site.apart import whole
from pages.ui.site.plan import stem
from pages.ui.words import dates
from pages.ui.words.tongues import TONGUES
from tests.bench.drivers import Driver, until
from tests.bench.several import Findings

DAY = "1945-08-30"
# Set into every file before its own scripts: what goes wrong in it, in words.
_NOTING = """<head><script>
  window.benchWrong = [];
  const benchNote = (words) => window.benchWrong.push(String(words).slice(0, 200));
  addEventListener("error", ({ message, target }) => {
    benchNote(message || `not loaded: ${target.src || target.href}`);
  }, true);
  addEventListener("unhandledrejection", ({ reason }) => benchNote(reason));
  const benchError = console.error;
  console.error = (...words) => { benchNote(words.join(" ")); benchError(...words); };
</script>"""
_FRAME = 'document.querySelector("[data-map] iframe")'
_DRAWN = f"""!document.querySelector("[data-map]") ||
    Boolean({_FRAME}?.contentDocument?.querySelector("path[data-island=urup]"))"""
# Of a page and its map: what went wrong, and what came from elsewhere.
_WRONG = f"""[window, ...({_FRAME} ? [{_FRAME}.contentWindow] : [])].flatMap((view) => [
    ...view.benchWrong,
    ...view.performance.getEntriesByType("resource").map(({{ name }}) => name)
        .filter((name) => !name.startsWith(location.origin) && !/^(data|blob):/.test(name)),
])"""
_SLOT = """document.querySelector("[data-slot='0'] [data-day]")?.textContent"""


def written(site: Path) -> Path:
    """Write the site, each file with what notes its errors; return its folder."""
    write.write(site, PLANS, told=lambda _: None)
    for path in site.rglob("*.html"):
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace("<head>", _NOTING, 1), encoding="utf-8")
    return site


def noticed(driver: Driver, site: Path, home: str, findings: Findings) -> None:
    """Put one wrong byte into a copy of a page's script, and see that the look at it tells."""
    text = (site / "en" / "treaties.html").read_text(encoding="utf-8")
    before, end, after = text.rpartition("</script>")
    place = before.rindex(")")
    broken = site / "en" / "broken.html"
    broken.write_text(f"{before[:place]}]{before[place + 1 :]}{end}{after}", encoding="utf-8")
    driver.open(f"{home}/en/{broken.name}")
    broken.unlink()
    wrong = driver.run(_WRONG)
    findings.say(f"{driver.name}: one wrong byte in a plain page is seen", wrong, "; ".join(wrong))


def opened(driver: Driver, home: str, findings: Findings) -> None:
    """Open every page in every language, its map drawn."""
    names = [f"{stem(plan.page, {})}.html" for plan in PLANS]
    names += [whole(name) for name in ("chronicle.html", "sources.html")]
    wrong: list[str] = []
    for language in TONGUES:
        for name in names:
            driver.open(f"{home}/{language}/{name}")
            until(lambda: driver.run(_DRAWN), f"the map of {name}")
            place = f"{language}/{name}"
            if driver.run("document.documentElement.lang") != language:
                wrong.append(f"{place}: another page")
            wrong += [f"{place}: {words}" for words in driver.run(_WRONG)]
    words = f"{driver.name}: {len(names)} plain pages in {len(TONGUES)} languages, no error"
    findings.say(words, not wrong, "; ".join(wrong[:5]))


def from_disk(driver: Driver, site: Path, findings: Findings) -> None:
    """Open the map from disk; what stands beside it tells the day that the map shows."""
    language = "ja"
    told = dates.written(date.fromisoformat(DAY), language)
    driver.open(f"{site.as_uri()}/{language}/index.html?date={DAY}")
    followed = until(lambda: driver.run(_SLOT) == told, "the day beside the map")
    wrong = driver.run("benchWrong")
    driver.open(f"{site.as_uri()}/atlas/map-{language}.html?date={DAY}")
    until(lambda: driver.run("document.querySelectorAll('path[data-island]').length"), "islands")
    wrong += driver.run("benchWrong")
    findings.say(f"{driver.name}: the map from disk, no error", followed and not wrong, wrong)
