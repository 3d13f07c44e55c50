// Sentences with holes; the words come from the page's language.

import { number } from "./numbers.js";

/** @import { Sentence, Tongue } from "./payload.d.ts" */

/** @type {Record<string, Intl.PluralRules>} */
const rules = {};

/**
 * Fills the holes of "{count} islands"; where a sentence has forms, the count chooses one.
 * A full stop that ends an abbreviation ends the sentence with it.
 * @param {Sentence} forms
 * @param {Record<string, string | number>} values
 * @param {Tongue} tongue
 */
export function say(forms, values, tongue) {
  const pattern = typeof forms === "string" ? forms : form(forms, Number(values.count), tongue);
  const filled = pattern.replace(/\{(\w+)\}/g, (hole, key) => {
    const value = values[key];
    return typeof value === "number" ? number(value, tongue) : value ?? hole;
  });
  return tongue.ends.reduce((words, end) => words.replaceAll(`${end}.`, end), filled);
}

/**
 * @param {Record<string, string>} forms
 * @param {number} count
 * @param {Tongue} tongue
 */
function form(forms, count, { locale }) {
  rules[locale] ||= new Intl.PluralRules(locale);
  return forms[rules[locale].select(count)] ?? forms.other ?? "";
}
