// How a view or a record is cited: Python's forms with their holes filled, its sources after it.

import { written } from "./dates.js";
import { say } from "./sentences.js";

/**
 * @import { Citing, Form } from "./payload.d.ts"
 * @typedef {{ title: string, key: string, url: string }} Cited
 */

/**
 * Writes words so that they stay words in a form.
 * @param {Pick<Citing, "tex">} rules
 * @param {Form} form
 * @param {string} words
 */
function plain({ tex }, form, words) {
  if (form === "csl") return JSON.stringify(words).slice(1, -1);
  if (form === "bibtex") return Array.from(words, (mark) => tex[mark] ?? mark).join("");
  return words.split(/[ \t\r\n]+/).join(" ");
}

/**
 * The reference to the view or record alone, seen on a day.
 * @param {Pick<Citing, "cite" | "tex" | "tongue">} rules
 * @param {Form} form
 * @param {Cited} cited
 * @param {Date} today
 */
export function filled(rules, form, { title, key, url }, today) {
  const parts = [today.getFullYear(), today.getMonth() + 1, today.getDate()];
  const seen = parts.map((part) => String(part).padStart(2, "0")).join("-");
  const holes = {
    key,
    url: url.replace(/[{}\\]/g, encodeURIComponent), // in BibTeX they would end the address
    title: plain(rules, form, title),
    seen,
    slashed: seen.replaceAll("-", "/"),
    parts: parts.join(", "),
    written: written(seen, rules.tongue.locale),
  };
  return say(rules.cite[form], holes, rules.tongue);
}

/**
 * The reference to a record and to the sources it rests on.
 * @param {Citing} rules
 * @param {Form} form
 * @param {Cited & { sources: string[] }} cited
 * @param {Date} today
 */
export function composed(rules, form, cited, today) {
  const own = filled(rules, form, cited, today);
  const sources = cited.sources.map((one) => rules.sources[one]);
  if (form === "csl") {
    const all = [...JSON.parse(own), ...sources.map(({ csl }) => csl)];
    return `${JSON.stringify(all, null, 2)}\n`;
  }
  const rest = sources.map((one) => one[form]);
  if (form === "ris") return [own, ...rest].join("");
  if (form === "bibtex" || !rest.length) return [own, ...rest].join("\n");
  return [own, rules.words.sources, ...rest.map((one) => `- ${one}`)].join("\n");
}
