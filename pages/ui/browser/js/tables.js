// The day's table: for a spreadsheet, and as GeoJSON with names.

import { latest } from "./axis.js";
import { startsOf } from "./history.js";

/**
 * @import { Day, Lens, Payload, Shape, Span, Viewpoint } from "./payload.d.ts"
 * @typedef {{ id: string, names: [name: string, language: string][], km2: number, holder: string,
 *   holder_name: string, since: string | null, basis: string | null, note: string | null,
 *   doubt: string | null }} Held
 */

// A spreadsheet would take what begins so for a formula.
const FORMULA = /^[=+\-@\t\r＝＋－＠]/;

/**
 * What holds on a day, island by island.
 * @param {Payload} payload
 * @param {Span[][]} spans
 * @param {{ day: Day, viewpoint: Viewpoint }} state
 * @returns {Held[]}
 */
export function held({ islands, powers, texts }, spans, { day, viewpoint }) {
  const starts = startsOf(spans);
  const told = (/** @type {number | null} */ place) => place === null ? null : texts[place];
  return islands.map(({ id, names, km2 }, index) => {
    const record = spans[index][latest(starts[index], day)];
    return {
      id,
      names: names[viewpoint],
      km2,
      holder: record.power,
      holder_name: powers[record.power].name,
      since: told(record.since),
      basis: told(record.basis),
      note: told(record.note),
      doubt: told(record.why),
    };
  });
}

/**
 * A table for a spreadsheet in the reader's language: with a mark that says it is UTF-8, and with
 * the separator that goes with the language's decimals.
 * @param {(string | number | null)[][]} rows
 * @param {string} locale
 */
export function csv(rows, locale) {
  const parts = new Intl.NumberFormat(locale).formatToParts(1.5);
  const comma = parts.some(({ type, value }) => type === "decimal" && value === ",");
  const plain = new Intl.NumberFormat(locale, { useGrouping: false, maximumFractionDigits: 3 });
  const cell = (/** @type {string | number | null} */ value) => {
    if (value === null) return "";
    if (typeof value === "number") return plain.format(value);
    return `"${harmless(value).replaceAll('"', '""')}"`;
  };
  const lines = rows.map((row) => row.map(cell).join(comma ? ";" : ","));
  return `\ufeff${lines.join("\r\n")}\r\n`;
}

/** @param {string} words */
const harmless = (words) => FORMULA.test(words) ? `'${words}` : words;

/**
 * @param {Held[]} rows
 * @param {Record<string, Shape>} shapes
 * @param {Record<string, string>} about  what is shown, and on whose terms
 */
export function geojson(rows, shapes, about) {
  const features = rows.map(({ id, names, ...facts }) => ({
    type: "Feature",
    id,
    properties: {
      name: names[0][0],
      ...Object.fromEntries(names.map(([name, language]) => [`name:${language}`, name])),
      ...facts,
    },
    geometry: shapes[id].geometry,
  }));
  const lines = features.map((feature) => JSON.stringify(feature)).join(",\n");
  const head = JSON.stringify({ type: "FeatureCollection", ...about }).slice(0, -1);
  return `${head},"features":[\n${lines}\n]}\n`;
}
