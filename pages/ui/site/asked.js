// Reads what the address asks of a map. Given: `start`, `known` (the views and days there are) and
// `notices` (what to say of what there is not).
const asked = new URLSearchParams(location.search);
const odd = [];
const one = (name) => {
  const wish = asked.get(name);
  if (wish !== null && !known[name].includes(wish)) odd.push(notices[name]);
  return known[name].includes(wish) ? wish : start[name];
};
// a browser may read 30 February as 2 March
const real = (day) => /^\d{4}-\d\d-\d\d$/.test(day) && new Date(`${day}T00:00Z`).toJSON()?.startsWith(day);
const dated = (name, usual) => {
  const day = asked.get(name);
  if (day === null || day === known.today) return usual;
  if (real(day) && known.first <= day && day <= known.last) return day;
  const end = day < known.first ? "first" : "last";
  const outside = { first: notices.early, last: notices.late }[end];
  odd.push(real(day) && name === "date" ? outside : notices[name]);
  return real(day) && known.today ? known[end] : usual;
};
