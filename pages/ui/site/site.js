// What a plain file does in the browser: leads old addresses to their file, passes the view on,
// brings the map with what stands beside it, filters lists. Without it all text stands there.
// Given: `page`, `language`, `languages`, `choosing`, `anchor` and `map` (see plan.py).
const root = document.documentElement;
const query = new URLSearchParams(location.search);
const here = location.pathname.split("/").pop() || "index.html";
const VIEW = ["date", "lens", "viewpoint", "island"];
const CARD = ["tour", "stop", "quiz", "level"]; // what stands beside the map

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
    const rest = query.size ? `?${query}` : "";
    location.replace(`${other}${file}${rest}${place ? `#${place}` : location.hash}`);
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

// What the map's frame may ask of the page around it, where the browser lets them talk.
window.kurilFrame = {
  present: (on) => root.toggleAttribute("data-present", on),
  card: (card) => {
    for (const [name, value] of Object.entries(card)) {
      if (value) query.set(name, value);
      else query.delete(name);
    }
    write();
  },
  touched: () => {},
};
if (query.get("embed")) root.setAttribute("data-embed", "");

const given = window.kurilGiven ||= {};
const asked = {};
const load = (name) => asked[name] ||= new Promise((done) => {
  const script = document.createElement("script");
  script.src = `../atlas/${name}`;
  script.onload = () => done(given[name]);
  script.onerror = () => { delete asked[name]; done(null); };
  document.head.append(script);
});

const stage = document.querySelector("[data-map]");
if (stage) {
  const frame = document.createElement("iframe");
  const shown = new URLSearchParams([...new URLSearchParams(stage.dataset.view), ...query]);
  for (const [name, value] of query) shown.set(name, value);
  frame.src = `../atlas/${stage.dataset.map}?${shown}`;
  frame.title = stage.dataset.name;
  frame.allow = "fullscreen; clipboard-write";
  stage.replaceChildren(frame);
  // while it is on its way: what is slow at its first call in a page, and the map needs at once
  new Intl.NumberFormat(language);
  new Intl.DateTimeFormat(language);
  try {
    localStorage.length;
  } catch {
    // a page without storage
  }
  if (map === "pair") paired(shown);
  addEventListener("message", ({ source, data }) => {
    if (source !== frame.contentWindow) return;
    if (data.odd) tell(data.odd);
    if (data.days) choose(Object.entries(data.days));
    if (data.atlas) rested(data.atlas);
  });
}

// What the address asks for and there is not, is told above what is shown in its place.
function tell(odd) {
  document.querySelector("main").prepend(...odd.map((words) => {
    const told = Object.assign(document.createElement("p"), { className: "odd", textContent: words });
    told.setAttribute("role", "status");
    return told;
  }));
  measure();
}

// A map takes what the rows above it leave of the window.
const around = document.querySelector(".around");
function measure() {
  if (around) root.style.setProperty("--above", `${around.getBoundingClientRect().top + scrollY}px`);
}
new ResizeObserver(measure).observe(document.querySelector(".links"));

// Two days that are a ready-made pair have a file of their own, with what differs in words.
function paired(shown) {
  const own = new URLSearchParams(stage.dataset.view);
  const form = document.querySelector("form[data-viewing]");
  form.hidden = false;
  if (wished) form.append(Object.assign(document.createElement("input"), { type: "hidden", name: "furigana", value: "1" }));
  const [first, second] = [shown.get("with"), shown.get("date")].sort(); // as the maps stand
  shown.set("with", first);
  shown.set("date", second);
  choose(shown);
  const same = [...own].every(([name, value]) => shown.get(name) === value);
  if (same && !["japan", "russia"].includes(shown.get("viewpoint"))) return;
  const lens = shown.get("lens") === "control" ? [] : [shown.get("lens")];
  const file = `${["compare", shown.get("date"), shown.get("with"), ...lens].join("-")}.html`;
  const ready = [...document.querySelectorAll(".st-key-compare-pairs a")];
  if (!shown.get("viewpoint") || shown.get("viewpoint") === "neutral") {
    if (file !== here && ready.some((link) => link.getAttribute("href") === file)) {
      location.replace(wished ? `${file}?furigana=1` : file);
    }
  }
  root.toggleAttribute("data-other-pair", true);
}

// Writes what is shown into the page's address.
function write() {
  for (const name of VIEW) query.delete(name);
  const whole = new URLSearchParams([...view, ...query]);
  try {
    history.replaceState(null, "", `${whole.size ? `?${whole}` : location.pathname}${location.hash}`);
  } catch {
    // a file's address stays as it is
  }
}

function choose(values) {
  const form = document.querySelector("form[data-viewing]");
  for (const [name, value] of values) {
    const field = form.elements.namedItem(name);
    if (field) field.value = value;
  }
}

async function rested(shown) {
  const { date, lens, viewpoint, island } = shown;
  const params = { date, lens: lens === "control" ? "" : lens, viewpoint: viewpoint === "neutral" ? "" : viewpoint, island };
  view = new URLSearchParams(Object.entries(params).filter(([, value]) => value));
  write();
  await Promise.all([beside(shown), card(shown)]);
}

let newest = "";
async function beside({ date, key, written }) {
  const slots = [...document.querySelectorAll("[data-slot]")];
  if (!slots.length) return;
  newest = date + key;
  const [own, every] = await Promise.all([load(`beside-${page}-${language}-${key.replace("/", "-")}.js`), load(`beside-${page}-${language}.js`)]);
  if (newest !== date + key) return; // the reader has moved on
  for (const slot of slots) {
    const told = (own?.slots[slot.dataset.slot] ?? every?.slots[slot.dataset.slot]);
    if (!told) continue;
    const [, at] = told.filter(([day]) => day <= date).pop() ?? told[0];
    slot.innerHTML = (own?.slots[slot.dataset.slot] ? own : every).texts[at];
    for (const day of slot.querySelectorAll("[data-day]")) day.textContent = written;
  }
}

async function card({ island, status }) {
  const place = document.querySelector("[data-card]");
  if (!place) return;
  const cards = island && await load(`cards-${language}.js`);
  if (place.dataset.card !== (island || "")) {
    place.dataset.card = island || "";
    place.innerHTML = cards?.[island] ?? "";
  }
  const told = place.querySelector("[data-status]");
  if (told) told.textContent = status;
}

// A filter over what the page holds: words and choices; without it the list is whole.
const folded = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
for (const form of document.querySelectorAll("form[data-items]")) {
  const items = [...document.querySelectorAll(form.dataset.items)];
  const texts = new Map();
  const show = () => {
    const sought = folded(form.querySelector("[type=search]").value).split(/\s+/).filter(Boolean);
    const choices = [...form.querySelectorAll("select")].filter(({ value }) => value);
    let count = 0;
    for (const item of items) {
      if (sought.length && !texts.has(item)) texts.set(item, folded(item.textContent));
      const fits = sought.every((word) => texts.get(item).includes(word)) &&
        choices.every(({ name, value }) => item.dataset[name] === value);
      item.hidden = !fits;
      count += fits ? 1 : 0;
    }
    for (const part of document.querySelectorAll("section[data-part]")) {
      part.hidden = !part.querySelector(":scope li:not([hidden])");
    }
    form.querySelector("output").textContent = `${count} / ${items.length}`;
  };
  form.hidden = false;
  // what is sought stands in the address, by the names the app has for it
  const fields = [...form.querySelectorAll("input, select")];
  for (const field of fields) {
    const value = query.get(field.name) ?? "";
    if (!field.options || [...field.options].some((option) => option.value === value)) field.value = value;
  }
  form.addEventListener("input", () => {
    show();
    for (const field of fields) {
      if (field.value) query.set(field.name, field.value);
      else query.delete(field.name);
    }
    write();
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  show();
}

// The folds of a long page come with the first that is opened; until then a link stands in each.
const apart = [...document.querySelectorAll(".apart")];
async function unfolded(fold) {
  const place = fold.matches(".apart") ? fold : fold.querySelector(":scope > a.apart");
  const folds = place && await load(`whole-${page}-${language}.js`);
  if (!folds || !place.isConnected) return;
  const own = document.createElement("template");
  own.innerHTML = folds[apart.indexOf(place)];
  if (place === fold) {
    Object.assign(fold.dataset, own.content.firstElementChild.dataset);
    fold.classList.remove("apart");
  } else place.replaceWith(own.content);
}
document.addEventListener("toggle", ({ target }) => {
  if (target instanceof HTMLDetailsElement && target.open) unfolded(target);
}, true);

// "Cite this" is written when it is opened; its script, with every source, comes with the first.
document.addEventListener("toggle", async ({ target }) => {
  if (!(target instanceof HTMLDetailsElement && target.matches(".cite") && target.open)) return;
  await Promise.all([load(`cite-${language}.js`), unfolded(target)]);
  if (window.kurilCite) window.kurilCite.show(target);
  else target.open = false;
}, true);

// What is copied for others begins at the site's own address.
const whole = (text) => text.replace(/(^|")\.\/(?=\?)/, `$1${home}`);
for (const button of document.querySelectorAll("button[data-copy]")) {
  button.dataset.copy = whole(button.dataset.copy);
}
for (const code of document.querySelectorAll("pre code")) code.textContent = whole(code.textContent);

for (const button of document.querySelectorAll('button[data-print=""]')) {
  button.hidden = false;
  button.addEventListener("click", () => print());
}

if (reading && wished) load(`furigana-${language}.js`);
