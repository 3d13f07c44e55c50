// Shows what the address asks for on the map, and tells the page around it where the reader rests.
// Given: what asked.js reads, and `words`.
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
  date: dated("date", start.date),
  lens: one("lens"),
  viewpoint: one("viewpoint"),
  island: one("island"),
});
parent.postMessage({ odd }, "*");
