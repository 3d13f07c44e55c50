// Leads to the reader's language: `languages` there are, `usual` where none is hers; the rest of
// the address goes along to `file`.
const asked = [new URLSearchParams(location.search).get("lang"), ...navigator.languages];
const known = asked.map((one) => (one || "").slice(0, 2).toLowerCase());
const own = known.find((one) => languages.includes(one)) || usual;
location.replace(`${own}/${file}${location.search}${location.hash}`);
