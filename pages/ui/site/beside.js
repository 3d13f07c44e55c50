// What stands beside the map goes with the day, the lens and the island.
async function rested(shown) {
  const { own, lens, viewpoint, island } = shown;
  const params = { date: own, lens: lens === "control" ? "" : lens, viewpoint: viewpoint === "neutral" ? "" : viewpoint, island };
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
