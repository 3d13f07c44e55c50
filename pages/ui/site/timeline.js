// Shows what the address asks for on the map, and tells the page around it where the reader rests.
// Given: what asked.js reads, and `words`.
const opens = dated("date", start.date);
const wish = asked.get("date");
// a day beyond the page's timeline, or none, stays the reader's until the map is moved
let own = wish === opens || (real(wish) && known.today) ? wish : "";
addEventListener("atlas:rest", ({ detail }) => {
  if (detail.date !== opens) own = null;
  const atlas = kurilAtlas.current;
  const { payload, key, head: { time } } = atlas;
  const number = payload.islands.findIndex(({ id }) => id === detail.island);
  const span = payload.spans.control[number]?.findLast(({ start }) => start <= atlas.state.day);
  const holds = span && payload.status.control[span.power];
  const status = holds && words.replace("{status}", holds).replace("{date}", time.textContent);
  parent.postMessage({ atlas: { ...detail, own: own ?? detail.date, key, written: time.textContent, status } }, "*");
});
kurilAtlas.command({
  ...start,
  date: opens,
  lens: one("lens"),
  viewpoint: one("viewpoint"),
  island: one("island"),
});
parent.postMessage({ odd }, "*");
