// The map's place: its frame, and what the two say to each other.

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
  // the days of a ready-made pair are the reader's, as in the app
  if (here !== `${page}.html` && !query.has("date")) {
    view = new URLSearchParams([...own].filter(([name, value]) => VIEW.includes(name) && value !== "control"));
  }
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

function choose(values) {
  const form = document.querySelector("form[data-viewing]");
  for (const [name, value] of values) {
    const field = form.elements.namedItem(name);
    if (field) field.value = value;
  }
}
