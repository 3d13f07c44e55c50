// Shows the two days the address asks for side by side. Given: what asked.js reads, and `locale`.
const [first, second] = [dated("with", start.first), dated("date", start.second)].sort();
const style = new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone: "UTC" });
const written = (day) => style.format(new Date(`${day}T00:00Z`));
const title = start.words.title.replace("{first}", written(first)).replace("{second}", written(second));
kurilAtlas.command({
  ...start,
  first,
  second,
  lens: one("lens"),
  viewpoint: one("viewpoint"),
  words: { ...start.words, title },
});
parent.postMessage({ odd, days: { with: first, date: second } }, "*");
