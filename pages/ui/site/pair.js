// Shows the two days the address asks for side by side. Given: `start`, `known`, `locale`.
const asked = new URLSearchParams(location.search);
const one = (name) => known[name].includes(asked.get(name)) ? asked.get(name) : start[name];
const read = (name, usual) => {
  const day = asked.get(name) || "";
  const there = /^\d{4}-\d\d-\d\d$/.test(day) && known.first <= day && day <= known.last;
  return there ? day : usual;
};
const [first, second] = [read("with", start.first), read("date", start.second)].sort();
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
