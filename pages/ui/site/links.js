// What a plain file's address asks for: old ones of the app lead to their file, and links pass the
// view on. Without these scripts all text stands there; they are run as one, in the order of frame.py.
// Given: `page`, `language`, `languages`, `choosing`, `anchor` and `map` (see plan.py).
const root = document.documentElement;
const query = new URLSearchParams(location.search);
const here = location.pathname.split("/").pop() || "index.html";
const VIEW = ["date", "lens", "viewpoint", "island"];
const CARD = ["tour", "stop", "quiz", "level"]; // what stands beside the map

// What an address has after its path.
const search = (params) => String(params) && `?${params}`; // browsers before 2023 do not count them

function leave() {
  const asked = (query.get("lang") || "").slice(0, 2).toLowerCase();
  query.delete("lang");
  const chosen = choosing.filter((name) => query.has(name)).map((name) => query.get(name));
  const bare = page === "map" ? "index" : page;
  const whole = `${[bare, ...chosen].join("-")}.html`;
  const listed = [...document.links].some((link) => link.getAttribute("href")?.split("?")[0] === whole);
  const file = !map && here.replace(".html", "") === bare && listed ? whole : here;
  const other = languages.includes(asked) && asked !== language ? `../${asked}/` : "";
  const place = anchor && query.get(anchor);
  if (anchor) query.delete(anchor);
  if (file !== here || other) {
    location.replace(`${other}${file}${search(query)}${place ? `#${place}` : location.hash}`);
  } else if (place) location.hash = place;
}
if (location.search) leave();

// The links to pages and languages keep the view, as in the app; the latter what is beside it too.
let view = new URLSearchParams([...query].filter(([name]) => VIEW.includes(name)));
function pass(event) {
  const link = event.target instanceof Element && event.target.closest("a[href]");
  if (!(link instanceof HTMLAnchorElement)) return;
  if (link === reading) link.search = wishing(new URLSearchParams(location.search), !wished);
  else if ("view" in link.dataset) {
    const card = link.hreflang ? [...query].filter(([name]) => CARD.includes(name)) : [];
    link.search = wishing(new URLSearchParams([...view, ...card]), wished);
  }
  else if (wished && link.pathname.endsWith(".html") && link.href.startsWith(home)) {
    link.search = wishing(new URLSearchParams(link.search), true);
  }
}
for (const kind of ["pointerover", "pointerdown", "focusin"]) addEventListener(kind, pass, true);

// Readings over Japanese words: the wish for them stays on every link.
const home = new URL("../", location.href).href;
const reading = document.querySelector("[data-furigana]");
const wished = query.get("furigana") === "1";
function wishing(params, on) {
  const kept = new URLSearchParams(params);
  if (on) kept.set("furigana", "1");
  else kept.delete("furigana");
  return String(kept);
}
if (reading) {
  reading.hidden = false;
  if (wished) reading.setAttribute("aria-current", "true");
}

// Writes what is shown into the page's address.
function write() {
  for (const name of VIEW) query.delete(name);
  const whole = new URLSearchParams([...view, ...query]);
  try {
    history.replaceState(null, "", `${search(whole) || location.pathname}${location.hash}`);
  } catch {
    // a file's address stays as it is
  }
}
