// Shows what the address asks for on the map, and tells the page around it where the reader rests.
// Given: `start`, `known` (the views there are) and `words`.
const asked = new URLSearchParams(location.search);
const one = (name) => known[name].includes(asked.get(name)) ? asked.get(name) : start[name];
const day = asked.get("date") || "";
const there = /^\d{4}-\d\d-\d\d$/.test(day) && known.first <= day && day <= known.last;
addEventListener("atlas:rest", ({ detail }) => {
  const atlas = kurilAtlas.current;
  const { payload, key, head: { time } } = atlas;
  const number = payload.islands.findIndex(({ id }) => id === detail.island);
  const span = payload.spans.control[number]?.findLast(({ start }) => start <= atlas.state.day);
  const holds = span && payload.status.control[span.power];
  const status = holds && words.replace("{status}", holds).replace("{date}", time.textContent);
  parent.postMessage({ atlas: { ...detail, key, written: time.textContent, status } }, "*");
});
kurilAtlas.command({
  ...start,
  date: there ? day : start.date,
  lens: one("lens"),
  viewpoint: one("viewpoint"),
  island: one("island"),
});
